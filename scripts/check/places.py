"""Which addresses the site answers, from its source: pages, places in them, files."""

from collections.abc import Iterator

from ..deliver.files import PLACE as DELIVERABLES
from ..deliver.files import stem
from ..deliver.opendata import PLACE as DATA
from ..deliver.opendata.datasets import DATASETS
from ..load.base import Base
from ..load.files import DELIVERABLES as DROPPED
from ..render.urls import page_url
from ..render.watch_parts import FEED
from ..search.documents import KINDS, address
from .anchors import anchors

PRODUCED = {"livret": ("pdf",), "guide": ("pdf",), "plan-d-action": ("docx", "odt")}
"""The files made for each type of deliverable, on a machine that lacks nothing."""


def published(base: Base) -> set[str]:
    """The addresses that readers share, from the root: pages, items of lists, lasting files.

    Calendars and feeds come and go with sessions and settings: they are left out.
    """
    pages = set(_pages(base))
    items = {one for one in _items(base) if one.partition("#")[0] in pages}
    return pages | items | set(_files(base))


def answered(base: Base) -> set[str]:
    """Every address that leads somewhere, headings and feeds included."""
    places = {
        f"{_address(path)}#{anchor}" for path, found in anchors(base).items() for anchor in found
    }
    return {*published(base), *places, *_feeds(base)}


def _pages(base: Base) -> Iterator[str]:
    yield from (_address(path) for path in base.paths if _is_page(path))


def _is_page(path: str) -> bool:
    return path.startswith("docs/") and path.endswith(".md")


def _address(path: str) -> str:
    return f"/{page_url(path)}"


def _items(base: Base) -> Iterator[str]:
    for collection, kind in KINDS.items():
        for item in base.items.get(collection, {}).values() if kind.liste else ():
            if getattr(item.fiche, "liste", True):
                yield f"/{address(item)}"


def _files(base: Base) -> Iterator[str]:
    for path in base.paths:
        if path.startswith(DROPPED):
            yield f"/{path.removeprefix('docs/')}"
    for dataset in DATASETS:
        yield from (f"/{DATA}{dataset.id}.{suffix}" for suffix in ("csv", "json"))
    for one in base.livrables:
        for suffix in PRODUCED.get(one.fiche.type, ()):
            yield f"/{DELIVERABLES}{stem(one.fiche)}.{suffix}"


def _feeds(base: Base) -> Iterator[str]:
    yield from ("/flux/tout.xml", f"/{FEED}")
    yield from (f"/flux/public-{one}.xml" for one in base.ids("publics"))
    yield from (f"/flux/cycle-{one}.xml" for one in base.ids("cycles"))
