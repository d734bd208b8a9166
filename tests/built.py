"""The built site as the quality tests see it: its pages, their tags, what is wrong with them."""

from collections import defaultdict
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import pytest

SHOWN = 4
PARTS = range(4)
"""The pages are cut in as many parts, so that several processes share the long tests."""
TRIED = [None, *(pytest.param(part, marks=pytest.mark.complet) for part in PARTS)]
"""What `make test` tries, one page of each type, then what `make test-complet` adds: all."""

TYPES = [
    "",
    "cycles/salaries-operationnels/",
    "cycles/international/atelier-2-focus-group/",
    "pratiques/",
    "pratiques/demande-au-chef/",
    "pratiques/par-frein/",
    "guide-3ds/",
    "guide-3ds/procedure/",
    "guide-3ds/puis-je-m-engager/",
    "guide-3ds/veille/",
    "guide-3ds/en-une-page-agent/",
    "arbres/",
    "arbres/preter-un-salarie/",
    "experiences/international/",
    "metiers/",
    "pays/",
    "chiffres/",
    "ressources/",
    "faq/",
    "glossaire/",
    "a-propos/",
    "plan-d-action/",
    "livrables/",
    "contribuer/contenus/",
    "donnees/",
    "recherche/",
    "404.html",
]
"""One page of each type, and more where types differ: what the longest tests try."""


class Tag(NamedTuple):
    """An opening tag: attributes in lower case, without value as empty text; line from 1."""

    name: str
    attributes: dict[str, str]
    line: int


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Tag] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.found.append(Tag(tag, attributes, self.getpos()[0]))


def tags(html: str) -> list[Tag]:
    """Every opening tag of `html`, in order."""
    parser = _Tags()
    parser.feed(html)
    return parser.found


def pages(site: Path) -> list[str]:
    """The address of every page, relative to the site: `` for the home, `404.html`, `faq/`."""
    every = (file for file in site.rglob("*.html") if not forwards(file))
    files = (file.relative_to(site).as_posix() for file in every)
    return sorted(
        file.removesuffix("index.html") if f"/{file}".endswith("/index.html") else file
        for file in files
    )


def forwards(file: Path) -> bool:
    """True for the page left at an address that changed: it sends its readers away at once."""
    return 'http-equiv="refresh"' in file.read_text("utf-8")


def part_of(site: Path, part: int | None) -> list[str]:
    """One part of the pages, or one of each type; together the parts are all of them."""
    return [*TYPES] if part is None else pages(site)[part :: len(PARTS)]


def file_of(site: Path, page: str) -> Path:
    """The file that a server sends for the address `page`."""
    return site / page / "index.html" if page.endswith("/") or not page else site / page


class Faults:
    """What is wrong and where; a fault met on thirty pages is told once."""

    def __init__(self) -> None:
        self.places: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, place: str, fault: str) -> None:
        if place not in self.places[fault]:
            self.places[fault].append(place)

    def __str__(self) -> str:
        lines = []
        for fault, places in self.places.items():
            more = f" and {len(places) - SHOWN} more" if len(places) > SHOWN else ""
            lines.append(f"- {fault}\n    {', '.join(places[:SHOWN])}{more}")
        return "\n".join(lines)

    def expect_none(self) -> None:
        """Fails the running test with one paragraph a fault."""
        if self.places:
            pytest.fail(f"{len(self.places)} fault(s)\n{self}", pytrace=False)
