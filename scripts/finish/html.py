"""Reads every built page: what a browser would meet is what is checked."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ..report import Problem
from .inert import active

_LINKS = {"a": "href", "link": "href", "img": "src", "script": "src", "source": "src"}
_REPORT = "La vérification aurait dû le refuser : signalez-le comme le dit .github/SECURITY.md."
_UNREAD = ("script", "style", "code", "pre")


@dataclass
class _Page(HTMLParser):
    """What one page offers (ids) and asks for (links), with positions."""

    path: str
    ids: set[str] = field(default_factory=set)
    links: list[tuple[str, int, int]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    h1: list[tuple[int, int]] = field(default_factory=list)
    lang: str | None = None
    markers: list[tuple[str, int, int]] = field(default_factory=list)
    active: list[tuple[str, int, int]] = field(default_factory=list)
    open_tags: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def offers(self, anchor: str) -> bool:
        """True when `#anchor` leads somewhere in the page; the empty one always does."""
        return not anchor or anchor in self.ids

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        attributes = {name: value or "" for name, value in attrs}
        if acts := active(tag, attributes):
            self.active.append((acts, line, column + 1))
        if anchor := attributes.get("id"):
            self.ids.add(anchor)
        if tag == "html":
            self.lang = attributes.get("lang")
        if tag == "h1":
            self.h1.append((line, column + 1))
        if (name := _LINKS.get(tag)) and (url := attributes.get(name)) is not None:
            self.links.append((url, line, column + 1))
        if tag in (*_UNREAD, "title", "svg"):
            self.open_tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open_tags and self.open_tags[-1] == tag:
            self.open_tags.pop()

    def handle_data(self, data: str) -> None:
        inside = self.open_tags[-1] if self.open_tags else ""
        if inside == "title" and "svg" not in self.open_tags:
            self.titles.append(data.strip())
        if inside not in _UNREAD:
            line, column = self.getpos()
            self.markers += [(m, line, column + 1) for m in ("{{", "{%") if m in data]


def check(site: Path, site_url: str | None = None) -> list[Problem]:
    """Every problem of the pages of `site`, a folder as it would be published."""
    pages = {}
    for file in sorted(site.rglob("*.html")):
        page = _Page(file.relative_to(site).as_posix())
        page.feed(file.read_text("utf-8"))
        pages[page.path] = page
    prefix = urlsplit(site_url).path if site_url else "/"
    problems: list[Problem] = []
    titles: dict[str, str] = {}
    for page in pages.values():
        problems += _page(page, titles)
        problems += _links(page, pages, site, prefix)
    return problems


def _page(page: _Page, titles: dict[str, str]) -> Iterator[Problem]:
    for marker, line, column in page.markers:
        yield Problem(f"site/{page.path}", line, column, f"« {marker} » reste dans la page.")
    for acts, line, column in page.active:
        yield Problem(f"site/{page.path}", line, column, f"contenu actif : {acts}.", (_REPORT,))
    if len(page.h1) != 1:
        line, column = page.h1[1] if page.h1 else (1, 1)
        what = f"{len(page.h1)} titres de premier niveau : il en faut un."
        yield Problem(f"site/{page.path}", line, column, what)
    if page.lang != "fr":
        yield Problem(f"site/{page.path}", 1, 1, "la page ne se dit pas en français (lang=fr).")
    title = page.titles[0] if page.titles else ""
    if not title:
        yield Problem(f"site/{page.path}", 1, 1, "page sans titre d’onglet.")
    elif title in titles:
        what = f"titre d’onglet « {title} » déjà pris par {titles[title]}."
        yield Problem(f"site/{page.path}", 1, 1, what)
    titles.setdefault(title, page.path)


def _links(page: _Page, pages: dict[str, _Page], site: Path, prefix: str) -> Iterator[Problem]:
    for url, line, column in page.links:
        try:
            parts = urlsplit(url)
        except ValueError:
            yield Problem(f"site/{page.path}", line, column, f"adresse illisible : « {url} ».")
            continue
        if parts.scheme or parts.netloc:
            continue
        target = _file(page.path, unquote(parts.path), prefix)
        if target is None or not (site / target).is_file():
            yield Problem(f"site/{page.path}", line, column, f"lien mort : « {url} ».")
        elif target in pages and not pages[target].offers(unquote(parts.fragment)):
            yield Problem(f"site/{page.path}", line, column, f"ancre absente : « {url} ».")


def _file(page: str, path: str, prefix: str) -> str | None:
    """The file that a path means from `page`, or None when it leaves the site."""
    if not path:
        return page
    if path.startswith("/"):
        if not path.startswith(prefix):
            return None
        full = path.removeprefix(prefix)
    else:
        full = posixpath.join(posixpath.dirname(page), path)
    full = posixpath.normpath(full)
    if full.startswith(".."):
        return None
    if path.endswith("/") or full == "." or not posixpath.splitext(full)[1]:
        full = posixpath.join(full, "index.html")
    return posixpath.normpath(full)
