"""Items → documents: an address, a type, words to weigh and a line to show."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..load import Base, Item
from ..model import Fiche, Pratique, Prose
from ..model.marks import Path, mark
from ..render.typography import typeset
from ..render.urls import page_url
from .outline import Section

EXCERPT = 90
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_SIGNS = re.compile(r"[*_`]+|\{[^}]*\}")


@dataclass(frozen=True)
class Kind:
    """How items of a collection are found: `strong` fields count more than the rest."""

    nom: str
    titre: str = "titre"
    extrait: str = "resume"
    strong: tuple[str, ...] = ("resume",)
    liste: str | None = None
    """The page that lists the items, each under its id; None when each is a page."""


KINDS = {
    "pratiques": Kind("Fiche pratique"),
    "cycles": Kind("Cycle"),
    "ateliers": Kind("Atelier"),
    "guide": Kind("Guide 3DS"),
    "veille": Kind("Veille juridique", "titre", "effet", (), "guide-3ds/veille"),
    "pages": Kind("Page"),
    "faq": Kind("Question", "question", "reponse", (), "faq"),
    "glossaire": Kind("Mot du glossaire", "terme", "definition", ("formes",), "glossaire"),
    "experiences": Kind(
        "Expérience", "titre", "fait", ("organisation", "lieu"), "experiences/{cycle}"
    ),
    "metiers": Kind("Métier", "metier", "mission", ("famille", "organisation"), "metiers"),
    "pays": Kind("Pays", "pays", "resume", ("resume",), "pays"),
    "chiffres": Kind("Chiffres", "titre", "lecture", ("lecture",), "chiffres"),
    "ressources": Kind("Ressource", "titre", "resume", ("editeur",), "ressources"),
}
TREE = "Arbre de décision"
"""The type of a page, of the guide or not, that shows a tree."""
TYPES = (TREE, *(kind.nom for kind in KINDS.values()))
"""The types of results, in the order of their facet."""


@dataclass(frozen=True)
class Document:
    """One result: `fort` and `texte` are weighed, `extrait` is shown."""

    url: str
    type: str
    titre: str
    extrait: str
    fort: str
    texte: str
    langue: str = "fr"
    publics: tuple[str, ...] = ()
    cycles: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()


def documents(base: Base, outlines: Mapping[str, list[Section]]) -> list[Document]:
    """Every item that has an address; `outlines` gives the sections of each page by its url."""
    return [
        _document(base, item, kind, outlines)
        for collection, kind in KINDS.items()
        for item in base.items.get(collection, {}).values()
        if getattr(item.fiche, "liste", True)
    ]


def _document(
    base: Base, item: Item[Any], kind: Kind, outlines: Mapping[str, list[Section]]
) -> Document:
    fiche = item.fiche
    page = kind.liste is None
    url = address(item)
    strong = [plain(value) for name in kind.strong for value in _texts(getattr(fiche, name))]
    places = [plain(one.precision or "") for one in getattr(fiche, "sources", ())]
    body = [*places, *(() if page else _prose(fiche, kind))]
    return Document(
        url=url,
        type=TREE if getattr(fiche, "arbre", None) else kind.nom,
        titre=plain(getattr(fiche, kind.titre)),
        extrait=excerpt(plain(getattr(fiche, kind.extrait))),
        fort=" ".join([*strong, *_facets(base, fiche)]),
        texte=" ".join(body),
        langue=getattr(fiche, "langue", "fr"),
        publics=tuple(getattr(fiche, "publics", ())),
        cycles=_cycles(item),
        sections=tuple(outlines.get(url, ())) if page else (),
    )


def address(item: Item[Any]) -> str:
    """Where readers find an item, from the root: its page, or its place in a list."""
    place = KINDS[item.collection].liste
    if place is None:
        return page_url(item.path)
    return f"{place.format(cycle=getattr(item.fiche, 'cycle', ''))}/#{item.id}"


def _texts(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else value or []


def _prose(fiche: Fiche, kind: Kind) -> Iterator[str]:
    """Every text of an item but its title, its strong fields and its sources."""
    apart = {kind.titre, *kind.strong, "sources"}
    data = fiche.model_dump(exclude_none=True, exclude=apart)
    return (plain(text) for text in _walk(type(fiche), data, ()))


def _walk(model: type[Fiche], value: Any, path: Path) -> Iterator[str]:
    if isinstance(value, str):
        if mark(model, path, Prose):
            yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name != "sources":
                yield from _walk(model, inner, (*path, name))
    elif isinstance(value, list):
        for rank, inner in enumerate(value):
            yield from _walk(model, inner, (*path, rank))


def _facets(base: Base, fiche: Fiche) -> list[str]:
    """The names of a practice’s obstacles and format: readers type them."""
    if not isinstance(fiche, Pratique):
        return []
    assert base.taxonomie is not None
    freins = [base.taxonomie.freins[one].nom for one in fiche.freins]
    return [*freins, base.taxonomie.formats[fiche.format].nom]


def _cycles(item: Item[Any]) -> tuple[str, ...]:
    if item.collection == "cycles":
        return (item.id,)
    cycle = getattr(item.fiche, "cycle", None)
    return (cycle,) if cycle else tuple(getattr(item.fiche, "cycles", ()))


def plain(markdown: str) -> str:
    """Markdown prose → its words, typeset."""
    return typeset(" ".join(_SIGNS.sub("", _LINK.sub(r"\1", markdown)).split()))


def excerpt(text: str) -> str:
    """The beginning of a text, cut between two words."""
    if len(text) <= EXCERPT:
        return text
    return text[: EXCERPT + 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
