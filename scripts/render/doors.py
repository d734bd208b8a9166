"""The doors of the home page and of the guide: who comes, and where each should start."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Door:
    """`url` from the root of the site; `cycle` gives the colour and the sign."""

    nom: str
    texte: str
    url: str
    cycle: str


DOORS = (
    Door(
        "Une entreprise",
        "Vos équipes de terrain ne participent pas ? Les freins, et ce qui les a levés ailleurs.",
        "cycles/salaries-operationnels/",
        "salaries-operationnels",
    ),
    Door(
        "Agent public ou employeur public",
        "Aider une association sur le temps de travail : qui peut, comment, jusqu’à quand.",
        "guide-3ds/",
        "acteurs-publics",
    ),
    Door(
        "À l’international",
        "Un programme dans plusieurs pays : ce que fixe le siège, ce qui se décide sur place.",
        "cycles/international/",
        "international",
    ),
)


@dataclass(frozen=True)
class GuideDoor:
    """`pages` are ids of pages of the guide, the first to open first."""

    nom: str
    texte: str
    pages: tuple[str, ...]


GUIDE_DOORS = (
    GuideDoor(
        "Je suis agent public",
        "Savoir si mon cas entre dans l’expérimentation, et quoi faire cette semaine.",
        ("puis-je-m-engager", "en-une-page-agent"),
    ),
    GuideDoor(
        "Je représente un employeur public",
        "Vérifier que je peux laisser partir un agent, puis suivre les étapes dans l’ordre.",
        ("puis-je-mettre-a-disposition", "en-une-page-mairie"),
    ),
)
