"""Items → what the templates of `overrides/` read, page by page.

`config.extra.site` holds the settings, the cards of the home page, and under
`pages` the parts of each page by its address. Nothing else is asked of the
renderer, so that any engine with Jinja templates can show the site.
"""

from datetime import date
from typing import Any

from ..load import Base, Item
from ..model import Atelier, Cycle, PageGuide, Pratique
from . import feeds, news, takeaways
from .a_to_z import a_to_z
from .catalogue import facet_groups
from .csp import META_POLICY, page_policy
from .cycle_parts import atelier, cycle, cycle_card
from .data_parts import datasets
from .dates import french_date
from .deliverables import templates
from .doors import DOORS
from .figures import figures
from .forge import ask_url, edit_url, proposal, report_url
from .guide_parts import guide, guide_menu
from .labels import LECTURES
from .navigation import neighbours, trail
from .notices import notice
from .parts import Strings, rich, source, text
from .practice_parts import practice, practice_card
from .sorting import sort_key
from .structured import json_ld
from .tree_lists import cards
from .tree_parts import tree
from .urls import page_url


def site_context(base: Base, today: date) -> Strings:
    """What every template may read: settings, cards, and the parts of each page."""
    assert base.reglages is not None
    latest = news.days(base)[0]
    return {
        "reglages": {k: text(v) for k, v in base.reglages.model_dump().items() if v is not None},
        "politique": META_POLICY,
        "pages": {page_url(item.path): page_parts(base, item, today) for item in _pages(base)},
        "cycles": [cycle_card(base, item) for item in base.cycles],
        "pratiques": [
            practice_card(base, item)
            for item in sorted(base.pratiques, key=lambda one: sort_key(one.fiche.titre))
        ],
        "facettes": facet_groups(base),
        "flux": feeds.links(base),
        "guide": guide_menu(base),
        "arbres": cards(base),
        "chiffres": figures(base),
        "portes": [
            {"nom": text(door.nom), "texte": text(door.texte)}
            | {"url": f"@/{door.url}", "cycle": door.cycle}
            for door in DOORS
        ],
        "nouveau": {
            "jour": french_date(latest.day),
            "lignes": [
                rich(line, "docs/index.md") for line in (*latest.changes, *latest.published)
            ],
        },
    }


def page_parts(base: Base, item: Item[Any], today: date) -> Strings:
    """The parts that all pages share, and those of its kind."""
    fiche = item.fiche
    assert base.reglages is not None
    data_block = json_ld(base, item)
    shown = getattr(fiche, "arbre", None)
    parts: Strings = {
        "genre": item.collection,
        "titre": text(fiche.titre),
        "resume": text(fiche.resume),
        "en_bref": [rich(line, item.path) for line in getattr(fiche, "en_bref", [])],
        "verifie_le": french_date(fiche.verifie_le),
        "publie_le": french_date(fiche.publie_le),
        "modifie": fiche.verifie_le.isoformat(),
        "avis": notice(fiche.valable_jusqu_au, today),
        "changements": [
            {"le": french_date(one.le), "note": rich(one.note, item.path)}
            for one in fiche.changements
        ],
        "sources": [source(base, one) for one in fiche.sources],
        "lecture": LECTURES.get(getattr(fiche, "statut", "")),
        "reserve": rich(getattr(fiche, "reserve", None), item.path),
        "proposition": getattr(fiche, "nature", None) == "proposition",
        "arbre": tree(base, base.items["arbres"][shown], today) if shown else None,
        "fil": trail(base, item),
        "voisins": neighbours(base, item),
        "modifier": text(edit_url(base.reglages, item.path)),
        "signaler": text(report_url(base.reglages, item.path)),
        "proposer": proposal(base, item.path),
        "jsonld": data_block,
        "politique": page_policy(data_block),
    }
    if isinstance(fiche, Cycle):
        parts |= cycle(base, item)
    elif isinstance(fiche, Atelier):
        parts |= atelier(base, item)
    elif isinstance(fiche, Pratique):
        parts |= practice(base, item)
    elif isinstance(fiche, PageGuide):
        parts |= guide(base, item, today)
    elif item.path == "docs/recherche.md":
        parts |= {"a_z": a_to_z(base), "demander": text(ask_url(base.reglages))}
    elif item.path == "docs/plan-d-action.md":
        parts |= {"modeles": templates(base)}
    elif item.path == "docs/livrables/index.md":
        parts |= {"emporter": takeaways.page(base)}
    elif item.path == "docs/donnees.md":
        parts |= {"jeux": datasets(base)}
    return parts


def _pages(base: Base) -> list[Item[Any]]:
    return [*base.pages, *base.cycles, *base.ateliers, *base.pratiques, *base.guide]
