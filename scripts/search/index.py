"""Documents → `search/index.json`, weighed by Node with the analyser of the browser."""

import json
import shutil
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ..load import Base, Item
from ..render.urls import page_url
from .documents import KINDS, TYPES, documents
from .outline import sections

INDEXER = Path(__file__).with_name("indexer.mjs")
SECONDS = 300
"""Of clock: the index of 2 000 pages takes four."""
_NO_NODE = "Node est introuvable : la recherche en a besoin. « make site » l’installe au besoin."


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
    command = [_node(), str(INDEXER)]
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, text=True, timeout=SECONDS
        )
    except subprocess.TimeoutExpired:
        raise OSError("l’index de la recherche a demandé plus de cinq minutes.") from None
    if done.returncode:
        raise OSError(f"l’index de la recherche n’a pas pu être fait. {done.stderr.strip()}")
    return done.stdout


def _node() -> str:
    """The Node of the machine, or the one that `make` installed beside Python."""
    beside = Path(sys.executable).parent / "node"
    if found := shutil.which("node") or (str(beside) if beside.exists() else None):
        return found
    raise OSError(_NO_NODE)
