"""axe-core on the built pages: wide and narrow, light and dark, everything open."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from .built import TRIED, Faults, part_of
from .programs import package

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERY_RULE = {"type": "tag", "values": TAGS}
CONTRAST = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
WIDTHS = {1280: 800, 360: 740}

# `name` and `popover=auto` would let only one of a group stay open.
OPEN_ALL = """() => {
    for (const details of document.querySelectorAll("details")) {
        details.removeAttribute("name");
        details.open = true;
    }
    for (const button of document.querySelectorAll("button[aria-expanded=false]"))
        if (button.checkVisibility()) button.click();
    for (const popover of document.querySelectorAll("[popover]:not(:popover-open)")) {
        popover.popover = "manual";
        popover.showPopover();
    }
}"""

# Two frames draw the new width or scheme, and start its transitions, whose end is what counts.
# `preload` would fetch, and the policy refuse.
RUN_AXE = """async (rules) => {
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    for (const change of document.getAnimations())
        if (change instanceof CSSTransition) change.finish();
    const { violations } = await axe.run(document, {
        runOnly: rules, resultTypes: ["violations"], preload: false,
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
        [id, target.flat().join(" "), failureSummary.split("\\n")[1].trim()]));
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce", color_scheme="light")
    yield context.new_page()
    context.close()


def audit(page: Page, name: str, faults: Faults) -> None:
    """Adds to `faults` what axe-core finds on the loaded page, once all is open."""
    page.evaluate(package("axe-core/axe.min.js").read_text("utf-8"))
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(OPEN_ALL)
        for rules, scheme in ((CONTRAST, "dark"), (EVERY_RULE, "light")):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            for rule, target, why in page.evaluate(RUN_AXE, rules):
                faults.add(f"/{name} ({width} {scheme})", f"{rule}: {target} — {why}")


@pytest.mark.parametrize("part", TRIED)
def test_pages_are_accessible(page: Page, address: str, site: Path, part: int | None) -> None:
    faults = Faults()
    for name in part_of(site, part):
        page.goto(address + name)
        audit(page, name, faults)
    faults.expect_none()


FRAME = """<!doctype html><html lang="fr"><title>Essai</title><style>{}</style>
<main><h1>Essai</h1><p>Un texte.</p>{}</main>"""


@pytest.mark.parametrize(
    ("style", "body", "rule", "states"),
    [
        ("", "<img src='data:,'>", "image-alt", 2),
        ("@media (width < 400px) { p { color: #aaa } }", "", "color-contrast", 2),
        ("@media (prefers-color-scheme: dark) { p { color: #aaa } }", "", "color-contrast", 2),
        ("", "<details name='a'><img src='data:,'></details>", "image-alt", 2),
        ("", "<div popover><img src='data:,'></div>", "image-alt", 2),
    ],
)
def test_a_planted_fault_is_seen(page: Page, style: str, body: str, rule: str, states: int) -> None:
    faults = Faults()
    page.set_content(FRAME.format(style, body))
    audit(page, "", faults)
    ((fault, places),) = faults.places.items()
    assert fault.startswith(f"{rule}: ")
    assert len(places) == states


def test_a_sound_page_has_no_fault(page: Page) -> None:
    faults = Faults()
    page.set_content(FRAME.format("", ""))
    audit(page, "", faults)
    faults.expect_none()
