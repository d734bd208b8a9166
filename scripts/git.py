"""Git, asked in one line and answered in bytes or in one string."""

import subprocess
from pathlib import Path

NO_GIT = "git est introuvable : cette commande lit l’historique du dépôt."


class GitRefused(OSError):  # noqa: N818 (git is who refused)
    """What git said when it refused, or that it is missing."""


def run(root: Path, *arguments: str, stdin: bytes | None = None) -> bytes:
    """What `git ARGUMENTS` prints in `root`. Raises GitRefused."""
    try:
        done = subprocess.run(["git", *arguments], cwd=root, input=stdin, capture_output=True)
    except FileNotFoundError:
        raise GitRefused(NO_GIT) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise GitRefused(f"git {arguments[0]} a échoué : {said}")
    return done.stdout


def answer(root: Path, *arguments: str) -> str:
    """The same as text, without the line end."""
    return run(root, *arguments).decode("utf-8", "replace").strip()


def says_yes(root: Path, *arguments: str) -> bool:
    """True when `git ARGUMENTS` succeeds in `root`."""
    try:
        run(root, *arguments)
    except GitRefused:
        return False
    return True
