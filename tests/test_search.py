"""The search page as a reader uses it: typed, ticked, shared, without JavaScript, by keyboard."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.load import load

from .conftest import ROOT, copy_example
from .test_weight import weight

FIRST_SEARCH = 80_000
SCRIPTS = ("analyse", "moteur", "postes", "marques", "criteres", "recherche")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    found = browser.new_page()
    yield found
    found.close()


def answered(page: Page) -> None:
    expect(page.locator("[data-pret]")).to_be_attached()


def test_the_first_search_is_light(site: Path) -> None:
    files = ["search/index.json", *(f"assets/{name}.js" for name in SCRIPTS)]
    sizes = {name: weight(site / name) for name in files}
    assert sum(sizes.values()) <= FIRST_SEARCH, sizes


def test_the_index_comes_on_the_first_focus(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}recherche/", wait_until="networkidle")
    assert not [url for url in asked if "index.json" in url]
    with page.expect_response("**/search/index.json"):
        page.get_by_role("searchbox").focus()


def test_every_address_of_the_index_exists(site: Path) -> None:
    index = json.loads((site / "search" / "index.json").read_text("utf-8"))
    assert len(index["urls"]) > 400
    for url in index["urls"]:
        path, _, anchor = url.partition("#")
        html = (site / path / "index.html").read_text("utf-8")
        assert not anchor or f'id="{anchor}"' in html, url


def test_one_list_of_every_type_with_marked_words(page: Page, address: str) -> None:
    page.goto(f"{address}recherche/?q=demenagement")
    answered(page)
    expect(page.locator("[data-resultat] mark").first).to_have_text(re.compile("déménage", re.I))
    page.get_by_role("searchbox").fill("mécénat")
    answered(page)
    types = {
        one.split(" · ")[0] for one in page.locator("[data-resultat] .genre").all_inner_texts()
    }
    assert len(types) >= 3


def test_facets_count_combine_and_stay_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}recherche/?q=association")
    answered(page)
    page.get_by_text("Type", exact=True).click()
    box = page.get_by_role("checkbox", name=re.compile("^Métier"))
    count = int(re.findall(r"\((\d+)\)", box.locator("xpath=..").inner_text())[0])
    box.check()
    expect(page.get_by_role("status")).to_have_text(re.compile(rf"^{count} résultat"))
    assert "type=M%C3%A9tier" in page.url
    for link in page.locator("[data-resultat] > a").all():
        assert "metiers/#" in str(link.get_attribute("href"))
    shared = page.url
    page.go_back()
    expect(box).not_to_be_checked()
    page.goto(shared)
    answered(page)
    expect(page.get_by_role("status")).to_have_text(re.compile(rf"^{count} résultat"))
    page.get_by_role("button", name="Tout afficher").click()
    expect(box).not_to_be_checked()


def test_a_result_leads_to_its_section(page: Page, address: str) -> None:
    page.goto(f"{address}recherche/?q=codeveloppement deroule")
    answered(page)
    deep = page.locator("[data-resultat] .dans a[href$='#deroule']").first
    deep.click()
    expect(page.locator("#deroule")).to_be_in_viewport()


def test_more_results_on_demand_keep_the_focus(page: Page, address: str) -> None:
    page.goto(f"{address}recherche/?q=association")
    answered(page)
    expect(page.locator("[data-resultat]")).to_have_count(20)
    page.get_by_role("button", name="Voir plus").press("Enter")
    expect(page.locator("[data-resultat]")).to_have_count(40)
    expect(page.locator("[data-resultat] >> nth=20").locator("> a")).to_be_focused()


def test_back_returns_to_the_same_place_of_the_list(page: Page, address: str) -> None:
    page.goto(f"{address}recherche/?q=association")
    answered(page)
    page.get_by_role("button", name="Voir plus").click()
    expect(page.locator("[data-resultat]")).to_have_count(40)
    link = page.locator("[data-resultat] >> nth=30").locator("> a")
    title = link.inner_text()
    link.click()
    page.wait_for_url(lambda url: "recherche" not in url)
    page.go_back()
    expect(page.locator("[data-resultat]")).to_have_count(40)
    expect(page.locator("[data-resultat] > a", has_text=title).first).to_be_in_viewport()


def test_an_unknown_word_is_said_to_be_so(page: Page, address: str) -> None:
    page.goto(f"{address}recherche/?q=mecenta")
    answered(page)
    expect(page.get_by_role("status")).to_contain_text("Le site n’emploie pas « mecenta »")
    page.goto(f"{address}recherche/?q=travail de nuit")
    answered(page)
    expect(page.get_by_role("status")).to_contain_text("avec tous vos mots")


def test_a_slip_is_answered_and_named(page: Page, address: str) -> None:
    page.goto(f"{address}recherche/?q=mecenta")
    answered(page)
    page.get_by_text("Vouliez-vous dire").get_by_role("link").click()
    expect(page.get_by_role("searchbox")).to_have_value("mécénat")
    answered(page)


def test_nothing_found_offers_ways_on(page: Page, address: str) -> None:
    page.goto(f"{address}recherche/?q=xyzzy")
    expect(page.get_by_role("status")).to_contain_text("Aucun résultat")
    answered(page)
    expect(page.locator("[data-proches] a")).to_have_count(3)
    expect(page.get_by_text("Vous n’avez pas trouvé")).to_have_count(0)


def test_a_broken_network_is_said_and_tried_again(page: Page, address: str) -> None:
    page.route("**/search/index.json", lambda route: route.abort())
    page.goto(f"{address}recherche/?q=mécénat")
    expect(page.get_by_role("status")).to_contain_text("n’a pas pu se charger")
    page.unroute("**/search/index.json")
    page.get_by_role("searchbox").fill("mécénat ")
    answered(page)


def test_what_is_typed_is_text(page: Page, address: str) -> None:
    page.goto(f"{address}recherche/?q=%3Cimg src=x onerror=alert(1)%3E mécénat")
    answered(page)
    expect(page.locator("main img")).to_have_count(0)


def test_without_javascript_everything_is_listed(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}recherche/?q=mot")
    expect(page.get_by_text("La recherche demande JavaScript")).to_be_visible()
    base, _ = load(ROOT)
    names = ("pratiques", "faq", "glossaire", "experiences", "metiers", "pays")
    listed = [one for one in base.ressources if one.fiche.liste]
    least = sum(len(base.items[name]) for name in names) + len(listed)
    assert page.locator(".a-z a").count() >= least
    page.get_by_role("link", name="Cariste", exact=False).first.click()
    expect(page).to_have_url(re.compile("metiers/#"))
    context.close()


def test_slash_goes_to_the_field_and_can_be_turned_off(page: Page, address: str) -> None:
    page.goto(f"{address}faq/")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox").first).to_be_focused()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox").first).to_have_value("/")
    page.goto(f"{address}accessibilite/")
    page.get_by_role("button", name="Désactiver le raccourci").click()
    page.goto(f"{address}faq/")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox").first).not_to_be_focused()
    page.goto(f"{address}accessibilite/")
    page.get_by_role("button", name="Réactiver le raccourci").click()
    assert page.evaluate("localStorage.length") == 0


def test_without_node_the_build_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    clone = copy_example(tmp_path / "clone")
    (tmp_path / "vide").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "vide"))
    done = subprocess.run(
        [sys.executable, "-m", "scripts", "site"], cwd=clone, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "Node est introuvable" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (clone / "site").exists()
