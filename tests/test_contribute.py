"""From models to fields, templates and files: what is asked, and what is written."""

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml

from scripts.check import verify
from scripts.check.generated import expected
from scripts.contribute import forms, gitlab, templates
from scripts.contribute.draft import cleaned, new_id, place, write_new, yaml_text
from scripts.contribute.fields import Kind, fields_of, title_field
from scripts.contribute.offered import BY_NAME, OFFERS, TO_FILL, UNNAMED
from scripts.contribute.words import about, label
from scripts.load import load
from scripts.load.yaml_strict import parse
from scripts.model import Arbre, Question, Ressource

from .conftest import EXEMPLE, ROOT
from .faults import remove

Check = Callable[..., tuple[int, str]]
NASTY = [
    *("NO", "oui", "true", "null", "~", "14:30", "0123", "1.10", "1e3", "2026-11-23", "12", "-3"),
    *(
        "a: b",
        "a:",
        ": a",
        "a #b",
        "#a",
        "- a",
        "-",
        "?",
        "? a",
        "! a",
        "& a",
        "* a",
        "@ici",
        "`a`",
    ),
    *("%a", "|", ">", "[a]", "{a: b}", "a, b", "'a'", '"a"', "l'eau", 'dit "oui"', "a\\b", "\\x3c"),
    *("=", "<<", "---", "...", "--- a", "titre: x", "titre:x", "« a »", "é : è", "À REMPLIR", "😀"),
    "un\ndeux",
    "un\n\ndeux",
    "un\n\n\n  deux\n- trois\n# quatre\nclef: valeur",
    "un\n---\ndeux",
    "a  b",
    "a\u00a0:\u202fb",
    "mot " * 60,
    "un  deux " * 40,
    "# " + "mot " * 60,
    "a: " + "mot " * 60,
    "x" * 250,
    "long " * 40 + "\n\n" + "long " * 40,
]


def _same(value: str) -> None:
    value = cleaned(value)
    data = {
        "titre": value,
        "liste": [value, "b"],
        "sources": [{"ressource": value, "precision": value}, {"ressource": "x"}],
        "faits": [{"texte": "a", "sources": [{"ressource": value}]}],
    }
    read = parse(yaml_text(data), "")
    assert (read.data, read.problems) == (data, [])


def test_any_text_reads_back_the_same() -> None:
    for value in NASTY:
        _same(value)


def test_random_texts_read_back_the_same() -> None:
    signs = "ab \n\t:-#'\"\\|>[]{}&*!%@`,?=<~01é«»\u00a0\u202f\x00\x07\x85\u2028\ufeff"
    pick = random.Random(7)
    for _ in range(100):
        _same("".join(pick.choices(signs, k=pick.randrange(1, 40))))


def test_other_values_read_back_the_same() -> None:
    data = {"le": date(2026, 1, 2), "n": 3, "b": False, "vide": [], "groupe": {"a": 1}}
    assert parse(yaml_text(data), "").data == data


def test_a_file_is_never_overwritten(tmp_path: Path) -> None:
    write_new(tmp_path, "data/faq/x.yml", "a")
    with pytest.raises(FileExistsError):
        write_new(tmp_path, "data/faq/x.yml", "b")
    assert (tmp_path / "data/faq/x.yml").read_text() == "a"


def test_ids_come_from_titles_and_are_free() -> None:
    assert new_id("Été à l’œuvre : 2 !", ()) == "ete-a-l-oeuvre-2"
    assert new_id("Un", {"un", "un-2"}) == "un-3"
    assert new_id("「」", ()) == "sans-titre"
    assert len(new_id("mot " * 60, ())) <= 60


def test_a_sheet_never_takes_the_name_of_a_list_page() -> None:
    base, _ = load(EXEMPLE)
    assert place(base, BY_NAME["pratique"], "Par équipe") == (
        "fiche-par-equipe",
        "docs/pratiques/fiche-par-equipe.md",
    )


