"""Templates and forms that the models have outgrown. A forge that is not used has no folder."""

from collections.abc import Iterator

from ..contribute import forms, gitlab, templates
from ..load import Base
from ..report import Problem
from .schemas import read, rewrite


def check(base: Base) -> Iterator[Problem]:
    """What `make schemas` would rewrite."""
    for path, wanted in expected(base).items():
        if read(base.root, path) != wanted:
            what = "modèle absent ou périmé."
            yield Problem(path, 1, 1, what, ("Refaites les modèles : make schemas",))


def expected(base: Base) -> dict[str, str]:
    """The text of every template and form, by path."""
    if base.taxonomie is None:
        return {}
    texts = templates.expected(base)
    for forge, made in ((".github", forms), (".gitlab", gitlab)):
        if (base.root / forge).is_dir():
            texts |= made.expected(base)
    return texts


def write(base: Base) -> list[str]:
    """Rewrite the stale ones and return their paths."""
    return rewrite(base.root, expected(base))
