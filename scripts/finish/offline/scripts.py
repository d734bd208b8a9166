"""The scripts of a copy on a disk: no module, no fetch."""

import json
from collections.abc import Iterable
from pathlib import Path

from ... import node
from .pages import explicit

BUNDLE = Path(__file__).with_name("bundle.mjs")
INDEX = "search/index.js"
"""The index of the search, as a script."""


def bundles(site: Path, names: Iterable[str]) -> dict[str, str]:
    """Each entry module `names` of `site`, joined with what it imports, by its path from the root.

    Raises OSError when Node or esbuild is missing.
    """
    entries = sorted(names)
    content = "\n".join(str(site / name) for name in entries)
    made: dict[str, str] = json.loads(node.run(BUNDLE, content, "la copie hors ligne"))
    return {name: made[Path(name).name] for name in entries}


def index(site: Path) -> str:
    """The index of the search, which leaves its value where the search page looks for it."""
    data = json.loads((site / "search" / "index.json").read_text("utf-8"))
    data["urls"] = [explicit(url) for url in data["urls"]]
    return f"globalThis.indexDeRecherche = {json.dumps(data, ensure_ascii=False)};\n"
