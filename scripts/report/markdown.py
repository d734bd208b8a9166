"""A text that anyone may have written, set in Markdown where nothing of it acts."""

import re

_SIGNS = re.compile(r"[!-/:-@\[-`{-~\r\n]")
_LINE_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def inert(text: str) -> str:
    """A text that nothing reads as a sign: Markdown, HTML, a link or a mention."""
    return _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", text)


def code(text: str) -> str:
    """A text on one line, between the backticks that it cannot close."""
    return f"`{one_line(text).replace('`', '%60')}`"


def one_line(text: str) -> str:
    """A quoted name may hold a line break or a control: a terminal, or a forge, would obey it."""
    return _LINE_BREAKS.sub(" ", text)
