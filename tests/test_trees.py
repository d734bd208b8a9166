"""Decision trees in a real browser: answered, shared, changed, printed, and without JavaScript."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, Route, expect

from scripts.load import load
from scripts.model.walk import Way, paths
from scripts.render.tree_lists import shown
from scripts.render.urls import page_url

from .built import Faults
from .conftest import ROOT, served
from .test_accessibility import audit

STORED = "[...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie]"


@pytest.fixture(scope="module")
def essai(example: Path) -> Iterator[str]:
    """The address of the tree of the example repository."""
    with served(example) as address:
        yield f"{address}arbres/essai/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(reduced_motion="reduce") as context:
        yield context.new_page()


def place(page: Page) -> Locator:
    """The one question or conclusion that shows."""
    found = page.locator(".arbre-place:visible")
    expect(found).to_have_count(1)
    return found


def answer(page: Page, *words: str) -> None:
    for one in words:
        place(page).get_by_role("link", name=one, exact=True).click()


def given(page: Page) -> list[str]:
    """The answers above the question, as they read."""
    lines = page.locator("[data-parcours] li").all_inner_texts()
    return [re.sub(r"\s+", " ", line).split(" Modifier")[0] for line in lines]


def press_until(page: Page, words: str) -> None:
    """Tab to the link or button that has this name, then Enter."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText.trim()") == words:
            page.keyboard.press("Enter")
            return
    pytest.fail(f"no stop named {words}")


def test_a_path_by_keyboard(page: Page, essai: str) -> None:
    page.goto(essai)
    expect(place(page)).to_contain_text("Question 1, encore 2 au plus")
    expect(page.locator("[data-parcours]")).to_be_hidden()
    for words, title in (
        ("Dans un bureau", "Avez-vous une heure"),
        ("Oui", "Votre chef est-il d’accord"),
        ("Je ne sais pas", "À vérifier avec votre chef"),
    ):
        press_until(page, words)
        expect(place(page).locator("h3")).to_be_focused()
        expect(place(page).locator("h3")).to_contain_text(title)
        expect(page).to_have_title(re.compile(title))
    assert given(page) == [
        "Où travaillez-vous ? Dans un bureau",
        "Avez-vous une heure ? Oui",
        "Votre chef est-il d’accord ? Je ne sais pas",
    ]
    press_until(page, "Recommencer")
    expect(place(page)).to_contain_text("Où travaillez-vous")
    expect(page.locator("[data-parcours]")).to_be_hidden()


def test_back_and_forward_walk_the_answers(page: Page, essai: str) -> None:
    page.goto(essai)
    answer(page, "Dans un bureau", "Oui", "Oui")
    expect(place(page)).to_contain_text("Oui, essayez")
    for title in ("Votre chef", "Avez-vous une heure", "Où travaillez-vous"):
        page.go_back()
        expect(place(page).locator("h3")).to_contain_text(title)
        expect(place(page).locator("h3")).to_be_focused()
    for title in ("Avez-vous une heure", "Votre chef", "Oui, essayez"):
        page.go_forward()
        expect(place(page).locator("h3")).to_contain_text(title)


def test_an_answer_is_changed(page: Page, essai: str) -> None:
    page.goto(essai)
    answer(page, "Dans un bureau", "Oui", "Oui")
    change = page.get_by_role("link", name="Modifier la réponse à : Avez-vous une heure")
    change.click()
    expect(place(page).locator("h3")).to_be_focused()
    assert given(page) == ["Où travaillez-vous ? Dans un bureau"]
    answer(page, "Non")
    expect(place(page)).to_contain_text("Impossible")
    expect(place(page)).to_contain_text("Lisez le guide")


def test_each_state_has_an_address_to_share(browser: Browser, page: Page, essai: str) -> None:
    page.goto(essai)
    answer(page, "Dans un atelier", "Je ne sais pas")
    assert page.url == f"{essai}#r=accord.a-demander~2"
    with browser.new_context() as elsewhere:
        friend = elsewhere.new_page()
        friend.goto(page.url)
        expect(place(friend).locator("h3")).to_be_focused()
        assert given(friend) == given(page)
        assert place(friend).inner_text() == place(page).inner_text()
        expect(friend.locator("[data-perdu]")).to_be_hidden()


