"""Cuts content files into passages of prose that know their place.

A passage is a slice of the file itself, so that an offset in it gives the
line and column that an author sees.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ..load import reading
from ..load.base import Base, Source
from ..load.yaml_strict import Path
from ..model import Prose
from ..model.marks import mark
from ..report import ERROR, Problem

CODE = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[ ]*[\w#.+-]*[ ]*\n.*?(?<=\n)(?P=fence)[ ]*$"
    r"|(?P<tick>`+)(?!`)[^\n]+?(?<!`)(?P=tick)(?!`)"
    r"|\\[\\`*_\[\](){}>#!|:]",
    re.M | re.S,
)
"""Code as the renderer sees it, else what it hides from the check would be live on the page.

Inline code ends on its line: `blocks` refuses a lone backtick.
"""


@dataclass(frozen=True)
class Passage:
    """`start` and `end` are offsets in the text of the file.

    `kind` is `page` (a whole body), `markdown` (a field that may hold
    emphasis and links) or `plain`.
    """

    source: Source
    start: int
    end: int
    kind: str
    style: str = ""
    path: Path = ()

    @cached_property
    def text(self) -> str:
        return self.source.text[self.start : self.end]

    @cached_property
    def masked(self) -> str:
        """The text with code and escapes blanked out, offsets unchanged."""
        return CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), self.text)

    def problem(self, offset: int, what: str, *mends: str, severity: str = ERROR) -> Problem:
        """A problem at `offset` of this passage."""
        line, column = position(self.source.text, self.start + offset)
        return Problem(self.source.path, line, column, what, mends, severity)

    def line(self, offset: int) -> int:
        """The line of the file at `offset` of this passage."""
        return position(self.source.text, self.start + offset)[0]


def position(text: str, offset: int) -> tuple[int, int]:
    """1-based line and column of an offset."""
    starts = _line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


@lru_cache(maxsize=64)
def _line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\n", text))]


def passages(base: Base) -> Iterator[Passage]:
    """Every passage of prose of the content: marked fields, then page bodies."""
    for source in base.sources:
        reading.now(source.path)
        yield from fields(source)
        if source.body is not None:
            yield body(source)
    reading.now("")


def bodies(base: Base) -> Iterator[Passage]:
    """The body of every page."""
    for source in base.sources:
        if source.body is not None:
            yield body(source)


def body(source: Source) -> Passage:
    """The body of a page as one passage."""
    return Passage(source, len(source.text) - len(source.body or ""), len(source.text), "page")


def fields(source: Source) -> Iterator[Passage]:
    """The prose fields of a file."""
    for path, value in strings(source.document.data):
        prose = mark(source.model, path, Prose)
        if prose is not None and value:
            yield field_passage(source, path, "markdown" if prose.markdown else "plain")


def field_passage(source: Source, path: Path, kind: str) -> Passage:
    """The scalar at `path` as a passage, its quotes or block mark left out."""
    span = source.document.values[path]
    start, end = source.yaml_start + span.start, source.yaml_start + span.end
    if span.style in ("'", '"'):
        start, end = start + 1, end - 1
    elif span.style in ("|", ">"):
        newline = source.text.find("\n", start, end)
        start = end if newline < 0 else newline + 1
    raw = source.text[start:end]
    return Passage(source, start, start + len(raw.rstrip()), kind, span.style, path)


def strings(data: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every string of nested data, with its path."""
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from strings(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from strings(value, (*path, index))
