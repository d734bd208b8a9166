"""All the files of the data folder, and the list of them that machines read."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...load import Base
from ...render.structured import LICENCE
from .datasets import DATASETS, Dataset
from .records import columns_of, last_reading, records, root_of
from .schemas import schema
from .tables import csv_text

PLACE = "donnees/"
"""Where the files stand on the site."""
_FORMATS = {"json": "application/json", "csv": "text/csv"}
_TERMS = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "titre": "dct:title",
    "contenu": "dct:description",
    "licence": {"@id": "dct:license", "@type": "@id"},
    "date": "dct:modified",
    "langue": "dct:language",
    "jeux": "dcat:dataset",
    "identifiant": "dct:identifier",
    "schema": {"@id": "dct:conformsTo", "@type": "@id"},
    "fichiers": "dcat:distribution",
    "adresse": {"@id": "dcat:downloadURL", "@type": "@id"},
    "type": "dcat:mediaType",
    "poids": "dcat:byteSize",
}
"""The French keys of the catalogue, as DCAT knows them: it reads both ways."""


@dataclass(frozen=True)
class Published:
    """A dataset as it is published; `files` and `schema` are names in the data folder."""

    dataset: Dataset
    rows: int
    date: str | None
    files: dict[str, bytes]
    schema: tuple[str, bytes]


def published(base: Base) -> list[Published]:
    """Every dataset that the content has a collection for, in order."""
    return [_published(base, one) for one in DATASETS]


def publish(base: Base, site: Path) -> None:
    """Write the data folder of a built site. Raises OSError when it cannot."""
    folder = site / PLACE
    (folder / "schemas").mkdir(parents=True, exist_ok=True)
    made = published(base)
    for name, content in _files(made):
        (folder / name).write_bytes(content)
    (folder / "index.json").write_bytes(_json(_catalogue(base, made)))


def _published(base: Base, dataset: Dataset) -> Published:
    described = schema(base, dataset)
    rows = records(base, dataset)
    read = last_reading(base, dataset)
    day = read.isoformat() if read else None
    name = f"schemas/{dataset.id}.json"
    whole = {"licence": LICENCE, "date": day, "schema": _own(base, name), "elements": rows}
    files = {
        f"{dataset.id}.json": _json(whole),
        f"{dataset.id}.csv": csv_text(columns_of(dataset), rows).encode(),
    }
    return Published(dataset, len(rows), day, files, (name, _json(described)))


def _files(made: list[Published]) -> Iterator[tuple[str, bytes]]:
    for one in made:
        yield from one.files.items()
        yield one.schema


def _catalogue(base: Base, made: list[Published]) -> dict[str, Any]:
    settings, taxonomy = base.reglages, base.taxonomie
    assert settings is not None
    assert taxonomy is not None
    return {
        "@context": _TERMS,
        "@type": "dcat:Catalog",
        "titre": f"{settings.nom} : données ouvertes",
        "contenu": settings.devise,
        "licence": LICENCE,
        "date": max((one.date for one in made if one.date), default=None),
        "langue": "fr",
        "jeux": [_entry(base, one) for one in made],
        "libelles": {
            "cycles": {one.id: one.fiche.titre for one in base.cycles},
            **{
                name: {one: label["nom"] for one, label in words.items()}
                for name, words in taxonomy.model_dump().items()
            },
        },
    }


def _entry(base: Base, one: Published) -> dict[str, Any]:
    return {
        "@type": "dcat:Dataset",
        "identifiant": one.dataset.id,
        "titre": one.dataset.titre,
        "contenu": one.dataset.contenu,
        "licence": LICENCE,
        "date": one.date,
        "elements": one.rows,
        "fichiers": [
            {
                "@type": "dcat:Distribution",
                "adresse": _own(base, name),
                "type": _FORMATS[name.rpartition(".")[2]],
                "poids": len(content),
            }
            | ({"schema": _own(base, one.schema[0])} if name.endswith(".json") else {})
            for name, content in one.files.items()
        ],
    }


def _own(base: Base, name: str) -> str:
    """The address of a file of the folder, as another file of it must write it."""
    root = root_of(base)
    return f"{root}{PLACE}{name}" if root.startswith("http") else name


def _json(value: Any) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()
