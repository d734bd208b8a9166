"""Offers → `data/modeles/`: files to copy, front matter ready, parts to fill marked."""

from collections.abc import Iterator
from typing import Any

from ..load import Base
from ..load.collections import TAXONOMY, schema_line
from ..report import quote_list
from .draft import yaml_lines
from .fields import Field, Kind, fields_of
from .offered import OFFERS, TO_FILL, UNNAMED, Offer

FOLDER = "data/modeles"


def expected(base: Base) -> dict[str, str]:
    """The text of every template, by path."""
    return {path(offer): text(base, offer) for offer in OFFERS}


def path(offer: Offer) -> str:
    """`data/modeles/question.yml`."""
    return f"{FOLDER}/{offer.name}{offer.suffix}"


def text(base: Base, offer: Offer) -> str:
    """A template whose comments say what each field is."""
    return _whole(offer, [line for field in _fields(offer) for line in _explained(base, field)])


def short(offer: Offer) -> str:
    """A template with the required fields alone, where an address has little room."""
    needed = [line for field in _fields(offer) if field.required for line in _lines(field)]
    return _whole(offer, needed)


def body(offer: Offer) -> str:
    """The parts of a page, to fill in."""
    parts = (f"## {one.title}\n\n{TO_FILL} : {one.help}\n" for one in offer.sections)
    return "\n".join(parts)


def _whole(offer: Offer, lines: list[str]) -> str:
    head = "".join(f"{line}\n" for line in lines)
    if offer.sections:
        return f"---\n{head}---\n\n{body(offer)}"
    return f"{schema_line(offer.path(UNNAMED))}\n{head}"


def _fields(offer: Offer) -> tuple[Field, ...]:
    return fields_of(offer.collection.model)


def _explained(base: Base, field: Field) -> Iterator[str]:
    yield f"# {'' if field.required else 'Facultatif. '}{field.description}"
    words = _words(base, field)
    if any(word not in field.description for word in words):
        yield f"# Valeurs possibles : {quote_list(words, 40)}."
    for one in field.fields:
        yield f"#   {one.name}{'' if one.required else ' (facultatif)'} : {one.description}"
    yield from (line if field.required else f"# {line}" for line in _lines(field))


def _words(base: Base, field: Field) -> list[str]:
    if field.collection in TAXONOMY or field.collection == "cycles":
        return base.ids(field.collection)
    return list(field.choices)


def _lines(field: Field) -> list[str]:
    return list(yaml_lines({field.name: _blank(field)}))


def _blank(field: Field) -> Any:
    one: Any = TO_FILL
    if field.kind is Kind.GROUP:
        one = {sub.name: _blank(sub) for sub in field.fields if sub.required}
    return [one] * max(field.least, 1) if field.many else one
