"""The parts of a decision tree: its places in walking order, each with what follows it."""

import re
from collections import Counter
from datetime import date

from ..load import Base, Item
from ..model import Arbre, Choix, Conclusion
from ..model.walk import arrows, longest
from .dates import french_date
from .labels import GENRES, LECTURES
from .notices import notice
from .parts import Strings, rich, short_source, text
from .prose import upper
from .tree_lists import names, size
from .urls import place_anchor

OWN_ANCHORS = ("arbre", "arbre-entier", "arbre-reponses")
"""What the template itself names on the page of a tree."""


def tree(base: Base, item: Item[Arbre], today: date) -> Strings:
    """The whole tree: questions, then conclusions, each in the order a reader meets them."""
    arbre = item.fiche
    called = names(arbre)
    left = longest(arrows(arbre), arbre.debut)
    return {
        "taille": size(arbre),
        "questions": [
            _question(base, item, name, called) | {"reste": len(left[name]) - 1}
            for name in called
            if name in arbre.questions
        ],
        "conclusions": [
            _conclusion(base, item, name, called) for name in called if name in arbre.conclusions
        ],
        "sources": [short_source(base, one) for one in arbre.sources],
        "lecture": LECTURES[arbre.statut],
        "reserve": rich(arbre.reserve, item.path),
        "avis": notice(arbre.valable_jusqu_au, today),
        "verifie_le": french_date(arbre.verifie_le),
        "relu_par": text(arbre.relu_par or ""),
    }


def _question(base: Base, item: Item[Arbre], name: str, called: dict[str, str]) -> Strings:
    choix: Choix = item.fiche.questions[name]
    return _place(item.fiche, name, called) | {
        "question": text(choix.question),
        "aide": _block(choix.aide, item.path),
        "reponses": _answers(item.fiche, choix, called),
        "sources": [short_source(base, one) for one in choix.sources],
    }


def _answers(arbre: Arbre, choix: Choix, called: dict[str, str]) -> list[Strings]:
    """`cle` names an answer in a shared address: where it leads, then its rank among its like."""
    seen: Counter[str] = Counter()
    found = []
    for one in choix.reponses:
        seen[one.vers] += 1
        found.append(
            {
                "texte": text(one.reponse),
                "ancre": place_anchor(arbre, one.vers),
                "suite": called[one.vers],
                "cle": f"{one.vers}~{seen[one.vers]}" if seen[one.vers] > 1 else one.vers,
            }
        )
    return found


def _conclusion(base: Base, item: Item[Arbre], name: str, called: dict[str, str]) -> Strings:
    one: Conclusion = item.fiche.conclusions[name]
    return _place(item.fiche, name, called) | {
        "genre": one.genre,
        "verdict": upper(GENRES[one.genre]),
        "titre": text(one.titre),
        "pourquoi": _block(one.pourquoi, item.path),
        "suites": [rich(line, item.path) for line in one.suites],
        "autres_voies": [rich(line, item.path) for line in one.autres_voies],
        "reserve": rich(one.reserve, item.path),
        "sources": [short_source(base, source) for source in one.sources],
    }


def _place(arbre: Arbre, name: str, called: dict[str, str]) -> Strings:
    return {"ancre": place_anchor(arbre, name), "nom": upper(called[name])}


def _block(value: str | None, path: str) -> str:
    """Prose as paragraphs, even when there is only one."""
    done = rich(value, path)
    return done if re.match(r"<(?:p|ul|ol)\b", done) else done and f"<p>{done}</p>"
