"""Rewrites typography in place, where the check would only warn."""

from collections import defaultdict
from collections.abc import Container
from pathlib import Path

from ..load import load
from ..load.front_matter import Page, split
from ..load.yaml_strict import parse
from .passages import Passage, passages
from .values import corrected, is_foreign


def rewrite(root: Path, only: Container[str] | None = None) -> list[str]:
    """Correct the passages of the content of `root`, or of the files `only`; the changed paths."""
    base, _ = load(root)
    by_path: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages(base):
        if not is_foreign(passage) and (only is None or passage.source.path in only):
            by_path[passage.source.path].append(passage)
    return [path for path, found in by_path.items() if _rewrite(root / path, found)]


def _rewrite(path: Path, found: list[Passage]) -> bool:
    text = found[0].source.text
    done = text
    for passage in sorted(found, key=lambda one: -one.start):
        done = done[: passage.start] + corrected(passage) + done[passage.end :]
    if done == text or not _still_reads(done, path):
        return False
    path.write_text(done, "utf-8")
    return True


def _still_reads(text: str, path: Path) -> bool:
    """A correction that would break the YAML is not worth it."""
    if path.suffix == ".md":
        page = split(text, path.name)
        return isinstance(page, Page) and not parse(page.yaml, path.name).problems
    return not parse(text, path.name).problems
