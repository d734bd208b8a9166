"""The kinds of content that anyone may propose, and the little their models cannot say."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..load.collections import COLLECTIONS, Collection

TO_FILL = "À REMPLIR"
"""Marks, in a template, what its reader must write; the check refuses it in the content."""
UNNAMED = "a-remplir"
"""The id of a file that was made from a template and not renamed; refused as well."""


@dataclass(frozen=True)
class Section:
    """A part of the body of a page: its heading, and what to write under it."""

    title: str
    help: str


PRATIQUE = (
    Section("Le problème", "ce qui bloque, pour qui, et le fait publié qui le montre."),
    Section("Avant de commencer", "ce qu’il faut avoir obtenu, et de qui."),
    Section("Les étapes", "une liste numérotée : qui fait quoi, quand, avec quels mots."),
    Section("Erreurs à éviter", "ce qui fait échouer, et comment s’en garder."),
    Section("Comment savoir que cela marche", "ce que l’on regarde, et au bout de combien."),
)


@dataclass(frozen=True)
class Offer:
    """`noun` carries its article; `form` is whether the forges show a form for it."""

    collection: Collection
    noun: str
    form: bool = False
    sections: tuple[Section, ...] = ()

    @property
    def name(self) -> str:
        """The name of its template and of its form: « question »."""
        return self.collection.model.__name__.lower()

    @property
    def suffix(self) -> str:
        """`.yml` for data, `.md` for a page."""
        return ".yml" if self.collection.schema else ".md"

    @property
    def folder(self) -> str:
        """Where its files stand, from the root, final bar included."""
        return f"{'data' if self.collection.schema else 'docs'}/{self.collection.name}/"

    def path(self, item_id: str) -> str:
        """The file of an item, from the root."""
        return f"{self.folder}{item_id}{self.suffix}"


def _offers() -> Iterator[Offer]:
    by_name = {one.name: one for one in COLLECTIONS}
    yield Offer(by_name["pratiques"], "une pratique", True, PRATIQUE)
    yield Offer(by_name["ressources"], "une ressource", True)
    yield Offer(by_name["faq"], "une question", True)
    yield Offer(by_name["experiences"], "une expérience", True)
    yield Offer(by_name["glossaire"], "un terme du glossaire")
    yield Offer(by_name["metiers"], "un métier")
    yield Offer(by_name["pays"], "un pays")
    yield Offer(by_name["chiffres"], "un chiffre")
    yield Offer(by_name["livrables"], "un livrable")
    yield Offer(by_name["veille"], "une évolution du droit")


OFFERS = tuple(_offers())
BY_NAME = {one.name: one for one in OFFERS}
