"""What a template left to fill in, and nobody filled."""

import re
from collections.abc import Iterator

from ..contribute.offered import OFFERS, TO_FILL, UNNAMED
from ..load.base import Base, Source
from ..report import Problem
from .passages import Passage, body, field_passage, strings

_WHAT = f"« {TO_FILL} » : cette ligne attend votre texte."
_INSTEAD = "Écrivez cette partie, ou supprimez-la avec son titre."
_MARK = re.compile(rf"\b[ÀA]{TO_FILL[1:]}\b")


def check(base: Base) -> Iterator[Problem]:
    """Marks left in a value or in the body of a page; a file that kept the name of its template."""
    for source in base.sources:
        if source.id == UNNAMED:
            mend = "Le nom du fichier est l’identifiant : renommez-le d’après le titre."
            what = f"nom « {UNNAMED} » à remplacer."
            yield Problem(source.path, 1, 1, what, (mend,))
        for passage in _passages(source):
            for found in _MARK.finditer(passage.text):
                yield _problem(passage, found.start())
        yield from _advice(source)


def _advice(source: Source) -> Iterator[Problem]:
    """What a template says to write, left in place of the text."""
    if source.body is None:
        return
    told = {part.help for offer in OFFERS for part in offer.sections}
    for rank, line in enumerate(source.body.split("\n")):
        if line.strip() in told:
            what = "consigne du modèle laissée à la place du texte."
            yield Problem(source.path, source.body_line + rank + 1, 1, what, (_INSTEAD,))


def only_once(problems: set[Problem]) -> set[Problem]:
    """Without what else is wrong on a line to fill in: filling it mends that too."""
    lines = {(one.path, one.line) for one in problems if one.what == _WHAT}
    return {one for one in problems if one.what == _WHAT or (one.path, one.line) not in lines}


def _passages(source: Source) -> Iterator[Passage]:
    for path, _ in strings(source.document.data):
        yield field_passage(source, path, "plain")
    if source.body is not None:
        yield body(source)


def _problem(passage: Passage, offset: int) -> Problem:
    mend = "Écrivez-le, ou supprimez la ligne si le champ est facultatif."
    if passage.kind == "page":
        mend = _INSTEAD
    return passage.problem(offset, _WHAT, mend)
