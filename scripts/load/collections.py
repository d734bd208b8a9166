"""Where each kind of item lives: folder, model, schema, and id from its path."""

import re
from dataclasses import dataclass

from ..model import (
    Adresses,
    Arbre,
    Atelier,
    Chiffre,
    Cycle,
    Evolution,
    Experience,
    Experimentation,
    Fiche,
    Livrable,
    Metier,
    PageGuide,
    PageLibre,
    Pays,
    Pratique,
    Question,
    Redirections,
    Reglages,
    Ressource,
    Synonymes,
    Taxonomie,
    Terme,
)


@dataclass(frozen=True)
class Collection:
    """`pattern` matches paths from the root; its group `id` gives the id."""

    name: str
    pattern: re.Pattern[str]
    model: type[Fiche]
    noun: str
    schema: str | None = None

    def id_of(self, path: str) -> str | None:
        """The id that `path` gives its item, or None when it is of another collection."""
        matched = self.pattern.fullmatch(path)
        return matched["id"] if matched else None


def _data(name: str, model: type[Fiche], noun: str, schema: str) -> Collection:
    pattern = re.compile(rf"data/{name}/(?P<id>[^/]+)\.yml")
    return Collection(name, pattern, model, noun, schema)


def _pages(name: str, pattern: str, model: type[Fiche], noun: str) -> Collection:
    return Collection(name, re.compile(pattern), model, noun)


COLLECTIONS = (
    _data("ressources", Ressource, "ressource", "ressource"),
    _data("faq", Question, "question", "question"),
    _data("glossaire", Terme, "terme du glossaire", "terme"),
    _data("experiences", Experience, "expérience", "experience"),
    _data("metiers", Metier, "métier", "metier"),
    _data("pays", Pays, "pays", "pays"),
    _data("chiffres", Chiffre, "chiffre", "chiffre"),
    _data("livrables", Livrable, "livrable", "livrable"),
    _data("arbres", Arbre, "arbre", "arbre"),
    _data("veille", Evolution, "évolution", "evolution"),
    _pages("cycles", r"docs/cycles/(?P<id>[^/]+)/index\.md", Cycle, "cycle"),
    _pages("ateliers", r"docs/cycles/(?P<id>[^/]+/atelier-[^/]+)\.md", Atelier, "atelier"),
    _pages("pratiques", r"docs/pratiques/(?P<id>(?!index\.|par-)[^/]+)\.md", Pratique, "pratique"),
    _pages("guide", r"docs/guide-3ds/(?P<id>.+)\.md", PageGuide, "page du guide"),
    _pages("pages", r"docs/(?P<id>.+)\.md", PageLibre, "page"),
)

SINGLES: dict[str, tuple[str, type[Fiche]]] = {
    "data/taxonomie.yml": ("taxonomie", Taxonomie),
    "data/reglages.yml": ("reglages", Reglages),
    "data/synonymes.yml": ("synonymes", Synonymes),
    "data/experimentation.yml": ("experimentation", Experimentation),
    "data/adresses.yml": ("adresses", Adresses),
    "data/redirections.yml": ("redirections", Redirections),
}
TAXONOMY = {
    "publics": "publics",
    "freins": "freins",
    "formats": "formats",
    "types-de-ressource": "types_de_ressource",
}
"""Reference collections that live in the taxonomy, and their field there."""
_SCHEMA = "# yaml-language-server: $schema="


def data_folders() -> list[str]:
    """The folders of `data/` that hold items, one file each."""
    return [f"data/{one.name}" for one in COLLECTIONS if one.schema]


def folder_of(collection: str) -> str | None:
    """Where the files of a collection are, for who looks for an id."""
    pages = {"cycles": "docs/cycles/", "ateliers": "docs/cycles/", "pratiques": "docs/pratiques/"}
    if f"data/{collection}" in data_folders():
        return f"data/{collection}/"
    return pages.get(collection)


def collection_of(path: str) -> tuple[Collection, str] | None:
    """The collection of a path and the item’s id; the first pattern wins."""
    for collection in COLLECTIONS:
        if item_id := collection.id_of(path):
            return collection, item_id
    return None


def schema_line(path: str) -> str | None:
    """The first line of a data file: the schema that editors complete it from."""
    for collection in COLLECTIONS:
        if collection.schema and collection.id_of(path):
            return f"{_SCHEMA}../schemas/{collection.schema}.json"
    return f"{_SCHEMA}schemas/{SINGLES[path][0]}.json" if path in SINGLES else None
