"""The pieces that every page is made of: ready HTML strings for the templates.

Every string here is escaped and typeset: templates print it as it is. Links
inside the site start with `@/`; the page puts the way to the root there.
"""

import html
import re
from typing import Any

from ..load import Base, Item
from ..model import Question, Ressource, Source
from .labels import LANGUES
from .markdown import convert
from .sorting import sort_key
from .typography import typeset
from .urls import anchor_url, resolve

Strings = dict[str, Any]


def text(value: object) -> str:
    """Plain text, typeset and escaped: safe in HTML text and attributes."""
    return html.escape(typeset(str(value)), quote=True)


def rich(value: str | None, path: str) -> str:
    """Markdown prose of a field → HTML; one paragraph loses its `<p>`.

    `path` is the file it stands in: relative `.md` links are resolved from it.
    """
    if not value:
        return ""
    done = re.sub(r'href="([^"]*)"', lambda m: f'href="{resolve(m[1], path)}"', convert(value))
    single = re.fullmatch(r"<p>((?:(?!<p>).)*)</p>", done, re.S)
    return single[1] if single else done


def plain(markdown: str) -> str:
    """Markdown prose of a field as text alone, on one line."""
    return re.sub(r"[ \n]+", " ", html.unescape(re.sub(r"<[^>]+>", "", convert(markdown)))).strip()


def duration(minutes: int) -> str:
    """105 → « 1 h 45 »."""
    hours, rest = divmod(minutes, 60)
    return f"{hours}\u00a0h\u00a0{rest:02}" if rest else f"{hours}\u00a0h"


def source(base: Base, one: Source) -> Strings:
    """A source with the resource it names."""
    item = base.items["ressources"][one.ressource]
    return ressource(item) | {"precision": text(one.precision or "")}


def short_source(base: Base, one: Source) -> Strings:
    """A source by its short name when it has one, where many are cited in little room."""
    cite = base.items["ressources"][one.ressource].fiche.cite
    short = {"titre": text(cite), "langue": "fr", "court": True} if cite else {}
    return source(base, one) | short


def ressource(item: Item[Ressource]) -> Strings:
    """A resource: its own address, and that of its notice when it is listed."""
    fiche = item.fiche
    foreign = fiche.langue != "fr"
    return {
        "titre": html.escape(fiche.titre) if foreign else text(fiche.titre),
        "editeur": text(fiche.editeur),
        "annee": fiche.annee,
        "url": html.escape(fiche.url or "", quote=True),
        "langue": fiche.langue,
        "en_langue": LANGUES[fiche.langue],
        "notice": anchor_url("ressources", item.id) if fiche.liste else "",
        "resume": text(fiche.resume),
    }


def question(item: Item[Question]) -> Strings:
    """A question and the address of its answer."""
    return {"question": text(item.fiche.question), "url": anchor_url("faq", item.id)}


def by_title(item: Item[Ressource]) -> str:
    """Sort key of a resource: its title as a French reader sorts it."""
    return sort_key(item.fiche.titre)


def by_rank(item: Item[Question]) -> int:
    """Sort key of a question: the rank its author gave it."""
    return item.fiche.ordre
