"""The JSON Schema of each published file, derived from the models."""

import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, create_model

from ...check.schemas import tidy
from ...load import Base
from .datasets import Dataset
from .records import model_of

DRAFT = "https://json-schema.org/draft/2020-12/schema"


class Envelope(BaseModel):
    """What stands around the records of a file."""

    model_config = ConfigDict(extra="forbid")

    licence: str = Field(description="Adresse de la licence.")
    date: datetime.date | None = Field(description="Dernier jour où une source a été relue.")
    schema_: str = Field(alias="schema", description="Adresse de ce schéma.")


def schema(base: Base, dataset: Dataset) -> dict[str, Any]:
    """The schema of the JSON file of `dataset`."""
    elements: Any = (list[model_of(dataset)], Field(description=dataset.contenu))  # type: ignore[misc]
    whole = create_model("Jeu", __base__=Envelope, elements=elements)
    described = whole.model_json_schema(mode="serialization")
    tidy(described, base)
    _widen(described)
    return {"$schema": DRAFT, **described, "title": dataset.titre}


def _widen(node: Any) -> None:
    """Limits of length bind who writes: published links are longer than typed ones."""
    for child in node.values() if isinstance(node, dict) else node:
        if isinstance(child, dict | list):
            _widen(child)
    if isinstance(node, dict):
        node.pop("maxLength", None)
