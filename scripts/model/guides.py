"""Pages of prose: practice sheets, the guide to the décret 3DS, free pages."""

from typing import Annotated

from pydantic import Field, StringConstraints

from .fields import (
    ArbreId,
    AtelierId,
    CycleId,
    Datee,
    EnBref,
    ExperienceId,
    FormatId,
    FreinId,
    Nature,
    PratiqueId,
    Publics,
    Resume,
    Source,
    Sourcee,
    Texte,
)


class Pratique(Sourcee):
    """Une fiche pratique : une réponse à un frein, à appliquer le mois prochain."""

    titre: Texte = Field(description="Ce que l’on fait, en une phrase active.")
    resume: Resume
    cycle: CycleId = Field(description="Le cycle auquel la pratique appartient.")
    atelier: AtelierId | None = Field(
        default=None,
        description="L’atelier où elle viendrait : « cycle/atelier-2-focus-group ».",
    )
    publics: Publics
    freins: list[FreinId] = Field(
        min_length=1, description="Les freins (de la taxonomie) que la pratique lève."
    )
    format: FormatId = Field(description="Le format d’engagement (taxonomie).")
    effort: int = Field(
        ge=1, le=3, description="1 : une personne, quelques heures ; 3 : un projet."
    )
    delai: Texte = Field(description="Temps entre la décision et le premier effet.")
    premier_pas: Annotated[Texte, StringConstraints(max_length=180)] = Field(
        description="Ce que quelqu’un fait dans les quinze jours, en une phrase : qui, quoi, à qui."
    )
    indicateurs: list[Texte] = Field(min_length=1, description="À quoi l’on voit que cela marche.")
    nature: Nature | None = Field(
        default=None, description="proposition : étapes proposées par la rédaction."
    )
    experiences: list[ExperienceId] = Field(
        default=[], description="Les expériences publiées sur lesquelles la pratique s’appuie."
    )
    voir_aussi: list[PratiqueId] = Field(
        default=[], description="Pratiques voisines ; le lien retour se fait seul."
    )


class PageGuide(Sourcee):
    """Une page du guide du décret 3DS."""

    titre: Texte = Field(description="Titre de la page, une question si elle y répond.")
    resume: Resume
    en_bref: EnBref
    publics: Publics
    relu_par: Texte | None = Field(
        default=None, description="Juriste qui a relu la page ; vide tant que personne ne l’a fait."
    )
    arbre: ArbreId | None = Field(
        default=None, description="L’arbre de décision que la page montre."
    )


class PageLibre(Datee):
    """Une page de service : accueil, à propos, listes."""

    titre: Texte = Field(description="Titre de la page.")
    resume: Resume
    en_bref: EnBref
    sources: list[Source] = Field(default=[], description="Les sources citées par la page.")
    arbre: ArbreId | None = Field(
        default=None, description="L’arbre de décision que la page montre."
    )
