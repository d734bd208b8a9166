"""Which commit and which day a site was built from: how one knows what is online."""

import json
from datetime import date
from pathlib import Path

from ..git import GitRefused, answer

FILE = "version.json"
_COMMAND = ("describe", "--always", "--dirty=+modifs", "--abbrev=40", "--exclude=*")


def write(site: Path, root: Path, today: date) -> None:
    """Write `version.json` in `site`; nothing when git does not know `root`."""
    if found := commit(root):
        mark = {"commit": found, "jour": today.isoformat()}
        (site / FILE).write_text(json.dumps(mark, indent=2) + "\n", "utf-8")


def commit(root: Path) -> str:
    """The commit of `root`, « +modifs » when its files differ from it; empty without git."""
    try:
        return answer(root, *_COMMAND)
    except GitRefused:
        return ""
