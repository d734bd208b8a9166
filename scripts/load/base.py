"""The content as one value: every item, by collection and id."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

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
from ..report import Problem
from . import reading
from .collections import SINGLES, TAXONOMY, collection_of, data_folders
from .files import TextFile, walk
from .front_matter import Page, split
from .validate import validate
from .yaml_strict import Document, parse

F = TypeVar("F", bound=Fiche, covariant=True)


@dataclass(frozen=True)
class Item(Generic[F]):
    """One item: `fiche` is its typed data, `body` the Markdown of a page."""

    id: str
    collection: str
    path: str
    fiche: F
    body: str = ""


@dataclass(frozen=True)
class Source:
    """One content file as it was read, valid or not, for checks on its text.

    `yaml_line` and `body_line` count the lines above each part; `yaml_start`
    and `body_start` are their offsets in `text`.
    """

    path: str
    text: str
    collection: str
    id: str
    document: Document
    model: type[Fiche]
    yaml_start: int = 0
    body: str | None = None
    body_line: int = 0

    @property
    def first_line(self) -> int:
        """The line where the data begins: 2 under the fence of a front matter."""
        return 1 if self.body is None else 2


@dataclass
class Base:
    """All items by collection and id, the taxonomy, the settings, the files."""

    root: Path
    items: dict[str, dict[str, Item[Any]]] = field(default_factory=dict)
    sources: list[Source] = field(default_factory=list)
    paths: set[str] = field(default_factory=set)
    taxonomie: Taxonomie | None = None
    reglages: Reglages | None = None
    synonymes: Synonymes | None = None
    experimentation: Experimentation | None = None
    adresses: Adresses | None = None
    redirections: Redirections | None = None
    known: dict[str, dict[str, str]] = field(default_factory=dict)
    """Path of each id, by collection, of invalid items too."""

    def ids(self, collection: str) -> list[str]:
        """Every id that a reference to `collection` may name."""
        if collection in TAXONOMY:
            words = getattr(self.taxonomie, TAXONOMY[collection], {})
            return list(words)
        return list(self.known.get(collection, {}))

    @property
    def cycles(self) -> list[Item[Cycle]]:
        return sorted(self._of("cycles"), key=lambda item: item.fiche.ordre)

    @property
    def ateliers(self) -> list[Item[Atelier]]:
        return sorted(self._of("ateliers"), key=lambda item: (item.fiche.cycle, item.fiche.ordre))

    @property
    def pratiques(self) -> list[Item[Pratique]]:
        return self._of("pratiques")

    @property
    def guide(self) -> list[Item[PageGuide]]:
        return self._of("guide")

    @property
    def pages(self) -> list[Item[PageLibre]]:
        return self._of("pages")

    @property
    def ressources(self) -> list[Item[Ressource]]:
        return self._of("ressources")

    @property
    def questions(self) -> list[Item[Question]]:
        return self._of("faq")

    @property
    def termes(self) -> list[Item[Terme]]:
        return self._of("glossaire")

    @property
    def experiences(self) -> list[Item[Experience]]:
        return self._of("experiences")

    @property
    def metiers(self) -> list[Item[Metier]]:
        return self._of("metiers")

    @property
    def pays(self) -> list[Item[Pays]]:
        return self._of("pays")

    @property
    def chiffres(self) -> list[Item[Chiffre]]:
        return self._of("chiffres")

    @property
    def livrables(self) -> list[Item[Livrable]]:
        return self._of("livrables")

    @property
    def arbres(self) -> list[Item[Arbre]]:
        return self._of("arbres")

    @property
    def evolutions(self) -> list[Item[Evolution]]:
        return sorted(self._of("veille"), key=lambda item: item.fiche.le, reverse=True)

    def _of(self, collection: str) -> list[Item[Any]]:
        return list(self.items.get(collection, {}).values())


def load(root: Path) -> tuple[Base, list[Problem]]:
    """Read the content of `root`; what cannot be read is in the problems."""
    base = Base(root)
    texts, base.paths, problems = walk(root)
    for file in texts:
        reading.now(file.path)
        problems += _add(base, file)
    reading.now("")
    problems += [
        Problem(path, 1, 1, "fichier indispensable absent.", ("Rétablissez-le depuis git.",))
        for path in SINGLES
        if path not in base.paths
    ]
    return base, problems


def _add(base: Base, file: TextFile) -> list[Problem]:
    if file.path in SINGLES:
        return _add_single(base, file)
    found = collection_of(file.path)
    if found is None:
        mends = (f"Dossiers de données : {', '.join(data_folders())}.",)
        return [Problem(file.path, 1, 1, "aucun contenu n’est attendu à cet endroit.", mends)]
    collection, item_id = found
    base.known.setdefault(collection.name, {})[item_id] = file.path
    parts = _parts(file)
    if isinstance(parts, Problem):
        return [parts]
    document, source = _source(file, parts, collection.name, item_id, collection.model)
    base.sources.append(source)
    if document.problems:
        return document.problems
    fiche, problems = validate(collection.model, document, file.path, source.first_line)
    if fiche is not None:
        item: Item[Any] = Item(item_id, collection.name, file.path, fiche, source.body or "")
        base.items.setdefault(collection.name, {})[item_id] = item
    return problems


def _parts(file: TextFile) -> Page | Problem | None:
    return split(file.text, file.path) if file.path.endswith(".md") else None


def _source(
    file: TextFile, page: Page | None, collection: str, item_id: str, model: type[Fiche]
) -> tuple[Document, Source]:
    if page is None:
        document = parse(file.text, file.path)
        return document, Source(file.path, file.text, collection, item_id, document, model)
    document = parse(page.yaml, file.path, page.yaml_line)
    start = file.text.index("\n") + 1
    return document, Source(
        file.path,
        file.text,
        collection,
        item_id,
        document,
        model,
        start,
        page.body,
        page.body_line,
    )


def _add_single(base: Base, file: TextFile) -> list[Problem]:
    name, model = SINGLES[file.path]
    document, source = _source(file, None, name, name, model)
    base.sources.append(source)
    if document.problems:
        return document.problems
    if name == "reglages" and isinstance(document.data, dict):
        document.data = {key: v for key, v in document.data.items() if v is not None}
    fiche, problems = validate(model, document, file.path, 1)
    if fiche is not None:
        setattr(base, name, fiche)
    return problems