@pytest.mark.parametrize(
    ("fragment", "title", "kept"),
    [
        ("r=temps.plus-la", "Avez-vous une heure", "r=temps"),
        ("r=temps.accord.possible.encore", "Oui, essayez", "r=temps.accord.possible"),
        ("r=a-demander~2", "Où travaillez-vous", ""),
        ("r=temps~2.accord", "Où travaillez-vous", ""),
        ("r=<img src=x onerror=alert(1)>", "Où travaillez-vous", ""),
        ("r=%E0%A4%A", "Où travaillez-vous", ""),
        ("question-retiree", "Où travaillez-vous", ""),
    ],
)
def test_a_false_address_falls_back_on_what_holds(
    page: Page, essai: str, fragment: str, title: str, kept: str
) -> None:
    page.goto(f"{essai}#{fragment}")
    expect(place(page)).to_contain_text(title)
    expect(page.locator("[data-perdu]")).to_be_visible()
    expect(page.locator("[data-perdu]")).to_be_focused()
    assert page.url == (f"{essai}#{kept}" if kept else essai)


def test_an_encoded_address_still_holds(page: Page, essai: str) -> None:
    page.goto(f"{essai}#r=accord%2Ea-demander%7E2")
    expect(place(page)).to_contain_text("À vérifier avec votre chef")
    expect(page.locator("[data-perdu]")).to_be_hidden()


def test_the_whole_tree_is_one_link_away(page: Page, essai: str) -> None:
    page.goto(essai)
    answer(page, "Dans un bureau")
    page.get_by_role("link", name="Voir tout l’arbre").click()
    expect(page.locator(".arbre-place:visible")).to_have_count(7)
    expect(page.locator("#question-temps")).to_contain_text("Question 2")
    expect(page.locator("#question-temps")).to_contain_text("→ conclusion B")
    page.locator("#question-temps").get_by_role("link", name="Non").click()
    expect(page).to_have_url(f"{essai}#conclusion-sans-temps")
    expect(page.locator("#conclusion-sans-temps h3")).to_be_focused()
    page.get_by_role("link", name="Répondre question par question").click()
    expect(place(page)).to_contain_text("Question 1")


def test_a_link_to_a_conclusion_shows_it_in_the_whole_tree(page: Page, essai: str) -> None:
    page.goto(f"{essai}#conclusion-possible")
    expect(page.locator(".arbre-place:visible")).to_have_count(7)
    expect(page.locator("#conclusion-possible")).to_be_in_viewport()


def test_another_part_of_the_page_does_not_undo_the_answers(page: Page, essai: str) -> None:
    page.goto(essai)
    answer(page, "Dans un bureau")
    page.evaluate("location.hash = 'contenu'")
    expect(place(page)).to_contain_text("Avez-vous une heure")
    page.goto("about:blank")
    page.goto(f"{essai}#contenu")
    expect(place(page)).to_contain_text("Où travaillez-vous")
    expect(place(page).locator("h3")).not_to_be_focused()


def test_it_all_reads_without_javascript(browser: Browser, essai: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(essai)
        expect(page.locator(".arbre-place:visible")).to_have_count(7)
        expect(page.get_by_text("Vos réponses")).to_have_count(2)
        for one in page.get_by_text("Vos réponses").all():
            expect(one).to_be_hidden()
        expect(page.get_by_role("button", name="Imprimer")).to_be_hidden()
        page.get_by_role("link", name="Dans un bureau question 2").click()
        expect(page).to_have_url(f"{essai}#question-temps")
        expect(page.locator("#question-temps")).to_be_in_viewport()
        page.locator("#question-temps").get_by_role("link", name="Non").click()
        expect(page.locator("#conclusion-sans-temps")).to_be_in_viewport()
        expect(page.locator("#conclusion-sans-temps h3")).to_contain_text("Impossible")


def test_a_conclusion_prints_with_its_answers_alone(page: Page, essai: str) -> None:
    page.goto(essai)
    page.evaluate("window.print = () => { document.body.dataset.printed = 'yes'; }")
    answer(page, "Dans un bureau", "Oui", "Oui")
    page.get_by_role("button", name="Imprimer").click()
    expect(page.locator("body[data-printed]")).to_be_attached()
    page.emulate_media(media="print")
    for words in ("Avez-vous une heure", "Oui, essayez", "Guide d’essai", "Arbre vérifié le 1er"):
        expect(page.locator("[data-arbre]")).to_contain_text(words, use_inner_text=True)
    expect(page.locator("[data-arbre]")).to_contain_text("ne remplace pas un conseil juridique")
    expect(page.locator("[data-adresse]")).to_contain_text("#r=temps.accord.possible")
    expect(page.locator("[data-adresse]")).to_be_visible()
    for hidden in (".arbre-gestes", "[data-modifier]", ".texte > p", "#question-lieu"):
        expect(page.locator(hidden).first).to_be_hidden()


def test_the_verdict_is_on_the_first_sheet(page: Page, address: str) -> None:
    url, ways = max(real_trees().items(), key=lambda one: max(len(way.steps) for way in one[1]))
    page.goto(address + url)
    for step in max(ways, key=lambda one: len(one.steps)).steps:
        place(page).locator("[data-cle]").nth(step.answer).click()
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 688, "height": 1017})  # A4 within its margins
    for part in (".verdict", "h4"):
        found = place(page).locator(part).first.bounding_box()
        top = page.evaluate("scrollY")
        assert found
        assert found["y"] + found["height"] + top < 1017


