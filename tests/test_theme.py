"""The page as a whole, in golden files: a new version that changes it is seen here.

The example repository is rendered with the real templates. After a wanted
change: `MAJ=1 make test`, then read the difference before committing it.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import EXEMPLE, ROOT, TODAY, copy_site

GOLDEN = ROOT / "tests" / "golden"
PAGES = {
    "accueil": "index.html",
    "cycle": "cycles/essai/index.html",
    "atelier": "cycles/essai/atelier-2-deux/index.html",
    "questions": "faq/index.html",
    "introuvable": "404.html",
}


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example repository, built with the templates and settings of the real site."""
    root = copy_site(tmp_path_factory.mktemp("theme") / "clone")
    for name in ("docs", "data"):
        shutil.rmtree(root / name)
        shutil.copytree(EXEMPLE / name, root / name)
    real, menu = (folder / "mkdocs.yml" for folder in (root, EXEMPLE))
    nav = re.compile(r"^nav:\n(?:  .*\n)+", re.M)
    wanted = nav.search(menu.read_text("utf-8"))
    assert wanted
    real.write_text(nav.sub(wanted[0], real.read_text("utf-8")), "utf-8")
    environment = {**os.environ, "AUJOURDHUI": TODAY, "SOURCE_DATE_EPOCH": "0"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return root / "site"


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
    assert published == {
        "_headers",  # security headers, for hosts that read this file
        "entetes-nginx.conf",  # the same, for nginx
        "robots.txt",
        "assets/facettes.js",
        "assets/analyse.js",
        "assets/criteres.js",
        "assets/filtre.js",
        "assets/menu.js",
        "assets/marques.js",
        "assets/moteur.js",
        "assets/postes.js",
        "assets/recherche.js",
        "assets/signes.svg",  # favicon
        "assets/site.css",
        "search/index.json",
    }
