"""Real Chromium on the built site: what a reader does, on every page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.load import load
from scripts.render.parts import duration
from scripts.render.urls import page_url

from .built import TRIED, part_of
from .conftest import ROOT


def urls() -> list[str]:
    base, _ = load(ROOT)
    pages = [*base.pages, *base.cycles, *base.ateliers, *base.pratiques, *base.guide]
    return sorted(page_url(item.path) for item in pages)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    found = browser.new_page()
    yield found
    found.close()


def test_every_page_has_its_address(site: Path) -> None:
    assert {url for url in urls() if not (site / url / "index.html").is_file()} == set()


@pytest.mark.parametrize("part", TRIED)
def test_pages_fit_320_pixels_and_wide_spacing(
    browser: Browser, address: str, site: Path, part: int | None
) -> None:
    """320 px is a screen of 1,280 at 400 %; the spacing is that of WCAG 1.4.12."""
    page = browser.new_page(viewport={"width": 320, "height": 640})
    for url in part_of(site, part):
        page.goto(address + url)
        page.evaluate(
            """() => {
              for (const one of document.querySelectorAll("details")) one.open = true;
              const sheet = new CSSStyleSheet();
              sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important;"
                + " word-spacing: .16em !important } p { margin-bottom: 2em !important }");
              document.adoptedStyleSheets = [sheet];
            }"""
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, url
    page.close()


@pytest.mark.parametrize("part", TRIED)
def test_pages_read_without_javascript(
    browser: Browser, address: str, site: Path, part: int | None
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 640})
    page = context.new_page()
    for url in part_of(site, part):
        page.goto(address + url)
        expect(page.locator("h1")).to_be_visible()
        page.locator(".menu summary").click()
        expect(page.get_by_role("link", name="Glossaire", exact=True).first).to_be_visible()
    context.close()


def test_doors_lead_to_the_cycles_and_the_guide(page: Page, address: str) -> None:
    for rank, title in enumerate(("salariés opérationnels", "Guide 3DS", "chaque pays")):
        page.goto(address)
        page.locator(".portes a").nth(rank).click()
        expect(page.locator("h1")).to_contain_text(title)


def test_the_home_page_leads_to_every_tree(page: Page, address: str) -> None:
    base, _ = load(ROOT)
    page.goto(address)
    named = [
        one.inner_text().replace("\u202f", " ") for one in page.locator(".portes-arbres a").all()
    ]
    assert sorted(named) == sorted(one.fiche.titre for one in base.items["arbres"].values())


def test_the_search_button_of_the_frame_moves_nothing(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{address}pratiques/")
    button, title = page.locator(".bandeau .recherche button"), page.locator("h1")
    before = title.bounding_box()
    button.focus()
    assert title.bounding_box() == before
    shown = button.bounding_box()
    assert shown
    assert shown["height"] >= 44


def test_the_first_result_shows_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{address}recherche/?q=convention")
    expect(page.locator("[data-resultat] > a").first).to_be_in_viewport(ratio=1)


def test_everything_is_offered_back_only_when_filtered(page: Page, address: str) -> None:
    page.goto(f"{address}pratiques/")
    every = page.get_by_role("button", name="Tout afficher")
    expect(every).to_be_hidden()
    page.locator("form.facettes summary", has_text="Effort").click()
    page.get_by_label("Léger").check()
    expect(every).to_be_visible()


def test_dark_screens_print_as_light_ones(browser: Browser, address: str) -> None:
    colours = []
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)
        page.goto(f"{address}guide-3ds/procedure/")
        page.emulate_media(media="print")
        colours.append(page.locator(".faits").evaluate("e => getComputedStyle(e).borderTopColor"))
        page.close()
    assert colours == ["rgb(90, 58, 154)"] * 2


def test_a_question_has_its_own_address(page: Page, address: str) -> None:
    page.goto(f"{address}faq/#contractuel-concerne")
    expect(page.locator("#contractuel-concerne")).to_be_in_viewport()


def test_a_link_to_an_obstacle_opens_it(page: Page, address: str) -> None:
    page.goto(f"{address}cycles/acteurs-publics/#conflits-d-interets")
    expect(page.locator("#conflits-d-interets li").first).to_be_visible()


def test_agenda_adds_up_on_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}cycles/international/atelier-1-sensibilisation/")
    minutes = page.locator(".deroule tbody td:first-child strong").all_inner_texts()
    base, _ = load(ROOT)
    wanted = base.items["ateliers"]["international/atelier-1-sensibilisation"].fiche.duree
    assert sum(int(cell.split("\u00a0")[0]) for cell in minutes) == wanted
    expect(page.locator(".faits")).to_contain_text(duration(wanted))


def test_a_list_is_filtered_in_place(page: Page, address: str) -> None:
    page.goto(f"{address}ressources/")
    page.get_by_label("Filtrer cette liste").fill("codeveloppement")
    expect(page.locator("#champagne-codeveloppement-2020")).to_be_visible()
    expect(page.locator("#loi-3ds-article-209")).to_be_hidden()
    expect(page.locator("#texte-officiel")).to_be_hidden()
    expect(page.get_by_role("status")).to_contain_text(" sur ")
    page.get_by_label("Filtrer cette liste").fill("")
    expect(page.locator("#loi-3ds-article-209")).to_be_visible()


def _shown(page: Page) -> int:
    return page.locator(".fiches > li:visible").count()


def test_facets_combine_and_the_address_keeps_them(page: Page, address: str) -> None:
    page.goto(f"{address}pratiques/")
    every = _shown(page)
    page.locator("form.facettes summary", has_text="Frein").click()
    page.get_by_label("L’accord du manager de proximité").check()
    one = _shown(page)
    page.get_by_label("Un accès inégal aux missions").check()
    two = _shown(page)
    page.locator("form.facettes summary", has_text="Effort").click()
    page.get_by_label("Léger").check()
    three = _shown(page)
    assert 0 < one < two < every
    assert three < two
    expect(page.locator("[data-facettes-etat]")).to_contain_text(f"{three} fiche")
    shared = page.url
    page.go_back()
    expect(page.locator("[data-facettes-etat]")).to_contain_text(f"{two} fiche")
    page.goto(shared)
    expect(page.locator("[data-facettes-etat]")).to_contain_text(f"{three} fiche")
    page.get_by_role("button", name="Tout afficher").click()
    expect(page.locator("[data-facettes-etat]")).to_contain_text(f"{every} fiches")


def test_facets_without_javascript_are_links_to_lists(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}pratiques/")
    page.locator("nav.facettes summary").first.click()
    page.get_by_role("link", name="L’accord du manager de proximité").first.click()
    expect(page.locator("#frein-encadrement-de-proximite")).to_be_in_viewport()
    context.close()


def test_sheets_and_experiences_link_both_ways(page: Page, address: str) -> None:
    page.goto(f"{address}pratiques/demande-au-chef/")
    title = page.locator("h1").inner_text()
    page.locator("#experiences + ul a").first.click()
    anchor = page.url.split("#")[1]
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    expect(page.get_by_role("link", name=title).first).to_be_visible()


def test_search_from_any_page(page: Page, address: str) -> None:
    page.goto(f"{address}glossaire/")
    page.get_by_role("searchbox").first.fill("CONTRACTUEL concerne")
    page.keyboard.press("Enter")
    expect(page.locator("[data-pret]")).to_be_attached()
    expect(page.get_by_role("status")).to_contain_text("résultat")
    page.locator("[data-resultat] a").first.click()
    expect(page.locator("main")).to_contain_text("contractuel")


def test_lost_reader_finds_a_way_out(page: Page, address: str) -> None:
    page.goto(f"{address}nulle-part/")
    expect(page.locator("h1")).to_have_text("Cette page n’existe pas")
    page.get_by_role("link", name="les questions fréquentes").click()
    expect(page.locator("h1")).to_have_text("Les questions fréquentes")


def test_print_keeps_the_text_and_drops_the_frame(page: Page, address: str) -> None:
    page.goto(f"{address}cycles/international/atelier-1-sensibilisation/")
    page.emulate_media(media="print")
    expect(page.locator(".menu")).to_be_hidden()
    expect(page.locator(".deroule")).to_be_visible()
    link = page.locator(".sources a").first
    shown = link.evaluate("one => getComputedStyle(one, '::after').content")
    assert "http" in shown
