"""The action plan as a reader makes it: from a sheet to a printed, shared or exported plan."""

import base64
import csv
import io
import json
import re
from collections.abc import Iterator

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from scripts.load import load
from scripts.render.typography import typeset

from .built import Faults
from .conftest import ROOT
from .test_accessibility import audit

KEY = "plan-d-action-1"
FIRST_STEP = typeset(
    next(one.fiche.premier_pas for one in load(ROOT)[0].pratiques if one.id == "demande-au-chef")
)
SHEETS = ("demande-au-chef", "test-borne", "journee-qui-finit")
HOSTILE = '<img src=x onerror="document.title=1">'
REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new Error() } })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    found = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    yield found
    found.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def link(*rows: list[object]) -> str:
    packed = base64.urlsafe_b64encode(json.dumps(rows).encode()).decode().rstrip("=")
    return f"#plan=1.{packed}"


def filled(page: Page, address: str) -> list[str]:
    """A plan of three sheets, each for someone; the titles, in order."""
    rows: list[list[object]] = [[one, "Appeler", f"Personne {one}"] for one in SHEETS]
    page.goto(f"{address}plan-d-action/{link(*rows)}")
    page.get_by_role("button", name="Ajouter 3 pratiques à votre plan").click()
    return titles(page)


def cards(page: Page) -> Locator:
    return page.locator(".plan > .carte")


def titles(page: Page) -> list[str]:
    return cards(page).locator("h3").all_inner_texts()


def kept(page: Page) -> str:
    return str(page.evaluate(f"localStorage.getItem('{KEY}') ?? ''"))


def said(page: Page, text: str) -> None:
    expect(page.locator("[data-dit]")).to_have_text(text)


def test_a_sheet_enters_the_plan_and_stays(page: Page, address: str) -> None:
    page.goto(f"{address}pratiques/demande-au-chef/")
    title = page.locator("h1").inner_text()
    assert kept(page) == ""
    page.get_by_role("button", name="Ajouter au plan").click()
    expect(page.locator("main > [role=status]")).to_have_text("Fiche ajoutée au plan : 1 pratique.")
    page.get_by_role("link", name="Voir mon plan (1)").click()
    expect(cards(page).locator("h3")).to_have_text([title])
    card = cards(page).first
    expect(card.get_by_label("Premier pas")).to_have_value(FIRST_STEP)
    for name in ("Quand", "Revue le"):
        expect(card.get_by_label(name)).not_to_have_value("")
    card.get_by_label("Qui", exact=True).fill("Samira")
    card.get_by_label("Premier pas").fill("Appeler les trois chefs d’équipe")
    card.get_by_label("État").select_option("En cours")
    page.reload()
    expect(cards(page).first.get_by_label("Qui", exact=True)).to_have_value("Samira")
    expect(cards(page).first.get_by_label("État")).to_have_value("en-cours")
    page.goto(f"{address}pratiques/")
    page.get_by_role("button", name=f"Retirer du plan : {title}").click()
    assert json.loads(kept(page))["items"] == []


