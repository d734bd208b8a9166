"""A model → the ordered fields that a person fills in. The one derivation of all paths in."""

import types
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from inspect import get_annotations
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..model import Fiche, Prose, Reference
from ..model.marks import mark

LONG = 200
"""From so many signs allowed, a text is asked for in a large box."""


class Kind(Enum):
    """What an answer is."""

    TEXT = "texte"
    LONG_TEXT = "texte long"
    DATE = "date"
    INTEGER = "nombre"
    YES_NO = "oui ou non"
    CHOICE = "choix"
    REFERENCE = "identifiant"
    GROUP = "groupe"


@dataclass(frozen=True)
class Field:
    """`least` counts the values of a list; `choices` are the words of a Literal;
    `fields` are those of each group, for a list of sub-models or one sub-model."""

    name: str
    description: str
    kind: Kind
    required: bool
    many: bool
    least: int
    model: type[Fiche]
    choices: tuple[str, ...] = ()
    collection: str = ""
    fields: tuple["Field", ...] = ()

    @property
    def info(self) -> FieldInfo:
        """The field in its model."""
        return self.model.model_fields[self.name]


@cache
def fields_of(model: type[Fiche]) -> tuple[Field, ...]:
    """What the model itself declares first, then what it shares with the others.

    Raises TypeError for a field that no form can hold, such as a dictionary.
    """
    own: dict[str, None] = {}
    for cls in model.__mro__:
        own |= dict.fromkeys(get_annotations(cls))
    return tuple(_field(model, name) for name in own if name in model.model_fields)


def title_field(fields: tuple[Field, ...]) -> Field:
    """The field that names an item: the first text it requires."""
    return next(one for one in fields if one.kind is Kind.TEXT and one.required and not one.many)


def _field(model: type[Fiche], name: str) -> Field:
    info = model.model_fields[name]
    inner, many = _inner(info.annotation)
    path = (name, 0) if many else (name,)
    reference, prose = mark(model, path, Reference), mark(model, path, Prose)
    kind = _kind(inner, reference, prose, _bound(info, "max_length") or 0, many)
    return Field(
        name=name,
        description=info.description or "",
        kind=kind,
        required=info.is_required(),
        many=many,
        least=_bound(info, "min_length") or 0 if many else 0,
        model=model,
        choices=get_args(inner) if kind is Kind.CHOICE else (),
        collection=reference.collection if reference else "",
        fields=fields_of(inner) if kind is Kind.GROUP else (),
    )


def _inner(annotation: Any) -> tuple[Any, bool]:
    """The bare type of a value, without its marks, and whether there is a list of them."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _inner(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return _inner(next(one for one in get_args(annotation) if one is not type(None)))
    if origin is list:
        return _inner(get_args(annotation)[0])[0], True
    return annotation, False


def _kind(inner: Any, reference: Any, prose: Any, most: int, many: bool) -> Kind:
    if reference is not None:
        return Kind.REFERENCE
    if get_origin(inner) is Literal:
        return Kind.CHOICE
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        return Kind.GROUP
    if inner is str:
        is_rich = prose is not None and prose.markdown
        large = is_rich or (most >= LONG and not many)
        return Kind.LONG_TEXT if large else Kind.TEXT
    simple = {date: Kind.DATE, int: Kind.INTEGER, bool: Kind.YES_NO}
    if inner not in simple:
        raise TypeError(f"no form can hold {inner}")
    return simple[inner]


def _bound(info: FieldInfo, name: str) -> int | None:
    bounds = (getattr(one, name, None) for one in info.metadata)
    return next((one for one in bounds if one is not None), None)
