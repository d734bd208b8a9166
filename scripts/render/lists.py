"""List pages as Markdown: resources by type, questions by audience, glossary.

Written in Markdown rather than HTML so that headings, anchors and the search
see each item, and so that every engine renders them alike.
"""

import re
from collections.abc import Iterable
from typing import Any

from ..load import Base, Item
from ..model import Question, Ressource, Source, Terme
from ..model.settings import Reglages
from .dates import french_date
from .labels import LANGUES, STATUTS
from .sorting import sort_key

PROOF = "{: .preuve }"
"""Ends a paragraph that gives the proof of what stands above it."""


def ressources(base: Base) -> str:
    """Every listed resource, grouped by type in the order of the taxonomy."""
    types = base.taxonomie.types_de_ressource if base.taxonomie else {}
    blocks = []
    for type_id, label in types.items():
        items = [r for r in base.ressources if r.fiche.type == type_id and r.fiche.liste]
        if items:
            items.sort(key=lambda item: sort_key(item.fiche.titre))
            blocks += [f"## {md(label.nom)} {{#{type_id}}}", md(label.description)]
            blocks += [_ressource(base, item) for item in items]
    return "\n\n".join(blocks)


def questions(base: Base) -> str:
    """Every question under the first of its audiences, with its answer and sources."""
    publics = base.taxonomie.publics if base.taxonomie else {}
    blocks = []
    for public_id, public in publics.items():
        items = [q for q in base.questions if q.fiche.publics[0] == public_id]
        if items:
            items.sort(key=lambda item: item.fiche.ordre)
            blocks.append(f"## {md(public.nom)} {{#{public_id}}}")
            blocks += [_question(base, item) for item in items]
    return "\n\n".join(blocks)


def glossaire(base: Base) -> str:
    """Every term in alphabetical order, accents aside, under its first letter."""
    blocks = []
    letter = ""
    for item in sorted(base.termes, key=lambda one: sort_key(one.fiche.terme)):
        first = sort_key(item.fiche.terme)[:1].upper()
        if first != letter:
            letter = first
            blocks.append(f"## {letter} {{#lettre-{letter.lower()}}}")
        blocks.append(_terme(base, item))
    return "\n\n".join(blocks)


def pages(base: Base) -> str:
    """Every page, by title, for who searches without JavaScript."""
    items: list[Item[Any]] = [
        *base.pages,
        *base.cycles,
        *base.ateliers,
        *base.pratiques,
        *base.guide,
    ]
    names = {item.path: getattr(item.fiche, "question", item.fiche.titre) for item in items}
    ordered = sorted(names, key=lambda path: sort_key(names[path]))
    return "\n".join(f"- [{md(names[path])}]({path.removeprefix('docs/')})" for path in ordered)


def mentions(reglages: Reglages) -> str:
    """Who publishes, as far as the settings say, and what they do not say yet."""
    labels = {
        "editeur": "Éditeur",
        "directeur_publication": "Direction de la publication",
        "hebergeur": "Hébergement",
        "contact": "Contact",
        "soutien": "Soutien",
    }
    filled = {label: getattr(reglages, key) for key, label in labels.items()}
    lines = [f"- {label} : {md(value)}" for label, value in filled.items() if value]
    if reglages.unpublishable():
        lines.insert(
            0,
            "Cette copie du site n’a pas encore d’éditeur complet : elle sert à la préparation "
            "et n’est pas destinée au public.\n",
        )
    return "\n".join(["## Qui publie {#qui-publie}", "", *lines])


def contact(reglages: Reglages) -> str:
    """How to write to the team: through the repository, when there is one."""
    if not reglages.repo_url:
        return ""
    return (
        "## Nous écrire {#contact}\n\n"
        f"Une erreur, une source, une question : ouvrez un ticket dans [le dépôt du site]"
        f"({reglages.repo_url}). Il est public : n’y mettez aucune donnée personnelle."
    )


def _ressource(base: Base, item: Item[Ressource]) -> str:
    ressource = item.fiche
    facts = [md(ressource.editeur), str(ressource.annee) if ressource.annee else "sans date"]
    facts += [LANGUES[ressource.langue]] if LANGUES[ressource.langue] else []
    facts.append(f"pour {_publics(base, ressource.publics)}")
    lines = [
        f"### {_titled(ressource)} {{#{item.id}}}",
        f"{' · '.join(facts)}\n{PROOF}",
        md(ressource.resume),
    ]
    if ressource.reserve:
        lines.append(f"À savoir : {_lower(ressource.reserve)}")
    return "\n\n".join(lines)


def _question(base: Base, item: Item[Question]) -> str:
    question = item.fiche
    lines = [f"### {md(question.question)} {{#{item.id}}}", question.reponse]
    if question.reserve:
        lines.append(f"Ce qui reste incertain : {_lower(question.reserve)}")
    others = question.publics[1:]
    facts = [f"Sources : {_sources(base, question.sources)}"]
    facts.append(f"{_upper(STATUTS[question.statut])} le {french_date(question.verifie_le)}")
    if others:
        facts.append(f"Aussi pour {_publics(base, others)}")
    return "\n\n".join([*lines, f"{'. '.join(facts)}.\n{PROOF}"])


def _terme(base: Base, item: Item[Terme]) -> str:
    terme = item.fiche
    lines = [f"### {md(terme.terme)} {{#{item.id}}}", terme.definition]
    if terme.reserve:
        lines.append(f"Ce qui reste incertain : {_lower(terme.reserve)}")
    facts = [f"Source : {_sources(base, terme.sources)}"]
    if terme.nature:
        facts.append("Définition proposée par la rédaction")
    others = [base.items["glossaire"][other].fiche.terme for other in terme.voir_aussi]
    if others:
        links = [f"[{md(t)}](#{i})" for t, i in zip(others, terme.voir_aussi, strict=True)]
        facts.append(f"Voir aussi {', '.join(links)}")
    return "\n\n".join([*lines, f"{'. '.join(facts)}.\n{PROOF}"])


def _titled(ressource: Ressource) -> str:
    language = f"{{lang={ressource.langue}}}" if ressource.langue != "fr" else ""
    if ressource.url:
        return f"[{md(ressource.titre)}]({ressource.url}){language}"
    return f"*{md(ressource.titre)}*{language}" if language else md(ressource.titre)


def _sources(base: Base, sources: Iterable[Source]) -> str:
    return " ; ".join(_source(base, source) for source in sources)


def _source(base: Base, source: Source) -> str:
    ressource = base.items["ressources"][source.ressource].fiche
    year = f", {ressource.annee}" if ressource.annee else ""
    where = f", {md(source.precision)}" if source.precision else ""
    return f"{_titled(ressource)}, {md(ressource.editeur)}{year}{where}"


def _publics(base: Base, ids: Iterable[str]) -> str:
    publics = base.taxonomie.publics if base.taxonomie else {}
    return ", ".join(_lower(publics[i].nom) for i in ids)


def _upper(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _lower(sentence: str) -> str:
    """Lowers a leading capital, unless it begins an acronym."""
    return sentence[:1].lower() + sentence[1:] if sentence[1:2].islower() else sentence


def md(text: str) -> str:
    """Plain text as Markdown shows it literally."""
    return re.sub(r"([\\`*_\[\]{}<>#|])", r"\\\1", text)
