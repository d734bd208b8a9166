"""Where a page stands: the way to it, its neighbours."""

from typing import Any

from ..load import Base, Item
from ..model import Atelier, Cycle, PageGuide
from .config import menu
from .cycle_parts import ateliers_of
from .parts import Strings, text
from .tree_lists import shown
from .urls import page_url


def trail(base: Base, item: Item[Any]) -> list[Strings]:
    """The pages above this one, home first; empty for the home page."""
    if page_url(item.path) == "":
        return []
    found = [_link("Accueil", "")]
    if item.collection in ("cycles", "ateliers"):
        found.append(_link("Cycles", "cycles/"))
    if item.collection == "pratiques" or item.path.startswith("docs/pratiques/par-"):
        found.append(_link("Pratiques", "pratiques/"))
    if item.path.startswith("docs/experiences/") and not item.path.endswith("/index.md"):
        found.append(_link("Expériences", "experiences/"))
    if item.path.startswith("docs/contribuer/") and not item.path.endswith("/index.md"):
        found.append(_link("Contribuer", "contribuer/"))
    if item.path.startswith("docs/arbres/") and not item.path.endswith("/index.md"):
        found.append(_link("Arbres de décision", "arbres/"))
    if isinstance(item.fiche, PageGuide) and item.id != "index":
        found.append(_link("Guide 3DS", "guide-3ds/"))
    if isinstance(item.fiche, Atelier):
        above = base.items["cycles"][item.fiche.cycle]
        found.append(_link(above.fiche.titre, page_url(above.path)))
    return found


def neighbours(base: Base, item: Item[Any]) -> dict[str, Strings]:
    """`precedent` and `suivant`, among siblings: cycles, ateliers, trees, pages of the guide."""
    siblings: list[Item[Any]] = []
    if isinstance(item.fiche, Atelier):
        siblings = [*ateliers_of(base, item.fiche.cycle)]
    elif isinstance(item.fiche, Cycle):
        siblings = [*base.cycles]
    elif isinstance(item.fiche, PageGuide):
        siblings = [*guide_pages(base)]
    elif item.path.startswith("docs/arbres/"):
        siblings = [page for page, _ in shown(base)]
    if item not in siblings:
        return {}
    here = siblings.index(item)
    found = {}
    if here > 0:
        found["precedent"] = _link(
            siblings[here - 1].fiche.titre, page_url(siblings[here - 1].path)
        )
    if here + 1 < len(siblings):
        found["suivant"] = _link(siblings[here + 1].fiche.titre, page_url(siblings[here + 1].path))
    return found


def guide_pages(base: Base) -> list[Item[PageGuide]]:
    """The pages of the guide in the order of the menu; those it forgets come last."""
    order = {path: rank for rank, (path, _, _) in enumerate(menu(base.root))}
    return sorted(base.guide, key=lambda one: order.get(one.path, len(order)))


def _link(name: str, url: str) -> Strings:
    return {"nom": text(name), "url": f"@/{url}"}
