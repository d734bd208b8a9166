"""The guide: what each page is worth, until when, and what the watch tells."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.load import load
from scripts.render.dates import between
from scripts.render.guide_parts import ON_ONE_PAGE
from scripts.render.timeline import longest, timeline
from scripts.search.outline import sections

from .conftest import copy_example, served
from .faults import swap

Check = Callable[..., tuple[int, str]]
ATOM = "{http://www.w3.org/2005/Atom}"
SITE_URL = "https://exemple.fr/pro-bono/"
WARNING = "Cette page informe ; elle ne remplace pas un conseil juridique."
QUI = "docs/guide-3ds/qui-peut-partir.md"


def build(root: Path, today: str = "2026-11-23") -> Path:
    """The site of a copy of the example, as `today` sees it."""
    environment = {**os.environ, "AUJOURDHUI": today, "SOURCE_DATE_EPOCH": "0"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


def words(path: Path) -> str:
    """What a reader reads on a built page, spaces made plain."""
    text = re.sub(r"<[^>]+>", " ", path.read_text("utf-8"))
    return re.sub(r"\s+", " ", text)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return copy_example(tmp_path / "copie")


def test_every_page_says_what_it_is_worth(site: Path) -> None:
    for path in (site / "guide-3ds").rglob("index.html"):
        page = words(path)
        assert WARNING in page, path
        assert "Non relue par un juriste." in page, path
        assert "Fin de l’expérimentation 27 décembre 2027" in page, path
        assert re.search(r"Vérifié le \d", page), path


def test_a_page_read_over_names_who_read_it(copy: Path) -> None:
    swap(QUI, "statut:", "relu_par: Maître Essai\nstatut:")(copy)
    page = words(build(copy) / "guide-3ds/qui-peut-partir/index.html")
    assert "Relue par Maître Essai." in page
    assert "Non relue par un juriste" not in page


def test_pages_follow_the_menu(example: Path) -> None:
    page = (example / "guide-3ds/qui-peut-partir/index.html").read_text("utf-8")
    names = re.findall(r'<li><a href="[^"]+"( aria-current="page")?>([^<]+)</a></li>', page)
    listed = [(name, bool(here)) for here, name in names if name in _labels()]
    assert listed == [(name, name == "Qui part") for name in _labels()]
    assert 'rel="prev" href="../../guide-3ds/"' in page
    assert 'rel="next" href="../../guide-3ds/veille/"' in page


def _labels() -> list[str]:
    return ["Le guide", "Qui part", "Veille", "En une page"]


def test_the_reading_of_marks_is_told_before_the_text(example: Path) -> None:
    page = (example / "guide-3ds/qui-peut-partir/index.html").read_text("utf-8")
    assert page.index('<details class="legende"') < page.index('<small class="mention"')
    said = words(example / "guide-3ds/qui-peut-partir/index.html")
    assert "Une source seule, sans mention : la rédaction l’y a lu." in said
    assert re.search(r"Vérifié le \S+ novembre 2026 dans la source\.", said)


def test_marks_lead_to_the_sources(example: Path) -> None:
    page = (example / "guide-3ds/qui-peut-partir/index.html").read_text("utf-8")
    cited = set(re.findall(r'<small class="mention"[^>]*>.*?href="#([^"]+)"', page))
    assert cited == {"source-texte-essai", "source-guide-essai"}
    assert cited == set(re.findall(r'<li id="(source-[^"]+)"', page))


def test_the_search_does_not_read_the_mentions(example: Path) -> None:
    page = (example / "guide-3ds/qui-peut-partir/index.html").read_text("utf-8")
    text = " ".join(one.texte for one in sections(page))
    assert "Le premier part." in text
    assert "second rang" not in text


def test_sources_of_other_pages_have_no_anchor(example: Path) -> None:
    page = (example / "cycles/essai/index.html").read_text("utf-8")
    assert '<ol class="sources">\n      <li><a' in page


def test_the_first_page_has_two_doors(page: Page, address: str) -> None:
    page.goto(f"{address}guide-3ds/")
    doors = page.locator(".portes-guide > li")
    expect(doors).to_have_count(2)
    for rank, ids in enumerate(
        (
            ("puis-je-m-engager", "en-une-page-agent"),
            ("puis-je-mettre-a-disposition", "en-une-page-mairie"),
        )
    ):
        links = doors.nth(rank).locator("a").all()
        assert [(one.get_attribute("href") or "").split("/")[-2] for one in links] == [*ids]


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.new_page()


def test_experiment_leads_from_the_cycle_and_the_home_page(page: Page, address: str) -> None:
    page.goto(f"{address}cycles/acteurs-publics/")
    page.locator(".renvoi a").click()
    expect(page).to_have_url(f"{address}guide-3ds/")
    page.goto(address)
    page.locator(".portes a").nth(1).click()
    expect(page).to_have_url(f"{address}guide-3ds/")


@pytest.mark.parametrize("name", ON_ONE_PAGE)
@pytest.mark.parametrize("notice", ["", "Ce contenu repose sur un texte qui prend fin bientôt."])
def test_the_sheets_print_on_one_page(page: Page, address: str, name: str, notice: str) -> None:
    page.goto(f"{address}guide-3ds/{name}/")
    page.evaluate(
        """(notice) => {
          if (!notice) return;
          const one = document.createElement("p");
          one.className = "avis avis-echeance";
          one.textContent = notice;
          document.querySelector(".avis-juridique").before(one);
        }""",
        notice,
    )
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1


@pytest.mark.parametrize("name", ON_ONE_PAGE)
def test_the_sheets_say_where_they_come_from(page: Page, address: str, name: str) -> None:
    page.goto(f"{address}guide-3ds/{name}/")
    expect(page.locator(".feuille-adresse")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".feuille-adresse")).to_contain_text("Compétences en partage")
    expect(page.locator(".feuille-adresse")).to_contain_text(page.url)
    for shown in (".feuille-adresse", ".en-bref h2"):
        expect(page.locator(shown)).to_be_visible()


def test_the_print_button_prints(page: Page, address: str) -> None:
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto(f"{address}guide-3ds/{ON_ONE_PAGE[0]}/")
    page.get_by_role("button", name="Imprimer cette page").press("Enter")
    assert page.evaluate("window.printed") is True


def test_without_javascript_no_button_promises_to_print(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}guide-3ds/{ON_ONE_PAGE[0]}/")
    expect(page.locator("[data-imprimer]")).to_be_hidden()
    context.close()


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [
        ("2026-11-23", "2027-12-27", (13, 4)),
        ("2026-06-27", "2027-12-27", (18, 0)),
        ("2026-06-28", "2027-12-27", (17, 29)),
        ("2027-12-27", "2027-12-27", (0, 0)),
        ("2027-11-30", "2027-12-27", (0, 27)),
        ("2027-01-31", "2027-02-28", (0, 28)),
    ],
)
def test_months_and_days(start: str, end: str, wanted: tuple[int, int]) -> None:
    assert between(date.fromisoformat(start), date.fromisoformat(end)) == wanted


@pytest.mark.parametrize(
    ("today", "says"),
    [
        ("2022-12-01", "L’expérimentation commence le 29 décembre 2022."),
        ("2026-06-27", "pourrait durer 18 mois"),
        ("2026-06-28", "pourrait durer au plus 17 mois et 29 jours"),
        ("2026-11-23", "pourrait durer au plus 13 mois et 4 jours"),
        ("2027-12-27", "pourrait durer au plus ce seul jour"),
        ("2027-12-28", "L’expérimentation a pris fin le 27 décembre 2027."),
    ],
)
def test_how_long_a_posting_may_last(depot: Path, today: str, says: str) -> None:
    base, _ = load(depot)
    assert base.experimentation
    found = longest(base.experimentation, date.fromisoformat(today))
    assert says in found.replace("\u00a0", " ")


def test_the_calendar_is_in_order_and_in_words(depot: Path) -> None:
    base, _ = load(depot)
    steps = timeline(base, date(2026, 12, 31))["etapes"]
    assert [(one["le"].replace("\u00a0", " "), one["etat"]) for one in steps] == [
        ("29 décembre 2022", "passé"),
        ("27 juin 2026", "passé"),
        ("31 décembre 2026", "ce jour"),
        ("31 décembre 2026", "nous en sommes là"),
        ("15 février 2027", "à venir"),
        ("27 décembre 2027", "à venir"),
    ]
    places = [one["x"] for one in steps]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("today", "notice", "calendar", "warns"),
    [
        (
            "2027-06-26",
            "",
            "pourrait durer au plus 6 mois et 1 jour",
            "",
        ),
        (
            "2027-06-28",
            "texte qui prend fin le 27 décembre 2027",
            "pourrait durer au plus 5 mois et 29 jours",
            "moins de 6 mois",
        ),
        (
            "2027-12-29",
            "texte qui a pris fin le 27 décembre 2027",
            "L’expérimentation a pris fin le 27 décembre 2027.",
            "« valable_jusqu_au: 2027-12-27 » est passé",
        ),
    ],
)
def test_the_end_comes(
    copy: Path,
    check: Check,
    monkeypatch: pytest.MonkeyPatch,
    today: str,
    notice: str,
    calendar: str,
    warns: str,
) -> None:
    site = build(copy, today)
    for path in (site / "guide-3ds").rglob("index.html"):
        page = words(path)
        assert notice in page
        assert bool(notice) == ("Échéance." in page)
    assert calendar in words(site / "guide-3ds/index.html")
    monkeypatch.setenv("AUJOURDHUI", today)
    code, said = check(copy)
    assert code == 0
    lines = [line for line in said.splitlines() if line.startswith("docs/guide-3ds/")]
    dated = [line for line in lines if "valable_jusqu_au" in line]
    assert len(dated) == (4 if warns else 0)
    assert all(warns in line for line in dated)


def test_open_questions_come_first_then_the_latest(example: Path) -> None:
    page = (example / "guide-3ds/veille/index.html").read_text("utf-8")
    found = re.findall(r'<h3 id="([a-z-]+)">', page)
    assert found == ["qui-encore", "decret-d-essai", "loi-d-essai"]
    said = words(example / "guide-3ds/veille/index.html")
    assert "À qui demander. Le centre de gestion." in said
    assert "Ce qui reste incertain. Deux sources se contredisent." in said


def test_no_feed_without_an_address(example: Path) -> None:
    assert not (example / "guide-3ds/veille.xml").exists()
    assert "atom" not in (example / "guide-3ds/veille/index.html").read_text("utf-8")


def test_the_feed_is_sound(copy: Path) -> None:
    swap("data/reglages.yml", "site_url:", f"site_url: {SITE_URL}")(copy)
    site = build(copy)
    page = (site / "guide-3ds/veille/index.html").read_text("utf-8")
    assert page.count('href="../veille.xml"') == 2
    feed = ElementTree.parse(site / "guide-3ds/veille.xml").getroot()
    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}id") == f"{SITE_URL}guide-3ds/veille/"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Essai"
    assert feed.findtext(f"{ATOM}updated") == "2026-11-01T00:00:00Z"
    links = {one.get("rel"): one.get("href") for one in feed.findall(f"{ATOM}link")}
    assert links["self"] == f"{SITE_URL}guide-3ds/veille.xml"
    entries = feed.findall(f"{ATOM}entry")
    assert [one.findtext(f"{ATOM}id") for one in entries] == [
        f"{SITE_URL}guide-3ds/veille/#{name}"
        for name in ("qui-encore", "decret-d-essai", "loi-d-essai")
    ]
    for one in entries:
        for name in ("title", "updated", "published", "summary"):
            assert one.findtext(f"{ATOM}{name}"), name
    assert entries[2].findtext(f"{ATOM}summary") == "Elle ouvre l’essai\u202f; voyez qui part."


def test_a_publisher_signs_the_feed(copy: Path) -> None:
    swap("data/reglages.yml", "site_url:", f"site_url: {SITE_URL}\nediteur: Une \\& asso")(copy)
    swap("data/reglages.yml", "\\&", "&")(copy)
    feed = ElementTree.parse(build(copy) / "guide-3ds/veille.xml").getroot()
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Une & asso"


def test_the_calendar_is_a_list_on_a_phone(browser: Browser, example: Path) -> None:
    with served(example) as address:
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.goto(f"{address}guide-3ds/")
        expect(page.locator(".frise-trait")).to_be_hidden()
        expect(page.locator(".frise > li")).to_have_count(6)
        page.set_viewport_size({"width": 1280, "height": 800})
        expect(page.locator(".frise-trait")).to_be_visible()
        page.close()
