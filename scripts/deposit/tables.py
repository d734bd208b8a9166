"""CSV: text that a spreadsheet opens, with no cell that it would run."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from ..report import spreadsheet
from .fault import Fault

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_PLAIN = re.compile(r"[+\-–]?[\d\s.,/()-]*%?")
"""Numbers, phone numbers, a lone dash: no spreadsheet runs these."""


def check(path: Path) -> Iterator[Fault]:
    """UTF-8, no control sign, no formula."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        yield Fault("ce n’est pas un CSV en UTF-8.", "Enregistrez-le en « CSV UTF-8 ».")
        return
    if _CONTROL.search(text):
        yield Fault("ce n’est pas un CSV : signes de commande.", "Exportez-le de nouveau.")
        return
    first = text.split("\n", 1)[0]
    lines = text.splitlines()
    reader = csv.reader(text.splitlines(keepends=True), delimiter=max(";,\t", key=first.count))
    try:
        for row in reader:
            for cell in row:
                if spreadsheet.runs(cell) and not _PLAIN.fullmatch(cell.strip()):
                    yield _formula(cell, lines, reader.line_num)
    except csv.Error:
        yield Fault("cellule sans fin.", "Fermez les guillemets.", max(1, reader.line_num))


def _formula(cell: str, lines: list[str], line: int) -> Fault:
    shown = " ".join(cell.split())[:40]
    column = lines[line - 1].find(cell.split("\n")[0]) + 1
    return Fault(
        f"« {shown} » : un tableur y lirait une formule.",
        "Mettez une apostrophe devant, ou remplacez la formule par son résultat.",
        line,
        max(1, column),
    )
