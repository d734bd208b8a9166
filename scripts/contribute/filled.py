"""A form that was filled in → the texts of the files it asks for, or all that it lacks."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ..check.ends import DATED
from ..load import Base, signs
from . import answers, cited, rendered
from .draft import cleaned, data_file, page, place
from .fields import Field, Kind, title_field
from .forms import asked
from .offered import BY_NAME, Offer
from .words import label


@dataclass
class Filled:
    """`files` by path, the main one first; `lacks` are sentences, each with its heading."""

    offer: Offer
    id: str = ""
    files: dict[str, str] = field(default_factory=dict)
    lacks: list[tuple[str, str]] = field(default_factory=list)

    @property
    def path(self) -> str:
        """The main file."""
        return self.offer.path(self.id)


def read(base: Base, body: str, today: date) -> Filled | None:
    """What the form of `body` makes; None when it is not one of our forms."""
    body = cleaned(body)
    offer = rendered.offer_of(body)
    if offer is None:
        return None
    filled = Filled(offer)
    if found := signs.fault("formulaire", body):
        filled.lacks.append(("Formulaire", f"ligne {found.line}, {found.what}"))
        return filled
    texts, twice = rendered.answers(body, rendered.titles(offer))
    filled.lacks += [(one, f"la ligne « ### {one} » figure deux fois.") for one in twice]
    values = _values(base, offer, texts, filled)
    if "publie_le" in offer.collection.model.model_fields:
        values["publie_le"] = today
    title = str(values.get(title_field(tuple(asked(offer))).name, ""))
    resources = _sources(base, texts, values, title, filled)
    if offer.collection.name in DATED and (end := _end(base, values)):
        values["valable_jusqu_au"] = end
    for section in offer.sections:
        if not texts[section.title]:
            filled.lacks.append((section.title, f"il manque {section.help}"))
    if not filled.lacks:
        filled.id, path = place(base, offer, title)
        filled.files[path] = _text(offer, path, values, texts)
        ressource = BY_NAME["ressource"]
        filled.files |= {
            ressource.path(name): data_file(ressource.path(name), one)
            for name, one in resources.items()
        }
    return filled


def _values(base: Base, offer: Offer, texts: dict[str, str], filled: Filled) -> dict[str, Any]:
    menus = rendered.chosen(base, offer)
    values: dict[str, Any] = {}
    for one in asked(offer):
        text = texts[label(one)]
        if not text:
            values[one.name] = None
            if one.required:
                filled.lacks.append((label(one), f"il manque une réponse. {one.description}"))
        elif one.kind is not Kind.GROUP:
            values[one.name] = found = _value(one, text, menus.get(one.name, {}))
            filled.lacks += [(label(one), said) for said in answers.faults(base, one, found)]
        else:
            values[one.name] = []
    return {name: value for name, value in values.items() if value is not None}


def _value(one: Field, text: str, menu: dict[str, str]) -> Any:
    if not one.many:
        return answers.value(one, menu.get(text, text))
    parts = rendered.several(text, menu) if menu else text.split("\n")
    texts = (part.strip(" \t-*•") if not menu else part for part in parts)
    return [answers.value(one, menu.get(part, part)) for part in texts if part]


def _sources(
    base: Base, texts: dict[str, str], values: dict[str, Any], title: str, filled: Filled
) -> dict[str, dict[str, Any]]:
    """Put the sources in `values`; return the resources to create for them."""
    resources: dict[str, dict[str, Any]] = {}
    for one in _groups(filled.offer):
        found = cited.read(base, texts[label(one)], values, title)
        values[one.name] = found.sources
        filled.lacks += [(label(one), said) for said in found.faults]
        resources |= found.resources
    return resources


def _end(base: Base, values: dict[str, Any]) -> date | None:
    """The day that the check wants of what cites such a text, and that no form asks for."""
    trial = base.experimentation
    cited_names = {one["ressource"] for one in values.get("sources", [])}
    return trial.fin if trial and cited_names & set(trial.textes) else None


def _groups(offer: Offer) -> Iterator[Field]:
    return (one for one in asked(offer) if one.kind is Kind.GROUP)


def _text(offer: Offer, path: str, values: dict[str, Any], texts: dict[str, str]) -> str:
    if not offer.sections:
        return data_file(path, values)
    body = "\n\n".join(f"## {one.title}\n\n{texts[one.title]}" for one in offer.sections)
    return page(values, body)
