"""What a spreadsheet would run in a cell, and how it is kept from it."""

import re

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r]")
"""The full-width signs too: a spreadsheet in an Asian language runs them."""


def runs(cell: str) -> bool:
    """Whether a spreadsheet may read this cell as a formula."""
    return _FORMULA.match(cell) is not None


def as_text(cell: str) -> str:
    """The cell, behind an apostrophe if a spreadsheet would run it."""
    return f"'{cell}" if runs(cell) else cell
