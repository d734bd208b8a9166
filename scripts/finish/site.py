"""Builds the site aside, verifies it, then swaps it in: all or nothing."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from ..check import verify
from ..deliver.files import FOLDER
from ..deliver.produce import produce
from ..render.dates import today
from ..report import ERROR, Problem, render, summary
from . import html, version


def build(root: Path, target: Path) -> int:
    """Build the site of `root` in `target`; 0 only when every check holds.

    On any failure `target` stays as it was.
    """
    base, problems = verify(root, today())
    if _refused(problems):
        return 1
    with tempfile.TemporaryDirectory(prefix=".site-", dir=target.parent) as folder:
        fresh = Path(folder) / "site"
        taken = Path(folder) / "livrables"
        produce(base, taken, last_commit(root))
        if not _render(root, fresh, taken):
            print("La construction a échoué : site/ n’a pas changé.", file=sys.stderr)
            return 1
        site_url = base.reglages.site_url if base.reglages else None
        if _refused(html.check(fresh, site_url)):
            print("Pages construites refusées : site/ n’a pas changé.", file=sys.stderr)
            return 1
        version.write(fresh, root, today())
        _swap(fresh, target, Path(folder) / "ancien")
    print(f"Site construit dans {target.name}/ : {_weight(target)}")
    if base.reglages and (empty := base.reglages.empty()):
        print(f"Réglages vides dans data/reglages.yml : {', '.join(empty)}.")
    return 0


def _refused(problems: Sequence[Problem]) -> bool:
    errors = [problem for problem in problems if problem.severity == ERROR]
    if errors:
        print(f"{render(errors)}\n{summary(errors)}", file=sys.stderr)
    return bool(errors)


def _render(root: Path, target: Path, taken: Path) -> bool:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": last_commit(root), FOLDER: str(taken)}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)
    if done.returncode:
        print(done.stdout + done.stderr, file=sys.stderr)
    return done.returncode == 0


def last_commit(root: Path) -> str:
    """The time of the last commit, so that the same commit gives the same bytes."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return given
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    except FileNotFoundError:
        return "0"
    return done.stdout.strip() or "0"


def _swap(fresh: Path, target: Path, old: Path) -> None:
    if target.exists():
        target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _weight(target: Path) -> str:
    files = [path for path in target.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    size = sum(path.stat().st_size for path in files) / 1_000_000
    return f"{pages} pages, {size:.1f} Mo".replace(".", ",")