def test_fields_are_those_of_the_model_its_own_first() -> None:
    for offer in OFFERS:
        model = offer.collection.model
        fields = fields_of(model)
        assert {one.name for one in fields} == set(model.model_fields)
        assert fields[0].name in model.__annotations__
        assert all(one.description and label(one)[0].isupper() for one in fields)
    kinds = {one.name: one.kind for one in fields_of(Ressource)}
    assert kinds["url"] is kinds["titre"] is Kind.TEXT
    assert kinds["resume"] is kinds["reserve"] is Kind.LONG_TEXT
    assert (kinds["annee"], kinds["liste"]) == (Kind.INTEGER, Kind.YES_NO)
    assert (kinds["publics"], kinds["langue"]) == (Kind.REFERENCE, Kind.CHOICE)
    assert title_field(fields_of(Question)).name == "question"


def test_a_model_that_no_form_can_hold_is_refused() -> None:
    with pytest.raises(TypeError):
        fields_of(Arbre)


def test_people_are_not_told_about_quotes() -> None:
    assert "guillemets" not in " ".join(about(one) for one in fields_of(Question))


@pytest.mark.parametrize("kind", ["text", "short"])
def test_each_template_asks_only_to_be_filled(kind: str, depot: Path, check: Check) -> None:
    """Copied as it stands, it has no other fault than the lines that say « À REMPLIR »."""
    base, _ = load(depot)
    for offer in OFFERS:
        text = templates.text(base, offer) if kind == "text" else templates.short(offer)
        write_new(depot, offer.path("copie"), text)
    _, problems = verify(depot, date(2026, 11, 23))
    assert {one.path for one in problems} == {one.path("copie") for one in OFFERS}
    for one in problems:
        line = (depot / one.path).read_text("utf-8").split("\n")[one.line - 1]
        assert TO_FILL in line, one
        assert "attend votre texte" in one.what
    assert check(depot)[0] == 1


def test_an_unnamed_copy_is_refused(depot: Path, check: Check) -> None:
    base, _ = load(depot)
    offer = BY_NAME["ressource"]
    write_new(depot, offer.path(UNNAMED), templates.text(base, offer))
    assert f"nom « {UNNAMED} » à remplacer" in check(depot)[1]


def test_forms_are_asked_for_where_the_forge_has_its_folder(depot: Path, check: Check) -> None:
    assert check(depot)[0] == 0
    (depot / ".github").mkdir()
    assert ".github/ISSUE_TEMPLATE/question.yml:1:1 : modèle absent" in check(depot)[1]


def test_generated_files_are_up_to_date_and_none_is_left_from_an_older_model() -> None:
    texts = expected(load(ROOT)[0])
    for path, text in texts.items():
        assert (ROOT / path).read_text("utf-8") == text, "make schemas"
    folders = [ROOT / templates.FOLDER, ROOT / forms.FOLDER, ROOT / gitlab.FOLDER]
    found = {one.relative_to(ROOT).as_posix() for folder in folders for one in folder.iterdir()}
    assert found == set(texts)


FORMS = sorted((ROOT / forms.FOLDER).glob("[!c]*.yml"))


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_is_one_that_github_shows(path: Path) -> None:
    form = yaml.safe_load(path.read_text("utf-8"))
    assert set(form) == {"name", "description", "title", "body"}
    fields = [one for one in form["body"] if one["type"] != "markdown"]
    assert fields
    for name in ("label", "id"):
        known = [one.get(name) or one["attributes"]["label"] for one in fields]
        assert len({str(one).lower() for one in known}) == len(known)
    for one in fields:
        assert one["type"] in ("input", "textarea", "dropdown")
        assert set(one) == {"type", "id", "attributes", "validations"}
        assert one["id"].replace("_", "-").replace("-", "").isalnum()
        assert one["attributes"]["label"]
        options = one["attributes"].get("options", [])
        assert all(isinstance(word, str) and word.lower() != "none" for word in options)
        assert len(set(options)) == len(options) <= 100
    assert "Cette page est publique" in form["body"][0]["attributes"]["value"]


def test_a_missing_template_is_said(depot: Path, check: Check) -> None:
    remove("data/modeles/terme.yml")(depot)
    assert "data/modeles/terme.yml:1:1 : modèle absent ou périmé." in check(depot)[1]
