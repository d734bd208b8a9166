"""The checker: every planted fault is caught, at its place, in French."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import TODAY, copy_site
from .faults import FAULTS, PAGE, QUESTION, RESSOURCE, Fault, body, swap

Check = Callable[..., tuple[int, str]]


def test_valid_content_passes(depot: Path, check: Check) -> None:
    assert check(depot) == (0, "Contenu vérifié : aucune erreur.\n")


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_planted_fault(fault: Fault, depot: Path, check: Check) -> None:
    fault.plant(depot)
    code, output = check(depot)
    assert fault.is_said(output), output
    assert code == (0 if fault.warning else 1)
    assert "Traceback" not in output


def test_all_errors_at_once(depot: Path, check: Check) -> None:
    swap(RESSOURCE, "langue: fr", "langue: NO")(depot)
    swap(QUESTION, "  - entreprises", "  - entreprise")(depot)
    body("Voir [ici](non.md) et <b>là</b>.")(depot)
    _, output = check(depot)
    places = re.findall(r"^(\S+:\d+:\d+) : ", output, re.M)
    assert places[:4] == [f"{QUESTION}:5:5", f"{RESSOURCE}:7:9", f"{PAGE}:8:12", f"{PAGE}:8:23"]


def test_nearest_value_and_mend(depot: Path, check: Check) -> None:
    swap(RESSOURCE, "  - entreprises", "  - entreprise")(depot)
    _, output = check(depot)
    assert output.splitlines()[:3] == [
        f"{RESSOURCE}:9:5 : « publics: entreprise » n’existe pas.",
        "  Valeurs possibles : entreprises, agents-publics.",
        "  Vouliez-vous dire « entreprises » ? Corrigez la ligne 9.",
    ]


def test_github_annotations(depot: Path, check: Check) -> None:
    swap(RESSOURCE, "langue: fr", "langue: NO")(depot)
    _, output = check(depot, "--format", "github")
    assert output.startswith(f"::error file={RESSOURCE},line=7,col=9::« NO » est ambigu")
    assert "%0A" in output


def test_gitlab_report(depot: Path, check: Check) -> None:
    swap(RESSOURCE, "langue: fr", "langue: NO")(depot)
    _, output = check(depot, "--format", "gitlab")
    found = json.loads(output)[0]
    assert found["location"] == {"path": RESSOURCE, "lines": {"begin": 7}}
    assert re.fullmatch("[0-9a-f]{64}", found["fingerprint"])


def test_code_is_left_alone(depot: Path, check: Check) -> None:
    body("Du `code <div> {#x}` et :\n\n```\n# titre <script> [x](non.md)\nl'essai?\n```")(depot)
    assert check(depot)[0] == 0


def test_fix_leaves_clean_content_alone(
    check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUJOURDHUI", TODAY)
    root = copy_site(tmp_path / "clone")
    before = {path: path.read_bytes() for path in root.rglob("*.*") if path.is_file()}
    assert check(root, "--fix")[0] == 0
    assert [path for path, text in before.items() if path.read_bytes() != text] == []


@pytest.mark.parametrize("settings", ["nav: &a [{x: *a}]\n", "[" * 5000, "\0"])
def test_unreadable_settings_do_not_hide_the_content(
    depot: Path, check: Check, settings: str
) -> None:
    (depot / "mkdocs.yml").write_text(settings, "utf-8")
    swap(RESSOURCE, "langue: fr", "langue: NO")(depot)
    code, output = check(depot)
    assert code == 1
    assert f"{RESSOURCE}:7:9 : « NO » est ambigu" in output


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("nav:\n", "nav\n", "mkdocs.yml:3:"),
        ("  - Cycles:", " - Cycles:", "mkdocs.yml:4:"),
        ("plugins:", "pluginss:", "mkdocs.yml:1:1 : la liste des pages à macros"),
        ("nav:\n", "navv:\n", "mkdocs.yml:1:1 : le menu"),
    ],
)
def test_broken_menu_file_is_told_alone(
    depot: Path, check: Check, old: str, new: str, place: str
) -> None:
    """Its author once read « Retirez les accolades » on every list page: that empties them."""
    swap("mkdocs.yml", old, new)(depot)
    code, output = check(depot)
    assert code == 1
    assert place in output
    assert "accolades" not in output


def test_fix_rewrites_typography_only(depot: Path, check: Check) -> None:
    body("L'essai: un \"mot\"... `l'essai`, [l'été](../faq.md), https://a.fr/l'x !")(depot)
    swap(QUESTION, "question: Une première", "question: 'L''essai' # l'un\n#")(depot)
    code, output = check(depot, "--fix")
    assert (code, output) == (0, "Contenu vérifié : aucune erreur.\n")
    text = (depot / PAGE).read_text("utf-8")
    assert (
        "L’essai\u00a0: un «\u00a0mot\u00a0»… `l'essai`, [l’été](../faq.md), https://a.fr/l'x !"
        in text
    )
    assert "question: 'L’essai' # l'un" in (depot / QUESTION).read_text("utf-8")
