"""A built page as its readers read it: blocks of words, links, anchors."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

INLINE = {
    *("a", "abbr", "b", "bdi", "cite", "code", "data", "del", "em", "i", "ins", "kbd", "label"),
    *("mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var"),
}
_CELLS = ("td", "th")
_UNREAD = ("script", "style", "svg", "template")
_HEADING = re.compile(r"h[1-6]")
_SPACES = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True)
class Block:
    """A paragraph, an item, a row: `text` on one line; `heading` when it is a title."""

    text: str
    heading: bool = False


@dataclass
class Page:
    """What `<main>` holds in order, led by the title of the tab and the description."""

    titre: str = ""
    description: str = ""
    blocks: list[Block] = field(default_factory=list)
    links: set[str] = field(default_factory=set)
    anchors: set[str] = field(default_factory=set)
    """Anchors of headings: those that readers share."""
    ids: set[str] = field(default_factory=set)
    forwards: bool = False
    """True for the page left at an address that changed."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self.words: list[str] = []
        self.in_main = self.in_title = self.in_heading = False
        self.unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag in _UNREAD:
            self.unread += 1
        if tag == "meta":
            self._meta(found)
        self.in_main = self.in_main or tag == "main"
        self.in_title = tag == "title" and not self.unread
        if self.in_main and not self.unread:
            self._content(tag, found)

    def _meta(self, found: dict[str, str]) -> None:
        if found.get("name") == "description":
            self.page.description = found.get("content", "")
        self.page.forwards |= found.get("http-equiv", "").lower() == "refresh"

    def _content(self, tag: str, found: dict[str, str]) -> None:
        if tag in _CELLS:
            self.words.append(" | " if self.words else "")
        elif tag == "br":
            self.words.append(" ")
        elif tag == "img":
            self.words.append(f" [image : {found.get('alt', '')}] ")
            self.page.links.add(found.get("src", ""))
        elif tag not in INLINE:
            self._flush()
        if tag == "a" and found.get("class") != "terme" and "href" in found:
            self.page.links.add(found["href"])
        if _HEADING.fullmatch(tag):
            self.in_heading = True
        if anchor := found.get("id"):
            self.page.ids.add(anchor)
            if _HEADING.fullmatch(tag):
                self.page.anchors.add(anchor)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD and self.unread:
            self.unread -= 1
        if tag == "title":
            self.in_title = False
        if not self.in_main or self.unread:
            return
        if tag not in INLINE and tag not in _CELLS:
            self._flush()
        if _HEADING.fullmatch(tag):
            self.in_heading = False
        if tag == "main":
            self.in_main = False

    def handle_data(self, data: str) -> None:
        if self.in_title:
            self.page.titre += data
        elif self.in_main and not self.unread:
            self.words.append(data)

    def _flush(self) -> None:
        text = _SPACES.sub(" ", "".join(self.words)).strip()
        self.words.clear()
        if text:
            self.page.blocks.append(Block(text, self.in_heading))


def read(html: str) -> Page:
    """The page of an HTML text, however ill-formed."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    page = reader.page
    page.titre = _SPACES.sub(" ", page.titre).strip()
    head = [Block(f"Titre : {page.titre}"), Block(f"Description : {page.description}")]
    page.blocks[:0] = [one for one in head if not one.text.endswith(": ")]
    return page
