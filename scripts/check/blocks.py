"""Blocks that would not render as their author sees them."""

import re
from collections.abc import Iterator

from ..load.base import Base
from ..render.labels import ENCADRES
from ..report import Problem, nearest, quote_list
from .passages import Passage, bodies, passages

_ITEM = re.compile(r"[ ]{0,3}(?:[-*+]|\d+[.)])[ \t]+\S")
_RULE_ROW = re.compile(r"[ ]{0,3}\|?(?:[ ]*:?-+:?[ ]*\|)+[ ]*(?::?-+:?)?[ ]*\|?[ ]*$")
_ADMONITION = re.compile(r"^[ ]*(?:!!!|\?\?\?\+?)[ ]*(?P<type>[\w-]*)", re.M)
_ICON = re.compile(r"(?<![\w:/]):(?P<name>[a-z][a-z0-9_+-]*):(?![\w/])")


def check(base: Base) -> Iterator[Problem]:
    """Lists and tables glued to a paragraph, unknown notices, icons, empty pages."""
    for passage in bodies(base):
        if not passage.text.strip():
            yield passage.problem(0, "page vide.", "Écrivez le texte sous l’en-tête.")
        yield from _glued(passage)
        yield from _admonitions(passage)
    for passage in passages(base):
        yield from _ticks(passage)
        for found in _ICON.finditer(passage.masked):
            yield passage.problem(
                found.start(),
                f"icône « {found[0]} » inconnue.",
                "Le contenu ne porte pas d’icône : retirez-la.",
            )


def _ticks(passage: Passage) -> Iterator[Problem]:
    """One alone would pair with another further on, and hide all between from the check."""
    if passage.kind != "plain" and (at := passage.masked.find("`")) >= 0:
        yield passage.problem(
            at,
            "accent grave (`) sans son pareil sur la ligne.",
            "Fermez le code sur sa ligne, ou la suite de trois accents graves par la même, seule.",
        )


def _glued(passage: Passage) -> Iterator[Problem]:
    lines = passage.masked.split("\n")
    offset = 0
    in_list = False
    for number, line in enumerate(lines):
        previous = lines[number - 1] if number else ""
        following = lines[number + 1] if number + 1 < len(lines) else ""
        paragraph = bool(previous.strip()) and not in_list and not _starts_block(previous)
        if _ITEM.match(line):
            if paragraph:
                yield passage.problem(
                    offset, "liste collée au paragraphe.", "Laissez une ligne vide au-dessus."
                )
            in_list = True
        elif not line.strip() or (line[:1] not in " \t" and not previous.strip()):
            in_list = in_list and (not line.strip() or line[:1] in " \t")
        if "|" in line and _RULE_ROW.match(following) and paragraph and not _ITEM.match(line):
            yield passage.problem(
                offset, "tableau collé au paragraphe.", "Laissez une ligne vide au-dessus."
            )
        offset += len(line) + 1


def _starts_block(line: str) -> bool:
    return line.startswith(("#", ">", "!!!", "???", "|")) or bool(_RULE_ROW.match(line))


def _admonitions(passage: Passage) -> Iterator[Problem]:
    for found in _ADMONITION.finditer(passage.masked):
        name = found["type"]
        if name in ENCADRES:
            continue
        guess = nearest(name, ENCADRES) if name else None
        mends = [f"Encadrés possibles : {quote_list(ENCADRES)}."]
        if guess:
            mends.append(f"Vouliez-vous dire « {guess} » ?")
        yield passage.problem(found.start(), f"encadré « {name} » inconnu.", *mends)
