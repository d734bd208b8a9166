"""What is new: publications, re-readings and changes of meaning, day by day."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..load import Base, Item
from .dates import french_date
from .prose import md
from .urls import rebase

NOUNS = {
    "pratiques": ("fiche pratique", "fiches pratiques", "pratiques/index.md"),
    "experiences": ("expérience", "expériences", "experiences/index.md"),
    "metiers": ("métier", "métiers", "metiers.md"),
    "pays": ("pays", "pays", "pays.md"),
    "chiffres": ("série de chiffres", "séries de chiffres", "chiffres.md"),
    "arbres": ("arbre de décision", "arbres de décision", "arbres/index.md"),
    "guide": ("page du guide 3DS", "pages du guide 3DS", "guide-3ds/index.md"),
    "veille": ("évolution suivie", "évolutions suivies", "guide-3ds/veille.md"),
    "cycles": ("cycle", "cycles", "cycles/index.md"),
    "ateliers": ("fiche d’atelier", "fiches d’atelier", "cycles/index.md"),
    "faq": ("question", "questions", "faq.md"),
    "glossaire": ("mot du glossaire", "mots du glossaire", "glossaire.md"),
    "ressources": ("ressource consultée", "ressources consultées", "ressources.md"),
}


PLACES = {
    "faq": ("question", "faq.md#{id}"),
    "glossaire": ("terme", "glossaire.md#{id}"),
    "experiences": ("titre", "experiences/{cycle}.md#{id}"),
    "metiers": ("metier", "metiers.md#{id}"),
    "pays": ("pays", "pays.md#{id}"),
    "chiffres": ("titre", "chiffres.md"),
    "arbres": ("titre", "arbres/index.md"),
    "veille": ("titre", "guide-3ds/veille.md#{id}"),
}
"""How an item without a page of its own is named, and the list where it stands."""


@dataclass(frozen=True)
class Day:
    """One day of news: Markdown lines whose links start from `docs/`."""

    day: date
    changes: tuple[str, ...]
    published: tuple[str, ...]
    reread: tuple[str, ...]


def days(base: Base) -> list[Day]:
    """Every day when something happened, the latest first."""
    changes: dict[date, list[str]] = defaultdict(list)
    counts: dict[date, Counter[str]] = defaultdict(Counter)
    reread: dict[date, list[str]] = defaultdict(list)
    for item in _dated(base):
        for change in item.fiche.changements:
            note = rebase(change.note, item.path, "docs/nouveautes.md")
            changes[change.le].append(f"{_link(item)} : {note}")
        if item.collection in NOUNS:
            counts[item.fiche.publie_le][item.collection] += 1
        if item.fiche.verifie_le > item.fiche.publie_le:
            reread[item.fiche.verifie_le].append(_link(item))
    for item in base.ressources:
        if item.fiche.liste:
            counts[item.fiche.consulte_le]["ressources"] += 1
    return [
        Day(day, tuple(changes[day]), tuple(_counted(counts[day])), tuple(reread[day]))
        for day in sorted({*changes, *counts, *reread}, reverse=True)
    ]


def markdown(base: Base) -> str:
    """The page « Nouveautés »: a heading a day, what changed first."""
    blocks = []
    for one in days(base):
        blocks.append(f"## {french_date(one.day)} {{#jour-{one.day.isoformat()}}}")
        lines = [f"- **Changé.** {line}" for line in one.changes]
        lines += [f"- **Publié.** {line}" for line in one.published]
        lines += [f"- **Relu.** {line}" for line in one.reread]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _dated(base: Base) -> list[Item[Any]]:
    pages = [*base.cycles, *base.ateliers, *base.pratiques, *base.guide, *base.pages]
    data = [*base.experiences, *base.metiers, *base.pays, *base.chiffres, *base.arbres]
    return [*pages, *base.questions, *base.termes, *base.evolutions, *data]


def _counted(counts: Counter[str]) -> list[str]:
    return [
        f"[{counts[name]} {plural if counts[name] > 1 else noun}]({page})"
        for name, (noun, plural, page) in NOUNS.items()
        if counts[name]
    ]


def _link(item: Item[Any]) -> str:
    """The item by its name, linked to its page or to its place in a list."""
    name_field, page = PLACES.get(item.collection, ("titre", ""))
    address = page.format(id=item.id, cycle=getattr(item.fiche, "cycle", ""))
    return f"[{md(getattr(item.fiche, name_field))}]({address or item.path.removeprefix('docs/')})"
