"""Git, asked in one line and answered in one string."""

import subprocess
from pathlib import Path


class GitRefused(Exception):  # noqa: N818 (git is who refused)
    """What git said when it refused."""


def git(root: Path, *arguments: str) -> str:
    """What `git ARGUMENTS` prints in `root`. Raises GitRefused."""
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True)
    except FileNotFoundError:
        raise GitRefused("git n’est pas installé") from None
    if done.returncode:
        raise GitRefused(done.stderr.strip())
    return done.stdout.strip()


def says_yes(root: Path, *arguments: str) -> bool:
    """True when `git ARGUMENTS` succeeds in `root`."""
    try:
        git(root, *arguments)
    except GitRefused:
        return False
    return True
