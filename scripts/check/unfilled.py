"""What a template left to fill in, and nobody filled."""

import re
from collections.abc import Iterator

from ..contribute.offered import TO_FILL, UNNAMED
from ..load.base import Base, Source
from ..report import Problem
from .passages import Passage, body, field_passage, strings

_WHAT = f"« {TO_FILL} » : cette ligne attend votre texte."
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
        mend = "Écrivez cette partie, ou supprimez-la avec son titre."
    return passage.problem(offset, _WHAT, mend)
