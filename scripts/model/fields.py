"""The types that fields share: identifiers, references, prose, sources, dates."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, StringConstraints
from pydantic_core import CoreSchema

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
URL_PATTERN = r"^https?://[\w-]{1,63}(\.[\w-]{1,63})+(:[0-9]{1,4})?([/?#][^\s<>\"{}]*)?$"
"""What every program reads alike: a host of plain labels, no brackets, no password."""


@dataclass(frozen=True)
class Reference:
    """Marks a string as the id of an item of `collection`."""

    collection: str

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Leaves the collection in the schema, for the words an editor may offer."""
        return {**handler(core), "reference": self.collection}


@dataclass(frozen=True)
class Prose:
    """Marks a string as French text that readers see.

    `markdown` allows emphasis and links in it; headings, images and blocks
    stay out.
    """

    markdown: bool = False


class Fiche(BaseModel):
    """Base of every model: no unknown key, no silent conversion."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


Identifiant = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
Texte = Annotated[str, StringConstraints(min_length=1), Prose()]
TexteRiche = Annotated[str, StringConstraints(min_length=1), Prose(markdown=True)]
Url = Annotated[str, StringConstraints(pattern=URL_PATTERN)]
Langue = Literal["fr", "en", "es", "it", "de", "nl", "pt"]
Statut = Literal["verifie", "second-rang"]
Nature = Literal["proposition"]

PublicId = Annotated[str, Reference("publics")]
CycleId = Annotated[str, Reference("cycles")]
FreinId = Annotated[str, Reference("freins")]
FormatId = Annotated[str, Reference("formats")]
TypeDeRessourceId = Annotated[str, Reference("types-de-ressource")]
AtelierId = Annotated[str, Reference("ateliers")]
RessourceId = Annotated[str, Reference("ressources")]
PratiqueId = Annotated[str, Reference("pratiques")]
ExperienceId = Annotated[str, Reference("experiences")]
ArbreId = Annotated[str, Reference("arbres")]
TermeId = Annotated[str, Reference("glossaire")]

Publics = Annotated[
    list[PublicId],
    Field(min_length=1, description="À qui l’élément s’adresse : un ou plusieurs publics."),
]
Cycles = Annotated[
    list[CycleId],
    Field(
        default=[], description="Les cycles que l’élément éclaire ; absents s’il vaut pour tous."
    ),
]
Freins = Annotated[
    list[FreinId],
    Field(default=[], description="Les freins (de la taxonomie) auxquels l’élément répond."),
]


EnBref = Annotated[
    list[TexteRiche],
    Field(
        default=[],
        min_length=3,
        max_length=3,
        description="Trois phrases simples qui suffisent au lecteur pressé.",
    ),
]


class Source(Fiche):
    """D’où vient une affirmation : une ressource, et l’endroit où la lire."""

    ressource: RessourceId = Field(
        description="Identifiant d’une ressource : le nom de son fichier dans data/ressources/."
    )
    precision: Texte | None = Field(
        default=None,
        description="Où lire dans la source : « art. 4 », « p. 12 », « fiche MECCOM ».",
    )


Sources = Annotated[
    list[Source],
    Field(min_length=1, description="Au moins une source, chacune avec l’endroit où la lire."),
]
Resume = Annotated[
    Texte,
    StringConstraints(max_length=320),
    Field(description="Une ou deux phrases : ce que le lecteur y trouve (320 signes au plus)."),
]


class Changement(Fiche):
    """Un jour où la page s’est mise à dire autre chose."""

    le: date = Field(description="Jour du changement (année-mois-jour).")
    note: TexteRiche = Field(description="Ce que la page disait, ce qu’elle dit, et pourquoi.")


class Datee(Fiche):
    """What every published claim carries: its dates."""

    verifie_le: date = Field(
        description="Jour où quelqu’un a relu les sources (année-mois-jour, sans guillemets)."
    )
    publie_le: date = Field(description="Jour de la première publication (année-mois-jour).")
    valable_jusqu_au: date | None = Field(
        default=None,
        description="Dernier jour où le contenu vaut, s’il repose sur un texte à durée limitée.",
    )
    changements: list[Changement] = Field(
        default=[], description="Ce qui a changé de sens depuis la publication, daté."
    )


class Sourcee(Datee):
    """What every claim from a source carries, besides its dates."""

    sources: Sources
    statut: Statut = Field(
        description="verifie : lu dans la source ; second-rang : lu chez un commentateur."
    )
    reserve: TexteRiche | None = Field(
        default=None, description="Ce qui reste incertain, montré au lecteur."
    )
