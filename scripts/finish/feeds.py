"""The Atom feed of the watch (RFC 4287), when the site has an address to give."""

import re
from datetime import date
from html import unescape
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from ..load import Base, Item
from ..model import Evolution
from ..render.labels import PORTEES
from ..render.parts import rich
from ..render.typography import typeset
from ..render.watch_parts import PAGE, feed

ATOM = "http://www.w3.org/2005/Atom"


def write(site: Path, base: Base) -> None:
    """Write the feed in `site`; nothing without an address or without an entry."""
    path = feed(base)
    if path:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(atom(base))


def atom(base: Base) -> bytes:
    """The feed, latest event first. `base` has an address and at least one entry."""
    settings = base.reglages
    assert settings is not None
    assert settings.site_url is not None
    page = settings.site_url + PAGE
    root = Element("feed", {"xmlns": ATOM, "xml:lang": "fr"})
    _text(root, "id", page)
    _text(root, "title", typeset(f"{settings.nom} : veille du guide 3DS"))
    _text(root, "updated", _moment(max(_changed(item) for item in base.evolutions)))
    SubElement(root, "link", {"rel": "self", "href": settings.site_url + feed(base)})
    SubElement(root, "link", {"rel": "alternate", "href": page})
    _text(SubElement(root, "author"), "name", typeset(settings.editeur or settings.nom))
    for item in base.evolutions:
        root.append(_entry(item, page))
    ElementTree.indent(root)
    done: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return done + b"\n"


def _entry(item: Item[Evolution], page: str) -> Element:
    """The address of an entry is its id: it is stable as long as the site keeps its own."""
    fiche, entry = item.fiche, Element("entry")
    _text(entry, "id", f"{page}#{item.id}")
    _text(entry, "title", typeset(fiche.titre))
    SubElement(entry, "link", {"rel": "alternate", "href": f"{page}#{item.id}"})
    _text(entry, "published", _moment(fiche.publie_le))
    _text(entry, "updated", _moment(_changed(item)))
    SubElement(entry, "category", {"term": fiche.portee, "label": PORTEES[fiche.portee]})
    _text(entry, "summary", _plain(rich(fiche.effet, item.path)))
    return entry


def _changed(item: Item[Evolution]) -> date:
    changes = (one.le for one in item.fiche.changements)
    return max(item.fiche.publie_le, item.fiche.verifie_le, *changes)


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _plain(html: str) -> str:
    return re.sub(r"[ \t\n]+", " ", unescape(re.sub(r"<[^>]+>", "", html))).strip()


def _text(parent: Element, name: str, value: str) -> None:
    SubElement(parent, name).text = value
