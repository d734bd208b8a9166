"""What the check asks of who writes: sheets of their own, words and addresses said once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from .faults import QUESTION, RESSOURCE, Fault, copy, swap, write
from .test_booklet import SHEET

SHEET_PATH = "docs/pratiques/tout.md"
TWIN_PATH = "docs/pratiques/voisine.md"
HEAD = SHEET[: SHEET.index("## Des liens")]
START = HEAD.count("\n")
LONG = "Cette phrase compte bien plus de soixante signes et ne devrait être écrite qu’une fois"
TERM = "data/glossaire/mot.yml"


def sheet(words: int, heading: str = "Les étapes", text: str = "mot ") -> str:
    return f"{HEAD}## {heading}\n\n{(text * words).strip()}.\n"


def sheets(one: str, two: str) -> Callable[[Path], None]:
    def plant(root: Path) -> None:
        write(SHEET_PATH, one)(root)
        write(TWIN_PATH, two.replace("titre: Essayez tout", "titre: Essayez encore"))(root)

    return plant


FAULTS = [
    Fault(
        "thin-sheet",
        write(SHEET_PATH, sheet(40)),
        SHEET_PATH,
        START,
        1,
        "fiche de 43 mots, entre 300 et 700 attendus.",
        warning=True,
    ),
    Fault(
        "advice-of-the-template",
        write(SHEET_PATH, sheet(1, text="ce qu’il faut avoir obtenu, et de qui")),
        SHEET_PATH,
        START + 3,
        1,
        "consigne du modèle laissée à la place du texte.",
    ),
    Fault(
        "same-bones",
        sheets(sheet(300), sheet(310)),
        TWIN_PATH,
        START,
        1,
        f"mêmes intertitres que {SHEET_PATH}.",
        warning=True,
    ),
    Fault(
        "same-sentence",
        sheets(sheet(1, text=f"{LONG}. "), sheet(1, "Autrement", f"Bref. {LONG}. ")),
        TWIN_PATH,
        START,
        1,
        f"phrase déjà dans {SHEET_PATH}",
        warning=True,
    ),
    Fault(
        "same-address",
        copy(RESSOURCE, "data/ressources/jumelle.yml", ("Guide d’essai", "Jumelle")),
        "data/ressources/jumelle.yml",
        5,
        6,
        f"même adresse que {RESSOURCE}.",
    ),
    Fault(
        "copy-of-a-host",
        swap(RESSOURCE, "https://exemple.fr/guide", "https://fr.scribd.com/guide"),
        RESSOURCE,
        5,
        6,
        "copie chez un hébergeur",
    ),
    Fault(
        "address-that-programs-read-apart",
        swap(RESSOURCE, "https://exemple.fr/guide", "https://[exemple.fr/guide"),
        RESSOURCE,
        5,
        6,
        "« url: https://[exemple.fr/guide » : l’adresse commence par https://",
    ),
    Fault(
        "same-word",
        copy(TERM, "data/glossaire/verbe.yml", ("terme: mot", "terme: verbe\nformes:\n  - Mot")),
        "data/glossaire/verbe.yml",
        4,
        5,
        f"« Mot » est déjà dans {TERM}.",
    ),
    Fault(
        "no-end",
        swap(QUESTION, "ressource: guide-essai", "ressource: texte-essai"),
        QUESTION,
        9,
        16,
        "« texte-essai » prend fin avec l’expérimentation : dites jusqu’à quand.",
    ),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_it_is_said_at_its_place(
    fault: Fault, depot: Path, check: Callable[..., tuple[int, str]]
) -> None:
    fault.plant(depot)
    code, output = check(depot)
    assert fault.is_said(output), output
    assert code == (0 if fault.warning else 1), output


def test_two_sheets_of_their_own_are_welcome(
    depot: Path, check: Callable[..., tuple[int, str]]
) -> None:
    sheets(sheet(300), sheet(300, "La veille", "verbe "))(depot)
    code, output = check(depot)
    assert code == 0
    assert "intertitres" not in output
    assert "mots, entre" not in output
