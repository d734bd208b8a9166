"""What a page of A4 cannot show, said with the file and the line to mend."""

import html
import re
from collections.abc import Iterator
from typing import Any

from ...check.passages import position
from ...load import Base
from ...report import Problem
from . import fonts
from .body import IMAGE
from .document import Printed

SLACK = 1.0
"""How far beyond its frame something may stand, in CSS pixels."""
MM = 25.4 / 96


def before(base: Base, printed: Printed) -> Iterator[Problem]:
    """Signs that the fonts lack, images that are not there."""
    text = html.unescape(re.sub(r"<[^>]+>", " ", printed.html))
    for sign in sorted(fonts.undrawn(text)):
        path = _who_says(base, printed, sign)
        what = f"le signe « {sign} » (U+{ord(sign):04X}) n’existe pas dans les polices du livret."
        yield Problem(path, *_where(base, path, sign), what, ("Écrivez-le en toutes lettres.",))
    for path, sheet in printed.texts:
        for image in re.findall(rf'<img\b[^>]*?\bsrc="{IMAGE}([^"]*)"', sheet):
            if why := _unseen(base, html.unescape(image)):
                place = _where(base, path, image.rpartition("/")[2])
                yield Problem(path, *place, f"{why} : « {image} ».", ("Remplacez-la.",))


def after(base: Base, document: Any) -> Iterator[Problem]:
    """Tables and words that stand out of the page."""
    from weasyprint.formatting_structure.boxes import MarginBox

    found: dict[Problem, None] = {}
    for page in document.pages:
        frame = page._page_box
        limit = frame.content_box_x() + frame.width
        for child in frame.children:
            if not isinstance(child, MarginBox):
                found.update(dict.fromkeys(_walk(base, child, "", limit)))
    yield from found


def _walk(base: Base, box: Any, path: str, limit: float) -> Iterator[Problem]:
    from weasyprint.formatting_structure.boxes import TableBox, TableCellBox, TextBox
    from weasyprint.layout.absolute import AbsolutePlaceholder

    if isinstance(box, AbsolutePlaceholder):
        return
    if box.element is not None:
        path = box.element.get("data-source", path)
    if isinstance(box, TextBox):
        if box.position_x + box.width > limit + SLACK and box.text.strip():
            yield _word(base, path, box)
        return
    if isinstance(box, TableBox):
        beyond = box.position_x + box.border_width() - limit
        if beyond > SLACK:
            yield _table(base, path, box, beyond)
            return
    if isinstance(box, TableCellBox):
        limit = box.position_x + box.border_width()
    for child in getattr(box, "children", ()):
        yield from _walk(base, child, path, limit)


def _unseen(base: Base, image: str) -> str | None:
    """Why an image of the content cannot be drawn, or None."""
    from PIL import Image, UnidentifiedImageError

    if image not in base.paths:
        return "image absente"
    try:
        with Image.open(base.root / image) as opened:
            opened.verify()
    except (OSError, SyntaxError, ValueError, UnidentifiedImageError):
        return "image illisible"
    return None


def _table(base: Base, path: str, box: Any, beyond: float) -> Problem:
    heads = box.children[0].children[0].children
    first = "".join(one.text for one in heads[0].descendants() if hasattr(one, "text"))
    excess = max(1, round(beyond * MM))
    what = f"ce tableau de {len(heads)} colonnes dépasse la page du livret de {excess} mm."
    mends = ("Retirez une colonne, coupez les mots longs, ou faites deux tableaux.",)
    return Problem(path, *_where(base, path, f"| {first}", first), what, mends)


def _word(base: Base, path: str, box: Any) -> Problem:
    what = f"« {box.text.strip()[:60]} » sort de la page du livret."
    return Problem(path, *_where(base, path, box.text.strip()), what, ("Coupez ce mot.",))


def _who_says(base: Base, printed: Printed, sign: str) -> str:
    """The first file that has `sign`: one of the booklet, else any."""
    printed_paths = [path for path, _ in printed.texts]
    first = [one for path in printed_paths for one in base.sources if one.path == path]
    holds = (one.path for one in (*first, *base.sources) if sign in one.text)
    return next(holds, "overrides/livret/livret.html")


def _where(base: Base, path: str, *words: str) -> tuple[int, int]:
    """Line and column of the first of `words` found in a file, in its body if it has one."""
    source = next((one for one in base.sources if one.path == path), None)
    if source is None:
        return 1, 1
    start = len(source.text) - len(source.body) if source.body else 0
    found = (source.text.find(one, begin) for begin in (start, 0) for one in words)
    return position(source.text, next((at for at in found if at >= 0), 0))
