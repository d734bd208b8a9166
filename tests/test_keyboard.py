"""Keyboard only: every stop is seen, reached in order, and never trapped."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from .built import TYPES
from .test_browser import urls

FOCUS = """() => {
  const one = document.activeElement;
  const box = one.getClientRects()[0] ?? one.getBoundingClientRect();
  const style = getComputedStyle(one);
  const x = Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.y + Math.min(box.height / 2, 12), 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  return {
    name: one.tagName + " " + (one.textContent || one.name || "").trim().slice(0, 40),
    body: one === document.body,
    outline: parseFloat(style.outlineWidth) * (style.outlineStyle === "none" ? 0 : 1),
    seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
      && (one.contains(top) || top.contains(one)),
  };
}"""


def stops_of(browser: Browser, url: str, width: int) -> list[dict[str, Any]]:
    """Every stop of the Tab key from the top of a page, as `FOCUS` sees it."""
    page = browser.new_page(viewport={"width": width, "height": 740})
    page.goto(url)
    stops = []
    for _ in range(1500):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop["body"]:
            break
        stops.append(stop)
    page.close()
    return stops


def faults_of(stops: list[dict[str, Any]]) -> list[str]:
    found = [f"hidden: {stop['name']}" for stop in stops if not stop["seen"]]
    found += [f"thin outline: {stop['name']}" for stop in stops if stop["outline"] < 3]
    return found if stops[0]["name"] == "A Aller au contenu" else ["no skip link", *found]


@pytest.mark.parametrize(
    ("url", "width"), [*((url, 1280) for url in TYPES), *((url, 360) for url in TYPES[::3])]
)
def test_every_stop_is_visible(browser: Browser, address: str, url: str, width: int) -> None:
    assert faults_of(stops_of(browser, address + url, width)) == []


@pytest.mark.complet
@pytest.mark.parametrize("width", [1280, 360])
def test_every_stop_of_every_page_is_visible(browser: Browser, address: str, width: int) -> None:
    found = {url: faults_of(stops_of(browser, address + url, width)) for url in urls()}
    assert {url: faults for url, faults in found.items() if faults} == {}


def test_skip_link_jumps_over_the_menu(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}faq/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = page.evaluate("document.querySelector('main').contains(document.activeElement)")
    assert inside
    page.close()


def test_phone_menu_opens_and_escape_closes_it(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 640})
    page.goto(address)
    summary = page.locator(".menu summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(_glossary(page)).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(_glossary(page)).to_be_hidden()
    expect(summary).to_be_focused()
    page.close()


def test_wide_menu_needs_no_opening(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address)
    expect(_glossary(page)).to_be_visible()
    expect(page.locator(".menu summary")).to_be_hidden()
    page.close()


def test_glossary_term_is_reached_by_keyboard(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}cycles/acteurs-publics/")
    term = page.locator("a.terme").first
    anchor = (term.get_attribute("href") or "").split("#")[1]
    term.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}glossaire/#{anchor}")
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    page.close()


def test_forced_colours_and_reduced_motion_lose_nothing(browser: Browser, address: str) -> None:
    context = browser.new_context(forced_colors="active", reduced_motion="reduce")
    page = context.new_page()
    for url in TYPES:
        page.goto(address + url)
        expect(page.locator("h1")).to_be_visible()
        moving = page.evaluate(
            "[...document.querySelectorAll('*')].filter(one => "
            "parseFloat(getComputedStyle(one).transitionDuration) > 0).length"
        )
        assert moving == 0
    page.goto(f"{address}cycles/international/")
    colours = page.evaluate(
        "[getComputedStyle(document.querySelector('.signe')).fill,"
        " getComputedStyle(document.body).backgroundColor]"
    )
    assert colours[0] != colours[1]
    context.close()


def _glossary(page: Page) -> Locator:
    return page.locator(".menu").get_by_role("link", name="Glossaire")
