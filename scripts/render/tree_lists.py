"""Decision trees as the rest of the site names them: their pages, their size, their places."""

from typing import Any

from ..load import Base, Item
from ..model import Arbre
from ..model.walk import arrows, order
from .parts import Strings, text
from .sorting import sort_key
from .urls import page_url

Shown = tuple[Item[Any], Item[Arbre]]
"""A page, and the tree it shows."""


def shown(base: Base) -> list[Shown]:
    """Every page that shows a tree, in the alphabetical order of the trees."""
    pages: list[Item[Any]] = [*base.guide, *base.pages]
    found = [(page, base.items["arbres"][page.fiche.arbre]) for page in pages if page.fiche.arbre]
    return sorted(found, key=lambda one: sort_key(one[1].fiche.titre))


def cards(base: Base) -> list[Strings]:
    """Every tree that a page shows, as the list of trees shows it."""
    assert base.taxonomie is not None
    publics = base.taxonomie.publics
    return [
        {
            "id": item.id,
            "url": "@/" + page_url(page.path),
            "titre": text(item.fiche.titre),
            "resume": text(item.fiche.resume),
            "taille": size(item.fiche),
            "publics": [text(publics[one].nom) for one in item.fiche.publics],
        }
        for page, item in shown(base)
    ]


def names(arbre: Arbre) -> dict[str, str]:
    """« question 3 », « conclusion B »: each place by its id, as a reader meets them."""
    leads = arrows(arbre)
    questions = [one for one in order(leads, arbre.debut) if one in leads]
    ends = dict.fromkeys(to for one in questions for to in leads[one] if to not in leads)
    return {
        **{one: f"question {rank}" for rank, one in enumerate(questions, 1)},
        **{one: f"conclusion {_letter(rank)}" for rank, one in enumerate(ends)},
    }


def size(arbre: Arbre) -> str:
    """« 3 questions, 4 conclusions »."""
    counts = ((len(arbre.questions), "question"), (len(arbre.conclusions), "conclusion"))
    return ", ".join(f"{n} {noun}{'s' if n > 1 else ''}" for n, noun in counts)


def _letter(rank: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    before, last = divmod(rank, 26)
    return (_letter(before - 1) if before else "") + chr(ord("A") + last)
