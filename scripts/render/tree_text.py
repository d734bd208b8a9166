"""A decision tree as plain text: everything it says, then every path, for a lawyer to read."""

from collections import defaultdict
from collections.abc import Iterable
from textwrap import fill

from ..load import Base, Item
from ..model import Arbre, Choix, Conclusion, Source
from ..model.walk import Way, paths
from .dates import french_date
from .labels import GENRES, STATUTS
from .parts import plain
from .prose import upper
from .tree_lists import names, shown, size
from .typography import typeset
from .urls import page_url

WIDTH = 96


def tree_text(base: Base, item: Item[Arbre]) -> str:
    """The questions, the conclusions, and the paths, numbered as on the page.

    No date and no address in it: it changes only when the tree says something else.
    """
    arbre, called = item.fiche, names(item.fiche)
    ways = list(paths(arbre))
    leading: defaultdict[str, list[str]] = defaultdict(list)
    for rank, way in enumerate(ways, 1):
        leading[way.conclusion].append(str(rank))
    blocks = [_line(arbre.titre.upper()), _line(arbre.resume), "LES QUESTIONS"]
    for name in called:
        if name in arbre.questions:
            blocks.append(_question(base, arbre.questions[name], called[name], called))
    blocks.append("LES CONCLUSIONS")
    for name in called:
        if name in arbre.conclusions:
            said = _conclusion(base, arbre.conclusions[name], called[name])
            blocks.append(f"{said}\n{_line(_through(leading[name]), 2)}")
    blocks += ["RÉSERVE", _line(plain(arbre.reserve))] if arbre.reserve else []
    blocks.append(f"LES {len(ways)} CHEMINS")
    blocks += [_way(arbre, way, rank, called) for rank, way in enumerate(ways, 1)]
    return "\n\n".join(blocks) + "\n"


def heading(base: Base, item: Item[Arbre]) -> str:
    """Where the tree stands, and how far it has been verified."""
    arbre = item.fiche
    pages = [f"/{page_url(page.path)}" for page, tree in shown(base) if tree.id == item.id]
    read = f"{upper(STATUTS[arbre.statut])} le {french_date(arbre.verifie_le)}"
    lawyer = f"relu par {arbre.relu_par}" if arbre.relu_par else "non relu par un juriste"
    where = f"{item.path}, {pages[0] if pages else 'montré par aucune page'}"
    return f"{'=' * WIDTH}\n{where}\n{size(arbre)}. {read}, {lawyer}."


def _question(base: Base, choix: Choix, name: str, called: dict[str, str]) -> str:
    lines = [_line(f"{upper(name)}. {choix.question}")]
    lines += [_line(f"Aide : {plain(choix.aide)}", 2)] if choix.aide else []
    lines += [_line(f"- {one.reponse} → {called[one.vers]}", 2) for one in choix.reponses]
    return "\n".join([*lines, _sources(base, choix.sources)])


def _conclusion(base: Base, one: Conclusion, name: str) -> str:
    lines = [
        _line(f"{upper(name)}. {GENRES[one.genre].upper()}. {one.titre}"),
        _line(f"Pourquoi : {plain(one.pourquoi)}", 2),
        _line("Que faire :", 2),
        *(_line(f"{rank}. {plain(step)}", 4) for rank, step in enumerate(one.suites, 1)),
    ]
    if one.autres_voies:
        lines += [
            _line("Autres voies :", 2),
            *(_line(f"- {plain(way)}", 4) for way in one.autres_voies),
        ]
    lines += [_line(f"Incertain : {plain(one.reserve)}", 2)] if one.reserve else []
    return "\n".join([*lines, _sources(base, one.sources)])


def _way(arbre: Arbre, way: Way, rank: int, called: dict[str, str]) -> str:
    lines = [f"Chemin {rank}"]
    for number, (question, answer) in enumerate(way.steps, 1):
        choix = arbre.questions[question]
        lines.append(_line(f"{number}. {choix.question} → {choix.reponses[answer].reponse}", 2))
    end = arbre.conclusions[way.conclusion]
    verdict = f"{GENRES[end.genre].upper()} ({called[way.conclusion]})"
    return "\n".join([*lines, _line(f"= {verdict}. {end.titre}", 2)])


def _through(ranks: list[str]) -> str:
    return f"Par {'les chemins' if len(ranks) > 1 else 'le chemin'} {', '.join(ranks)}"


def _sources(base: Base, cited: Iterable[Source]) -> str:
    return _line(f"Sources : {' ; '.join(_source(base, one) for one in cited)}", 2)


def _source(base: Base, one: Source) -> str:
    ressource = base.items["ressources"][one.ressource].fiche
    return ", ".join(filter(None, (ressource.cite or ressource.titre, one.precision)))


def _line(text: str, indent: int = 0) -> str:
    """A paragraph of plain text; what follows its first line is set a little further."""
    return fill(
        typeset(text),
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + 2 if indent else 0),
        break_long_words=False,
        break_on_hyphens=False,
    )
