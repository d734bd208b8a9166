"""One item → one sheet: its raw HTML and what is needed to place it in a booklet."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from ...load import Base, Item
from ...model import Question
from ...render.context import page_parts
from ...render.dates import french_date
from ...render.labels import LECTURES
from ...render.notices import notice
from ...render.parts import Strings, rich, source, text
from ...render.urls import anchor_url, page_url
from .body import body
from .templates import fill

SHEET_RANK = 3
"""Rank of the title of a sheet: the booklet has rank 1, its chapters rank 2."""


@dataclass(frozen=True)
class Sheet:
    """`address` is where the site shows it; `parts` are what its templates read."""

    path: str
    key: str
    address: str
    parts: Strings
    html: str

    @property
    def title(self) -> str:
        """Its title as ready HTML."""
        return str(self.parts["titre"])


def page(base: Base, item: Item[Any], today: date, template: str = "page.html") -> Sheet:
    """A page of the site as a sheet: `template` is that of its kind."""
    parts = page_parts(base, item, today)
    return _sheet(base, item, f"@/{page_url(item.path)}", parts, template, SHEET_RANK)


def opening(base: Base, item: Item[Any], today: date, template: str) -> Sheet:
    """A page whose parts stand right under the title of its chapter."""
    parts = page_parts(base, item, today)
    return _sheet(base, item, f"@/{page_url(item.path)}", parts, template, SHEET_RANK - 1)


def question(base: Base, item: Item[Question], today: date) -> Sheet:
    """A question and its answer."""
    fiche = item.fiche
    parts = {
        "genre": "faq",
        "titre": text(fiche.question),
        "reponse": block(rich(fiche.reponse, item.path)),
        "avis": notice(fiche.valable_jusqu_au, today),
        "reserve": rich(fiche.reserve, item.path),
        "changements": [],
        "sources": [source(base, one) for one in fiche.sources],
        "lecture": LECTURES[fiche.statut],
        "verifie_le": french_date(fiche.verifie_le),
        "proposition": False,
    }
    return _sheet(base, item, anchor_url("faq", item.id), parts, "question.html", SHEET_RANK)


def block(html: str) -> str:
    """Prose that stands alone: a single paragraph gets its `<p>` back."""
    return html if re.match(r"<(?:p|ul|ol|div|table|blockquote)\b", html) else f"<p>{html}</p>"


def _sheet(
    base: Base, item: Item[Any], address: str, parts: Strings, template: str, rank: int
) -> Sheet:
    key = f"{item.collection}-{item.id.replace('/', '-')}"
    content = body(base, item, rank + 1) if item.body else ""
    html = fill(template, fiche=parts, contenu=content, cle=key)
    return Sheet(item.path, key, address, parts, html)
