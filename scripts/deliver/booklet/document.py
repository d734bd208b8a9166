"""A booklet as one HTML page: cover, contents, chapters, words, last page."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ...load import Base
from ...render.dates import french_date
from ...render.glossary import Linker
from ...render.notices import notice
from ...render.parts import Strings, rich, text
from ...render.prose import upper
from ...render.sorting import sort_key
from ...render.terms import glossary_links
from .rewrite import Places, rewrite
from .sheets import Sheet, block
from .templates import fill


@dataclass(frozen=True)
class Chapter:
    """Sheets under one title; a `plain` one has no title of its own for its sheets."""

    key: str
    title: str
    sheets: Sequence[Sheet]
    intro: str = ""
    plain: bool = False


@dataclass(frozen=True)
class Booklet:
    """`sign` is the cycle whose colour and sign it bears; the other strings are ready."""

    title: str
    heading: str
    above: str
    summary: str
    sign: str
    read_on: date
    chapters: Sequence[Chapter]


@dataclass(frozen=True)
class Printed:
    """The page to print, and what its anchors are called, for who hears the links."""

    html: str
    names: dict[str, str]
    texts: list[tuple[str, str]]
    """Each file that it says something of, and the HTML made of it."""


def compose(base: Base, booklet: Booklet, today: date) -> Printed:
    """The whole booklet as HTML, every link resolved."""
    assert base.reglages is not None
    settings = {key: text(value or "") for key, value in base.reglages}
    sheets = [sheet for chapter in booklet.chapters for sheet in chapter.sheets]
    places = Places.of(sheets, base.reglages.site_url)
    linker = Linker(glossary_links(base))
    used: set[str] = set()
    chapters: list[Strings] = []
    for chapter in booklet.chapters:
        articles = [_linked(linker, _article(sheet, places), used) for sheet in chapter.sheets]
        chapters.append({"chapitre": chapter, "articles": articles})
    words = _words(base, used, today)
    page = fill(
        "livret.html",
        livret=booklet,
        chapitres=chapters,
        mots=words,
        reglages=settings,
        date=french_date(booklet.read_on),
    )
    names = {sheet.key: _plain(sheet.title) for sheet in sheets}
    names |= {chapter.key: _plain(chapter.title) for chapter in booklet.chapters}
    names |= {word["id"]: _plain(word["terme"]) for word in words}
    names |= {"mots": "Les mots du livret", "a-propos": "À propos de ce livret"}
    texts = [(sheet.path, sheet.html) for sheet in sheets]
    return Printed(page, names, texts + [(word["path"], word["definition"]) for word in words])


def _article(sheet: Sheet, places: Places) -> str:
    content, notes = rewrite(sheet, places)
    return fill("fiche.html", fiche=sheet.parts, sheet=sheet, contenu=content, notes=notes)


def _linked(linker: Linker, article: str, used: set[str]) -> str:
    """The article with its words linked to the glossary of the booklet; they join `used`."""
    done = linker.link(article, "")
    done = re.sub(r'(<a class="terme" href="#[^"]*") title="[^"]*"', r"\1", done)
    used.update(re.findall(r'<a class="terme" href="#([^"]*)"', done))
    return done


def _words(base: Base, used: set[str], today: date) -> list[Strings]:
    """The glossary of the words that the booklet uses, in alphabetical order."""
    items = [item for item in base.termes if item.id in used]
    return [
        {
            "id": item.id,
            "terme": text(upper(item.fiche.terme)),
            "definition": _unlinked(block(rich(item.fiche.definition, item.path))),
            "reserve": _unlinked(rich(item.fiche.reserve, item.path)),
            "avis": notice(item.fiche.valable_jusqu_au, today),
            "path": item.path,
        }
        for item in sorted(items, key=lambda one: sort_key(one.fiche.terme))
    ]


def _unlinked(prose: str) -> str:
    """Definitions keep the words of their links only: the glossary is read at a glance."""
    return re.sub(r"</?a\b[^>]*>", "", prose)


def _plain(ready: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", ready))
