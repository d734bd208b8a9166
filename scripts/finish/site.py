"""Builds the site aside, verifies it, then swaps it in: all or nothing."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from ..check import verify
from ..deliver.files import FOLDER, PLACE, announce_archive
from ..deliver.produce import produce
from ..git import GitRefused, answer
from ..load import Base
from ..render.dates import today
from ..render.deliverables import weight
from ..report import ERROR, Problem, render, summary
from . import html, limits, offline, version

WEIGHT = "<span data-poids></span>"
"""Where the page of the deliverables leaves room for the weight of the archive."""


def build(root: Path, target: Path, archived: bool = False) -> int:
    """Build the site of `root` in `target`; 0 only when every check holds.

    `archived` adds to it an archive of itself. On any failure `target` stays as it was.
    """
    base, problems = verify(root, today())
    if _refused(problems):
        return 1
    with tempfile.TemporaryDirectory(prefix=".site-", dir=target.parent) as folder:
        fresh = Path(folder) / "site"
        taken = Path(folder) / "livrables"
        produce(base, taken, last_commit(root))
        if archived:
            announce_archive(taken)
        if not _render(root, fresh, taken):
            print("La construction a échoué : site/ n’a pas changé.", file=sys.stderr)
            return 1
        site_url = base.reglages.site_url if base.reglages else None
        archive = _archive(root, fresh, base) if archived else []
        if _refused(archive or html.check(fresh, site_url)):
            print("Pages construites refusées : site/ n’a pas changé.", file=sys.stderr)
            return 1
        version.write(fresh, root, today())
        _swap(fresh, target, Path(folder) / "ancien")
    print(f"Site construit dans {target.name}/ : {_weight(target)}")
    if base.reglages and (empty := base.reglages.empty()):
        print(f"Réglages vides dans data/reglages.yml : {', '.join(empty)}.")
    return 0


def _archive(root: Path, fresh: Path, base: Base) -> list[Problem]:
    """Add the archive of `fresh` to it, and its weight to the page that links it."""
    assert base.reglages is not None
    problems = offline.write(fresh, base.reglages, today(), last_commit(root))
    page = fresh / PLACE / "index.html"
    if not problems and page.is_file():
        said = f", {weight((fresh / offline.NAME).stat().st_size)}"
        page.write_text(page.read_text("utf-8").replace(WEIGHT, said), "utf-8")
    return problems


def _refused(problems: Sequence[Problem]) -> bool:
    errors = [problem for problem in problems if problem.severity == ERROR]
    if errors:
        print(f"{render(errors)}\n{summary(errors)}", file=sys.stderr)
    return bool(errors)


def _render(root: Path, target: Path, taken: Path) -> bool:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    known = limits.environment(SOURCE_DATE_EPOCH=last_commit(root), **{FOLDER: str(taken)})
    done = subprocess.run(
        command, cwd=root, env=known, capture_output=True, text=True, timeout=limits.OUTER
    )
    if done.returncode:
        print(_told(done), file=sys.stderr)
    return done.returncode == 0


def _told(done: subprocess.CompletedProcess[str]) -> str:
    """What MkDocs said, or what stopped it: never a traceback."""
    output = done.stdout + done.stderr
    if done.returncode < 0:
        return limits.said(f"ce qui est permis (signal {-done.returncode})")
    before, found, trace = output.partition("Traceback (most recent call last)")
    if not found or os.environ.get("TRACE"):
        return output
    last = trace.strip().rpartition("\n")[2]
    if last.startswith(("MemoryError", "RecursionError", "scripts.finish.limits.Exhausted")):
        return before + limits.said("ce qui est permis")
    return f"{before}Panne inattendue ({last}). La même commande précédée de TRACE=1 en dit plus."


def last_commit(root: Path) -> str:
    """The time of the last commit, so that the same commit gives the same bytes."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return given
    try:
        return answer(root, "log", "-1", "--format=%ct") or "0"
    except GitRefused:
        return "0"


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
