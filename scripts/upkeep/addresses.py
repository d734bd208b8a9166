"""Every external address of the content, and each place that gives it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..check.links import targets
from ..check.passages import passages, position, strings
from ..load import Base
from ..load.base import Source

_WEB = re.compile(r"https?://\S+", re.I)
OURS = ("reglages",)
"""Where the addresses are this site’s own."""


@dataclass(frozen=True, order=True)
class Place:
    """`line` and `column` count from 1."""

    path: str
    line: int
    column: int


def addresses(base: Base) -> dict[str, list[Place]]:
    """Each http or https address, without its fragment → its places, in order."""
    found: dict[str, list[Place]] = {}
    for address, place in sorted((*_fields(base), *_links(base)), key=lambda one: one[1]):
        found.setdefault(address.partition("#")[0], []).append(place)
    return found


def _fields(base: Base) -> Iterator[tuple[str, Place]]:
    """Fields that hold an address and nothing else: `url`, `inscription`."""
    for source in base.sources:
        if source.collection in OURS:
            continue
        for path, value in strings(source.document.data):
            if _WEB.fullmatch(value):
                span = source.document.values[path]
                yield value, Place(source.path, span.line, span.column)


def _links(base: Base) -> Iterator[tuple[str, Place]]:
    for passage in passages(base):
        if passage.kind == "plain":
            continue
        for found in targets(passage):
            if _WEB.fullmatch(found["url"]):
                yield found["url"], _place(passage.source, passage.start + found.start("url"))


def _place(source: Source, offset: int) -> Place:
    return Place(source.path, *position(source.text, offset))
