"""What must answer on the published site, from the content that made it."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..load import Base
from ..render.feeds import feeds
from ..render.urls import page_url

HTML, CSS, SCRIPT = ("text/html",), ("text/css",), ("text/javascript", "application/javascript")
JSON, TEXT, XML = ("application/json",), ("text/plain",), ("application/xml", "text/xml")
ATOM = ("application/atom+xml", *XML)


@dataclass(frozen=True)
class Expected:
    """A file from the root of the site, the types it may have, words that it holds."""

    path: str
    kinds: tuple[str, ...]
    holds: str = ""


def expected(base: Base) -> Iterator[Expected]:
    """The home, one page of each kind, what pages load, what robots and readers fetch."""
    for path in _pages(base):
        yield Expected(page_url(path), HTML, "<h1")
    yield Expected("assets/site.css", CSS)
    yield Expected("assets/menu.js", SCRIPT)
    yield Expected("search/index.json", JSON)
    yield Expected("robots.txt", TEXT, "User-agent")
    site_url = base.reglages.site_url if base.reglages else None
    if site_url:
        yield Expected("sitemap.xml", XML, f"<loc>{site_url}")
    for feed in feeds(base):
        yield Expected(feed.path, ATOM, "<feed")


def _pages(base: Base) -> Iterator[str]:
    yield "docs/index.md"
    for group in (base.cycles, base.pratiques, base.guide):
        yield from (item.path for item in group[:1])
    for path in ("docs/recherche.md", "docs/donnees.md", "docs/mentions-legales.md"):
        if path in base.paths:
            yield path
