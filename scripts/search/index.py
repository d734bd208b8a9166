"""Documents → `search/index.json`, weighed by Node with the analyser of the browser."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from .. import node
from ..load import Base, Item
from ..render.urls import page_url
from .documents import KINDS, TYPES, documents
from .outline import sections

INDEXER = Path(__file__).with_name("indexer.mjs")


def write(site: Path, base: Base) -> None:
    """Add the index to a built `site`. Raises OSError without Node or when it fails."""
    assert base.taxonomie is not None
    pages = [*base.pages, *base.cycles, *base.ateliers, *base.pratiques, *base.guide]
    outlines = {
        url: sections((site / url / "index.html").read_text("utf-8"))
        for url, is_list in ((page_url(item.path), _is_list(item)) for item in pages)
        if not is_list
    }
    known = base.synonymes.synonymes if base.synonymes else []
    content = {
        "types": TYPES,
        "publics": {one: label.nom for one, label in base.taxonomie.publics.items()},
        "cycles": {item.id: item.fiche.titre for item in base.cycles},
        "synonymes": {one.cherche: one.trouve for one in known},
        "documents": [asdict(one) for one in documents(base, outlines)],
    }
    target = site / "search" / "index.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(_indexed(json.dumps(content, ensure_ascii=False)), "utf-8")


def _is_list(item: Item[Any]) -> bool:
    """Home and list pages repeat the titles of others: only their own title is searched."""
    if item.collection != "pages":
        return False
    listed = {kind.liste for kind in KINDS.values()}
    return item.id in listed or item.id.split("/")[-1] == "index" or "{{" in item.body


def _indexed(content: str) -> str:
    return node.run(INDEXER, content, "l’index de la recherche")