def test_order_changes_by_keyboard_and_focus_stays(page: Page, address: str) -> None:
    first, second, third = filled(page, address)
    up = cards(page).last.get_by_role("button", name="Monter")
    up.focus()
    page.keyboard.press("Enter")
    said(page, "Rang 2 sur 3.")
    assert titles(page) == [first, third, second]
    expect(page.get_by_role("button", name=f"Monter : {third}")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    said(page, "Déjà en tête.")
    page.reload()
    assert titles(page) == [third, first, second]


def test_what_is_removed_can_come_back(page: Page, address: str) -> None:
    before = filled(page, address)
    page.get_by_role("button", name=f"Retirer : {before[1]}").click()
    assert titles(page) == [before[0], before[2]]
    expect(page.get_by_role("button", name="Annuler")).to_be_focused()
    page.keyboard.press("Enter")
    assert titles(page) == before
    expect(page.get_by_role("button", name=f"Retirer : {before[1]}")).to_be_focused()
    expect(cards(page).nth(1).get_by_label("Qui", exact=True)).to_have_value(
        f"Personne {SHEETS[1]}"
    )


def test_all_is_erased_only_once_confirmed(page: Page, address: str) -> None:
    filled(page, address)
    page.get_by_role("button", name="Tout effacer").click()
    expect(page.get_by_role("button", name="Garder le plan")).to_be_focused()
    page.keyboard.press("Escape")
    assert len(titles(page)) == 3
    page.get_by_role("button", name="Tout effacer").click()
    page.get_by_role("dialog").get_by_role("button", name="Tout effacer").click()
    said(page, "Plan effacé.")
    expect(page.locator("#votre-plan")).to_be_focused()
    assert page.evaluate("localStorage.length") == 0


def test_a_link_carries_the_plan_and_asks_first(page: Page, browser: Browser, address: str) -> None:
    before = filled(page, address)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copier un lien").click()
    said(page, "Lien copié. Il contient tout ce que vous avez écrit, noms compris.")
    shared = page.evaluate("navigator.clipboard.readText()")
    other = browser.new_page()
    asked: list[str] = []
    other.on("request", lambda request: asked.append(request.url))
    other.goto(shared)
    expect(other.get_by_text("Ce lien contient un plan")).to_be_visible()
    assert other.evaluate("localStorage.length") == 0
    other.get_by_role("button", name="Ignorer").click()
    assert (other.evaluate("localStorage.length"), other.url) == (0, f"{address}plan-d-action/")
    other.goto(shared)
    other.get_by_role("button", name="Ajouter 3 pratiques à votre plan").click()
    assert titles(other) == before
    expect(cards(other).first.get_by_label("Qui", exact=True)).to_have_value(
        f"Personne {SHEETS[0]}"
    )
    assert not [url for url in asked if "plan=" in url]
    other.close()


def test_a_hostile_link_stays_text(page: Page, address: str) -> None:
    rows: list[list[object]] = [[SHEETS[0], HOSTILE, HOSTILE], ["fiche-inventee", "", HOSTILE]]
    page.goto(f"{address}plan-d-action/{link(*rows)}")
    expect(page.locator("[data-recu-dit]")).to_have_text("Disparues du site depuis : 1 pratique.")
    page.get_by_role("button", name="Ajouter 1 pratique à votre plan").click()
    expect(cards(page).first.get_by_label("Qui", exact=True)).to_have_value(HOSTILE)
    assert page.locator("main img").count() == 0
    page.goto(f"{address}plan-d-action/#plan=1.%%%")
    expect(page.locator("[data-recu-dit]")).to_contain_text("incomplet ou illisible")
    expect(page.locator("[data-accepter]")).to_be_hidden()


def test_two_tabs_follow_each_other(page: Page, address: str) -> None:
    filled(page, address)
    other = page.context.new_page()
    other.goto(f"{address}plan-d-action/")
    note = cards(page).first.get_by_label("Notes")
    note.fill("Écrit ici")
    expect(cards(other).first.get_by_label("Notes")).to_have_value("Écrit ici")
    note.focus()
    other.get_by_role("button", name="Descendre").first.click()
    expect(cards(page).nth(1).get_by_label("Notes")).to_have_value("Écrit ici")
    expect(note.or_(cards(page).nth(1).get_by_label("Notes")).last).to_be_focused()


def test_a_sheet_that_is_gone_keeps_its_title(page: Page, address: str) -> None:
    page.goto(address)
    item = {"id": "fiche-retiree", "titre": f"Titre gardé {HOSTILE}", "qui": "Samira"}
    page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps({"items": [item]})]
    )
    page.goto(f"{address}plan-d-action/")
    assert titles(page) == [item["titre"]]
    expect(cards(page).get_by_text("Cette fiche n’existe plus.")).to_be_visible()
    assert cards(page).locator("h3 a").count() == 0


