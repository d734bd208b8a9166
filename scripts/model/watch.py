"""The legal watch of the guide: what changed when, and the dates of the experiment."""

from datetime import date
from typing import Literal

from pydantic import Field

from .fields import Fiche, RessourceId, Sourcee, Sources, Texte, TexteRiche


class Evolution(Sourcee):
    """Un texte, une décision ou une échéance qui change ce que le guide dit."""

    titre: Texte = Field(description="Ce qui s’est passé, en une phrase.")
    le: date = Field(description="Jour de l’événement (année-mois-jour).")
    portee: Literal["texte", "echeance", "question-ouverte"] = Field(
        description="texte, echeance ou question-ouverte (rien n’a encore répondu)."
    )
    effet: TexteRiche = Field(
        description="Ce que cela change pour l’agent, l’employeur ou l’organisme."
    )
    a_qui_demander: Texte | None = Field(
        default=None, description="Pour une question ouverte : qui peut répondre."
    )


class Jalon(Fiche):
    """Une date de l’expérimentation."""

    le: date = Field(description="Le jour (année-mois-jour).")
    titre: Texte = Field(description="Ce qui tombe ce jour-là, en quelques mots.")
    detail: TexteRiche = Field(description="Ce que chacun fait pour ce jour-là.")
    sources: Sources


class Experimentation(Fiche):
    """Les dates de l’expérimentation : le calendrier du guide en est calculé."""

    debut: date = Field(description="Premier jour (année-mois-jour).")
    fin: date = Field(description="Dernier jour retenu (année-mois-jour).")
    fin_reserve: TexteRiche = Field(description="Les autres dates publiées, et par qui.")
    duree_max_mois: int = Field(
        ge=1, description="Durée la plus longue d’une mise à disposition, en mois."
    )
    textes: list[RessourceId] = Field(
        default=[], description="Les ressources qui cessent de valoir avec elle : loi, décret."
    )
    jalons: list[Jalon] = Field(min_length=1, description="Les autres dates à tenir.")
    sources: Sources
