"""The parts of a page of the guide: what it is worth, until when, its neighbours."""

from datetime import date

from ..load import Base, Item
from ..model import PageGuide
from .citations import anchor
from .config import labels
from .dates import french_date
from .doors import GUIDE_DOORS
from .navigation import guide_pages
from .parts import Strings, text
from .timeline import timeline
from .urls import page_url
from .watch_parts import feed, watch

HOME, WATCH = "index", "veille"
ON_ONE_PAGE = ("en-une-page-mairie", "en-une-page-agent")
"""Pages that must print on one sheet of A4."""


def guide_menu(base: Base) -> list[Strings]:
    """The pages of the guide, in the order of the menu, by their short names."""
    named = labels(base.root)
    return [
        {"url": "@/" + page_url(one.path), "nom": text(named.get(one.path, one.fiche.titre))}
        for one in guide_pages(base)
    ]


def guide(base: Base, item: Item[PageGuide], today: date) -> Strings:
    """What only the pages of the guide show."""
    fiche = item.fiche
    assert base.taxonomie is not None
    assert base.experimentation is not None
    parts: Strings = {
        "nom": text(labels(base.root).get(item.path, fiche.titre)),
        "relu_par": text(fiche.relu_par or ""),
        "fin": french_date(base.experimentation.fin),
        "publics": [text(base.taxonomie.publics[one].nom) for one in fiche.publics],
        "ancres": _anchors(fiche),
        "imprimable": item.id in ON_ONE_PAGE,
    }
    if item.id == HOME:
        parts |= {"portes": _doors(base), "calendrier": timeline(base, today)}
    if item.id == WATCH:
        parts |= {"veille": watch(base), "flux": feed(base)}
    return parts


def _anchors(fiche: PageGuide) -> list[str]:
    """The anchor of each source of the page; a resource listed twice has one."""
    names = [one.ressource for one in fiche.sources]
    return ["" if name in names[:rank] else anchor(name) for rank, name in enumerate(names)]


def _doors(base: Base) -> list[Strings]:
    pages = base.items.get("guide", {})
    return [
        {
            "nom": text(door.nom),
            "texte": text(door.texte),
            "pages": [
                {"url": "@/" + page_url(pages[one].path), "titre": text(pages[one].fiche.titre)}
                for one in door.pages
                if one in pages
            ],
        }
        for door in GUIDE_DOORS
    ]
