"""The catalogue of practices: its facets, their counts, and a static list for each."""

from collections import Counter
from collections.abc import Mapping

from ..load import Base, Item
from ..model import Frein, Libelle, Pratique, Public
from .parts import Strings, text
from .practice_parts import EFFORTS, facets
from .prose import md
from .sorting import sort_key

NAMES = {
    "frein": "Frein",
    "public": "Public",
    "cycle": "Cycle",
    "format": "Format",
    "effort": "Effort",
}


def facet_groups(base: Base) -> list[Strings]:
    """Each facet with its values in order, and how many sheets have each."""
    return [
        {
            "id": name,
            "nom": NAMES[name],
            "valeurs": [
                {"id": value, "nom": text(label), "compte": _counts(base, name)[value]}
                for value, label in _values(base, name).items()
                if _counts(base, name)[value]
            ],
        }
        for name in NAMES
    ]


def listing(base: Base, name: str) -> str:
    """The static page of a facet, as Markdown: the sheets under each of its values."""
    blocks = []
    for value, label in _values(base, name).items():
        items = [one for one in base.pratiques if value in facets(one)[name].split()]
        if items:
            blocks.append(f"## {md(label)} {{#{name}-{value}}}")
            blocks.append("\n".join(_line(one) for one in sorted(items, key=_by_title)))
    return "\n\n".join(blocks)


def _line(item: Item[Pratique]) -> str:
    return f"- [{md(item.fiche.titre)}]({item.id}.md). {md(item.fiche.resume)}"


def _by_title(item: Item[Pratique]) -> str:
    return sort_key(item.fiche.titre)


def _counts(base: Base, name: str) -> Counter[str]:
    return Counter(value for one in base.pratiques for value in facets(one)[name].split())


def _values(base: Base, name: str) -> Mapping[str, str]:
    taxonomie = base.taxonomie
    assert taxonomie is not None
    if name == "cycle":
        return {one.id: one.fiche.titre for one in base.cycles}
    if name == "effort":
        return {str(one): label.capitalize() for one, label in EFFORTS.items()}
    words: dict[str, Mapping[str, Public | Frein | Libelle]] = {
        "public": taxonomie.publics,
        "frein": taxonomie.freins,
        "format": taxonomie.formats,
    }
    return {one: label.nom for one, label in words[name].items()}
