"""`mkdocs.yml` itself: while it does not serve, what rests on it is not judged."""

from collections.abc import Iterator

from ..load.base import Base
from ..render.config import fault
from ..report import Problem


def check(base: Base) -> Iterator[Problem]:
    """The one thing to mend first."""
    if found := fault(base.root):
        line, column, what = found
        mends = ("Comparez avec la version précédente : git diff mkdocs.yml",)
        yield Problem("mkdocs.yml", line, column, what, mends)
