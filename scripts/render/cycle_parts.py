"""The parts of a cycle page and of an atelier page."""

import re

from ..load import Base, Item
from ..model import Atelier, Cycle, Etape, Frein
from .labels import ETATS
from .parts import Strings, by_rank, by_title, duration, question, ressource, rich, text
from .sessions import sessions
from .takeaways import takeaways
from .urls import page_url

STRIP_WIDTH = 720
"""Width of the agenda strip, in its own units."""
GUIDE_CYCLE = "acteurs-publics"
"""The cycle whose colour and sign the guide wears, and that leads to it."""


def cycle_card(base: Base, item: Item[Cycle]) -> Strings:
    """A cycle as other pages show it."""
    return {
        "id": item.id,
        "url": "@/" + page_url(item.path),
        "nom": text(item.fiche.titre),
        "question": text(item.fiche.question),
        "resume": text(item.fiche.resume),
        "ordre": item.fiche.ordre,
        "etat": _state([one.fiche for one in ateliers_of(base, item.id)]),
    }


def cycle(base: Base, item: Item[Cycle]) -> Strings:
    """The whole page of a cycle; its title is its question."""
    fiche = item.fiche
    freins = base.taxonomie.freins.items() if base.taxonomie else ()
    listed = [one for one in base.ressources if one.fiche.liste and item.id in one.fiche.cycles]
    asked = [one for one in base.questions if item.id in one.fiche.cycles]
    return cycle_card(base, item) | {
        "titre": text(fiche.question),
        "pour_qui": [rich(ligne, item.path) for ligne in fiche.pour_qui],
        "questions": [rich(one, item.path) for one in fiche.questions],
        "freins": [_frein(base, i, frein) for i, frein in freins if frein.cycle == item.id],
        "ateliers": [atelier_card(one) for one in ateliers_of(base, item.id)],
        "livrables": [one for one in takeaways(base) if one["cycle"] == item.id],
        "ressources": [ressource(one) for one in sorted(listed, key=by_title)],
        "faq": [question(one) for one in sorted(asked, key=by_rank)],
        "guide": _guide(base) if item.id == GUIDE_CYCLE else None,
    }


def ateliers_of(base: Base, cycle_id: str) -> list[Item[Atelier]]:
    """The ateliers of a cycle, in order."""
    return [one for one in base.ateliers if one.fiche.cycle == cycle_id]


def atelier_card(item: Item[Atelier]) -> Strings:
    """An atelier as other pages show it."""
    return {
        "url": "@/" + page_url(item.path),
        "titre": text(item.fiche.titre),
        "resume": text(item.fiche.resume),
        "ordre": item.fiche.ordre,
        "duree": duration(item.fiche.duree),
        "etat": _etat(item.fiche),
    }


def atelier(base: Base, item: Item[Atelier]) -> Strings:
    """The whole page of an atelier."""
    fiche, path = item.fiche, item.path
    siblings = ateliers_of(base, fiche.cycle)
    return atelier_card(item) | {
        "cycle": cycle_card(base, base.items["cycles"][fiche.cycle]),
        "seances": sessions(item),
        "participants": f"{fiche.participants.min} à {fiche.participants.max} personnes",
        "materiel": [text(line) for line in fiche.materiel],
        "objectifs": [rich(line, path) for line in fiche.objectifs],
        "roles": [{"role": text(one.role), "fait": rich(one.fait, path)} for one in fiche.roles],
        "deroule": _steps(fiche.deroule, fiche.duree, path),
        "questions": [text(line) for line in fiche.questions],
        "sorties": [rich(line, path) for line in fiche.sorties],
        "avant": [atelier_card(one) for one in siblings if one.fiche.ordre == fiche.ordre - 1],
        "apres": [atelier_card(one) for one in siblings if one.fiche.ordre == fiche.ordre + 1],
    }


def _steps(steps: list[Etape], total: int, path: str) -> list[Strings]:
    """Each step with its start, and its place on the strip in proportion to its minutes."""
    start = 0
    found = []
    for rank, step in enumerate(steps, 1):
        left, width = start * STRIP_WIDTH / total, step.minutes * STRIP_WIDTH / total
        found.append(
            {
                "rang": rank,
                "debut": f"{start // 60}\u00a0h\u00a0{start % 60:02}",
                "minutes": step.minutes,
                "titre": text(step.titre),
                "consigne": rich(step.consigne, path),
                "gauche": round(left, 1),
                "largeur": round(width - 2, 1),
                "milieu": round(left + width / 2, 1),
            }
        )
        start += step.minutes
    return found


def _frein(base: Base, frein_id: str, frein: Frein) -> Strings:
    asked = [one for one in base.questions if frein_id in one.fiche.freins]
    listed = [one for one in base.ressources if frein_id in one.fiche.freins and one.fiche.liste]
    return {
        "id": frein_id,
        "nom": text(frein.nom),
        "description": rich(frein.description, "docs/index.md"),
        "pratiques": [
            {"titre": text(one.fiche.titre), "url": "@/" + page_url(one.path)}
            for one in base.pratiques
            if frein_id in one.fiche.freins
        ],
        "questions": [question(one) for one in sorted(asked, key=by_rank)],
        "ressources": [ressource(one) for one in sorted(listed, key=by_title)],
    }


def _etat(atelier: Atelier) -> str:
    label = ETATS[atelier.etat]
    if atelier.etat == "annonce" and atelier.annonce_en:
        return f"{label} en {atelier.annonce_en}"
    return label


def _state(ateliers: list[Atelier]) -> str:
    """One state for a cycle when its ateliers share it, else a count."""
    labels = [_etat(one) for one in ateliers]
    if len(set(labels)) == 1:
        several = re.sub("annoncé|publié", r"\g<0>s", labels[0])
        return f"{len(labels)} ateliers {several}"
    done = sum(one.etat == "publie" for one in ateliers)
    return f"ateliers publiés : {done} sur {len(labels)}"


def _guide(base: Base) -> Strings | None:
    """The first page of the guide, once there is one."""
    item = base.items.get("guide", {}).get("index")
    if item is None:
        return None
    fiche = item.fiche
    return {
        "url": "@/" + page_url(item.path),
        "titre": text(fiche.titre),
        "resume": text(fiche.resume),
    }
