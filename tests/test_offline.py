"""The copy on a USB stick: opened from a disk, without network, in a real browser."""

import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.finish import offline
from scripts.finish.offline.pages import explicit
from scripts.model import Reglages

from .built import TYPES, Faults, file_of
from .conftest import copy_example
from .programs import PACKAGES

SITE_URL = "https://www.exemple.fr/savoir/"
REGLAGES = Reglages(nom="Compétences en partage", devise="Essai")
DAY = date(2026, 11, 23)


def archive(site: Path, folder: Path) -> Path:
    """The archive of a copy of `site`, made in `folder`."""
    copied = Path(shutil.copytree(site, folder / "site"))
    assert offline.write(copied, REGLAGES, DAY, "1700000000") == []
    return copied / offline.NAME


@pytest.fixture(scope="session")
def stick(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a reader gets by unpacking the archive, its name as on many disks."""
    folder = tmp_path_factory.mktemp("clé é USB")
    with zipfile.ZipFile(archive(site, folder)) as packed:
        packed.extractall(folder)
    return folder / "competences-en-partage"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1280, "height": 800}, offline=True) as context:
        yield context.new_page()


def test_a_search_finds_and_leads_to_a_page(page: Page, stick: Path) -> None:
    page.goto((stick / "index.html").as_uri())
    page.get_by_role("searchbox").first.fill("mecenat de competance")
    page.keyboard.press("Enter")
    page.locator("[data-resultat] a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert "/index.html" in page.url
    page.go_back()
    expect(page.locator("[data-resultat]").first).to_be_visible()


def test_a_plan_goes_from_the_sheet_to_the_page(page: Page, stick: Path) -> None:
    page.goto((stick / "pratiques/demande-au-chef/index.html").as_uri())
    page.get_by_role("button", name="Ajouter au plan").click()
    page.get_by_role("link", name="Voir mon plan (1)").click()
    expect(page.locator(".plan > .carte")).to_have_count(1)
    # A link to a file of this disk would lead nobody anywhere.
    expect(page.get_by_role("button", name="Copier un lien")).to_be_hidden()


def test_a_tree_is_walked_question_by_question(page: Page, stick: Path) -> None:
    page.goto((stick / "guide-3ds/puis-je-m-engager/index.html").as_uri())
    page.locator("[data-cle]:visible").first.click()
    assert "#r=" in page.url
    expect(page.locator("[data-adresse]")).to_be_hidden()


def test_facets_filter_the_catalogue(page: Page, stick: Path) -> None:
    page.goto((stick / "pratiques/index.html").as_uri())
    page.locator("[data-facettes] summary").first.click()
    page.locator("[data-facettes] input[type=checkbox]").first.check()
    assert "index.html?" in page.url


@pytest.mark.parametrize("scripts", [True, False])
def test_no_page_misses_anything(browser: Browser, stick: Path, scripts: bool) -> None:
    faults = Faults()
    errors: list[str] = []
    with browser.new_context(offline=True, java_script_enabled=scripts) as context:
        tab = context.new_page()
        tab.on("console", lambda one: errors.append(one.text) if one.type == "error" else None)
        tab.on("pageerror", lambda one: errors.append(str(one)))
        for name in TYPES:
            if name != "404.html":
                tab.goto(file_of(stick, name).as_uri())
                if "Copie à lire sans réseau" not in tab.locator("footer.pied").inner_text():
                    faults.add(name, "does not say that it is a copy")
                while errors:
                    faults.add(name, errors.pop())
    faults.expect_none()


def test_nothing_in_the_copy_needs_a_server(stick: Path) -> None:
    for file in stick.rglob("*.html"):
        html = file.read_text("utf-8")
        for address in re.findall(r'<(?:a|form|link)\b[^>]*?\s(?:href|action)="([^"]+)"', html):
            path = re.split("[?#]", address)[0]
            assert not path.endswith("/") or "://" in path, (file, address)
        assert 'type="module"' not in html
    assert not (stick / "_headers").exists()
    assert (stick / "LISEZ-MOI.txt").read_bytes().startswith("\ufeffCompétences".encode())


def test_a_copy_of_a_published_site_shares_its_address(
    page: Page, stick: Path, tmp_path: Path
) -> None:
    copied = Path(shutil.copytree(stick, tmp_path / "copie"))
    file = copied / "plan-d-action/index.html"
    canonical = f'<link rel="canonical" href="{SITE_URL}plan-d-action/"></head>'
    file.write_text(file.read_text("utf-8").replace("</head>", canonical), "utf-8")
    page.goto(file.as_uri())
    page.locator("main details summary").first.click()
    page.get_by_role("button", name="Ajouter au plan").first.click()
    expect(page.get_by_role("button", name="Copier un lien")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    table = Path(download.value.path()).read_text("utf-8")
    assert re.search(rf'"{SITE_URL}pratiques/[a-z-]+/"', table)
    assert "file:" not in table


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("faq/#un", "faq/index.html#un"),
        ("./", "./index.html"),
        (".", "./index.html"),
        ("../../", "../../index.html"),
        ("..", "../index.html"),
        ("recherche/?q=a/", "recherche/index.html?q=a/"),
        ("#un", "#un"),
        ("?q=un", "?q=un"),
        ("donnees/pays.csv", "donnees/pays.csv"),
        ("https://exemple.fr/", "https://exemple.fr/"),
        ("//exemple.fr/", "//exemple.fr/"),
        ("mailto:a@exemple.fr", "mailto:a@exemple.fr"),
    ],
)
def test_an_address_names_its_file(given: str, wanted: str) -> None:
    assert explicit(given) == wanted


def test_the_same_site_gives_the_same_archive(site: Path, stick: Path, tmp_path: Path) -> None:
    assert archive(site, tmp_path).read_bytes() == archive(site, stick.parent / "deux").read_bytes()


@pytest.mark.complet
def test_the_site_lists_its_archive_and_the_copy_does_not(clone: Path) -> None:
    (clone / "node_modules").symlink_to(PACKAGES)
    command = [sys.executable, "-m", "scripts", "site", "--hors-ligne"]
    done = subprocess.run(command, cwd=clone, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    page = (clone / "site/livrables/index.html").read_text("utf-8")
    assert re.search(r'hors-ligne\.zip" download>ZIP, \d+,\d\u00a0Mo, licence', page)
    with zipfile.ZipFile(clone / "site" / offline.NAME) as packed:
        copy = packed.read("competences-en-partage/livrables/index.html").decode()
    assert "hors-ligne.zip" not in copy


def test_without_esbuild_the_old_site_stays(tmp_path: Path) -> None:
    clone = copy_example(tmp_path / "clone")
    command = [sys.executable, "-m", "scripts", "site", "--hors-ligne"]
    done = subprocess.run(command, cwd=clone, capture_output=True, text=True)
    assert done.returncode == 1
    assert "esbuild manque" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (clone / "site").exists()
