"""The page as a whole, in golden files: a new version that changes it is seen here.

The example repository is rendered with the real templates. After a wanted
change: `MAJ=1 make test`, then read the difference before committing it.
"""

import os
import re
from pathlib import Path

import pytest

from scripts.check import places
from scripts.load import load

from .conftest import ROOT
from .test_content import CYCLES
from .test_deliver import PLANS
from .test_opendata import NAMES

GOLDEN = ROOT / "tests" / "golden"
PAGES = {
    "accueil": "index.html",
    "cycle": "cycles/essai/index.html",
    "atelier": "cycles/essai/atelier-2-deux/index.html",
    "questions": "faq/index.html",
    "arbre": "arbres/essai/index.html",
    "arbres": "arbres/index.html",
    "guide": "guide-3ds/index.html",
    "guide-page": "guide-3ds/qui-peut-partir/index.html",
    "veille": "guide-3ds/veille/index.html",
    "introuvable": "404.html",
}


@pytest.mark.parametrize("name", PAGES)
def test_page_is_as_reviewed(example: Path, name: str) -> None:
    page = re.sub(r"\n\s*\n+", "\n", (example / PAGES[name]).read_text("utf-8"))
    golden = GOLDEN / f"{name}.html"
    if os.environ.get("MAJ"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(page, "utf-8")
    assert page == golden.read_text("utf-8")


def test_nothing_of_the_stock_theme_is_published(site: Path) -> None:
    """The list of files that are not pages: the whole of it, each with its reason."""
    published = {
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.is_file() and path.suffix != ".html"
    }
    known = {
        "_headers",  # security headers, for hosts that read this file
        "entetes-nginx.conf",  # the same, for nginx
        "_redirects",  # addresses that changed, for hosts that read this file
        "redirections-nginx.conf",  # the same, for nginx
        ".htaccess",  # the same, and the 404 page, for Apache
        "robots.txt",
        "assets/facettes.js",
        "assets/adresse.js",
        "assets/analyse.js",
        "assets/arbre.js",
        "assets/criteres.js",
        "assets/filtre.js",
        "assets/imprimer.js",
        "assets/menu.js",
        "assets/plan-bouton.js",
        "assets/plan-cartes.js",
        "assets/plan-exports.js",
        "assets/plan-lien.js",
        "assets/plan-page.js",
        "assets/plan-recu.js",
        "assets/plan-stockage.js",
        "assets/plan.js",
        "assets/marques.js",
        "assets/moteur.js",
        "assets/postes.js",
        "assets/recherche.js",
        "assets/signes.svg",  # favicon
        "assets/site.css",
        "search/index.json",
        "donnees/index.json",
        *(f"donnees/{name}.{kind}" for name in NAMES for kind in ("csv", "json")),
        *(f"donnees/schemas/{name}.json" for name in NAMES),
        *(f"livrables/{name}" for name in PLANS),
        *(f"livrables/livret-{cycle}.pdf" for cycle in CYCLES),
        "livrables/guide-acteurs-publics.pdf",
    }
    assert known <= published
    declared = {one.removeprefix("/") for one in places.published(load(ROOT)[0])}
    more = {one for one in published - known if not re.fullmatch(r"livrables/.+\.ics", one)}
    assert more <= declared  # deliverables and files that the content has come to declare
