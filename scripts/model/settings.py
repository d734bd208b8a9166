"""Single files of `data/`: who publishes, and the words the site sorts by."""

from typing import Annotated

from pydantic import Field

from .fields import CycleId, Fiche, Identifiant, Sources, Texte, TexteRiche, Url


class Reglages(Fiche):
    """Qui publie le site. Tout peut rester vide, sauf le nom."""

    nom: Texte = Field(description="Nom du site.")
    devise: Texte = Field(description="Ce qu’est le site, en une ligne.")
    site_url: Annotated[Url, Field(pattern="/$")] | None = Field(
        default=None,
        description="Adresse publique, barre finale comprise ; vide : aucun lien absolu.",
    )
    repo_url: Url | None = Field(default=None, description="Adresse du dépôt sur la forge.")
    editeur: Texte | None = Field(default=None, description="Organisation qui publie le site.")
    directeur_publication: Texte | None = Field(
        default=None, description="Directeur ou directrice de la publication."
    )
    hebergeur: Texte | None = Field(
        default=None, description="Hébergeur : nom, adresse, téléphone."
    )
    contact: Texte | None = Field(default=None, description="Adresse électronique de contact.")
    soutien: Texte | None = Field(default=None, description="Qui soutient le site.")

    def unpublishable(self) -> list[str]:
        """The settings that the law requires of a public site and that are still empty."""
        required = ("site_url", "editeur", "directeur_publication", "hebergeur", "contact")
        return [name for name in required if getattr(self, name) is None]

    def empty(self) -> list[str]:
        """The settings that nobody has filled: the site leaves them out."""
        return [name for name, value in self if value is None]


class Synonyme(Fiche):
    """Ce qu’un lecteur tape, et les mots du site qui veulent dire la même chose."""

    cherche: Texte = Field(description="Ce que tape un lecteur : un à quatre mots.")
    trouve: list[Texte] = Field(min_length=1, description="Les mots que le site emploie.")


class Synonymes(Fiche):
    """Les synonymes de la recherche, appliqués aux mots tapés."""

    synonymes: list[Synonyme] = Field(description="Une entrée par mot ou expression tapé.")


class Libelle(Fiche):
    """Un mot de la taxonomie : format d’engagement ou type de ressource."""

    nom: Texte = Field(description="Libellé affiché.")
    description: Texte = Field(description="Ce que le mot recouvre, en une phrase.")


class Public(Fiche):
    """Un public du site."""

    nom: Texte = Field(description="Libellé affiché, au pluriel.")
    description: Texte = Field(description="Qui cela recouvre, en une phrase.")


class Frein(Fiche):
    """Un obstacle à l’engagement, nommé par un cycle."""

    nom: Texte = Field(description="Le frein, en quelques mots.")
    cycle: CycleId = Field(description="Le cycle qui le travaille.")
    description: TexteRiche = Field(description="Ce qui bloque, en une ou deux phrases.")
    sources: Sources


class Taxonomie(Fiche):
    """Les mots qui classent le contenu ; chaque clé est un identifiant stable."""

    publics: dict[Identifiant, Public] = Field(description="À qui s’adresse un contenu.")
    freins: dict[Identifiant, Frein] = Field(description="Ce qui empêche de s’engager.")
    formats: dict[Identifiant, Libelle] = Field(description="Les formats d’engagement.")
    types_de_ressource: dict[Identifiant, Libelle] = Field(description="Les types de ressource.")
