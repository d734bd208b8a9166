"""No published address disappears: the list, the redirections, and what answers the old ones."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts.__main__ import main
from scripts.check.addresses import KNOWN, MOVED
from scripts.check.places import published
from scripts.finish import html, redirects
from scripts.load import Base, load
from scripts.render import moved

from .built import forwards, pages
from .conftest import EXAMPLE_DAY, ROOT, copy_example, served
from .faults import ARBRE, QUESTION, Fault, Plant, swap

Check = Callable[..., tuple[int, str]]
NEW_QUESTION = "data/faq/premiere-demande.yml"


def known(*addresses: str) -> Plant:
    """Adds addresses at the end of the list of the example, from its line 7."""
    return swap(
        KNOWN,
        "  - /faq/#premiere-question\n",
        "".join(f"  - {one}\n" for one in ("/faq/#premiere-question", *addresses)),
    )


def redirected(*pairs: tuple[str, str]) -> Plant:
    """Fills the redirections of the example, one a line from line 3."""
    lines = (
        f"  - {{ancienne: {old}, nouvelle: {new}, le: 2026-11-01, raison: Nom plus clair.}}\n"
        for old, new in pairs
    )
    return swap(MOVED, "redirections:\n", f"redirections:\n{''.join(lines)}")


def renamed(root: Path) -> None:
    for path in (QUESTION, ARBRE):
        swap(path, "#premiere-question", "#premiere-demande")(root)
    (root / QUESTION).rename(root / NEW_QUESTION)


def _wrong(name: str, pairs: list[tuple[str, str]], column: int, says: str, line: int = 3) -> Fault:
    return Fault(name, redirected(*pairs), MOVED, line, column, says)


OLD, NEW = 16, 35
"""Columns of the two addresses when the old one is `/avant/`."""
FAULTS = [
    Fault("lost-page", known("/avant/"), KNOWN, 7, 5, "« /avant/ » ne répond plus"),
    Fault("lost-item", renamed, KNOWN, 6, 5, "« /faq/#premiere-question » ne répond plus"),
    Fault("lost-data", known("/donnees/avant.csv"), KNOWN, 7, 5, "ne répond plus"),
    Fault("external", known("https://exemple.fr/"), KNOWN, 7, 5, "il faut une adresse du site"),
    Fault("upwards", known("/a/../b/"), KNOWN, 7, 5, "il faut une adresse du site"),
    _wrong("to-another-site", [("/avant/", "https://exemple.fr/")], NEW, "il faut une adresse"),
    _wrong("to-no-scheme", [("/avant/", "//exemple.fr/")], NEW, "il faut une adresse du site"),
    _wrong("to-the-folder-above", [("/avant/", "/../")], NEW, "il faut une adresse du site"),
    _wrong("to-nothing", [("/avant/", "/fax/")], NEW, "« /fax/ » n’existe pas"),
    _wrong("to-no-anchor", [("/avant/", "/faq/#nulle")], NEW, "« /faq/#nulle » n’existe pas"),
    _wrong("to-itself", [("/avant/", "/avant/")], NEW, "tournent en rond"),
    _wrong("loop", [("/avant/", "/apres/"), ("/apres/", "/avant/")], NEW, "tournent en rond"),
    _wrong("chain", [("/avant/", "/apres/"), ("/apres/", "/faq/")], NEW, "elle-même redirigée"),
    _wrong("still-there", [("/cycles/", "/faq/")], OLD, "« /cycles/ » existe encore"),
    _wrong("twice", [("/avant/", "/faq/"), ("/avant/", "/faq/")], OLD, "déjà redirigée", 4),
    _wrong("over-the-files", [("/assets/", "/faq/")], OLD, "réservée aux fichiers du site"),
    _wrong("over-the-robots", [("/robots.txt", "/faq/")], OLD, "réservée aux fichiers du site"),
    _wrong("anchor-of-no-page", [("/avant/#a", "/faq/")], OLD, "« /avant/ » n’existe plus"),
    _wrong("no-final-slash", [("/avant", "/faq/")], OLD, "il faut une adresse du site"),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_planted_fault(fault: Fault, depot: Path, check: Check) -> None:
    fault.plant(depot)
    code, output = check(depot)
    assert fault.is_said(output), output
    assert code == 1
    assert "Traceback" not in output


@pytest.mark.parametrize(
    ("plant", "line"),
    [
        (renamed, "{ancienne: /faq/#premiere-question, nouvelle: /faq/#premiere-demande, "),
        (known("/guide-3ds/qui-peut-parti/"), "nouvelle: /guide-3ds/qui-peut-partir/, "),
        (known("/cycles/autre/essai/"), "nouvelle: /arbres/essai/, "),
        (known("/guide-3ds/argent/"), "nouvelle: /guide-3ds/, "),
    ],
)
def test_the_line_to_add_mends(plant: Plant, line: str, depot: Path, check: Check) -> None:
    plant(depot)
    code, output = check(depot)
    assert code == 1
    proposed = re.search(r"^  - \{.*\}$", output, re.M)
    assert proposed
    assert line in proposed[0]
    assert f"le: {EXAMPLE_DAY}" in proposed[0]
    swap(MOVED, "redirections:\n", f"redirections:\n{proposed[0]}\n")(depot)
    assert check(depot)[0] == 0


def test_a_page_and_all_that_stood_on_it_are_one_loss(depot: Path, check: Check) -> None:
    known("/avant/", "/avant/#a", "/avant/#b")(depot)
    _, output = check(depot)
    assert output.count("ne répond plus") == 1
    redirected(("/avant/", "/faq/"))(depot)
    assert check(depot)[0] == 0


def test_unreadable_redirections_do_not_hide_behind_losses(depot: Path, check: Check) -> None:
    known("/avant/")(depot)
    redirected(("/avant/", "/faq/"), ("/x", "/faq/"))(depot)
    _, output = check(depot)
    assert "ne répond plus" not in output
    assert f"{MOVED}:4:16" in output


def test_an_unreadable_item_is_not_lost_too(depot: Path, check: Check) -> None:
    swap(QUESTION, "publics:", "public:")(depot)
    assert "ne répond plus" not in check(depot)[1]


def test_new_addresses_are_added_once_and_sorted(
    depot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--racine", str(depot), "adresses"]) == 0
    assert "Adresse ajoutée : /cycles/essai/" in capsys.readouterr().out
    text = (depot / KNOWN).read_text("utf-8")
    lines = re.findall(r"^  - (.+)$", text, re.M)
    assert lines == sorted(lines)
    assert text.startswith("# yaml-language-server")
    assert main(["--racine", str(depot), "adresses"]) == 0
    assert "aucune nouvelle" in capsys.readouterr().out
    assert (depot / KNOWN).read_text("utf-8") == text


def test_nothing_is_added_while_an_address_is_lost(depot: Path) -> None:
    renamed(depot)
    before = (depot / KNOWN).read_text("utf-8")
    assert main(["--racine", str(depot), "adresses"]) == 1
    assert (depot / KNOWN).read_text("utf-8") == before


def test_the_site_answers_what_the_list_promises(site: Path) -> None:
    base, _ = load(ROOT)
    wanted = published(base)
    assert wanted
    for address in wanted:
        page, _, anchor = address.partition("#")
        file = site / page[1:] / "index.html" if page.endswith("/") else site / page[1:]
        assert file.is_file(), address
        assert not anchor or f'id="{anchor}"' in file.read_text("utf-8"), address


def read(root: Path) -> Base:
    base, problems = load(root)
    assert problems == []
    return base


def test_an_anchor_moves_to_its_new_place_in_the_page(depot: Path) -> None:
    redirected(("/faq/#avant", "/faq/#premiere-question"))(depot)
    found = moved.places(read(depot))
    page = '<main><ul id="premiere-question"></ul><h3 id="premiere-question">Une</h3></main>'
    assert moved.keep(page, found["faq/"]) == page.replace(
        '<h3 id="premiere-question">', '<h3 id="premiere-question"><span id="avant"></span>'
    )


def test_an_anchor_that_left_the_page_leaves_a_line(depot: Path) -> None:
    redirected(("/faq/#avant", "/cycles/essai/"))(depot)
    swap(MOVED, "Nom plus clair.", '"<script>x</script>"')(depot)
    base, _ = load(depot)
    page = moved.keep("<main></main>", moved.places(base)["faq/"])
    assert 'id="avant"' in page
    assert 'href="@/cycles/essai/"' in page
    assert "<script" not in page


def test_hosts_are_told_from_the_root_they_serve(depot: Path, tmp_path: Path) -> None:
    redirected(("/avant/", "/cycles/"), ("/a.pdf", "/faq/"), ("/faq/#x", "/faq/"))(depot)
    swap("data/reglages.yml", "site_url:", "site_url: https://exemple.fr/base/ #")(depot)
    (site := tmp_path / "site").mkdir()
    redirects.write(site, read(depot))
    assert (site / "_redirects").read_text("utf-8").splitlines() == [
        "/base/avant/ /base/cycles/ 301",
        "/base/a.pdf /base/faq/ 301",
    ]
    assert "location = /base/avant/ { return 301 /base/cycles/; }" in (
        site / "redirections-nginx.conf"
    ).read_text("utf-8")
    page = (site / "avant/index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://exemple.fr/base/cycles/">' in page
    assert not (site / "a.pdf").exists()


@pytest.fixture
def forwarding(depot: Path, tmp_path: Path) -> Path:
    """A site under a sub-path, whose `/avant/` and `/cycles/avant/` went elsewhere."""
    redirected(("/avant/", "/cycles/essai/"), ("/cycles/avant/", "/"))(depot)
    site = tmp_path / "hote" / "sous-dossier"
    shutil.copytree(ROOT / "overrides/assets", site / "assets")
    page = '<!doctype html><html lang="fr"><title>{0}</title><h1 id="ici">{0}</h1></html>'
    (site / "cycles/essai").mkdir(parents=True)
    (site / "cycles/essai/index.html").write_text(page.format("Essai"), "utf-8")
    (site / "index.html").write_text(page.format("Accueil"), "utf-8")
    shutil.copy(site / "index.html", site.parent / "404.html")
    redirects.write(site, read(depot))
    return site


def test_an_old_address_answers(browser: Browser, forwarding: Path) -> None:
    assert html.check(forwarding) == []
    assert pages(forwarding) == ["", "cycles/essai/"]
    assert forwards(forwarding / "avant/index.html")
    with served(forwarding.parent) as host, browser.new_context() as context:
        tab = context.new_page()
        root = f"{host}sous-dossier/"
        tab.goto(f"{root}avant/#ici")
        tab.wait_for_url(f"{root}cycles/essai/#ici")
        tab.goto(f"{root}cycles/avant/")
        tab.wait_for_url(root)
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto((forwarding / "avant/index.html").as_uri())
        tab.wait_for_url((forwarding / "cycles/essai/index.html").as_uri())


@pytest.mark.complet
def test_a_built_site_keeps_a_renamed_question_and_a_gone_page(tmp_path: Path) -> None:
    from .test_site import run

    root = copy_example(tmp_path / "clone")
    redirected(("/faq/#avant", "/faq/#premiere-question"), ("/avant/", "/faq/"))(root)
    done = run(root, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    found = html.check(root / "site")
    assert [one for one in found if one.path.startswith("site/avant/")] == []
    page = (root / "site/faq/index.html").read_text("utf-8")
    assert '<h3 id="premiere-question"><span id="avant"></span>' in page
    assert "avant" not in (root / "site/search/index.json").read_text("utf-8")
