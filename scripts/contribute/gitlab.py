"""Offers → the templates of GitLab issues: the same headings as the forms, in Markdown."""

from collections.abc import Iterator

from ..load import Base
from . import forms
from .cited import help_text
from .fields import Field, Kind
from .offered import OFFERS, Offer
from .words import about, label

FOLDER = ".gitlab/issue_templates"


def expected(base: Base) -> dict[str, str]:
    """The text of every template, by path."""
    texts = {f"{FOLDER}/{one.name}.md": _template(_parts(base, one)) for one in OFFERS if one.form}
    return texts | {f"{FOLDER}/{forms.ERREUR}.md": _template(_error_parts())}


def _template(parts: Iterator[tuple[str, str]]) -> str:
    blocks = [f"<!-- {forms.PUBLIC} -->"]
    blocks += [f"### {title}\n\n<!-- {said} -->" for title, said in parts]
    return "\n\n".join(blocks) + "\n"


def _parts(base: Base, offer: Offer) -> Iterator[tuple[str, str]]:
    for field in forms.asked(offer):
        yield label(field), _help(base, field)
    for section in offer.sections:
        yield section.title, f"Écrivez {section.help}"


def _help(base: Base, field: Field) -> str:
    text = help_text(base) if field.kind is Kind.GROUP else about(field)
    choices = forms.options(base, field)
    if choices:
        text += f" {'Un ou plusieurs' if field.many else 'Un seul'} : {' ; '.join(choices)}."
    return text if field.required else f"Facultatif. {text}"


def _error_parts() -> Iterator[tuple[str, str]]:
    for element in forms.error_form()["body"]:
        if element["type"] != "markdown":
            attributes = element["attributes"]
            yield attributes["label"], attributes["description"]
