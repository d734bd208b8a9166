"""The built site: what is published, and what a failed build leaves alone."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.finish import html
from scripts.finish.site import build

from .conftest import TODAY, copy_example
from .faults import swap

GOOD = (
    '<!doctype html><html lang="fr"><head><title>{title}</title></head>'
    '<body><h1 id="haut">Un</h1>{body}</body></html>'
)


def run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "AUJOURDHUI": TODAY, "SOURCE_DATE_EPOCH": "0"}
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=root, env=environment, capture_output=True, text=True
    )


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_published_pages_hold(site: Path) -> None:
    assert html.check(site) == []


def test_same_content_same_bytes(site: Path, clone: Path) -> None:
    assert run(clone, "scripts", "site").returncode == 0
    assert contents(clone / "site") == contents(site)


@pytest.mark.complet
def test_plain_mkdocs_build_works(clone: Path) -> None:
    done = run(clone, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert html.check(clone / "site") == []


def test_plain_mkdocs_build_says_the_error_in_french(clone: Path) -> None:
    swap("docs/faq.md", "titre: Les", "titre: Les <")(clone)
    done = run(clone, "mkdocs", "build", "--strict")
    assert done.returncode != 0
    assert "docs/faq.md:2:12 : le signe « < » est refusé" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_undefined_macro_fails(tmp_path: Path) -> None:
    clone = copy_example(tmp_path / "clone")
    swap("docs/faq.md", "{{ liste_questions() }}", "{{ liste_question() }}")(clone)
    done = run(clone, "scripts", "site")
    assert done.returncode == 1
    assert "liste_question" in done.stdout + done.stderr
    assert not (clone / "site").exists()


@pytest.mark.complet
def test_macro_elsewhere_stays_text_when_the_check_is_bypassed(clone: Path) -> None:
    hooks = clone / "scripts/render/hooks.py"
    hooks.write_text(hooks.read_text("utf-8").replace("if errors or", "if"), "utf-8")
    swap(
        "docs/cycles/index.md",
        "## Quatre",
        "{{ config.site_name }} {% set x = 1 %}<script>alert(1)</script>\n\n## Quatre",
    )(clone)
    swap("docs/cycles/index.md", "titre:", "render_macros: true\ntitre:")(clone)
    run(clone, "mkdocs", "build")
    page = (clone / "site/cycles/index.html").read_text("utf-8")
    assert "<script>alert(1)</script>" not in page
    assert "{{ config.site_name }} {% set x = 1 %}" in page


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("docs/faq.md", "titre: Les", "titre: Les <"),
        ("overrides/main.html", "{% block content %}", "{% block content %}{% if %}"),
        ("overrides/404.html", "'faq/'", "'fak/'"),
        pytest.param("overrides/404.html", "<h1>", "<h1>{{ '{{' }}", marks=pytest.mark.complet),
    ],
)
def test_failed_build_leaves_the_old_site(clone: Path, path: str, old: str, new: str) -> None:
    (clone / "site").mkdir()
    (clone / "site/index.html").write_text("avant", "utf-8")
    swap(path, old, new)(clone)
    assert run(clone, "scripts", "site").returncode == 1
    assert contents(clone / "site") == {"index.html": b"avant"}
    assert not list(clone.glob(".site-*"))


def test_full_disk_is_said_in_french(
    clone: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from scripts import __main__ as commands

    def full(*_: object) -> bool:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("scripts.finish.site._render", full)
    assert commands.main(["--racine", str(clone), "site"]) == 1
    assert "le disque est plein" in capsys.readouterr().err


@pytest.mark.complet
def test_notice_appears_when_the_text_nears_its_end(
    clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = clone / "out"
    monkeypatch.setenv("AUJOURDHUI", max(TODAY, "2027-07-01"))
    assert build(clone, target) == 0
    page = (target / "cycles/acteurs-publics/index.html").read_text("utf-8")
    assert "texte qui prend fin le 27\u00a0décembre\u00a02027" in page
    answers = (target / "faq/index.html").read_text("utf-8")
    assert answers.count("texte qui prend fin le 27\u00a0décembre\u00a02027") > 5


def test_first_use_of_a_term_is_linked(site: Path) -> None:
    page = (site / "cycles/salaries-operationnels/index.html").read_text("utf-8")
    links = re.findall(r'class="terme" href="../../glossaire/#([a-z0-9-]+)"', page)
    assert links
    assert len(links) == len(set(links))


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("<p>{{ x }}</p>", "« {{ » reste dans la page"),
        ("<h1>Deux</h1>", "2 titres de premier niveau"),
        ('<a href="non/">x</a>', "lien mort : « non/ »"),
        ('<a href="#non">x</a>', "ancre absente : « #non »"),
        ('<a href="../../x.html">x</a>', "lien mort"),
        ('<img src="non.png" alt="x">', "lien mort : « non.png »"),
    ],
)
def test_html_check_finds(tmp_path: Path, body: str, says: str) -> None:
    (tmp_path / "index.html").write_text(GOOD.format(title="Un", body=body), "utf-8")
    found = html.check(tmp_path)
    assert [says in problem.what for problem in found] == [True]


def test_html_check_finds_language_and_titles(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(GOOD.format(title="Un", body=""), "utf-8")
    (tmp_path / "b.html").write_text(
        GOOD.format(title="Un", body="").replace('lang="fr"', 'lang="en"'), "utf-8"
    )
    assert [problem.what for problem in html.check(tmp_path)] == [
        "la page ne se dit pas en français (lang=fr).",
        "titre d’onglet « Un » déjà pris par a.html.",
    ]


@pytest.mark.complet
def test_a_later_reading_of_anything_is_news(clone: Path) -> None:
    published = re.compile(r"^publie_le: .*$", re.M)
    for folder in ("metiers", "experiences", "pays", "chiffres", "faq", "glossaire"):
        file = min((clone / "data" / folder).glob("*.yml"))
        text = published.sub("publie_le: 2026-11-01", file.read_text("utf-8"))
        file.write_text(text, "utf-8")
    done = run(clone, "scripts", "site")
    assert done.returncode == 0, done.stderr
    assert (clone / "site/nouveautes/index.html").read_text("utf-8").count("Relu.") == 6
