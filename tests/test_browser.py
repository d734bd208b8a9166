"""Real Chromium on the built site: what a reader does, on every page."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.load import load
from scripts.render.urls import page_url

from .conftest import ROOT


def urls() -> list[str]:
    base, _ = load(ROOT)
    items = (*base.pages, *base.cycles, *base.ateliers)
    return sorted(page_url(item.path) for item in items)


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.new_page()


def test_every_page_fits_a_phone_and_asks_nothing_outside(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 640})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for url in urls():
        page.goto(address + url)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 360, url
    page.close()
    assert [url for url in asked if not url.startswith((address, "data:"))] == []


def test_every_page_reads_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for url in urls():
        page.goto(address + url)
        expect(page.locator("article h1")).to_be_visible()
    context.close()


def test_doors_lead_to_the_cycles(page: Page, address: str) -> None:
    for door, title in {
        "Une entreprise": "salariés opérationnels",
        "Agent public ou employeur public": "employeur public",
        "À l’international": "chaque pays",
    }.items():
        page.goto(address)
        page.get_by_role("link", name=door, exact=True).first.click()
        expect(page.locator("h1")).to_contain_text(title)


def test_a_question_has_its_own_address(page: Page, address: str) -> None:
    page.goto(f"{address}faq/#contractuel-concerne")
    expect(page.locator("#contractuel-concerne")).to_be_in_viewport()


def test_agenda_adds_up_on_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}cycles/international/atelier-1-sensibilisation/")
    minutes = page.locator(".deroule tbody tr td:nth-child(2)").all_inner_texts()
    assert sum(int(cell.split("\u00a0")[0]) for cell in minutes) == 95
    expect(page.locator(".faits")).to_contain_text("1\u00a0h\u00a035")


def test_plain_search_finds_a_question(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("textbox").click()
    page.get_by_role("textbox").press_sequentially("contractuel")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


def test_lost_reader_finds_a_way_out(page: Page, address: str) -> None:
    page.goto(f"{address}nulle-part/")
    expect(page.locator("h1")).to_have_text("Cette page n’existe pas")
    page.get_by_role("link", name="les questions fréquentes").click()
    expect(page.locator("h1")).to_have_text("Les questions fréquentes")


def test_glossary_term_is_reached_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}cycles/acteurs-publics/")
    term = page.locator("a.terme").first
    anchor = (term.get_attribute("href") or "").split("#")[1]
    term.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}glossaire/#{anchor}")
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_page_path_is_real(site: Path) -> None:
    assert {url for url in urls() if not (site / url / "index.html").is_file()} == set()
