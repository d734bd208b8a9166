"""The site before and after: that of a commit, built aside by its own code, and the present one."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..finish import site
from ..git import run
from ..render.dates import today
from . import git


@contextmanager
def both(root: Path, name: str) -> Iterator[tuple[Path, Path]]:
    """Folders of the two sites, gone when the block ends. Raises OSError when one fails.

    Before is the commit where the present branch left `name`: nothing of others shows.

    That of before takes the day and time of the present one: only the content differs.
    """
    start = git.merge_base(root, git.commit(root, name), git.commit(root, "HEAD"))
    moment = {"AUJOURDHUI": str(today()), "SOURCE_DATE_EPOCH": site.last_commit(root)}
    with tempfile.TemporaryDirectory(prefix="comparaison-") as folder:
        tree, after = Path(folder) / "avant", Path(folder) / "apres"
        run(root, "worktree", "add", "--detach", "--quiet", str(tree), start)
        try:
            _build(root, tree, moment)
            if site.build(root, after):
                raise OSError("le site présent ne se construit pas : rien à comparer.")
            yield tree / "site", after
        finally:
            (tree / "node_modules").unlink(missing_ok=True)
            run(root, "worktree", "remove", "--force", str(tree))


def _build(root: Path, tree: Path, moment: dict[str, str]) -> None:
    modules = root / "node_modules"
    if modules.exists():
        (tree / "node_modules").symlink_to(modules.resolve())
    command = [sys.executable, "-m", "scripts", "site"]
    done = subprocess.run(
        command, cwd=tree, env={**os.environ, **moment}, capture_output=True, text=True
    )
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        raise OSError("le site d’avant ne se construit pas : rien à comparer.")
