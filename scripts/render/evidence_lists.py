"""List pages of what practices lean on: experiences, trades, countries, figures."""

from itertools import groupby

from ..load import Base, Item
from ..model import Experience, Metier, Pays
from .prose import PROOF, ending, lower, md, proof, sources
from .sorting import sort_key
from .urls import rebase


def experiences(base: Base, cycle: str) -> str:
    """The experiences of a cycle, each with the sheets that lean on it."""
    items = [one for one in base.experiences if one.fiche.cycle == cycle]
    items.sort(key=lambda one: sort_key(one.fiche.titre))
    return "\n\n".join(_experience(base, one) for one in items)


def metiers(base: Base) -> str:
    """Every trade under its family, in alphabetical order."""
    items = sorted(base.metiers, key=lambda one: (sort_key(one.fiche.famille), _trade(one)))
    blocks = []
    for family, members in groupby(items, key=lambda one: one.fiche.famille):
        blocks.append(f"## {md(family)}")
        blocks += [_metier(base, one) for one in members]
    return "\n\n".join(blocks)


def pays(base: Base) -> str:
    """Every country in alphabetical order, with its dated facts."""
    items = sorted(base.pays, key=lambda one: sort_key(one.fiche.pays))
    return "\n\n".join(_pays(base, one) for one in items)


def _experience(base: Base, item: Item[Experience]) -> str:
    fiche = item.fiche
    facts = [fiche.organisation, fiche.secteur, fiche.lieu, fiche.date, fiche.cadre]
    lines = [
        f"## {md(fiche.titre)} {{#{item.id}}}",
        f"{' · '.join(md(one) for one in facts if one)}\n{PROOF}",
        fiche.fait,
    ]
    if fiche.obstacle:
        lines.append(f"**L’obstacle.** {fiche.obstacle}")
    if fiche.levee:
        lines.append(f"**Comment il a été levé.** {fiche.levee}")
    lines.append(f"**Ce que cela prouve.** {fiche.prouve}")
    if fiche.reserve:
        lines.append(f"**À savoir.** {fiche.reserve}")
    sheets = [one for one in base.pratiques if item.id in one.fiche.experiences]
    if sheets:
        links = (f"[{md(one.fiche.titre)}](pratiques/{one.id}.md)" for one in sheets)
        lines.append(f"**Dans les fiches.** {' ; '.join(links)}.")
    text = rebase("\n\n".join(lines), item.path, f"docs/experiences/{fiche.cycle}.md")
    return "\n\n".join([text, *ending(fiche), proof(base, item)])


def _metier(base: Base, item: Item[Metier]) -> str:
    fiche = item.fiche
    lines = [
        f"### {md(fiche.metier)} {{#{item.id}}}",
        fiche.mission,
        f"Accueil : {md(fiche.accueil)} · {md(fiche.organisation)} · {md(fiche.cadre)}\n{PROOF}",
    ]
    if fiche.habilitation:
        lines.append(f"**{md(fiche.habilitation.rstrip('.'))}.**")
    cautions = [
        f"- {one.texte}{' *(proposition de la rédaction)*' if one.nature else ''}"
        for one in fiche.precautions
    ]
    lines += ["**Précautions**", "\n".join(cautions)]
    if fiche.reserve:
        lines.append(f"**À savoir.** {fiche.reserve}")
    return "\n\n".join([*lines, *ending(fiche), proof(base, item)])


def _pays(base: Base, item: Item[Pays]) -> str:
    fiche = item.fiche
    lines = [f"## {md(fiche.pays)} {{#{item.id}}}", md(fiche.resume)]
    facts = []
    for fact in fiche.faits:
        caution = f" À savoir : {lower(fact.reserve)}" if fact.reserve else ""
        facts.append(
            f"- {fact.texte}{caution}\n\n"
            f"    {md(fact.autorite)}, {lower(md(fact.date))}. "
            f"Source : {sources(base, fact.sources)}.\n    {PROOF}\n"
        )
    lines.append("\n".join(facts))
    lines.append(f"**À demander sur place.** {fiche.a_demander}")
    if fiche.reserve:
        lines.append(f"**À savoir.** {fiche.reserve}")
    return "\n\n".join([*lines, *ending(fiche), proof(base, item)])


def _trade(item: Item[Metier]) -> str:
    return sort_key(item.fiche.metier)
