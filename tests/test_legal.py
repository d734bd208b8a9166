"""The list for the jurist: every statement, its place, its sources; inert in a spreadsheet."""

import csv
import io
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.finish.legal import Row, as_csv, plain, rows
from scripts.load import load
from scripts.load.statements import statements

from .conftest import ROOT
from .faults import GUIDE, guide, swap

LAW = "loi d’essai"
URL = "<https://exemple.fr/loi>"


def listed(root: Path) -> dict[tuple[str, int], Row]:
    base, _ = load(root)
    return {(row.fichier, row.ligne): row for row in rows(base)}


def test_statements_carry_their_sources(depot: Path) -> None:
    guide(
        "Un *mot* et [un lien](veille.md). [@texte-essai, art. 1 ; @guide-essai]\n\n"
        "- Deux. [second rang : @texte-essai]\n- Trois. [proposition]\n\nQuatre :\n\n"
        "| a | b |\n| - | - |\n| cinq | six [déduction : @texte-essai] |"
    )(depot)
    found = listed(depot)
    both = f"{LAW}, art. 1 {URL} ; Éditeur d’essai, 2024 <https://exemple.fr/guide>"
    day = "2026-11-01"
    assert [found[GUIDE, line] for line in (18, 20, 21, 23, 27)] == [
        Row(GUIDE, 18, "Un mot et un lien.", both, "vérifié dans la source", day),
        Row(GUIDE, 20, "Deux.", f"{LAW} {URL}", "vérifié chez un commentateur", day),
        Row(GUIDE, 21, "Trois.", "", "proposition de la rédaction", day),
        Row(GUIDE, 23, "Quatre\u00a0:", "", "annonce ce qui suit", day),
        Row(GUIDE, 27, "cinq | six", f"{LAW} {URL}", "déduction de la rédaction", day),
    ]


def test_what_stands_above_the_text_is_stated_too(depot: Path) -> None:
    found = listed(depot)
    assert found[GUIDE, 5].enonce == "Une chose."
    assert found[GUIDE, 5].sources == "toutes celles de la page"
    watched = found["data/veille/qui-encore.yml", 5]
    assert (watched.enonce, watched.statut) == ("Personne ne le dit.", "vérifié dans la source")
    due = found["data/experimentation.yml", 11]
    assert due.sources == "Éditeur d’essai, 2024, p. 8 <https://exemple.fr/guide>"


def test_a_tree_gives_each_place_its_own_sources(depot: Path) -> None:
    swap(
        "data/arbres/essai.yml",
        "      - ressource: guide-essai",
        "      - ressource: texte-essai\n        precision: art. 9",
    )(depot)
    found = [row for row in listed(depot).values() if row.fichier == "data/arbres/essai.yml"]
    assert {row.sources for row in found} > {f"{LAW}, art. 9 {URL}"}
    assert all(row.sources and row.statut and row.verifie_le for row in found)


def test_nothing_of_the_real_guide_is_left_out() -> None:
    base, _ = load(ROOT)
    found = rows(base)
    for source in base.sources:
        if source.collection == "guide":
            count = len(statements(source.body or ""))
            assert sum(row.fichier == source.path for row in found) > count, source.path
    files = {row.fichier for row in found}
    assert {source.path for source in base.sources if source.collection == "arbres"} <= files


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t", "\r", " =", "\n=", "＝", "＋", "－", "＠"]
)
def test_a_spreadsheet_finds_no_formula(start: str) -> None:
    text = as_csv([Row("a", 1, f"{start}cmd|'/C calc'!A0", start, "", "")])
    cells = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))[1]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)
    assert cells[2] == f"'{start}cmd|'/C calc'!A0"


def test_csv_reads_back_whole() -> None:
    row = Row("a", 1, 'Un ; "deux"\ntrois', "b", "c", "d")
    read = list(csv.reader(io.StringIO(as_csv([row]).lstrip("\ufeff"), newline=""), delimiter=";"))
    assert read[1] == ["a", "1", 'Un ; "deux"\ntrois', "b", "c", "d"]


def test_plain_words() -> None:
    assert plain("**Un** [lien](a.md) & `code`,\nl'été ?") == "Un lien & code, l’été\u202f?"


def test_command(depot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--racine", str(depot), "enonces"]) == 0
    said = capsys.readouterr().out
    assert f"{GUIDE}:20\n  Un essai, pour voir.\n" in said
    assert main(["--racine", str(depot), "enonces", "--format", "csv"]) == 0
    assert capsys.readouterr().out.startswith("\ufeffFichier;Ligne;Énoncé;Sources;Statut;")


def test_a_broken_guide_is_not_listed(depot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide("Un.")(depot)
    assert main(["--racine", str(depot), "enonces"]) == 1
    said = capsys.readouterr()
    assert "sans marque de source" in said.err
    assert said.out == ""
