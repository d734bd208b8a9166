"""The pages that show decision trees: one a tree, without two places of the same name."""

from collections.abc import Iterator

from ..load.base import Base, Source
from ..report import WARNING, Problem
from .anchors import headings, tree_anchors
from .passages import body


def check(base: Base) -> Iterator[Problem]:
    """A tree has one page: its address is the page’s."""
    shown: dict[str, str] = {}
    for source in base.sources:
        data = source.document.data
        name = data.get("arbre") if source.body is not None and isinstance(data, dict) else None
        if not isinstance(name, str):
            continue
        if name in shown:
            span = source.document.values[("arbre",)]
            what = f"« arbre: {name} » est déjà montré par {shown[name]}."
            mend = "Un arbre n’a qu’une page : faites un lien vers elle."
            yield Problem(source.path, span.line, span.column, what, (mend,))
        shown.setdefault(name, source.path)
        yield from _headings(base, source)
    for name, path in base.known.get("arbres", {}).items():
        if name not in shown:
            mend = f"Créez docs/arbres/{name}.md, avec « arbre: {name} » dans l’en-tête."
            yield Problem(path, 1, 1, "aucune page ne montre cet arbre.", (mend,), WARNING)


def _headings(base: Base, source: Source) -> Iterator[Problem]:
    taken = {*tree_anchors(base, source)}
    passage = body(source)
    for heading in headings(passage):
        if heading.anchor in taken:
            yield passage.problem(
                heading.offset,
                f"ancre « {heading.anchor} » déjà donnée par l’arbre de la page.",
                "Changez le titre.",
            )
