"""The Atom feeds (RFC 4287), when the site has an address to give."""

import re
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from ..load import Base, Item
from ..model import Evolution, Reglages
from ..render.feeds import Feed, address, changed, feeds
from ..render.labels import PORTEES
from ..render.parts import rich
from ..render.typography import typeset
from ..search.documents import KINDS

SUMMARY = 400
"""Signs of the summary of an entry, cut at a word."""


def write(site: Path, base: Base) -> None:
    """Write every feed in `site`; nothing without an address."""
    for feed in feeds(base):
        path = site / feed.path
        path.parent.mkdir(parents=True, exist_ok=True)
        assert base.reglages is not None
        path.write_bytes(atom(base.reglages, feed))


def atom(reglages: Reglages, feed: Feed) -> bytes:
    """A feed, latest entry first. `reglages` has an address, `feed` at least one entry."""
    assert reglages.site_url is not None
    page = reglages.site_url + feed.page
    own = reglages.site_url + feed.path
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "fr"})
    _text(root, "id", own if feed.path.startswith("flux/") else page)
    _text(root, "title", typeset(f"{reglages.nom} : {feed.titre[0].lower()}{feed.titre[1:]}"))
    _text(root, "updated", _moment(max(map(changed, feed.items))))
    SubElement(root, "link", {"rel": "self", "href": own})
    SubElement(root, "link", {"rel": "alternate", "href": page})
    _text(SubElement(root, "author"), "name", typeset(reglages.editeur or reglages.nom))
    for item in feed.items:
        root.append(_entry(item, reglages.site_url))
    ElementTree.indent(root)
    done: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return done + b"\n"


def _entry(item: Item[Any], site_url: str) -> Element:
    """The address of an entry is its id: it is stable as long as the site keeps its own."""
    kind, entry, url = KINDS[item.collection], Element("entry"), site_url + address(item)
    _text(entry, "id", url)
    _text(entry, "title", typeset(getattr(item.fiche, kind.titre)))
    SubElement(entry, "link", {"rel": "alternate", "href": url})
    _text(entry, "published", _moment(item.fiche.publie_le))
    _text(entry, "updated", _moment(changed(item)))
    SubElement(entry, "category", _category(item, kind.nom))
    _text(entry, "summary", _summary(rich(getattr(item.fiche, kind.extrait), item.path)))
    return entry


def _category(item: Item[Any], kind: str) -> dict[str, str]:
    if isinstance(item.fiche, Evolution):
        return {"term": item.fiche.portee, "label": PORTEES[item.fiche.portee]}
    return {"term": item.collection, "label": kind}


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _summary(html: str) -> str:
    plain = re.sub(r"[ \t\n]+", " ", unescape(re.sub(r"<[^>]+>", "", html))).strip()
    return plain if len(plain) <= SUMMARY else plain[: SUMMARY + 1].rsplit(" ", 1)[0] + "…"


def _text(parent: Element, name: str, value: str) -> None:
    SubElement(parent, name).text = value
