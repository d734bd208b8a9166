"""The sections of a built page: what its readers read, under the anchors they can share."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_SKIPPED = ("nav", "footer", "svg", "script", "style", "template", "header")
_VOID = ("br", "hr", "img", "input", "wbr", "source", "col", "meta", "link")
_HEADINGS = ("h2", "h3")


@dataclass
class Section:
    """A heading that bears an anchor, and the text down to the next one."""

    id: str
    titre: str = ""
    texte: str = ""


@dataclass
class _Outline(HTMLParser):
    """Keeps what stands in `<main>`, but for navigation and `data-hors-recherche`.

    A heading without an anchor has that of the `<section>` around it.
    """

    sections: list[Section] = field(default_factory=list)
    around: list[tuple[int, str]] = field(default_factory=list)
    depth: int = 0
    skipped: int = 0
    in_heading: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        attributes = dict(attrs)
        if tag == "main" or self.depth:
            self.depth += 1
        if self.skipped or tag in _SKIPPED or "data-hors-recherche" in attributes:
            self.skipped += bool(self.depth)
        elif tag == "section" and (anchor := attributes.get("id")):
            self.around.append((self.depth, anchor))
        elif self.depth and tag in _HEADINGS and (anchor := attributes.get("id") or self._around()):
            self.sections.append(Section(anchor))
            self.in_heading = True

    def _around(self) -> str | None:
        return self.around[-1][1] if self.around else None

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or not self.depth:
            return
        if self.around and self.around[-1][0] == self.depth:
            self.around.pop()
        self.depth -= 1
        self.skipped -= bool(self.skipped)
        self.in_heading = self.in_heading and tag not in _HEADINGS

    def handle_data(self, data: str) -> None:
        if not self.depth or self.skipped or not self.sections:
            return
        if self.in_heading:
            self.sections[-1].titre += data
        else:
            self.sections[-1].texte += f"{data} "


def sections(page: str) -> list[Section]:
    """The sections of an HTML page, in order; what has no text has none."""
    outline = _Outline()
    outline.feed(page)
    return [one for one in outline.sections if one.titre.strip()]
