"""Splits a Markdown page into its front matter and its body."""

import re
from dataclasses import dataclass

from ..report import Problem

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Page:
    """`yaml` starts on line `yaml_line + 1` of the file, `body` on `body_line + 1`."""

    yaml: str
    yaml_line: int
    body: str
    body_line: int


def split(text: str, path: str) -> Page | Problem:
    """The two parts of a page, or what is wrong with its front matter."""
    opening = _FENCE.match(text)
    if opening is None:
        return Problem(
            path,
            1,
            1,
            "il manque l’en-tête de la page.",
            ("Commencez le fichier par « --- », les champs, puis « --- ».",),
        )
    closing = _FENCE.search(text, opening.end())
    if closing is None:
        return Problem(
            path,
            1,
            1,
            "l’en-tête ouvert ligne 1 n’est jamais refermé.",
            ("Ajoutez une ligne « --- » entre les champs et le texte.",),
        )
    body_line = text.count("\n", 0, closing.end()) + 1
    return Page(text[opening.end() + 1 : closing.start()], 1, text[closing.end() + 1 :], body_line)
