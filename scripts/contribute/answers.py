"""What a person typed → a value of a field, or why it is not one, in the checker’s words."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from pydantic import create_model

from ..load import Base
from ..load.collections import folder_of
from ..load.signs import LONGEST_VALUE, MOST_WORK, SPARSER, TOO_DENSE, work
from ..load.validate import validate
from ..load.yaml_strict import Document
from ..model import Fiche
from ..render.typography import correct
from ..report import Problem, nearest, quote_list
from .draft import cleaned
from .fields import Field, Kind

_FRENCH_DATE = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_YES_NO = {"oui": True, "o": True, "true": True, "non": False, "n": False, "false": False}
_LINE = re.compile(r" *Corrigez la ligne \d+\.")


def value(field: Field, typed: str) -> Any:
    """One value as the field wants it; the text itself when it cannot be read as such."""
    text = cleaned(typed)
    if field.kind is Kind.DATE:
        return _date(text)
    if field.kind is Kind.INTEGER:
        return int(text) if re.fullmatch(r"-?\d{1,9}", text) else text
    if field.kind is Kind.YES_NO:
        return _YES_NO.get(text.lower(), text)
    if field.kind is Kind.TEXT:
        return correct(" ".join(text.split(" ")).replace("\n", " "))
    return correct(text) if field.kind is Kind.LONG_TEXT else text


def faults(base: Base, field: Field, found: Any) -> list[str]:
    """What the check would say of this value of the field; nothing when it is right."""
    texts = found if isinstance(found, list) else [found]
    if unread := next(filter(None, (_unread(one) for one in texts)), ""):
        return [unread]
    definition: Any = (field.info.annotation, field.info)
    alone = create_model(field.model.__name__, __base__=Fiche, **{field.name: definition})
    _, problems = validate(alone, Document(data={field.name: found}), "", 1)
    said = [sentence(problem) for problem in problems]
    if field.kind is Kind.REFERENCE and not said:
        ids = base.ids(field.collection)
        names = found if isinstance(found, list) else [found]
        said = [unknown(field.collection, one, ids) for one in names if one not in ids]
    return said


def unknown(collection: str, name: str, ids: Iterable[str]) -> str:
    """« x » n’existe pas, and what exists that looks like it."""
    known = list(ids)
    guess = nearest(name, known)
    mend = f"Vouliez-vous dire « {guess} » ?" if guess else ""
    if len(known) <= 16:
        mend = f"Valeurs possibles : {quote_list(known, 16)}. {mend}"
    elif not guess:
        mend = f"Un identifiant est le nom d’un fichier de {folder_of(collection)}, sans extension."
    return f"« {name} » n’existe pas. {mend}".strip()


def sentence(problem: Problem) -> str:
    """A problem on one line, for who has no file to correct yet."""
    return _LINE.sub("", " ".join((problem.what, *problem.mends)))


def _unread(found: Any) -> str:
    """Why the loader reads no such text in a data file, before any pattern toils on it."""
    if isinstance(found, str) and len(found) > LONGEST_VALUE:
        return f"{_spaced(len(found))} signes, {_spaced(LONGEST_VALUE)} au plus."
    if isinstance(found, str) and work(found) > MOST_WORK:
        return f"{TOO_DENSE} {SPARSER}"
    return ""


def _spaced(count: int) -> str:
    return f"{count:,}".replace(",", "\u00a0")


def _date(text: str) -> date | str:
    """« 2026-11-23 » or « 23/11/2026 »."""
    french = _FRENCH_DATE.fullmatch(text)
    try:
        if french:
            return date(*(int(part) for part in reversed(french.groups())))
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else text
    except ValueError:
        return text
