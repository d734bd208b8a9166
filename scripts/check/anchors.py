"""Which anchors each page of the site offers, from its source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown.extensions.toc import slugify

from ..load.base import Base, Source
from ..render.sorting import sort_key
from ..render.tree_parts import OWN_ANCHORS
from ..render.urls import place_anchor
from .passages import Passage, body

_ATX = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t#]*$", re.M)
_SETEXT = re.compile(r"^(?![ \t>#|*+-]|\d+\.)([^\n|]+)\n(=+|-+)[ \t]*$", re.M)
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*([^{}]*)\}[ \t]*$")
_ID = re.compile(r"#([\w-]+)")
LISTS = {
    "docs/ressources.md": ("ressources", "types-de-ressource"),
    "docs/faq.md": ("faq", "publics"),
    "docs/glossaire.md": ("glossaire", ""),
    "docs/metiers.md": ("metiers", ""),
    "docs/pays.md": ("pays", ""),
    "docs/chiffres.md": ("chiffres", ""),
    "docs/guide-3ds/veille.md": ("veille", ""),
}
"""Pages whose list comes from data: their anchors are the ids of the items."""
EXPERIENCES = re.compile(r"docs/experiences/([a-z0-9-]+)\.md")
GUIDE_HOME = "docs/guide-3ds/index.md"
"""Its template adds the calendar of the experiment."""


@dataclass(frozen=True)
class Heading:
    """A heading of a body: `offset` in the passage, level 1 to 6, its anchor."""

    offset: int
    level: int
    title: str
    anchor: str


def headings(passage: Passage) -> list[Heading]:
    """The headings of a body in order; code is skipped."""
    found = [_heading(m.start(), len(m[1]), m[2]) for m in _ATX.finditer(passage.masked)]
    found += [
        _heading(m.start(), 1 if m[2][0] == "=" else 2, m[1])
        for m in _SETEXT.finditer(passage.masked)
    ]
    return sorted(found, key=lambda heading: heading.offset)


def anchors(base: Base) -> dict[str, set[str]]:
    """Anchors by path of page."""
    return {
        source.path: {*_own(source), *_listed(base, source.path), *tree_anchors(base, source)}
        for source in base.sources
        if source.body is not None
    }


def _own(source: Source) -> Iterator[str]:
    for heading in headings(body(source)):
        yield heading.anchor
    for found in re.finditer(r"\{:?[^{}\n]*#([\w-]+)[^{}\n]*\}", source.body or ""):
        yield found[1]


def _listed(base: Base, path: str) -> Iterator[str]:
    collection, groups = LISTS.get(path, ("", ""))
    yield from _shown(base, collection) if collection else ()
    yield from base.ids(groups) if groups else ()
    if found := EXPERIENCES.fullmatch(path):
        yield from (one.id for one in base.experiences if one.fiche.cycle == found[1])
        # One that cannot be read may be of any cycle: its own error comes first.
        yield from {*base.ids("experiences")} - {*base.items.get("experiences", {})}
    if path == GUIDE_HOME:
        yield "calendrier"
    if collection == "glossaire":
        yield from (f"lettre-{sort_key(item.fiche.terme)[:1]}" for item in base.termes)


def _shown(base: Base, collection: str) -> Iterator[str]:
    items = base.items.get(collection, {})
    for one in base.ids(collection):
        if one not in items or getattr(items[one].fiche, "liste", True):
            yield one


def tree_anchors(base: Base, source: Source) -> Iterator[str]:
    """The anchors of the tree that a page shows; none when the tree cannot be read."""
    data = source.document.data
    shown = data.get("arbre") if isinstance(data, dict) else None
    item = base.items.get("arbres", {}).get(shown) if isinstance(shown, str) else None
    if item is not None:
        yield from OWN_ANCHORS
        for name in (*item.fiche.questions, *item.fiche.conclusions):
            yield place_anchor(item.fiche, name)


def _heading(offset: int, level: int, raw: str) -> Heading:
    attributes = _ATTRIBUTES.search(raw)
    title = raw[: attributes.start()] if attributes else raw
    given = _ID.search(attributes[1]) if attributes else None
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)|[*_`]", r"\1", title)
    return Heading(offset, level, plain, given[1] if given else slugify(plain, "-"))
