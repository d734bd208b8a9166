"""The commands of the Makefile that the forge runs to publish."""

import re
from pathlib import Path

WORKFLOWS = (".github/workflows/publier.yml", ".gitlab/publier.yml")
_COMMENT = re.compile(r"^\s*#.*$", re.M)
_ASKED = re.compile(r"\bmake(?: +--?[a-z]\S*)* +([a-z][a-z-]*)")
_MADE = re.compile(r"^([a-z][a-z -]*):(?!=)", re.M)


def targets_asked(root: Path) -> set[str]:
    """The targets that the workflows of `root` run to publish, on each forge."""
    texts = [(root / one).read_text("utf-8") for one in WORKFLOWS if (root / one).is_file()]
    return {name for text in texts for name in _ASKED.findall(_COMMENT.sub("", text))}


def targets_made(makefile: str) -> set[str]:
    """The targets that the text of a Makefile has."""
    return {name for names in _MADE.findall(makefile) for name in names.split()}