def test_answers_are_neither_stored_nor_sent(page: Page, essai: str) -> None:
    page.goto(essai)
    page.wait_for_load_state("networkidle")
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    answer(page, "Dans un bureau", "Oui", "Oui")
    page.go_back()
    page.get_by_role("link", name="Voir tout l’arbre").click()
    # Chromium asks for the icon again each time the fragment changes.
    assert {request.url.rpartition("/")[2] for request in asked} <= {"signes.svg"}
    assert page.evaluate(STORED) == [""]
    assert page.context.cookies() == []
    page.reload()
    assert asked
    assert [request.url for request in asked if "r=" in request.url.partition("#")[0]] == []


def test_hostile_answers_stay_text_when_they_are_repeated(page: Page, essai: str) -> None:
    words = "<img src=x onerror=document.title=1>"

    def poison(route: Route) -> None:
        text = route.fetch().text()
        escaped = words.replace("<", "&lt;").replace(">", "&gt;")
        route.fulfill(body=text.replace("Dans un bureau", escaped), content_type="text/html")

    page.route(essai, poison)
    page.goto(essai)
    answer(page, words)
    assert given(page) == [f"Où travaillez-vous ? {words}"]
    expect(page.locator("main img")).to_have_count(0)


STATES = [
    *("", "#r=temps.accord.possible", "#arbre-entier"),
    pytest.param("#r=temps.accord", marks=pytest.mark.complet),
    pytest.param("#r=temps.perdu", marks=pytest.mark.complet),
]


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_accessible(page: Page, essai: str, state: str) -> None:
    faults = Faults()
    page.goto(essai + state)
    audit(page, f"arbres/essai/{state}", faults)
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    faults.expect_none()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_first_question_is_one_link_away(page: Page, essai: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(essai)
    start = page.get_by_role("link", name="Commencer", exact=True)
    expect(start).to_be_in_viewport(ratio=1)
    start.press("Enter")
    expect(place(page).locator("h3")).to_be_focused()
    expect(place(page).locator("[data-cle]").first).to_be_in_viewport()


def real_trees() -> dict[str, list[Way]]:
    """The paths of each real tree, by the address of its page."""
    base, _ = load(ROOT)
    return {page_url(page.path): list(paths(item.fiche)) for page, item in shown(base)}


@pytest.mark.parametrize("url", real_trees())
def test_each_real_tree_is_answered_and_accessible(page: Page, address: str, url: str) -> None:
    """Its longest path, answer by answer, then its last conclusion and the whole of it."""
    faults = Faults()
    way = max(real_trees()[url], key=lambda one: len(one.steps))
    page.goto(address + url)
    for step in way.steps:
        expect(place(page)).to_have_id(f"question-{step.question}")
        place(page).locator("[data-cle]").nth(step.answer).click()
    expect(place(page)).to_have_id(f"conclusion-{way.conclusion}")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) <= 2
    for fragment in ("", page.url.partition("#")[2], "arbre-entier"):
        page.goto("about:blank")
        page.goto(f"{address}{url}#{fragment}")
        audit(page, f"{url}#{fragment}", faults)
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    faults.expect_none()
