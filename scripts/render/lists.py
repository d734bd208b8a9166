"""List pages as Markdown: resources by type, questions by audience, glossary.

Written in Markdown rather than HTML so that headings, anchors and the search
see each item, and so that every engine renders them alike.
"""

from ..load import Base, Item
from ..model import Question, Ressource, Terme
from .dates import french_date
from .labels import LANGUES, STATUTS
from .prose import PROOF, ending, improve, lower, md, publics, sources, titled, upper
from .sorting import sort_key


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
    known = base.taxonomie.publics if base.taxonomie else {}
    blocks = []
    for public_id, public in known.items():
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


def _ressource(base: Base, item: Item[Ressource]) -> str:
    ressource = item.fiche
    facts = [md(ressource.editeur), str(ressource.annee) if ressource.annee else "sans date"]
    facts += [LANGUES[ressource.langue]] if LANGUES[ressource.langue] else []
    facts.append(f"pour {publics(base, ressource.publics)}")
    lines = [
        f"### {titled(ressource)} {{#{item.id}}}",
        f"{' · '.join(facts)}{improve(base, item)}\n{PROOF}",
        md(ressource.resume),
    ]
    if ressource.reserve:
        lines.append(f"À savoir : {lower(ressource.reserve)}")
    return "\n\n".join(lines)


def _question(base: Base, item: Item[Question]) -> str:
    question = item.fiche
    lines = [f"### {md(question.question)} {{#{item.id}}}", question.reponse]
    if question.reserve:
        lines.append(f"Ce qui reste incertain : {lower(question.reserve)}")
    lines += ending(question)
    others = question.publics[1:]
    facts = [f"Sources : {sources(base, question.sources)}"]
    facts.append(f"{upper(STATUTS[question.statut])} le {french_date(question.verifie_le)}")
    if others:
        facts.append(f"Aussi pour {publics(base, others)}")
    return "\n\n".join([*lines, f"{'. '.join(facts)}.{improve(base, item)}\n{PROOF}"])


def _terme(base: Base, item: Item[Terme]) -> str:
    terme = item.fiche
    lines = [f"### {md(terme.terme)} {{#{item.id}}}", terme.definition]
    if terme.reserve:
        lines.append(f"Ce qui reste incertain : {lower(terme.reserve)}")
    lines += ending(terme)
    facts = [f"Source : {sources(base, terme.sources)}"]
    if terme.nature:
        facts.append("Définition proposée par la rédaction")
    others = [base.items["glossaire"][other].fiche.terme for other in terme.voir_aussi]
    if others:
        links = [f"[{md(t)}](#{i})" for t, i in zip(others, terme.voir_aussi, strict=True)]
        facts.append(f"Voir aussi {', '.join(links)}")
    return "\n\n".join([*lines, f"{'. '.join(facts)}.{improve(base, item)}\n{PROOF}"])
