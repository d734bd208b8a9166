"""Signs that a text of the content may not hold, found before anything else reads it.

Some hide what a reviewer sees (invisible or bidirectional signs), some make
patterns and the renderer slow or deep (endless lines, runs, nesting).
"""

import re
import unicodedata

from ..report import Problem

_SEPARATORS = "\u0085\u2028\u2029"
_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\ue000-\uf8ff\U000e0000-\U0010ffff"
    "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]"
)
_ENDLESS = re.compile(rf"[{_SEPARATORS}]|[^\n]{{4001}}| {{200}}|([^\w\s])\1{{99}}|\w{{300}}")
_MARK = r"(?:[*+-]|\d{1,9}[.)])[ \t]+|>[ \t]*"
_NESTED = re.compile(rf"(?:{_MARK}){{12}}|^ {{64}} *\S", re.M)
_BLANK = re.compile(r"\n[ \t]*\n")
_MARKUP = re.compile(r"[*_`\[<&:]")
MOST_WORK = 5_000_000
"""Signs of each block times its marks of emphasis, links and code, summed."""
LONGEST_VALUE = 10_000
"""Signs of one value of a data file."""
TOO_DENSE = "texte trop dense : trop de liens, gras, italiques ou codes par paragraphe."
SPARSER = "Coupez-le par des lignes vides, ou en plusieurs pages."


def fault(relative: str, text: str) -> Problem | None:
    """The first sign that makes `text` unsafe to read, or None."""
    for pattern, what, mend in (
        (_HIDDEN, "signe invisible", "Supprimez-le : retapez le mot."),
        (_ENDLESS, "", "Coupez la ligne, ou supprimez ces signes."),
        (_NESTED, "listes ou citations emboîtées sans fin.", "Deux niveaux suffisent."),
    ):
        if found := pattern.search(text):
            return _at(relative, text, found.start(), what or _endless(found[0]), mend, found[0])
    if relative.endswith(".md") and work(text) > MOST_WORK:
        return Problem(relative, 1, 1, TOO_DENSE, (SPARSER,))
    return None


def work(text: str) -> int:
    """How much a renderer toils on `text`: each mark of a block is sought in the whole block."""
    return sum(len(block) * len(_MARKUP.findall(block)) for block in _BLANK.split(text))


def _endless(found: str) -> str:
    if found in _SEPARATORS:
        return "séparateur de ligne invisible."
    return "ligne de plus de 4 000 signes, ou suite sans fin d’espaces ou de signes."


def _at(relative: str, text: str, at: int, what: str, mend: str, sign: str = "") -> Problem:
    line = text.count("\n", 0, at) + 1
    column = at - (text.rfind("\n", 0, at) + 1) + 1
    if what == "signe invisible":
        name = unicodedata.name(sign, "commande")
        what = f"signe invisible (U+{ord(sign):04X}, {name.lower()})."
    return Problem(relative, line, column, what, (mend,))
