"""Source marks → the small mention, in parentheses, that a reader sees.

`[@id, art. 4]` becomes « (décret 2022-1682, art. 4) », linked to the source
at the foot of the page.
"""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX, AtomicString

from ..load import Base
from ..load.citations import PATTERN, Cited, Mark, read
from ..model import Ressource

LEADS = {
    "verifie": "",
    "second-rang": "second rang : ",
    "deduction": "déduction, d’après ",
    "contradictoire": "les sources se contredisent : ",
    "proposition": "proposition de la rédaction",
}


def names(base: Base) -> dict[str, str]:
    """How a mark calls each resource, by id."""
    return {item.id: name(item.fiche) for item in base.ressources}


def name(ressource: Ressource) -> str:
    """The short name of a resource, or its publisher and year."""
    year = f", {ressource.annee}" if ressource.annee else ""
    return ressource.cite or f"{ressource.editeur}{year}"


def anchor(ressource: str) -> str:
    """The anchor of a resource in the list of sources of a page."""
    return f"source-{ressource}"


class Citations(InlineProcessor):
    """Comes before links: to them a mark would be a reference without definition."""

    PRIORITY = 172

    def __init__(self, known: Mapping[str, str], md: Markdown) -> None:
        super().__init__(PATTERN, md)
        self.known = known

    def handleMatch(  # type: ignore[override]  # noqa: N802 (name set by Markdown)
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        mark = read(m["inside"])
        unknown = any(one.ressource not in self.known for one in mark.sources)
        if mark.statut is None or unknown or STX in m["inside"]:  # STX: code, set aside
            return None, None, None
        return self._mention(mark, mark.statut), m.start(0), m.end(0)

    def _mention(self, mark: Mark, statut: str) -> Element:
        mention = Element("small", {"class": "mention"})
        mention.text = AtomicString(f"({LEADS[statut]}{'' if mark.sources else ')'}")
        links = [self._link(mention, cited) for cited in mark.sources]
        for link in links:
            link.tail = AtomicString(")" if link is links[-1] else " ; ")
        return mention

    def _link(self, mention: Element, cited: Cited) -> Element:
        link = SubElement(mention, "span", {"name": anchor(cited.ressource)})
        where = f", {' '.join(cited.precision.split())}" if cited.precision else ""
        link.text = AtomicString(f"{self.known[cited.ressource]}{where}")
        return link


class CitationLinks(Treeprocessor):
    """Makes links of mentions once MkDocs has read the links of the page.

    Their anchors are in the list of sources, which the template writes after it:
    MkDocs would look for them in the text, and warn. The search leaves mentions
    out: a page that cites a text on every line is not the page about that text.
    """

    PRIORITY = -1

    def run(self, root: Element) -> None:
        for mention in root.iter("small"):
            mention.set("data-hors-recherche", "")
            for link in mention.iter("span"):
                link.tag = "a"
                link.attrib = {"href": f"#{link.get('name')}"}
