"""HTML → PDF/UA, by WeasyPrint, from fonts and images of this repository only."""

import contextlib
import io
import logging
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from ...load import Base
from ...report import Refused
from . import fonts
from .body import IMAGE
from .document import Printed
from .faults import after, before
from .tags import completed
from .templates import FOLDER

VARIANT = "pdf/ua-1"
DRAWING = "data:image/svg+xml,"
"""How the templates carry a drawing of their own."""
_NO_PANGO = (
    "Les livrets PDF ne sont pas faits : la bibliothèque Pango manque à cette machine. "
    "Debian, Ubuntu : sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 ; "
    "macOS : brew install pango."
)
_NO_FONTS = (
    "Les livrets PDF ne sont pas faits : leurs polices manquent. « make site » les installe."
)


def obstacle() -> str | None:
    """What this machine lacks to print a booklet and how to get it, or None."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            import weasyprint  # noqa: F401
    except OSError:
        return _NO_PANGO
    return _NO_FONTS if fonts.absent() else None


def write(base: Base, printed: Printed, target: Path) -> int:
    """Print a booklet in `target`; the number of its pages. Raises Refused."""
    if problems := list(before(base, printed)):
        raise Refused(problems)
    with _complaints() as said:
        document = layout(base, printed)
        if problems := list(after(base, document)):
            raise Refused(problems)
        with completed(document, printed.names):
            document.write_pdf(target, pdf_variant=VARIANT)
    if said:
        raise OSError(f"{target.name} : {' ; '.join(said)}")
    return len(document.pages)


def layout(base: Base, printed: Printed) -> Any:
    """The pages of a booklet, as WeasyPrint lays them out."""
    from weasyprint import CSS, HTML
    from weasyprint.css.counters import CounterStyle

    shared = {"font_config": _fonts(), "counter_style": CounterStyle()}
    opener = fetcher(base)
    style = fonts.css() + (FOLDER / "livret.css").read_text("utf-8")
    sheet = CSS(string=style, url_fetcher=opener, **shared)
    page = HTML(string=printed.html, url_fetcher=opener)
    return page.render(stylesheets=[sheet], pdf_variant=VARIANT, **shared)


@cache
def _fonts() -> Any:
    """The fonts, opened once for all the booklets of a build."""
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


def fetcher(base: Base) -> Any:
    """Opens the fonts, the images of the content and our own drawings; refuses all else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Fetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith(DRAWING):
                return super().fetch(url, headers)
            if url.startswith(fonts.FOLDER.as_uri()):
                return URLFetcherResponse(url, fonts.read(url.rpartition("/")[2]))
            path = unquote(url.removeprefix(IMAGE))
            if url.startswith(IMAGE) and path in base.paths:
                return URLFetcherResponse(url, (base.root / path).read_bytes())
            raise ValueError(f"« {url} » n’est pas du livret")

    return Fetcher()


@contextlib.contextmanager
def _complaints() -> Iterator[list[str]]:
    """What WeasyPrint would have said: a booklet with a fault is not published."""
    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield said
    finally:
        logger.removeHandler(handler)
