"""Items of `data/`: ressources, questions, termes, livrables."""

import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .fields import (
    CycleId,
    Cycles,
    Fiche,
    Freins,
    Langue,
    Nature,
    Publics,
    Resume,
    Sourcee,
    Statut,
    TermeId,
    Texte,
    TexteRiche,
    TypeDeRessourceId,
    Url,
)

FILE_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*\.(pdf|odt|docx|odp|pptx|ods|xlsx|csv|png|jpg|jpeg)$"


class Ressource(Fiche):
    """Un document publié, que le site cite ou recommande."""

    titre: Texte = Field(description="Titre exact, dans sa langue.")
    cite: Annotated[Texte, Field(max_length=40)] | None = Field(
        default=None,
        description="Nom court, tel qu’une marque de source l’écrit : « décret 2022-1682 ».",
    )
    editeur: Texte = Field(description="Éditeur d’origine, et auteur s’il signe.")
    annee: Annotated[int, Field(ge=1900, le=2100)] | None = Field(
        default=None, description="Année de publication ; absente si le document n’est pas daté."
    )
    url: Url | None = Field(
        default=None,
        description="Adresse chez l’éditeur ; absente si seule une copie d’hébergeur est connue.",
    )
    type: TypeDeRessourceId = Field(description="Type de ressource (taxonomie).")
    langue: Langue = Field(description="Langue du document.")
    publics: Publics
    cycles: Cycles
    freins: Freins
    statut: Statut = Field(
        description="verifie : document lu ; second-rang : connu par un commentateur."
    )
    reserve: TexteRiche | None = Field(
        default=None, description="Ce qu’il faut savoir avant de s’y fier, montré au lecteur."
    )
    consulte_le: datetime.date = Field(
        description="Jour de la dernière consultation (année-mois-jour)."
    )
    resume: Resume
    liste: bool = Field(
        default=True, description="false : la ressource est citée, sans figurer dans la liste."
    )


class Question(Sourcee):
    """Une question fréquente et sa réponse."""

    question: Texte = Field(description="La question, telle qu’un lecteur la poserait.")
    ordre: int = Field(
        default=500, ge=1, le=999, description="Rang dans la liste de son public ; petit d’abord."
    )
    reponse: TexteRiche = Field(description="La réponse : la conclusion d’abord.")
    publics: Publics
    cycles: Cycles
    freins: Freins


class Terme(Sourcee):
    """Un mot du glossaire."""

    terme: Texte = Field(description="Le mot ou l’expression, au singulier.")
    definition: Annotated[TexteRiche, Field(max_length=600)] = Field(
        description="La définition, en une à trois phrases."
    )
    formes: list[Texte] = Field(
        default=[],
        description="Autres écritures à reconnaître dans les pages : pluriel, sigle, variante.",
    )
    cycles: Cycles
    voir_aussi: list[TermeId] = Field(default=[], description="Termes voisins du glossaire.")
    nature: Nature | None = Field(
        default=None, description="proposition : définition rédigée par le site."
    )


class Livrable(Fiche):
    """Ce qu’un cycle laisse entre les mains : livret, plan d’action, données."""

    titre: Texte = Field(description="Nom du livrable.")
    cycle: CycleId = Field(description="Le cycle dont il vient.")
    type: Literal["livret", "guide", "plan-d-action", "calendrier", "donnees", "document"] = Field(
        description="livret, guide, plan-d-action, calendrier, donnees ou document."
    )
    resume: Resume
    etat: Literal["a-venir", "publie"] = Field(description="a-venir ou publie.")
    fichier: Annotated[str, StringConstraints(pattern=FILE_PATTERN)] | None = Field(
        default=None,
        description="Nom d’un fichier déposé dans docs/livrables/fichiers/ : « bilan-2026.pdf ».",
    )
    langue: Langue | None = Field(default=None, description="Langue du fichier déposé.")
    licence: (
        Literal[
            "CC BY 4.0", "CC BY-SA 4.0", "CC0 1.0", "Licence Ouverte 2.0", "Tous droits réservés"
        ]
        | None
    ) = Field(default=None, description="Licence du fichier déposé.")
    date: datetime.date | None = Field(default=None, description="Date du fichier déposé.")
