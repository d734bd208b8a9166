"""Cycles d’échanges and their four ateliers: pages of `docs/cycles/`."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .fields import (
    CycleId,
    EnBref,
    Fiche,
    Identifiant,
    Nature,
    Publics,
    Resume,
    Sourcee,
    Texte,
    TexteRiche,
    Url,
)

TIME_PATTERN = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"
Etat = Literal["annonce", "a-venir", "en-cours", "publie"]


class Cycle(Sourcee):
    """Un cycle d’échanges : une question, ses freins, quatre ateliers."""

    titre: Texte = Field(description="Nom court du cycle, pour les menus et les listes.")
    question: Texte = Field(description="La question du cycle, en une phrase : le grand titre.")
    resume: Resume
    en_bref: EnBref
    ordre: Annotated[int, Field(ge=1, le=9)] = Field(description="Rang du cycle : 1, 2, 3…")
    publics: Publics
    pour_qui: list[TexteRiche] = Field(
        min_length=1, description="À qui s’adresse le cycle, une ligne par situation."
    )
    questions: list[TexteRiche] = Field(
        min_length=1, description="Les questions que le cycle ouvre."
    )


class Participants(Fiche):
    """Combien de personnes autour de la table."""

    min: int = Field(ge=1, description="Nombre minimal de participants.")
    max: int = Field(ge=1, description="Nombre maximal de participants.")


class Role(Fiche):
    """Qui fait quoi pendant l’atelier."""

    role: Texte = Field(description="Nom du rôle : animateur·rice, témoin, preneur·se de notes…")
    fait: TexteRiche = Field(description="Ce que fait cette personne.")


class Etape(Fiche):
    """Une étape du déroulé."""

    titre: Texte = Field(description="Nom de l’étape, quelques mots.")
    minutes: int = Field(ge=1, le=120, description="Durée de l’étape, en minutes.")
    consigne: TexteRiche = Field(description="Ce qui se passe et ce que dit l’animation.")


class Seance(Fiche):
    """Une séance de l’atelier : un jour, une heure, un lieu."""

    id: Identifiant = Field(
        description="Identifiant de la séance ; il ne change pas, même si elle est reportée."
    )
    jour: date = Field(description="Jour de la séance (année-mois-jour, sans guillemets).")
    heure: Annotated[str, StringConstraints(pattern=TIME_PATTERN)] = Field(
        description='Heure de début à Paris, entre guillemets : "09:30".'
    )
    lieu: Texte = Field(description="Où elle se tient : salle, ville, ou « à distance ».")
    inscription: Url | None = Field(default=None, description="Adresse où s’inscrire.")


class Atelier(Sourcee):
    """Une fiche d’animation : un atelier que l’on peut conduire tel quel."""

    titre: Texte = Field(description="Titre de l’atelier.")
    resume: Resume
    en_bref: EnBref
    cycle: CycleId = Field(description="Identifiant du cycle : le nom du dossier.")
    ordre: Annotated[int, Field(ge=1, le=4)] = Field(description="Rang dans le cycle : 1 à 4.")
    publics: Publics
    etat: Etat = Field(description="annonce, a-venir, en-cours ou publie.")
    annonce_en: int | None = Field(
        default=None, description="Année de l’annonce, si l’état est « annonce »."
    )
    nature: Nature | None = Field(
        default=None, description="proposition : le déroulé est proposé par la rédaction."
    )
    duree: int = Field(description="Durée totale en minutes : entre 90 et 120.")
    participants: Participants
    materiel: list[Texte] = Field(min_length=1, description="Ce qu’il faut préparer ou apporter.")
    objectifs: list[TexteRiche] = Field(
        min_length=1, description="Ce que les participants savent ou ont à la fin."
    )
    roles: list[Role] = Field(min_length=2, description="Les rôles à répartir.")
    deroule: list[Etape] = Field(
        min_length=3, description="Les étapes ; leurs minutes font la durée totale."
    )
    questions: list[Texte] = Field(min_length=3, description="Les questions à poser.")
    sorties: list[TexteRiche] = Field(min_length=1, description="Ce qui reste après l’atelier.")
    seances: list[Seance] = Field(
        default=[], description="Les séances dont la date est fixée ; elles font le calendrier."
    )
