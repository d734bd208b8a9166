"""What practices lean on: experiences, trades, countries, figures."""

from typing import Annotated

from pydantic import Field

from .fields import (
    CycleId,
    Fiche,
    FormatId,
    Freins,
    Nature,
    Publics,
    Sourcee,
    Sources,
    Texte,
    TexteRiche,
)


class Experience(Sourcee):
    """Ce qu’une organisation a fait et qui a été publié."""

    titre: Texte = Field(description="Ce qui a été fait, en quelques mots.")
    organisation: Texte = Field(description="Qui l’a fait : organisation, partenaires.")
    secteur: Texte | None = Field(default=None, description="Secteur d’activité.")
    lieu: Texte | None = Field(default=None, description="Ville, région ou pays, si c’est publié.")
    date: Texte = Field(description="Quand, comme la source le dit : « novembre 2019 ».")
    cycle: CycleId = Field(description="Le cycle que l’expérience éclaire d’abord.")
    publics: Publics
    freins: Freins
    format: FormatId = Field(description="Le format d’engagement (taxonomie).")
    cadre: Texte = Field(description="Durée, nombre de personnes, temps de travail ou non.")
    fait: TexteRiche = Field(description="Ce qui a été fait, en deux à quatre phrases.")
    obstacle: TexteRiche | None = Field(
        default=None, description="L’obstacle rencontré, s’il est publié."
    )
    levee: TexteRiche | None = Field(
        default=None, description="Comment l’obstacle a été levé, si c’est publié."
    )
    prouve: TexteRiche = Field(description="Ce que l’expérience prouve, et rien de plus.")


class Precaution(Fiche):
    """Une précaution pour une mission."""

    texte: TexteRiche = Field(description="La précaution, en une phrase.")
    nature: Nature | None = Field(
        default=None, description="proposition : aucune page publiée ne la donne."
    )


class Metier(Sourcee):
    """Un métier, une mission publiée, ses précautions."""

    metier: Texte = Field(description="Le métier, au singulier, en mots épicènes si possible.")
    famille: Texte = Field(description="Famille de métiers : bâtiment, logistique, bureau…")
    mission: TexteRiche = Field(description="La mission publiée, en une ou deux phrases.")
    accueil: Texte = Field(description="Qui accueille : type d’organisme.")
    organisation: Texte = Field(description="Qui l’a fait, d’après la source.")
    cadre: Texte = Field(description="Durée, rythme, seul ou en équipe.")
    freins: Freins
    precautions: list[Precaution] = Field(min_length=1, description="Ce qu’il faut prévoir.")
    habilitation: Texte | None = Field(
        default=None,
        description="La phrase qui l’annonce : « Pas sans habilitation : travail en hauteur ».",
    )


class FaitDate(Fiche):
    """Un fait sur le cadre d’un pays, avec son autorité et sa date."""

    texte: TexteRiche = Field(description="Le fait, en une ou deux phrases.")
    autorite: Texte = Field(description="Qui le dit : loi, administration, commentateur.")
    date: Texte = Field(description="Date du texte ou de la page, comme la source la donne.")
    sources: Sources
    reserve: TexteRiche | None = Field(default=None, description="Ce qui reste incertain.")


class Pays(Sourcee):
    """Le cadre de l’engagement des salariés dans un pays."""

    pays: Texte = Field(description="Nom du pays en français.")
    resume: Texte = Field(description="L’essentiel en une phrase.")
    faits: list[FaitDate] = Field(min_length=1, description="Quelques faits datés.")
    a_demander: TexteRiche = Field(description="La question à poser sur place, et à qui.")


class Barre(Fiche):
    """Une valeur d’un graphique."""

    libelle: Texte = Field(description="Ce que la valeur mesure.")
    valeur: Annotated[int, Field(ge=0)] = Field(description="La valeur, en nombre entier.")


class Chiffre(Sourcee):
    """Des chiffres publiés, avec leur échantillon."""

    titre: Texte = Field(description="Ce que les chiffres mesurent.")
    unite: Texte = Field(description="Unité : « % des salariés interrogés ».")
    periode: Texte = Field(description="Quand les données ont été recueillies.")
    echantillon: Texte = Field(description="Qui a répondu, combien, comment.")
    lecture: TexteRiche = Field(description="Comment lire ces chiffres, en une phrase.")
    barres: list[Barre] = Field(min_length=1, description="Les valeurs.")
    publics: Publics


__all__ = ["Barre", "Chiffre", "Experience", "FaitDate", "Metier", "Pays", "Precaution"]
