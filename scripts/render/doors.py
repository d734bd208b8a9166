"""The three doors of the home page: who comes, and where each should start."""

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
        "cycles/acteurs-publics/",
        "acteurs-publics",
    ),
    Door(
        "À l’international",
        "Un programme dans plusieurs pays : ce que fixe le siège, ce qui se décide sur place.",
        "cycles/international/",
        "international",
    ),
)
