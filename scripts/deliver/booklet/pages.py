"""A booklet of any pages, by chapter: a guide, a choice of sheets."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ...load import Base, Item
from ...model import Atelier, Pratique
from ...render.parts import text
from .document import Booklet, Chapter
from .sheets import Sheet, page

TEMPLATES: dict[type, str] = {Atelier: "atelier.html", Pratique: "pratique.html"}
"""The template of a sheet, for kinds of page that have their own."""


def booklet_of_pages(
    base: Base,
    title: str,
    heading: str,
    summary: str,
    sign: str,
    chapters: Mapping[str, Sequence[Item[Any]]],
    today: date,
) -> Booklet:
    """A booklet of the pages of `chapters`, by title of chapter; all plain text."""
    items = [item for chapter in chapters.values() for item in chapter]
    return Booklet(
        title=text(title),
        heading=text(heading),
        above=text(title),
        summary=text(summary),
        sign=sign,
        read_on=max(item.fiche.verifie_le for item in items),
        chapters=[
            Chapter(f"chapitre-{rank}", text(name), [sheet_of(base, one, today) for one in chapter])
            for rank, (name, chapter) in enumerate(chapters.items(), 1)
        ],
    )


def sheet_of(base: Base, item: Item[Any], today: date) -> Sheet:
    """The sheet of a page, set by its kind."""
    return page(base, item, today, TEMPLATES.get(type(item.fiche), "page.html"))
