"""What the data page says of each file: what it holds, its rows, its weight."""

from ..deliver.opendata import PLACE, Published, published
from ..load import Base
from .deliverables import weight
from .parts import Strings, text
from .urls import ROOT


def datasets(base: Base) -> list[Strings]:
    """The page of the data: each dataset with its files, their weight and their rows."""
    return [_dataset(one) for one in published(base)]


def _dataset(one: Published) -> Strings:
    return {
        "titre": text(one.dataset.titre),
        "contenu": text(one.dataset.contenu),
        "lignes": text(f"{one.rows:,} lignes".replace(",", " ")),
        "schema": f"{ROOT}{PLACE}{one.schema[0]}",
        "fichiers": [
            {
                "url": f"{ROOT}{PLACE}{name}",
                "texte": text(f"{name.rpartition('.')[2].upper()}, {weight(len(content))}"),
            }
            for name, content in sorted(one.files.items())
        ],
    }
