"""The parts of a practice sheet, and of the experiences it leans on."""

from typing import Any

from ..load import Base, Item
from ..model import Experience, Pratique
from .cycle_parts import cycle_card
from .parts import Strings, rich, text
from .urls import anchor_url, page_url

EFFORTS = {
    1: "léger : une personne, quelques heures",
    2: "moyen : deux ou trois personnes, quelques jours",
    3: "soutenu : un projet, plusieurs semaines",
}


def practice_card(base: Base, item: Item[Pratique]) -> Strings:
    """A sheet as lists show it: what, for whom, how much effort."""
    fiche = item.fiche
    taxonomie = base.taxonomie
    assert taxonomie is not None
    return {
        "id": item.id,
        "url": "@/" + page_url(item.path),
        "titre": text(fiche.titre),
        "resume": text(fiche.resume),
        "cycle": fiche.cycle,
        "format": text(taxonomie.formats[fiche.format].nom),
        "effort": fiche.effort,
        "effort_dit": EFFORTS[fiche.effort],
        "delai": text(fiche.delai.rstrip(".")),
        "premier_pas": text(fiche.premier_pas),
        "publics": [text(taxonomie.publics[one].nom) for one in fiche.publics],
        "freins": [
            {"id": one, "nom": text(taxonomie.freins[one].nom)}
            | {"url": f"{_cycle_url(base, taxonomie.freins[one].cycle)}#{one}"}
            for one in fiche.freins
        ],
        "facettes": facets(item),
    }


def facets(item: Item[Pratique]) -> Strings:
    """The facet values of a sheet, as ids joined by spaces."""
    fiche = item.fiche
    return {
        "public": " ".join(fiche.publics),
        "cycle": fiche.cycle,
        "frein": " ".join(fiche.freins),
        "format": fiche.format,
        "effort": str(fiche.effort),
    }


def practice(base: Base, item: Item[Pratique]) -> Strings:
    """The whole sheet: facts, signs of success, experiences, neighbours."""
    fiche = item.fiche
    atelier = base.items.get("ateliers", {}).get(fiche.atelier or "")
    return practice_card(base, item) | {
        "cycle_carte": cycle_card(base, base.items["cycles"][fiche.cycle]),
        "atelier": _link(atelier) if atelier else None,
        "indicateurs": [text(one) for one in fiche.indicateurs],
        "experiences": [
            experience_card(base.items["experiences"][one]) for one in fiche.experiences
        ],
        "voisines": [practice_card(base, one) for one in related(base, item)],
    }


def related(base: Base, item: Item[Pratique]) -> list[Item[Pratique]]:
    """The sheets this one names, then those that name it: links go both ways."""
    named = [base.items["pratiques"][one] for one in item.fiche.voir_aussi]
    naming = [one for one in base.pratiques if item.id in one.fiche.voir_aussi]
    found = {one.id: one for one in (*named, *naming) if one.id != item.id}
    return list(found.values())


def experience_card(item: Item[Experience]) -> Strings:
    """An experience as a sheet shows it."""
    fiche = item.fiche
    return {
        "url": anchor_url(f"experiences/{fiche.cycle}", item.id),
        "titre": text(fiche.titre),
        "organisation": text(fiche.organisation),
        "date": text(fiche.date),
        "prouve": rich(fiche.prouve, item.path),
    }


def _link(item: Item[Any]) -> Strings:
    return {"nom": text(item.fiche.titre), "url": "@/" + page_url(item.path)}


def _cycle_url(base: Base, cycle: str) -> str:
    return "@/" + page_url(base.items["cycles"][cycle].path)
