"""`Base` → everything that is wrong with the content, in French.

Each module is one room of the check and offers `check(base) -> Iterator[Problem]`
(`dates` and `addresses` also take the day). Nothing here renders or writes; `fix` alone
rewrites typography, on demand.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ..load import Base, load
from ..report import Problem
from . import (
    addresses,
    blocks,
    citations,
    cycles,
    dates,
    deposits,
    editorial,
    ends,
    experiences,
    generated,
    headings,
    html,
    links,
    menu_file,
    pages,
    references,
    schemas,
    sessions,
    tree_pages,
    trees,
    unfilled,
    unique,
    values,
)

ROOMS = (
    *(menu_file, references, cycles, sessions, values, pages, headings, links),
    *(citations, html, blocks, trees, tree_pages, deposits, experiences),
    *(editorial, unique, ends, schemas, generated, unfilled),
)


def verify(root: Path, today: date) -> tuple[Base, list[Problem]]:
    """Read the content of `root` and return it with all its problems."""
    base, problems = load(root)
    return base, sorted(unfilled.only_once({*problems, *_checks(base, today)}))


def _checks(base: Base, today: date) -> Iterator[Problem]:
    for room in ROOMS:
        yield from room.check(base)
    yield from dates.check(base, today)
    yield from addresses.check(base, today)
