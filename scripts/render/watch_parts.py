"""The watch: what changed, what is due, what nobody has answered yet."""

from ..load import Base, Item
from ..model import Evolution
from .dates import french_date
from .labels import PORTEES, STATUTS
from .parts import Strings, rich, short_source, text

PAGE = "guide-3ds/veille/"
FEED = "guide-3ds/veille.xml"
OPEN = "question-ouverte"


def watch(base: Base) -> list[Strings]:
    """Every entry: open questions first, then the latest first."""
    items = sorted(base.evolutions, key=lambda one: one.fiche.portee != OPEN)
    return [_entry(base, one) for one in items]


def feed(base: Base) -> str:
    """Where the feed is, from the root; empty when nothing can be fed or no address is known."""
    known = base.reglages is not None and base.reglages.site_url
    return FEED if known and base.evolutions else ""


def _entry(base: Base, item: Item[Evolution]) -> Strings:
    fiche = item.fiche
    return {
        "id": item.id,
        "titre": text(fiche.titre),
        "le": french_date(fiche.le),
        "jour": fiche.le.isoformat(),
        "portee": PORTEES[fiche.portee],
        "ouverte": fiche.portee == OPEN,
        "effet": rich(fiche.effet, item.path),
        "a_qui_demander": text(fiche.a_qui_demander or ""),
        "reserve": rich(fiche.reserve, item.path),
        "sources": [short_source(base, one) for one in fiche.sources],
        "statut": STATUTS[fiche.statut],
        "verifie_le": french_date(fiche.verifie_le),
    }
