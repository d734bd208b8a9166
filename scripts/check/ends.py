"""What rests on a text that ends with the experiment says until when it holds."""

from collections.abc import Iterator

from ..load.base import Base
from ..report import Problem

DATED = ("faq", "ateliers", "cycles")


def check(base: Base) -> Iterator[Problem]:
    """Items that cite such a text and bear no end."""
    if base.experimentation is None:
        return
    for source in base.sources:
        data = source.document.data
        if source.collection not in DATED or not isinstance(data, dict):
            continue
        cited = data.get("sources")
        if "valable_jusqu_au" in data or not isinstance(cited, list):
            continue
        for rank, one in enumerate(cited):
            name = one.get("ressource") if isinstance(one, dict) else None
            if name in base.experimentation.textes:
                span = source.document.values[("sources", rank, "ressource")]
                what = f"« {name} » prend fin avec l’expérimentation : dites jusqu’à quand."
                mend = f"Ajoutez « valable_jusqu_au: {base.experimentation.fin} »."
                yield Problem(source.path, span.line, span.column, what, (mend,))
