"""Places that changed inside the pages: a shared `/faq/#avant` still leads somewhere.

No server sees what follows `#`, so the page itself keeps the old anchor: at the
new place when it is in the same page, else in a line that links to it.
"""

import html
import re

from ..load import Base
from ..model import Redirection
from .parts import text
from .urls import ROOT

_HOLDS_TEXT = "h[1-6]|section|article|div|li|p|td|dd"
_END = "</main>"


def places(base: Base) -> dict[str, list[Redirection]]:
    """The anchors that changed, by address of the page that had them, as `page_url` writes it."""
    found: dict[str, list[Redirection]] = {}
    for one in base.redirections.redirections or [] if base.redirections else []:
        page, mark, _ = one.ancienne.partition("#")
        if mark:
            found.setdefault(page.removeprefix("/"), []).append(one)
    return found


def keep(page: str, moved: list[Redirection]) -> str:
    """A built page with every anchor of `moved`; links start at the root, after `@/`."""
    for one in moved:
        old_page, _, old = one.ancienne.partition("#")
        new_page, _, new = one.nouvelle.partition("#")
        target = _element(page, new) if new and new_page == old_page else None
        if target:
            page = f'{page[: target.end()]}<span id="{old}"></span>{page[target.end() :]}'
        else:
            page = page.replace(_END, _line(one, old) + _END, 1)
    return page


def _element(page: str, anchor: str) -> re.Match[str] | None:
    return re.search(rf'<(?:{_HOLDS_TEXT})\b[^>]*\bid="{re.escape(anchor)}"[^>]*>', page)


def _line(one: Redirection, old: str) -> str:
    url = html.escape(ROOT + one.nouvelle.removeprefix("/"), quote=True)
    link = f'<a href="{url}">Lire ce qui le remplace</a>'
    return f'<p class="cadre avis" id="{old}">{text(one.raison)} {link}.</p>\n'
