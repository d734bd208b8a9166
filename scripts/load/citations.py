"""Source marks in the prose of the guide: `[@id, art. 4]`, `[second rang : @a ; @b]`.

The one reader of marks: the check judges them and says where, the page shows
them, the list for the jurist copies them out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..report import nearest

STATUTS = {
    "": "verifie",
    "second rang": "second-rang",
    "déduction": "deduction",
    "contradictoire": "contradictoire",
    "proposition": "proposition",
}
"""The word that opens a mark → what it says of the statement; no word: read in the source."""
WORDS = tuple(filter(None, STATUTS))
PATTERN = r"\[(?P<inside>(?:[^\[\]\n]|\n(?![ \t]*\n))+)\](?![\[(:])"
"""Brackets that are no link, on one paragraph: what they hold decides."""
_BRACKETS = re.compile(PATTERN)
_SPACE = " \t\n\u00a0\u202f"
_SHAPE = re.compile(
    rf"(?:(?P<word>second rang|déduction|contradictoire)[{_SPACE}]*:[{_SPACE}]*)?(?P<sources>@.+)",
    re.S,
)
_CITED = re.compile(
    rf"[{_SPACE}]*@(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)"
    rf"(?:,[{_SPACE}]*(?P<precision>[^@;]*[^@;{_SPACE}]))?[{_SPACE}]*"
)


@dataclass(frozen=True)
class Cited:
    """A resource that a mark names, where to read in it, and the offset of its `@`."""

    ressource: str
    precision: str
    at: int


@dataclass(frozen=True)
class Mark:
    """`start` and `end` are offsets in the text; `statut` is None when it is ill written."""

    start: int
    end: int
    raw: str
    statut: str | None
    sources: tuple[Cited, ...] = ()

    @property
    def guess(self) -> str | None:
        """The word that an ill written mark seems to want."""
        return nearest(_word(self.raw[1:-1]), WORDS)


def marks(text: str) -> Iterator[Mark]:
    """Every mark of `text`, and every pair of brackets that seems meant as one."""
    for found in _BRACKETS.finditer(text):
        mark = read(found["inside"], found.start())
        if mark.statut or _is_meant(found["inside"]):
            yield mark


def read(inside: str, start: int = 0) -> Mark:
    """The mark whose brackets, at offset `start`, hold `inside`."""
    end, raw = start + len(inside) + 2, f"[{inside}]"
    if inside == "proposition":
        return Mark(start, end, raw, "proposition")
    shape = _SHAPE.fullmatch(inside)
    cited = list(_cited(shape["sources"], start + 1 + shape.start("sources"))) if shape else []
    if shape is None or None in cited:
        return Mark(start, end, raw, None)
    sources = tuple(one for one in cited if one)
    return Mark(start, end, raw, STATUTS[shape["word"] or ""], sources)


def _cited(sources: str, at: int) -> Iterator[Cited | None]:
    for part in sources.split(";"):
        found = _CITED.fullmatch(part)
        yield found and Cited(found["id"], found["precision"] or "", at + part.index("@"))
        at += len(part) + 1


def _is_meant(inside: str) -> bool:
    word = _word(inside)
    return "@" in inside or word.startswith(WORDS) or nearest(word, WORDS) is not None


def _word(inside: str) -> str:
    return re.split(r"[:,@]", inside, maxsplit=1)[0].strip(_SPACE).lower()
