"""Every legal statement of the guide, the trees and the watch, for a jurist to read over.

One row a statement: where it stands, in plain words, what it rests on. As text,
or as CSV that no spreadsheet takes for formulas.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass
from datetime import date
from html import unescape
from typing import Any, TypeVar

from ..check.passages import body, fields
from ..load import Base
from ..load.base import Source
from ..load.citations import marks
from ..load.statements import statements
from ..load.yaml_strict import Path
from ..render.citations import name
from ..render.config import menu
from ..render.labels import MARQUES, STATUTS
from ..render.markdown import convert
from ..report import spreadsheet

T = TypeVar("T")
ORDER = ("guide", "arbres", "veille", "experimentation")
UNREAD = ("sources", "changements", "publics", "relu_par")
"""Fields that state nothing by themselves."""
HEADS = ("Fichier", "Ligne", "Énoncé", "Sources", "Statut", "Vérifié le")


@dataclass(frozen=True)
class Row:
    """A statement; `fichier` from the root, `ligne` from 1, the rest in plain words."""

    fichier: str
    ligne: int
    enonce: str
    sources: str
    statut: str
    verifie_le: str


def rows(base: Base) -> list[Row]:
    """Every statement, pages in the order of the menu, then the rest by file."""
    place = {path: rank for rank, (path, _, _) in enumerate(menu(base.root))}
    found = [one for one in base.sources if one.collection in ORDER]
    found.sort(key=lambda one: (ORDER.index(one.collection), place.get(one.path, 999), one.path))
    return [row for source in found for row in (*_fields(base, source), *_body(base, source))]


def as_csv(found: list[Row]) -> str:
    """The rows for a spreadsheet: semicolons, and the mark by which it knows UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADS)
    writer.writerows([spreadsheet.as_text(str(cell)) for cell in astuple(row)] for row in found)
    return f"\ufeff{out.getvalue()}"


def as_text(found: list[Row]) -> str:
    """The rows for a reader, a block each."""
    return "\n\n".join("\n  ".join(filter(None, _lines(row))) for row in found) + "\n"


def _lines(row: Row) -> Iterator[str]:
    yield f"{row.fichier}:{row.ligne}"
    yield row.enonce
    yield f"{row.statut}, le {row.verifie_le}" if row.verifie_le else row.statut
    yield f"Sources : {row.sources}" if row.sources else ""


FORMATS: dict[str, Callable[[list[Row]], str]] = {"texte": as_text, "csv": as_csv}


def _body(base: Base, source: Source) -> Iterator[Row]:
    if source.body is None:
        return
    passage = body(source)
    found = list(marks(passage.masked))
    for one in statements(passage.text):
        own = [mark for mark in found if one.start <= mark.start < one.end]
        words = passage.text[one.start : one.end]
        for mark in own:
            words = words.replace(mark.raw, "")
        yield Row(
            source.path,
            passage.line(one.start),
            plain(words),
            " ; ".join(
                _source(base, cited.ressource, cited.precision)
                for mark in own
                for cited in mark.sources
            ),
            ", ".join(MARQUES[mark.statut or ""] for mark in own) or "annonce ce qui suit",
            _day(source.document.data, ()),
        )


def _fields(base: Base, source: Source) -> Iterator[Row]:
    data = source.document.data
    for passage in fields(source):
        if any(part in UNREAD for part in passage.path):
            continue
        sources = _nearest(data, passage.path, "sources", list) or []
        cited = " ; ".join(
            _source(base, one["ressource"], one.get("precision", "")) for one in sources
        )
        yield Row(
            source.path,
            passage.line(0),
            plain(passage.text),
            cited if source.body is None else "toutes celles de la page",
            STATUTS.get(_nearest(data, passage.path, "statut", str) or "", ""),
            _day(data, passage.path),
        )


def plain(markdown: str) -> str:
    """Prose without its signs, on one line, as the page sets it."""
    words = unescape(re.sub(r"<[^>]+>", "", convert(markdown)))
    return re.sub(r"[ \t\n]+", " ", words).strip()


def _source(base: Base, ressource: str, precision: str) -> str:
    item = base.items.get("ressources", {}).get(ressource)
    if item is None:
        return ressource
    where = f", {' '.join(precision.split())}" if precision else ""
    address = f" <{item.fiche.url}>" if item.fiche.url else ""
    return f"{name(item.fiche)}{where}{address}"


def _day(data: Any, path: Path) -> str:
    day = _nearest(data, path, "verifie_le", date)
    return day.isoformat() if day else ""


def _nearest(data: Any, path: Path, key: str, kind: type[T]) -> T | None:
    """The value of `key` beside the field at `path`, or the nearest above it.

    `kind` tells a field from an item that bears its name: a question may be called « statut ».
    """
    found = None
    for part in (None, *path):
        data = data if part is None else data[part]
        value = data.get(key) if isinstance(data, dict) else None
        if isinstance(value, kind):
            found = value
    return found
