"""Records → CSV for a French spreadsheet: byte order mark, semicolons, one line an item."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from ...report import spreadsheet
from .records import Record

BETWEEN = " | "


def csv_text(columns: Sequence[str], records: Sequence[Record]) -> str:
    """The whole file. Cells hold no formula; line breaks stay inside quotes."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(record[name]) for name in columns] for record in records)
    return f"\ufeff{out.getvalue()}"


def _cell(value: Any) -> str:
    """A value as one cell; an apostrophe keeps a spreadsheet from running it."""
    text = _flat(value)
    return spreadsheet.as_text(text) if isinstance(value, str | list) else text


def _flat(value: Any) -> str:
    """Lists joined, objects as « first (the rest) », so that a person can read them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, list):
        # A bar inside an item would read as one more item.
        return BETWEEN.join(_flat(one).replace("|", "¦") for one in value)
    if isinstance(value, dict):
        first, *rest = [_flat(one) for one in value.values() if one not in (None, [])]
        return f"{first} ({', '.join(rest)})" if rest else first
    return str(value)
