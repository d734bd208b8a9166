"""Everything that the search may find, by letter, for who searches without JavaScript."""

import html
from itertools import groupby

from ..load import Base
from ..search.documents import Document, documents
from .parts import Strings, text
from .sorting import sort_key


def a_to_z(base: Base) -> list[Strings]:
    """Groups of entries: `id` and `lettre` of each, figures and signs first under « 0-9 »."""
    ordered = sorted(documents(base, {}), key=lambda one: (_letter(one), sort_key(one.titre)))
    return [
        {
            "id": f"lettre-{letter}",
            "lettre": "0-9" if letter == "0" else letter.upper(),
            "entrees": [_entry(one) for one in entries],
        }
        for letter, entries in groupby(ordered, key=_letter)
    ]


def _letter(document: Document) -> str:
    first = sort_key(document.titre)[:1]
    return first if "a" <= first <= "z" else "0"


def _entry(document: Document) -> Strings:
    foreign = document.langue != "fr"
    return {
        "url": f"@/{document.url}",
        "titre": html.escape(document.titre) if foreign else text(document.titre),
        "langue": document.langue,
        "type": text(document.type),
    }
