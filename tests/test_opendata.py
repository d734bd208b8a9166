"""The open data: valid, complete, safe to open in a spreadsheet."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import jsonschema
import pytest

from scripts.deliver import opendata
from scripts.deliver.opendata import catalogue
from scripts.deliver.opendata.datasets import DATASETS, Dataset
from scripts.deliver.opendata.tables import csv_text
from scripts.load import Base, load

from .built import file_of, tags
from .conftest import ROOT
from .faults import QUESTION, swap

NAMES = [one.id for one in DATASETS]
ASKED = {"pratiques", "experiences", "metiers", "pays"}
ASKED |= {"chiffres", "ressources", "questions", "glossaire"}
FORMULAS = [
    "=1+1",
    "+33",
    "-1",
    "@SOMME(A1)",
    "\tx",
    "\rx",
    " =1",
    "＝1",
    '=HYPERLINK("https://x")',
]


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


@pytest.fixture(scope="module")
def base() -> Base:
    return load(ROOT)[0]


@pytest.fixture(scope="module")
def folder(base: Base, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the real content, alone."""
    site = tmp_path_factory.mktemp("donnees")
    opendata.publish(base, site)
    return site / "donnees"


def whole(folder: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / f"{name}.json").read_text("utf-8"))
    return found


def test_what_is_promised_is_published() -> None:
    assert set(NAMES) >= ASKED


