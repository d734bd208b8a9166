"""Offers → the forms that GitHub shows, as issue forms: `.github/ISSUE_TEMPLATE/`.

GitHub writes the answers in the body of the issue as « ### Label », an empty line,
then the answer; `rendered` reads them back.
"""

from collections.abc import Iterator
from typing import Any

from ..load import Base
from ..load.collections import TAXONOMY
from ..load.names import clean_name
from .cited import PLACEHOLDER, help_text
from .draft import yaml_text
from .fields import Field, Kind, fields_of
from .offered import OFFERS, Offer
from .words import about, is_asked, label

FOLDER = ".github/ISSUE_TEMPLATE"
PUBLIC = (
    "Cette page est publique : n’y mettez ni nom de personne privée, ni coordonnées. "
    "Votre texte sera publié sous licence CC BY 4.0."
)
READY = "pret-a-proposer"
"""The label that turns a complete form into a pull request; only maintainers can set it."""
ERREUR = "erreur"
PAGE = "Page"
"""The first heading of a reported mistake: no other form has it."""
_Element = dict[str, Any]


def expected(base: Base) -> dict[str, str]:
    """The text of every form, by path."""
    texts = {f"{FOLDER}/{one.name}.yml": yaml_text(form(base, one)) for one in OFFERS if one.form}
    texts[f"{FOLDER}/{ERREUR}.yml"] = yaml_text(error_form())
    texts[f"{FOLDER}/config.yml"] = yaml_text({"blank_issues_enabled": True})
    return texts


def form(base: Base, offer: Offer) -> _Element:
    """The issue form of an offer."""
    return {
        "name": f"Proposer {offer.noun}",
        "description": "Répondez ici, sans rien installer : l’équipe relit, puis publie.",
        "title": f"{offer.collection.noun.capitalize()} : ",
        "body": [_notice(PUBLIC), *elements(base, offer)],
    }


def asked(offer: Offer) -> list[Field]:
    """The fields that the form of an offer asks for."""
    return [one for one in fields_of(offer.collection.model) if is_asked(one)]


def elements(base: Base, offer: Offer) -> Iterator[_Element]:
    """One element a field, then one a section of the body."""
    for field in asked(offer):
        yield _element(base, field)
    for section in offer.sections:
        name, said = clean_name(section.title), f"Écrivez {section.help}"
        yield _box("textarea", name, section.title, said, True)


def options(base: Base, field: Field) -> dict[str, str]:
    """Each choice of a menu as it is shown, and the value it stands for; empty if none is."""
    if field.kind is Kind.CHOICE:
        return {one: one for one in field.choices}
    if field.collection == "cycles":
        return {one.fiche.titre: one.id for one in base.cycles}
    if field.collection in TAXONOMY:
        words = getattr(base.taxonomie, TAXONOMY[field.collection], {})
        return {word.nom: name for name, word in words.items()}
    return {}


def _element(base: Base, field: Field) -> _Element:
    choices = options(base, field)
    if choices:
        menu = _box("dropdown", field.name, label(field), about(field), field.required)
        menu["attributes"] |= {"multiple": field.many, "options": list(choices)}
        return menu
    if field.kind is Kind.GROUP:
        one = _box("textarea", field.name, label(field), help_text(base), field.required)
        one["attributes"]["placeholder"] = PLACEHOLDER
        return one
    said = f"{about(field)} Un par ligne." if field.many else about(field)
    large = field.many or field.kind is Kind.LONG_TEXT
    return _box("textarea" if large else "input", field.name, label(field), said, field.required)


def _box(kind: str, name: str, title: str, said: str, required: bool) -> _Element:
    return {
        "type": kind,
        "id": name,
        "attributes": {"label": title, "description": said},
        "validations": {"required": required},
    }


def _notice(text: str) -> _Element:
    return {"type": "markdown", "attributes": {"value": text}}


def error_form() -> _Element:
    """The form that reports an error: no file comes of it."""
    return {
        "name": "Signaler une erreur",
        "description": "Une page dit quelque chose de faux, de périmé ou d’incompréhensible.",
        "title": "Erreur : ",
        "body": [
            _notice(PUBLIC),
            _box("input", "page", PAGE, "L’adresse de la page.", True),
            _box("textarea", "constat", "Ce qui ne va pas", "La phrase, et ce qui cloche.", True),
            _box("textarea", "source", "Source", "Où lire ce qui est juste, si possible.", False),
        ],
    }
