"""JSON-LD: what machines may know of a page, and nothing the settings do not say."""

import json
from html import unescape
from typing import Any

from ..load import Base, Item
from ..model import Atelier, Cycle, PageGuide, Pratique
from .navigation import trail
from .urls import page_url

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def json_ld(base: Base, item: Item[Any]) -> str:
    """The graph of a page, safe to print inside a script element."""
    assert base.reglages is not None
    root = base.reglages.site_url
    graph: list[dict[str, Any]] = []
    if page_url(item.path) == "":
        graph.append(_site(base))
    steps = trail(base, item)
    if steps:
        graph.append(
            {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    {"@type": "ListItem", "position": rank, "name": unescape(step["nom"])}
                    | ({"item": root + step["url"].removeprefix("@/")} if root else {})
                    for rank, step in enumerate(steps, 1)
                ],
            }
        )
    if isinstance(item.fiche, Atelier | Cycle | Pratique | PageGuide):
        graph.append(_article(base, item))
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return text.replace("<", "\\u003c") if graph else ""


def _site(base: Base) -> dict[str, Any]:
    assert base.reglages is not None
    found: dict[str, Any] = {
        "@type": "WebSite",
        "name": base.reglages.nom,
        "description": base.reglages.devise,
        "inLanguage": "fr",
        "license": LICENCE,
    }
    if base.reglages.site_url:
        found["url"] = base.reglages.site_url
    if base.reglages.editeur:
        found["publisher"] = {"@type": "Organization", "name": base.reglages.editeur}
    return found


def _article(base: Base, item: Item[Any]) -> dict[str, Any]:
    assert base.reglages is not None
    fiche = item.fiche
    found: dict[str, Any] = {
        "@type": "Article",
        "headline": fiche.question if isinstance(fiche, Cycle) else fiche.titre,
        "description": fiche.resume,
        "datePublished": fiche.publie_le.isoformat(),
        "dateModified": fiche.verifie_le.isoformat(),
        "inLanguage": "fr",
        "license": LICENCE,
    }
    if base.reglages.site_url:
        found["url"] = base.reglages.site_url + page_url(item.path)
    if base.reglages.editeur:
        found["publisher"] = {"@type": "Organization", "name": base.reglages.editeur}
    return found
