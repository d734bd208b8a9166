"""What git says of a repository: commits, trees, differences. It only reads."""

from dataclasses import dataclass
from pathlib import Path

from ..git import NO_GIT, run

LINK, MODULE, PROGRAM = "120000", "160000", "100755"
"""Modes of what is not an ordinary file."""


@dataclass(frozen=True)
class Entry:
    """A path that differs; `mode` and `blob` are those after the change."""

    path: str
    status: str
    mode_before: str
    mode: str
    blob_before: str
    blob: str


def commit(root: Path, name: str) -> str:
    """The commit that `name` means. Raises OSError when there is none."""
    try:
        wanted = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        return run(root, *wanted).decode().strip()
    except OSError as error:
        if str(error) == NO_GIT:
            raise
        raise OSError(
            f"git ne connaît pas la version « {name} ». Essayez d’abord : git fetch origin"
        ) from None


def merge_base(root: Path, base: str, head: str) -> str:
    """The commit that two commits started from. Raises OSError when histories do not meet."""
    try:
        return run(root, "merge-base", base, head).decode().strip()
    except OSError:
        raise OSError(
            f"« {base[:12]} » et la version présente n’ont pas d’ancêtre commun : "
            "l’historique est peut-être incomplet (git fetch --unshallow)."
        ) from None


def differences(root: Path, before: str, after: str) -> list[Entry]:
    """Every path that differs between two commits, a move being a loss and a gain."""
    options = ("--raw", "-z", "--no-renames", "--no-abbrev", "--no-ext-diff", "--no-textconv")
    fields = run(root, "diff", *options, before, after).decode("utf-8", "backslashreplace")
    parts = fields.split("\0")[:-1]
    found = []
    for meta, path in zip(parts[::2], parts[1::2], strict=True):
        mode_before, mode, blob_before, blob, status = meta.removeprefix(":").split(" ")
        found.append(Entry(path, status[0], mode_before, mode, blob_before, blob))
    return found


def sizes(root: Path, blobs: list[str]) -> dict[str, int]:
    """The weight of each blob, in bytes."""
    asked = "".join(f"{blob}\n" for blob in blobs).encode()
    lines = run(root, "cat-file", "--batch-check", stdin=asked).decode().splitlines()
    rows = (line.split(" ") for line in lines)
    return {row[0]: int(row[2]) for row in rows if len(row) == 3}


def text(root: Path, blob: str) -> str:
    """The text of a blob; nothing when there is none."""
    if blob.strip("0") == "":
        return ""
    return run(root, "cat-file", "blob", blob).decode("utf-8", "replace")
