"""Addresses that readers may hold: those ever published, and where the lost ones lead."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from .fields import Fiche, Texte

ADDRESS_PATTERN = r"^/([a-z0-9-]+/)*([a-z0-9-]+\.[a-z0-9]+)?(#[a-z0-9_-]+)?$"
"""A place of the site from its root: page, place in a page, or file; never another site."""

Adresse = Annotated[str, StringConstraints(pattern=ADDRESS_PATTERN, max_length=300)]


class Adresses(Fiche):
    """Toute adresse publiée un jour : aucune ne disparaît."""

    adresses: list[Adresse] = Field(
        description="Une adresse par ligne, de la racine du site ; « make adresses » les ajoute."
    )


class Redirection(Fiche):
    """Une adresse qui a changé, et celle qui lui répond."""

    ancienne: Adresse = Field(description="L’adresse que des lecteurs ont gardée : /faq/#avant.")
    nouvelle: Adresse = Field(description="L’adresse qui lui répond : /faq/#apres.")
    le: date = Field(description="Jour du changement (année-mois-jour).")
    raison: Annotated[Texte, StringConstraints(max_length=160)] = Field(
        description="Pourquoi, en une phrase que les lecteurs peuvent lire."
    )


class Redirections(Fiche):
    """Les adresses qui ont changé."""

    redirections: list[Redirection] | None = Field(
        default=None, description="Une ligne par adresse changée ; vide tant que rien ne bouge."
    )
