"""Published figures as small charts: bars drawn by rule, the table says the same."""

from ..load import Base, Item
from ..model import Chiffre
from .dates import french_date
from .labels import STATUTS
from .parts import Strings, rich, source, text
from .sorting import sort_key

BAR_WIDTH = 400
"""Width of the longest bar, in the units of its drawing."""


def figures(base: Base) -> list[Strings]:
    """Every figure in alphabetical order, with the geometry of its bars."""
    items = sorted(base.chiffres, key=lambda one: sort_key(one.fiche.titre))
    return [_figure(base, one) for one in items]


def _figure(base: Base, item: Item[Chiffre]) -> Strings:
    fiche = item.fiche
    highest = max(one.valeur for one in fiche.barres) or 1
    scale = BAR_WIDTH / (100 if fiche.unite.startswith("%") and highest <= 100 else highest)
    return {
        "id": item.id,
        "titre": text(fiche.titre),
        "unite": text(fiche.unite),
        "lecture": rich(fiche.lecture, item.path),
        "periode": text(fiche.periode.rstrip(".")),
        "echantillon": text(fiche.echantillon.rstrip(".")),
        "reserve": rich(fiche.reserve, item.path),
        "barres": [
            {
                "libelle": text(one.libelle),
                "valeur": text(f"{one.valeur:,}".replace(",", " ")),
                "largeur": round(one.valeur * scale, 1),
            }
            for one in fiche.barres
        ],
        "sources": [source(base, one) for one in fiche.sources],
        "statut": STATUTS[fiche.statut],
        "verifie_le": french_date(fiche.verifie_le),
    }
