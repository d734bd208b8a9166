"""Which collections are open data: a line here publishes one more."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ...load import Item
from ...search.documents import address


@dataclass(frozen=True)
class Dataset:
    """`id` names the files and never changes; `place` gives the page of an item, from the root."""

    id: str
    collection: str
    titre: str
    contenu: str
    place: Callable[[Item[Any]], str] = address


DATASETS = (
    Dataset(
        "pratiques",
        "pratiques",
        "Pratiques",
        "Les fiches pratiques : frein levé, public, effort, délai, signes de réussite, "
        "et le texte entier de la fiche en Markdown.",
    ),
    Dataset(
        "experiences",
        "experiences",
        "Expériences",
        "Ce que des organisations ont fait et qui a été publié : quoi, qui, où, quand, "
        "l’obstacle, comment il a été levé, ce que cela prouve.",
    ),
    Dataset(
        "metiers",
        "metiers",
        "Métiers",
        "Des métiers, une mission publiée pour chacun, ses précautions et ses habilitations.",
    ),
    Dataset(
        "pays",
        "pays",
        "Pays",
        "Le cadre de l’engagement des salariés, pays par pays : des faits datés et leur autorité.",
    ),
    Dataset(
        "chiffres",
        "chiffres",
        "Chiffres",
        "Les chiffres publiés du champ, avec leur unité, leur période et leur échantillon.",
    ),
    Dataset(
        "ressources",
        "ressources",
        "Ressources",
        "Les documents que le site cite ou recommande : titre, éditeur, année, adresse, réserve.",
    ),
    Dataset(
        "questions",
        "faq",
        "Questions",
        "Les questions fréquentes, leur réponse et leurs sources.",
    ),
    Dataset(
        "glossaire",
        "glossaire",
        "Glossaire",
        "Les mots du champ, leur définition et les autres formes de chaque mot.",
    ),
    Dataset(
        "arbres",
        "arbres",
        "Arbres de décision",
        "Les questions, leurs réponses, où chacune mène, et les conclusions avec leurs sources.",
        place=lambda item: f"arbres/#{item.id}",
    ),
    Dataset(
        "veille",
        "veille",
        "Veille du guide 3DS",
        "Les textes, les échéances et les questions ouvertes qui changent ce que le guide dit.",
    ),
)
