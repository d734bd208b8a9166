"""Which feeds the site offers, and what each holds: nothing without an address to give."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..load import Base, Item
from ..search.documents import KINDS, address
from .parts import Strings, text
from .watch_parts import FEED, PAGE

MOST = 50
"""Entries of a feed: the latest ones."""
HOME = "flux/"
_LEFT_OUT = ("pages", "ressources")
"""Pages of service are not news, and a resource is dated by its reading alone."""


@dataclass(frozen=True)
class Feed:
    """`path` and `page`, its page for people, are from the root of the site."""

    path: str
    titre: str
    page: str
    items: tuple[Item[Any], ...]


def feeds(base: Base) -> list[Feed]:
    """Every feed that has something to say, the one for everything first."""
    if base.reglages is None or base.reglages.site_url is None or base.taxonomie is None:
        return []
    made = [_feed(base, "tout", "Tout ce qui paraît et change", lambda _: True)]
    for name, label in base.taxonomie.publics.items():
        made.append(_feed(base, f"public-{name}", f"Pour : {label.nom.lower()}", _of_public(name)))
    for cycle in base.cycles:
        made.append(_feed(base, f"cycle-{cycle.id}", cycle.fiche.titre, _of_cycle(cycle.id)))
    made.append(Feed(FEED, "Veille du guide 3DS", PAGE, tuple(base.evolutions)))
    return [one for one in made if one.items]


def links(base: Base) -> list[Strings]:
    """The feeds, as the pages link to them."""
    return [{"url": f"@/{one.path}", "titre": text(one.titre)} for one in feeds(base)]


def changed(item: Item[Any]) -> date:
    """The last day when an item appeared, was read over, or changed its meaning."""
    changes = (one.le for one in item.fiche.changements)
    last: date = max(item.fiche.publie_le, item.fiche.verifie_le, *changes)
    return last


def _feed(base: Base, name: str, title: str, keeps: Callable[[Item[Any]], bool]) -> Feed:
    kept = sorted(filter(keeps, _dated(base)), key=lambda one: (one.collection, one.id))
    kept.sort(key=changed, reverse=True)
    return Feed(f"flux/{name}.xml", title, HOME, tuple(kept[:MOST]))


def _dated(base: Base) -> Iterator[Item[Any]]:
    for collection in KINDS:
        if collection not in _LEFT_OUT:
            yield from base.items.get(collection, {}).values()


def _of_public(name: str) -> Callable[[Item[Any]], bool]:
    return lambda item: name in getattr(item.fiche, "publics", ())


def _of_cycle(name: str) -> Callable[[Item[Any]], bool]:
    def keeps(item: Item[Any]) -> bool:
        own = item.id if item.collection == "cycles" else getattr(item.fiche, "cycle", None)
        return name == own or name in getattr(item.fiche, "cycles", ())

    return keeps


__all__ = ["HOME", "Feed", "address", "changed", "feeds", "links"]
