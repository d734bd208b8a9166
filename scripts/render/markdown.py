"""Python-Markdown as this site runs it: guarded, and set in French.

Content is untrusted. The check refuses raw HTML; this extension makes sure
that what the check would miss stays text: no HTML block, only a few inline
tags, no attribute or address that could act.
"""

import re
from collections import Counter
from collections.abc import Mapping
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.inlinepatterns import HtmlInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, STX, AtomicString

from .citations import CitationLinks, Citations
from .typography import typeset

ALLOWED_TAGS = ("abbr", "br", "cite", "em", "i", "kbd", "q", "span", "strong", "sub", "sup")
INLINE_TAG = (
    rf"(</?(?:{'|'.join(ALLOWED_TAGS)})"
    r"(?:\s+(?:lang|title)=\"[^\"<>&]*\")*\s*/?>)"
)
ALLOWED_ATTRIBUTES = {
    *("alt", "class", "colspan", "href", "id", "lang", "name", "open"),
    *("role", "rowspan", "scope", "src", "start", "tabindex", "title"),
}
SAFE_URL = re.compile(r"(?!//)(?:https?:|mailto:|tel:|[^:]*$|[^:]*[/?#])", re.IGNORECASE)
_FENCE_ATTRIBUTES = re.compile(r"^(~{3,}|`{3,})[ ]*\{.*$")
_UNSET = {"code", "pre", "script", "style"}


def has_safe_url(url: str) -> bool:
    """True for http(s), mailto, tel and relative addresses, nothing else.

    Read as a browser reads it: entities decoded, control characters dropped, `\\` as `/`.
    """
    read = re.sub(r"[\x00-\x20]", "", unescape(url)).replace("\\", "/")
    return SAFE_URL.match(read) is not None


def _is_local(url: str) -> bool:
    return has_safe_url(url) and re.match(r"\s*[a-z][a-z0-9+.-]*:", unescape(url), re.I) is None


class _BareFences(Preprocessor):
    """Code keeps its language alone: its attributes would reach the page past the guard."""

    def run(self, lines: list[str]) -> list[str]:
        return [_FENCE_ATTRIBUTES.sub(r"\1", line) for line in lines]


class _Guard(Treeprocessor):
    """Drops what could act. `STX` marks raw HTML that comes back after this: not in a value."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name, value in list(element.attrib.items()):
                unknown = name not in ALLOWED_ATTRIBUTES and not name.startswith("aria-")
                read = value.replace(AMP_SUBSTITUTE, "&")
                if unknown or STX in read or (name == "href" and not has_safe_url(read)):
                    del element.attrib[name]
            if element.tag == "a" and "href" not in element.attrib:
                element.tag = "span"
            if element.tag == "img" and not _is_local(element.get("src", "")):
                self._to_text(element)

    @staticmethod
    def _to_text(image: Element) -> None:
        """An image from elsewhere would tell that site who reads: its description stays."""
        image.tag, image.text = "span", image.get("alt", "")
        image.attrib.clear()


class _Typeset(Treeprocessor):
    def run(self, root: Element) -> None:
        self._walk(root)

    def _walk(self, element: Element) -> None:
        if element.tag in _UNSET or element.get("lang", "fr") != "fr":
            return
        element.text = self._set(element.text)
        for child in element:
            self._walk(child)
            child.tail = self._set(child.tail)

    @staticmethod
    def _set(text: str | None) -> str | None:
        if not text:
            return text
        done = typeset(text)
        return AtomicString(done) if isinstance(text, AtomicString) else done


def _plain(text: str) -> str:
    """Text without the marks that stand for raw HTML."""
    return " ".join(re.sub(r"\x02[^\x03]*\x03", "", text).split())


class _Tables(Treeprocessor):
    """A wide table scrolls in a frame that has a name and takes the focus."""

    def run(self, root: Element) -> None:
        names: Counter[str] = Counter()
        for parent in list(root.iter()):
            for index, child in enumerate(list(parent)):
                if child.tag == "table":
                    parent[index] = self._framed(child, names)

    @staticmethod
    def _framed(table: Element, names: Counter[str]) -> Element:
        """`names` counts the frames of the page by name: no two may bear the same."""
        heads = [_plain("".join(cell.itertext())) for cell in table.iter("th")]
        name = ", ".join(filter(None, heads))
        names[name] += 1
        rank = f" ({names[name]})" if names[name] > 1 else ""
        frame = Element("div", {"class": "tableau", "role": "region", "tabindex": "0"})
        frame.set("aria-label", f"Tableau{rank} : {name}")
        frame.tail, table.tail = table.tail, None
        frame.append(table)
        return frame


class SiteExtension(Extension):
    """Everything that makes a text of this site safe and French.

    `cited` names the resources that source marks may call, by id.
    """

    def __init__(self, cited: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self.cited = cited

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (name set by Markdown)
        if "html_block" in md.preprocessors:
            md.preprocessors.deregister("html_block")
        # Before the fences (25), once tabs are spaces (30).
        md.preprocessors.register(_BareFences(md), "clotures", 27)
        md.inlinePatterns.register(HtmlInlineProcessor(INLINE_TAG, md), "html", 90)
        if self.cited is not None:
            md.inlinePatterns.register(Citations(self.cited, md), "sources", Citations.PRIORITY)
            md.treeprocessors.register(CitationLinks(md), "sources", CitationLinks.PRIORITY)
        md.treeprocessors.register(_Tables(md), "tableaux", 2)
        md.treeprocessors.register(_Guard(md), "garde", 1)
        # After the attributes (8), before the table of contents (5) copies the titles.
        md.treeprocessors.register(_Typeset(md), "typographie", 7)


def convert(text: str) -> str:
    """Markdown prose of a data field → safe HTML."""
    return Markdown(extensions=["attr_list", "sane_lists", SiteExtension()]).convert(text)