@pytest.mark.parametrize(("trouble", "says"), [(REFUSED, "refuse de garder"), (FULL, "est plein")])
def test_a_storage_that_refuses_is_told(page: Page, address: str, trouble: str, says: str) -> None:
    page.add_init_script(trouble)
    page.goto(f"{address}pratiques/demande-au-chef/")
    page.get_by_role("button", name="Ajouter au plan").click()
    expect(page.locator(".plan-ennui")).to_contain_text(says)
    filled(page, address)
    expect(page.get_by_role("alert")).to_contain_text(says)
    page.get_by_role("button", name="Descendre").first.click()
    assert len(titles(page)) == 3


def test_an_unreadable_plan_is_kept_until_given_up(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate(f"localStorage.setItem('{KEY}', '{{')")
    page.goto(f"{address}plan-d-action/")
    expect(page.get_by_role("alert")).to_contain_text("illisible")
    assert kept(page) == "{"
    page.get_by_role("button", name="Repartir d’un plan vide").click()
    expect(page.get_by_role("alert")).to_be_hidden()
    page.locator("summary", has_text="International").click()
    page.get_by_role("button", name="Ajouter au plan").first.click()
    assert len(titles(page)) == 1


def test_calendar_and_table_are_read_by_others(page: Page, address: str) -> None:
    before = filled(page, address)
    cards(page).first.get_by_label("Quand").fill("2026-12-08")
    cards(page).first.get_by_label("Notes").fill("=1+1\nNoté ; ainsi")
    with page.expect_download() as saved:
        page.get_by_role("button", name="agenda").click()
    calendar = Calendar.from_ical(saved.value.path().read_bytes())
    (event,) = calendar.walk("VEVENT")
    assert str(event["SUMMARY"]) == "Premier pas : Appeler"
    assert event.decoded("DTSTART").isoformat() == "2026-12-08"
    assert before[0] in str(event["DESCRIPTION"])
    assert str(event["URL"]) == f"{address}pratiques/{SHEETS[0]}/"
    with page.expect_download() as saved:
        page.get_by_role("button", name="tableur").click()
    text = saved.value.path().read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    assert [row["Pratique"] for row in rows] == before
    assert rows[0]["Notes"] == "'=1+1\nNoté ; ainsi"


def test_without_javascript_the_templates_are_offered(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}plan-d-action/")
    page.get_by_role("link", name="un modèle à remplir").click()
    expect(page.locator("#modeles")).to_be_in_viewport()
    expect(page.get_by_role("link", name="ODT pour LibreOffice")).to_have_count(3)
    page.locator("summary", has_text="International").click()
    expect(page.locator(".plan-choix a").first).to_be_attached()
    page.goto(f"{address}pratiques/demande-au-chef/")
    expect(page.locator(".au-plan")).to_be_hidden()
    context.close()


def test_a_filled_plan_is_accessible_in_every_state(page: Page, address: str) -> None:
    faults = Faults()
    first = filled(page, address)[0]
    page.goto(f"{address}plan-d-action/{link([SHEETS[0]], ['inconnue'])}")
    page.reload()
    page.get_by_role("button", name=f"Retirer : {first}").click()
    audit(page, "plan, link and undo", faults)
    page.get_by_role("button", name="Tout effacer").click()
    audit(page, "plan, dialog", faults)
    faults.expect_none()


def test_a_filled_plan_fits_320_pixels_and_large_targets(page: Page, address: str) -> None:
    filled(page, address)
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    heights = page.eval_on_selector_all(
        ".plan-page :is(button, input, select, textarea)",
        "all => all.filter(one => one.checkVisibility()).map(one => one.offsetHeight)",
    )
    assert min(heights) >= 44


def test_the_printed_plan_is_one_table_on_a_wide_page(page: Page, address: str) -> None:
    before = filled(page, address)
    page.emulate_media(media="print")
    rows = page.locator(".plan-imprime tbody th strong")
    assert rows.all_inner_texts() == before
    for hidden in (".plan", ".plan-choix", "#modeles", ".bandeau nav", ".chapeau"):
        expect(page.locator(hidden).first).to_be_hidden()
    pdf = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert [(round(float(w)), round(float(h))) for w, h in boxes] == [(842, 595)]
