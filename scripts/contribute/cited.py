"""The sources of a form: one a line, a resource of the site or a new document.

A new document becomes a resource of its own, cited but not listed, that the editors
complete: nothing of it is made up.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..load import Base
from ..model import Ressource
from ..render.typography import correct
from ..report import nearest, quote_list
from .answers import faults, unknown
from .draft import new_id
from .fields import fields_of

MOST = 20
"""Sources of one form: each may become a file, whose whole reading a person answers for."""
PLACEHOLDER = "https://www.exemple.fr/guide | Titre exact | Éditeur | guide | p. 12"
_LANGUAGES = {"fr", "en", "es", "it", "de", "nl", "pt"}
_OWN = re.compile(r"\S*ressources/#(?P<id>[a-z0-9-]+)")


def help_text(base: Base) -> str:
    """How to write the sources of a form."""
    types = quote_list(base.ids("types-de-ressource"), 16)
    return (
        "Une par ligne. Une ressource du site : « identifiant, où lire ». Un autre document : "
        "« adresse | titre | éditeur | type | où lire », et « | en » s’il est en anglais. "
        f"Types : {types}."
    )


@dataclass
class Cited:
    """`sources` as a model wants them, the new resources by id, what is wrong."""

    sources: list[dict[str, str]] = field(default_factory=list)
    resources: dict[str, dict[str, Any]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def read(base: Base, text: str, item: dict[str, Any], title: str) -> Cited:
    """The sources of `text`; new ones take the audiences, status and date of the `item`."""
    found = Cited()
    lines = [line for one in text.split("\n") if (line := one.strip(" \t-*•"))]
    if len(lines) > MOST:
        found.faults.append(f"{len(lines)} sources, {MOST} au plus : une par ligne.")
        return found
    by_url = {one.fiche.url: one.id for one in base.ressources if one.fiche.url}
    for line in lines:
        if line.startswith(("https://", "http://")) and not _OWN.match(line):
            _document(base, line, by_url, found, item, title)
        else:
            _known(base, line, found)
    return found


def _known(base: Base, line: str, found: Cited) -> None:
    name, _, where = (part.strip() for part in line.replace("|", ",", 1).partition(","))
    own = _OWN.match(name)
    name = own["id"] if own else name
    ids = base.ids("ressources")
    if name not in ids:
        found.faults.append(unknown("ressources", name, ids))
        return
    _cite(found, name, where)


def _document(
    base: Base,
    line: str,
    by_url: dict[str, str],
    found: Cited,
    item: dict[str, Any],
    title: str,
) -> None:
    url, *rest = (part.strip() for part in line.split("|"))
    if url in by_url:
        _cite(found, by_url[url], _where(base, rest[2:]))
        return
    if len(rest) < 2 or not all(rest[:2]):
        found.faults.append(f"« {url[:80]} » : ajoutez « | titre | éditeur | type ».")
        return
    name, publisher, *others = rest
    types = base.ids("types-de-ressource")
    kind = next((one for one in others if one in types), None)
    language = next((one for one in others if one in _LANGUAGES), "fr")
    if kind is None:
        guess = next(filter(None, (nearest(one, types) for one in others)), None)
        mend = f" Vouliez-vous dire « {guess} » ?" if guess else ""
        found.faults.append(f"« {url[:80]} » : dites son type. {quote_list(types, 16)}.{mend}")
        return
    values = {
        "titre": correct(name) if language == "fr" else name,
        "editeur": correct(publisher),
        "url": url,
        "type": kind,
        "langue": language,
        "publics": item.get("publics"),
        "statut": item.get("statut"),
        "consulte_le": item.get("verifie_le"),
        "resume": f"Document cité par « {title[:200]} ».",
        "liste": False,
    }
    found.faults += _faults(base, values)
    new = new_id(f"{publisher} {name}", {*base.ids("ressources"), *found.resources})
    found.resources[new] = values
    by_url[url] = new
    _cite(found, new, _where(base, others))


def _faults(base: Base, values: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a new resource, save for what the item itself has not said yet."""
    for one in fields_of(Ressource):
        if values.get(one.name) is not None:
            yield from faults(base, one, values[one.name])


def _where(base: Base, others: list[str]) -> str:
    """Among the last parts of a line, the one that says where to read."""
    known = {*base.ids("types-de-ressource"), *_LANGUAGES}
    return next((one for one in others if one and one not in known), "")


def _cite(found: Cited, name: str, where: str) -> None:
    found.sources.append({"ressource": name} | ({"precision": correct(where)} if where else {}))
