"""Markdown that the list pages share: titles, sources, proof."""

import re
from collections.abc import Iterable
from typing import Any

from ..load import Base, Item
from ..model import Ressource, Source
from ..model.fields import Datee, Sourcee
from .dates import french_date, today
from .forge import edit_url
from .labels import STATUTS
from .notices import notice

PROOF = "{: .preuve }"
"""Ends a paragraph that gives the proof of what stands above it."""


def ending(fiche: Datee) -> list[str]:
    """The warning of an item whose text ends soon or has ended, as a block or none."""
    said = notice(fiche.valable_jusqu_au, today())
    return [f"**Échéance.** {said}"] if said else []


def improve(base: Base, item: Item[Any]) -> str:
    """A link to the file of an item, after the text it follows; empty without a repository."""
    url = edit_url(base.reglages, item.path)
    return f" [Améliorer]({url})" if url else ""


def proof(base: Base, item: Item[Sourcee]) -> str:
    """The closing line of an item: sources, how they were read, when."""
    fiche = item.fiche
    read = f"{upper(STATUTS[fiche.statut])} le {french_date(fiche.verifie_le)}"
    return f"Sources : {sources(base, fiche.sources)}. {read}.{improve(base, item)}\n{PROOF}"


def titled(ressource: Ressource) -> str:
    """The title of a resource, linked when it has an address, in its language."""
    language = f"{{lang={ressource.langue}}}" if ressource.langue != "fr" else ""
    if ressource.url:
        return f"[{md(ressource.titre)}](<{ressource.url}>){language}"
    return f"*{md(ressource.titre)}*{language}" if language else md(ressource.titre)


def sources(base: Base, cited: Iterable[Source]) -> str:
    """Sources in one line: title, publisher, year, where to read."""
    return " ; ".join(_source(base, one) for one in cited)


def _source(base: Base, source: Source) -> str:
    ressource = base.items["ressources"][source.ressource].fiche
    year = f", {ressource.annee}" if ressource.annee else ""
    where = f", {md(source.precision)}" if source.precision else ""
    return f"{titled(ressource)}, {md(ressource.editeur)}{year}{where}"


def publics(base: Base, ids: Iterable[str]) -> str:
    """Audiences by name, in lower case."""
    known = base.taxonomie.publics if base.taxonomie else {}
    return ", ".join(lower(known[i].nom) for i in ids)


def upper(sentence: str) -> str:
    """Raises the first letter."""
    return sentence[:1].upper() + sentence[1:]


def lower(sentence: str) -> str:
    """Lowers a leading capital, unless it begins an acronym."""
    return (
        sentence[:1].lower() + sentence[1:]
        if sentence[1:2].islower() or sentence[1:2] == "’"
        else sentence
    )


def md(text: str) -> str:
    """Plain text as Markdown shows it literally."""
    return re.sub(r"([\\`*_\[\]{}<>#|])", r"\\\1", text)
