"""Puts a sheet among the others: own anchors, references to pages, numbered addresses.

On paper a link leads nowhere: one that stays in the booklet gives its page, one
that leaves it gets the number of an address printed at the end of the sheet.
"""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from ...render.parts import Strings
from .sheets import Sheet

_VOID = ("br", "img", "hr", "col", "wbr")


@dataclass
class Note:
    """An address that a sheet refers to: that of a source, or of a link in its text."""

    url: str
    source: Strings | None = None
    label: str = ""

    @property
    def shown(self) -> str:
        """The address as people type it."""
        return re.sub(r"^(?:https?://(?:www\.)?|mailto:)", "", self.url).rstrip("/")


@dataclass(frozen=True)
class Places:
    """Where each address of the site stands in the booklet, and the site itself, if it has one."""

    anchors: Mapping[str, str]
    site_url: str | None

    @classmethod
    def of(cls, sheets: list[Sheet], site_url: str | None) -> "Places":
        """Every sheet by its address, every anchor of a sheet by its own."""
        anchors = {sheet.address: sheet.key for sheet in sheets}
        for sheet in sheets:
            for anchor in re.findall(r'\sid="([^"]+)"', sheet.html):
                anchors[f"{sheet.address}#{anchor}"] = f"{sheet.key}--{anchor}"
        return cls(anchors, site_url)

    def find(self, address: str) -> str | None:
        """The anchor of an address, or that of its page, or None when it is elsewhere."""
        return self.anchors.get(address) or self.anchors.get(address.partition("#")[0])


@dataclass
class _Rewriter(HTMLParser):
    sheet: Sheet
    places: Places
    notes: list[Note]
    out: list[str] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)
    unnamed: Note | None = None

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=False)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag == "a":
            self._open_link(attributes)
            return
        raw = self.get_starttag_text() or ""
        if tag == "th" and "scope" not in attributes:
            raw = raw.replace("<th", '<th scope="col"', 1)
        if anchor := attributes.get("id"):
            raw = raw.replace(f'id="{anchor}"', f'id="{self.sheet.key}--{anchor}"', 1)
        self.out.append(raw)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.out.append(self.closing.pop())
            self.unnamed = None
        elif tag not in _VOID:
            self.out.append(f"</{tag}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        self._text(data)

    def handle_entityref(self, name: str) -> None:
        self._text(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._text(f"&#{name};")

    def _text(self, raw: str) -> None:
        self.out.append(raw)
        if self.unnamed:
            self.unnamed.label += raw

    def _open_link(self, attributes: dict[str, str]) -> None:
        href = attributes.get("href", "")
        language = f' lang="{attributes["lang"]}"' if "lang" in attributes else ""
        if href.removeprefix("#") in self.sheet.parts.get("ancres", []):
            self._open_source(self.sheet.parts["ancres"].index(href[1:]))
            return
        if href.startswith("#"):
            href = f"{self.sheet.address}{href}"
        if href.startswith("@/"):
            self._open_inside(href, language)
        else:
            self._open_outside(href, language)

    def _open_source(self, rank: int) -> None:
        """A mark of the guide: the sources printed at the end of the sheet are numbered."""
        self._open("<span>", f'</span><sup class="appel">[{rank + 1}]</sup>')

    def _open_inside(self, address: str, language: str) -> None:
        anchor = self.places.find(address)
        if anchor:
            page = f'</a><span class="renvoi" data-cible="#{anchor}"></span>'
            self._open(f'<a href="#{anchor}"{language}>', page)
        elif self.places.site_url:
            url = html.escape(self.places.site_url + address.removeprefix("@/"), quote=True)
            self._open(f'<a href="{url}"{language}>', "</a>")
        else:
            self._open(f"<span{language}>", "</span>")

    def _open_outside(self, url: str, language: str) -> None:
        rank = next((n for n, one in enumerate(self.notes, 1) if one.url == url), 0)
        if not rank:
            self.unnamed = Note(url)
            self.notes.append(self.unnamed)
            rank = len(self.notes)
        call = f'</a><sup class="appel">[{rank}]</sup>'
        self._open(f'<a href="{html.escape(url, quote=True)}"{language}>', call)

    def _open(self, tag: str, closing: str) -> None:
        self.out.append(tag)
        self.closing.append(closing)


def rewrite(sheet: Sheet, places: Places) -> tuple[str, list[Note]]:
    """The HTML of a sheet in its booklet, and the addresses to print at its end."""
    notes = [Note(html.unescape(one["url"]), one) for one in sheet.parts["sources"]]
    rewriter = _Rewriter(sheet, places, notes)
    rewriter.feed(sheet.html)
    rewriter.close()
    return "".join(rewriter.out), notes
