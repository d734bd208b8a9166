"""French typography: one function, for the page, the check and its fix.

Rules of the Imprimerie nationale: a no-break space before : and inside « »,
a narrow one before ; ! ?, a curly apostrophe, real ellipses and quotation
marks. Code, addresses and e-mail addresses are left alone.
"""

import re

NBSP = "\u00a0"
NARROW = "\u202f"

_KEEP = re.compile(
    r"`[^`\n]*`|\*[^*\n]+\*\{lang=\w+\}|</?[a-zA-Z][^<>\n]*>|\]\([^)\n]*\)|https?://[^\s)>\]]+|www\.\S+|(?<![^\s@])[^\s@]{1,64}@[^\s@]+\.\S+|\{[^{}\n]*\}"
)
_Rules = tuple[tuple[re.Pattern[str], str], ...]
_AFTER = r"(?<=[\w)\]»’%€…*])"
_SIGNS: _Rules = (
    (re.compile(r"(?<=\w)'(?=[\w«*_\[]|$)"), "’"),
    (re.compile(r"(?<![.])\.\.\.(?![.])"), "…"),
    (re.compile(r"\"(?=\S)([^\"\n]*[^\"\s])\""), f"«{NBSP}\\1{NBSP}»"),
    (re.compile(r"«(?=\S)"), f"«{NBSP}"),
    (re.compile(r"(?<=\S)»"), f"{NBSP}»"),
    (re.compile(r"(?<=[\w)\]’%€*]):(?= \S)"), f"{NBSP}:"),
    (re.compile(rf"{_AFTER}([;!?])(?=[\s»)*…!?]|$)"), f"{NARROW}\\1"),
)
"""What an author types wrong: signs, and spaces that are not there at all."""
_SPACES: _Rules = (
    (re.compile(rf"«[ {NARROW}]"), f"«{NBSP}"),
    (re.compile(rf"[ {NARROW}]»"), f"{NBSP}»"),
    (re.compile(rf"(?:{_AFTER}|^) :(?=\s|$)"), f"{NBSP}:"),
    (re.compile(rf"(?:{_AFTER}|^)[ {NBSP}]([;!?])(?=[\s»)*…!?]|$)"), f"{NARROW}\\1"),
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), NARROW),
    (
        re.compile(r"(?<=\d) (?=(?:%|€|h\b|min\b|ans?\b|minutes?\b|heures?\b|jours?\b|mois\b))"),
        NBSP,
    ),
    (re.compile(r"(?<=\b[Aa]rt\.) (?=\d)|(?<=\b[LRD]\.) (?=\d)|(?<=n°) (?=\d)"), NBSP),
)
"""What no keyboard types well: which spaces may not break. The page sees to it."""


def typeset(text: str) -> str:
    """`text` as it is published: right signs, right spaces.

    Applying it twice changes nothing more.
    """
    return _apply(text, _SIGNS + _SPACES)


def correct(text: str) -> str:
    """`text` as its author should have typed it; the spaces that are there stay."""
    return _apply(text, _SIGNS)


def _apply(text: str, rules: _Rules) -> str:
    pieces = []
    end = 0
    for kept in _KEEP.finditer(text):
        pieces += [_rules(text[end : kept.start()], rules), kept.group()]
        end = kept.end()
    pieces.append(_rules(text[end:], rules))
    return "".join(pieces)


def _rules(text: str, rules: _Rules) -> str:
    for pattern, replacement in rules:
        text = pattern.sub(replacement, text)
    return text
