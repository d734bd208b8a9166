"""Who publishes: everything appears when it is set, nothing is faked when it is not."""

import json
import re
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.finish import html
from scripts.finish.extras import card

from .conftest import copy_site
from .test_site import run

FILLED = {
    "site_url": "https://exemple.fr/pro-bono/",
    "repo_url": "https://forge.exemple.fr/equipe/site",
    "editeur": "Une association",
    "directeur_publication": "La présidence",
    "hebergeur": "Un hébergeur, 1 rue du Port",
    "contact": "contact@exemple.fr",
    "soutien": "Une fondation",
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built for a publisher under a sub-path."""
    root = copy_site(tmp_path_factory.mktemp("settings") / "clone")
    settings = root / "data" / "reglages.yml"
    text = settings.read_text("utf-8")
    for key, value in FILLED.items():
        text = text.replace(f"{key}:\n", f"{key}: {value}\n")
    settings.write_text(text, "utf-8")
    done = run(root, "scripts", "site")
    assert done.returncode == 0, done.stderr
    return root / "site"


def _graph(page: str) -> dict[str, dict[str, object]]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert found
    return {one["@type"]: one for one in json.loads(found[1])["@graph"]}


def test_links_hold_under_a_sub_path(filled: Path) -> None:
    assert html.check(filled, FILLED["site_url"]) == []
    lost = (filled / "404.html").read_text("utf-8")
    assert 'href="/pro-bono/faq/"' in lost


def test_canonical_card_and_edit_link(filled: Path) -> None:
    page = (filled / "cycles/international/index.html").read_text("utf-8")
    base = FILLED["site_url"]
    assert f'<link rel="canonical" href="{base}cycles/international/">' in page
    assert f'<meta property="og:image" content="{base}assets/carte.png">' in page
    assert (filled / "assets/carte.png").is_file()
    edit = f"{FILLED['repo_url']}/edit/main/docs/cycles/international/index.md"
    assert f'<a href="{edit}">Améliorer cette page</a>' in page


def test_each_page_takes_an_error_and_lists_take_proposals(filled: Path) -> None:
    forge = FILLED["repo_url"]
    page = (filled / "guide-3ds/argent/index.html").read_text("utf-8")
    shown = "page=https%3A%2F%2Fexemple.fr%2Fpro-bono%2Fguide-3ds%2Fargent%2F"
    assert f'{shown}">Signaler une erreur</a>' in page
    for address, words in {
        "faq": ("template=question.yml", "Poser ou proposer une question"),
        "pratiques": ("template=pratique.yml", "Proposer une pratique"),
        "ressources": ("template=ressource.yml", "Proposer une ressource"),
        "experiences/international": ("template=experience.yml", "Proposer une expérience"),
    }.items():
        page = (filled / address / "index.html").read_text("utf-8")
        assert f'<a href="{forge}/issues/new?{words[0]}">{words[1]}</a>' in page
        assert f'<a href="{forge}/new/main/' in page
    page = (filled / "metiers/index.html").read_text("utf-8")
    assert "Vous voulez ajouter un métier\u202f?" in page
    assert f'<a href="{forge}/edit/main/data/metiers/' in page


def test_the_search_gives_a_way_to_ask(filled: Path) -> None:
    page = (filled / "recherche/index.html").read_text("utf-8")
    ask = "https://forge.exemple.fr/equipe/site/issues/new?title=Recherche%20sans%20r%C3%A9ponse"
    assert ask in page


def test_structured_data(filled: Path) -> None:
    home = _graph((filled / "index.html").read_text("utf-8"))
    assert home["WebSite"]["publisher"] == {"@type": "Organization", "name": "Une association"}
    page = (filled / "cycles/international/atelier-1-sensibilisation/index.html").read_text("utf-8")
    graph = _graph(page)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", str(graph["Article"]["dateModified"]))
    steps = graph["BreadcrumbList"]["itemListElement"]
    assert isinstance(steps, list)
    assert [step["name"] for step in steps] == ["Accueil", "Cycles", "International"]
    assert steps[2]["item"] == f"{FILLED['site_url']}cycles/international/"


def test_sitemap_and_robots(filled: Path) -> None:
    sitemap = (filled / "sitemap.xml").read_text("utf-8")
    assert sitemap.startswith("<?xml")
    assert re.search(r"https://exemple.fr/pro-bono/faq/</loc><lastmod>\d{4}-\d\d-\d\d<", sitemap)
    assert "Sitemap: https://exemple.fr/pro-bono/sitemap.xml" in (filled / "robots.txt").read_text()


def test_legal_notice_names_the_publisher(filled: Path) -> None:
    page = (filled / "mentions-legales/index.html").read_text("utf-8")
    for key in ("editeur", "directeur_publication", "hebergeur", "contact", "soutien"):
        assert FILLED[key].split(",")[0] in page
    assert "n’a pas encore d’éditeur" not in page


def test_nothing_is_faked_by_default(site: Path) -> None:
    for path in site.rglob("*.html"):
        page = path.read_text("utf-8")
        assert "canonical" not in page
        assert "og:url" not in page
        assert "Organization" not in page
        for words in (">Améliorer", ">Signaler une erreur", "éditeur de la forge"):
            assert words not in page
    assert not (site / "sitemap.xml").exists()
    notice = (site / "mentions-legales/index.html").read_text("utf-8")
    assert "n’a pas encore d’éditeur complet" in notice


def test_publishing_is_refused_without_a_publisher(
    depot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--racine", str(depot), "publiable"]) == 1
    assert "site_url, editeur, directeur_publication, hebergeur, contact" in capsys.readouterr().out
    settings = depot / "data" / "reglages.yml"
    lines = "".join(f"{key}: {value}\n" for key, value in FILLED.items())
    settings.write_text(settings.read_text("utf-8").replace("site_url:\n", lines), "utf-8")
    assert main(["--racine", str(depot), "publiable"]) == 0


def test_card_is_a_light_image() -> None:
    image = card()
    assert image[:8] == b"\x89PNG\r\n\x1a\n"
    assert len(image) < 10_000


def test_apache_knows_where_the_404_page_is(filled: Path, site: Path) -> None:
    assert "ErrorDocument 404 /pro-bono/404.html\n" in (filled / ".htaccess").read_text("utf-8")
    assert "ErrorDocument 404 /404.html\n" in (site / ".htaccess").read_text("utf-8")