@pytest.mark.parametrize("name", NAMES)
def test_json_is_what_its_schema_says(folder: Path, name: str) -> None:
    data = whole(folder, name)
    assert list(data) == ["licence", "date", "schema", "elements"]
    schema = json.loads((folder / data["schema"]).read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    checker = jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    assert [error.message for error in checker.iter_errors(data)] == []
    assert schema["additionalProperties"] is False
    data["elements"][0]["inconnu"] = 1
    assert not checker.is_valid(data)


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda one: one.id)
def test_files_hold_every_item_under_its_id(base: Base, folder: Path, dataset: Dataset) -> None:
    ids = sorted(base.items[dataset.collection])
    elements = whole(folder, dataset.id)["elements"]
    rows = rows_of((folder / f"{dataset.id}.csv").read_bytes().decode("utf-8"))
    assert [one["id"] for one in elements] == [row[0] for row in rows[1:]] == ids
    assert rows[0] == list(elements[0])
    assert {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.parametrize("name", NAMES)
def test_csv_opens_in_a_french_spreadsheet_and_runs_nothing(folder: Path, name: str) -> None:
    raw = (folder / f"{name}.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfid;adresse;")
    assert raw.endswith(b"\r\n")
    cells = [cell for row in rows_of(raw.decode()) for cell in row]
    assert [cell for cell in cells if re.match(r"[=+\-@\t\r]", cell)] == []


@pytest.mark.parametrize("cell", FORMULAS)
def test_no_cell_is_a_formula(cell: str) -> None:
    assert rows_of(csv_text(["a"], [{"a": cell}]))[1] == [f"'{cell}"]
    assert rows_of(csv_text(["a"], [{"a": [cell, "b"]}]))[1] == [f"'{cell} | b"]


def test_cells_say_what_values_are() -> None:
    record: dict[str, Any] = {
        "texte": 'un; "deux"\ntrois',
        "liste": ["a | b", "c"],
        "sources": [{"ressource": "loi", "precision": "art. 4"}, {"ressource": "x", "y": None}],
        "vrai": True,
        "rien": None,
        "nombre": -3,
    }
    assert rows_of(csv_text(list(record), [record]))[1] == [
        *('un; "deux"\ntrois', "a ¦ b | c", "loi (art. 4) | x", "oui", "", "-3"),
    ]


def test_hostile_words_stay_words(depot: Path, tmp_path: Path) -> None:
    """The check refuses « < » and « {{ » ; what it lets pass is data here too."""
    swap(QUESTION, "question: Une première question", "question: \"=cmd|'/c calc'!A1\"")(depot)
    opendata.publish(load(depot)[0], tmp_path)
    folder = tmp_path / "donnees"
    assert whole(folder, "questions")["elements"][0]["question"] == "=cmd|'/c calc'!A1"
    rows = rows_of((folder / "questions.csv").read_text("utf-8"))
    assert rows[1][rows[0].index("question")] == "'=cmd|'/c calc'!A1"


def test_addresses_lead_to_the_pages(base: Base, folder: Path, site: Path) -> None:
    """A wrong address would be a promise broken: the page, and the place in it, exist."""
    anchors: dict[str, set[str]] = {}
    for name in NAMES:
        for one in whole(folder, name)["elements"]:
            if one["adresse"] is None:
                assert base.items["ressources"][one["id"]].fiche.liste is False
                continue
            parts = urlsplit(urljoin("donnees/x.json", one["adresse"]))
            if parts.path not in anchors:
                page = file_of(site, parts.path).read_text("utf-8")
                anchors[parts.path] = {tag.attributes.get("id", "") for tag in tags(page)}
            assert not parts.fragment or parts.fragment in anchors[parts.path], one["adresse"]


def test_links_of_the_repository_become_addresses(depot: Path, tmp_path: Path) -> None:
    """A file of `docs/` means nothing to who reads the data."""
    assert "faq.md#premiere-question" in (depot / QUESTION).read_text("utf-8")
    for url, wanted in (("", "](../faq/#premiere-question)"), ("https://exemple.fr/", None)):
        swap("data/reglages.yml", "site_url:", f"site_url: {url}")(depot)
        opendata.publish(load(depot)[0], tmp_path)
        (one,) = whole(tmp_path / "donnees", "questions")["elements"]
        assert (wanted or f"]({url}faq/#premiere-question)") in one["reponse"]
        assert one["adresse"] == f"{url or '../'}faq/#premiere-question"
    schema = whole(tmp_path / "donnees", "questions")["schema"]
    assert schema == "https://exemple.fr/donnees/schemas/questions.json"


def test_the_date_is_that_of_the_last_reading(depot: Path, tmp_path: Path) -> None:
    swap(QUESTION, "verifie_le: 2026-11-01", "verifie_le: 2026-11-09")(depot)
    opendata.publish(load(depot)[0], tmp_path)
    folder = tmp_path / "donnees"
    assert whole(folder, "questions")["date"] == "2026-11-09"
    assert whole(folder, "pratiques") == {
        "licence": "https://creativecommons.org/licenses/by/4.0/",
        "date": None,
        "schema": "schemas/pratiques.json",
        "elements": [],
    }


def test_one_line_publishes_one_more_collection(
    base: Base, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = Dataset("cycles", "cycles", "Cycles", "Les cycles.")
    monkeypatch.setattr(catalogue, "DATASETS", [line])
    opendata.publish(base, tmp_path)
    data = whole(tmp_path / "donnees", "cycles")
    schema = json.loads((tmp_path / "donnees" / data["schema"]).read_text("utf-8"))
    assert jsonschema.Draft202012Validator(schema).is_valid(data)
    assert [one["id"] for one in data["elements"]] == sorted(one.id for one in base.cycles)


def test_the_catalogue_lists_the_files_and_names_the_ids(base: Base, folder: Path) -> None:
    listed = whole(folder, "index")
    for entry in listed["jeux"]:
        for file in entry["fichiers"]:
            assert (folder / file["adresse"]).stat().st_size == file["poids"]
    assert [one["identifiant"] for one in listed["jeux"]] == NAMES
    assert listed["libelles"]["cycles"].keys() == {one.id for one in base.cycles}
    used = {frein for one in whole(folder, "pratiques")["elements"] for frein in one["freins"]}
    assert used <= listed["libelles"]["freins"].keys()


def test_the_page_says_the_weight_and_the_rows(site: Path, base: Base) -> None:
    page = (site / "donnees" / "index.html").read_text("utf-8")
    for name in NAMES:
        for kind in ("csv", "json"):
            size = (site / "donnees" / f"{name}.{kind}").stat().st_size
            link = re.search(rf'href="../donnees/{name}\.{kind}"[^>]*>([^<]*)', page)
            assert link, name
            assert link[1] == f"{kind.upper()}, {round(size / 1000)}\u00a0Ko"
    assert f"{len(base.experiences)} lignes" in page.replace("\u202f", " ")


def test_writing_twice_writes_the_same(base: Base, folder: Path, tmp_path: Path) -> None:
    shuffled = replace(base, items={k: dict(reversed(v.items())) for k, v in base.items.items()})
    opendata.publish(shuffled, tmp_path)
    for file in folder.rglob("*.*"):
        again = tmp_path / "donnees" / file.relative_to(folder)
        assert again.read_bytes() == file.read_bytes(), file.name
