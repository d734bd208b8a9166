"""`Base` → everything that is wrong with the content, in French.

Each module is one room of the check and offers `check(base) -> Iterator[Problem]`
(`dates` also takes the day). Nothing here renders or writes; `fix` alone
rewrites typography, on demand.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ..load import Base, load
from ..report import Problem
from . import blocks, cycles, dates, headings, html, links, pages, references, schemas, values


def verify(root: Path, today: date) -> tuple[Base, list[Problem]]:
    """Read the content of `root` and return it with all its problems."""
    base, problems = load(root)
    return base, sorted({*problems, *_checks(base, today)})


def _checks(base: Base, today: date) -> Iterator[Problem]:
    for room in (references, cycles, values, pages, headings, links, html, blocks, schemas):
        yield from room.check(base)
    yield from dates.check(base, today)
