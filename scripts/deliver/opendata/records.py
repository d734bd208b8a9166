"""Items → records: the values of their files, with the address of each on the site."""

import re
from datetime import date
from typing import Any

from pydantic import BaseModel, Field, create_model

from ...load import COLLECTIONS, Base, Item
from ...model.fields import Sourcee
from ...render.urls import ROOT, resolve
from .datasets import Dataset

Record = dict[str, Any]
FROM_FOLDER = "../"
"""The way from the files to the root of a site that has no public address."""
_PAGE_LINK = re.compile(r"(?<=\]\()[^()\s]+\.md(?:#[^()\s]*)?(?=[)\s])")


def model_of(dataset: Dataset) -> type[BaseModel]:
    """The model of a record: that of the files, and what publishing adds to it."""
    collection = next(one for one in COLLECTIONS if one.name == dataset.collection)
    identity: dict[str, Any] = {
        "id": (str, Field(description="Identifiant : le nom du fichier. Il ne change pas.")),
        "adresse": (
            str | None,
            Field(description="La page du site qui le montre ; null quand aucune ne le montre."),
        ),
    }
    if collection.schema is None:
        text = Field(description="Le texte de la page, en Markdown.")
        identity["texte"] = (str, text)
    model: type[BaseModel] = create_model(
        f"{collection.model.__name__}Publie", __base__=collection.model, **identity
    )
    return model


def columns_of(dataset: Dataset) -> list[str]:
    """The names of the values of a record: what the item is, then its dates and its proof."""
    names = list(model_of(dataset).model_fields)
    identity = [one for one in names if one in ("id", "adresse")]
    return [*identity, *sorted((one for one in names if one not in identity), key=_rank)]


def records(base: Base, dataset: Dataset) -> list[Record]:
    """The records of a collection, by id."""
    columns = columns_of(dataset)
    return [_record(base, dataset, one, columns) for one in items(base, dataset)]


def items(base: Base, dataset: Dataset) -> list[Item[Any]]:
    """The items of a collection, by id."""
    found = base.items.get(dataset.collection, {})
    return [found[one] for one in sorted(found)]


def last_reading(base: Base, dataset: Dataset) -> date | None:
    """The last day someone read the source of an item; None when there is no item."""
    days = [
        getattr(one.fiche, "verifie_le", None) or one.fiche.consulte_le
        for one in items(base, dataset)
    ]
    return max(days, default=None)


def root_of(base: Base) -> str:
    """What comes before an address of the site, in a file of its data folder."""
    return (base.reglages and base.reglages.site_url) or FROM_FOLDER


def _rank(column: str) -> int:
    return 2 if column == "texte" else int(column in Sourcee.model_fields)


def _record(base: Base, dataset: Dataset, item: Item[Any], columns: list[str]) -> Record:
    root = root_of(base)
    shown = getattr(item.fiche, "liste", True)
    record = {
        **_linked(item.fiche.model_dump(mode="json"), item.path, root),
        "texte": _linked(item.body.strip(), item.path, root),
        "id": item.id,
        "adresse": root + dataset.place(item) if shown else None,
    }
    return {name: record[name] for name in columns}


def _linked(value: Any, path: str, root: str) -> Any:
    """Links to files of the repository become links to pages of the site."""
    if isinstance(value, str):
        return _PAGE_LINK.sub(lambda m: resolve(m[0], path).replace(ROOT, root, 1), value)
    if isinstance(value, list):
        return [_linked(one, path, root) for one in value]
    if isinstance(value, dict):
        return {name: _linked(one, path, root) for name, one in value.items()}
    return value
