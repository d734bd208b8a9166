"""One title a page, no level skipped, no anchor given twice."""

from collections.abc import Iterator

from ..load.base import Base
from ..report import Problem
from .anchors import headings
from .passages import Passage, bodies


def check(base: Base) -> Iterator[Problem]:
    """The title of a page is its « titre »: its body starts at level 2."""
    for passage in bodies(base):
        yield from _page(passage)


def _page(passage: Passage) -> Iterator[Problem]:
    previous = 1
    seen: dict[str, int] = {}
    for heading in headings(passage):
        if heading.level == 1:
            yield passage.problem(
                heading.offset,
                f"second titre de page : « {heading.title} ».",
                "Le titre vient du champ « titre » : commencez les parties par « ## ».",
            )
        elif heading.level > previous + 1:
            yield passage.problem(
                heading.offset,
                f"saut de titre : niveau {heading.level} après le niveau {previous}.",
                f"Écrivez « {'#' * (previous + 1)} {heading.title} ».",
            )
        previous = heading.level
        if heading.anchor in seen:
            yield passage.problem(
                heading.offset,
                f"ancre « {heading.anchor} » déjà donnée par le titre de la ligne "
                f"{seen[heading.anchor]}.",
                "Changez l’un des deux titres.",
            )
        seen.setdefault(heading.anchor, passage.line(heading.offset))
