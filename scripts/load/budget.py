"""How much content there may be in all: more would fill the disk or hang the build."""

from collections import Counter
from collections.abc import Mapping
from pathlib import PurePosixPath

from ..report import Problem

MOST_FILES = 20_000
MOST_TEXT = 60_000_000
"""Bytes of pages and data together: a site of 2 000 pages takes 20 million."""
MOST_BYTES = 500_000_000
"""Bytes of everything, images and files to take away included."""
DEEPEST = 8
"""Folders one inside the other."""
_MEND = "Retirez ce que la proposition ajoute de trop."


def overspent(sizes: Mapping[str, int]) -> list[Problem]:
    """What goes over the budget, at the folder that weighs most; `sizes` are bytes by path."""
    texts = {path: size for path, size in sizes.items() if path.endswith((".md", ".yml"))}
    return [
        Problem(
            _heaviest(counted), 1, 1, f"{what} : {_said(total)}, {_said(most)} au plus.", (_MEND,)
        )
        for what, counted, most in (
            ("fichiers dans docs/ et data/", dict.fromkeys(sizes, 1), MOST_FILES),
            ("octets de textes", texts, MOST_TEXT),
            ("octets de contenu", sizes, MOST_BYTES),
        )
        if (total := sum(counted.values())) > most
    ]


def _heaviest(counted: Mapping[str, int]) -> str:
    folders: Counter[str] = Counter()
    for path, size in counted.items():
        folders[str(PurePosixPath(path).parent)] += size
    return folders.most_common(1)[0][0]


def _said(number: int) -> str:
    return f"{number:,}".replace(",", " ")
