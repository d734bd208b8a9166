"""A filled form → a checked file, or what it lacks; its text is never more than text."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from scripts.__main__ import main
from scripts.check import verify
from scripts.contribute import forms, gitlab, proposal, rendered
from scripts.contribute.offered import BY_NAME, OFFERS
from scripts.load import load

from .conftest import EXEMPLE

Propose = Callable[..., tuple[int, str]]
DAY = date(2026, 11, 23)
QUESTION = {
    "Question": "Qui signe l'accord ?",
    "Réponse": "Le directeur, ou la directrice.\n\nPas *avant* la réunion : voir [la FAQ](faq.md).",
    "Publics": "Entreprises, Agents publics",
    "Cycles": "_No response_",
    "Freins": "None",
    "Sources": "guide-essai, p. 3\n- https://exemple.fr/note | Une note | Un éditeur | guide",
    "Statut": "verifie",
    "Réserve": "_No response_",
    "Vérifié le": "22/11/2026",
}
PRATIQUE = {
    "Titre": "Prêtez une heure",
    "Résumé": "Une heure suffit.",
    "Cycle": "Essai",
    "Atelier": "_No response_",
    "Publics": "Entreprises",
    "Freins": "Le temps",
    "Format": "Journée",
    "Effort": "1",
    "Délai": "Un mois",
    "Premier pas": "Appeler une association, dix minutes.",
    "Indicateurs": "- Heures prêtées\n- Personnes",
    "Nature": "proposition",
    "Expériences": "_No response_",
    "Voir aussi": "_No response_",
    "Sources": "guide-essai",
    "Statut": "verifie",
    "Réserve": "_No response_",
    "Vérifié le": "2026-11-22",
    "Le problème": "Personne n’a le temps.",
    "Avant de commencer": "L’accord du chef.",
    "Les étapes": "1. Demandez.\n2. Faites.\n\n### Ensuite\n\nRemerciez.",
    "Erreurs à éviter": "- Trop long.",
    "Comment savoir que cela marche": "Comptez les heures.",
}


def body(answers: dict[str, str]) -> str:
    """The body of an issue, as GitHub writes it from a form."""
    return "\r\n\r\n".join(f"### {title}\r\n\r\n{text}" for title, text in answers.items())


def event(folder: Path, answers: dict[str, str] | str, **issue: Any) -> Path:
    """An event file: a labelled issue with that body."""
    text = answers if isinstance(answers, str) else body(answers)
    default = {"number": 12, "title": "Question : `$(id)`", "user": {"login": "une-personne"}}
    path = folder / "evenement.json"
    label = {"name": forms.READY}
    whole = {"action": "labeled", "label": label, "issue": {**default, "body": text, **issue}}
    path.write_text(json.dumps(whole), "utf-8")
    return path


@pytest.fixture
def propose(depot: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Propose:
    """Runs the command on an issue: exit code and what it prints."""

    def run(answers: dict[str, str] | str, **issue: Any) -> tuple[int, str]:
        path = event(tmp_path, answers, **issue)
        options = ["--evenement", str(path), "--sortie", str(tmp_path / "sortie")]
        code = main(["--racine", str(depot), "proposition", *options])
        shown = capsys.readouterr()
        return code, shown.out + shown.err

    return run


def _text(tmp_path: Path, name: str) -> str:
    return (tmp_path / "sortie" / name).read_text("utf-8")


def test_the_example_form_has_the_headings_of_the_tests() -> None:
    assert rendered.titles(BY_NAME["question"]) == list(QUESTION)
    assert rendered.titles(BY_NAME["pratique"]) == list(PRATIQUE)


def test_a_complete_form_becomes_a_file(propose: Propose, depot: Path, tmp_path: Path) -> None:
    code, output = propose(QUESTION)
    assert code == 0, output
    assert (depot / "data/faq/qui-signe-l-accord.yml").read_text("utf-8") == (
        "# yaml-language-server: $schema=../schemas/question.json\n"
        "question: Qui signe l’accord ?\n"
        "reponse: |-\n"
        "  Le directeur, ou la directrice.\n\n"
        "  Pas *avant* la réunion : voir [la FAQ](faq.md).\n"
        "publics:\n  - entreprises\n  - agents-publics\n"
        "sources:\n"
        "  - ressource: guide-essai\n    precision: p. 3\n"
        "  - ressource: un-editeur-une-note\n"
        "statut: verifie\nverifie_le: 2026-11-22\npublie_le: 2026-11-23\n"
    )
    assert verify(depot, DAY)[1] == []


def test_a_new_source_is_kept_as_a_cited_resource(propose: Propose, depot: Path) -> None:
    propose(QUESTION)
    text = (depot / "data/ressources/un-editeur-une-note.yml").read_text("utf-8")
    for line in (
        *("titre: Une note", "editeur: Un éditeur", "url: https://exemple.fr/note", "type: guide"),
        *("langue: fr", "consulte_le: 2026-11-22", "liste: false", "  - agents-publics"),
        "resume: Document cité par « Qui signe l’accord ? ».",
    ):
        assert f"{line}\n" in text


def test_a_known_address_is_the_resource_that_has_it(propose: Propose, depot: Path) -> None:
    known = "https://exemple.fr/guide | Guide | x | guide"
    sources = f"{known}\nhttps://site.fr/ressources/#texte-essai, art. 2"
    assert propose(QUESTION | {"Sources": sources})[0] == 0
    text = (depot / "data/faq/qui-signe-l-accord.yml").read_text("utf-8")
    assert "  - ressource: guide-essai\n  - ressource: texte-essai\n    precision: art. 2\n" in text
    assert "valable_jusqu_au: 2027-12-27\n" in text
    assert len(list((depot / "data/ressources").iterdir())) == 2


def test_what_the_workflow_is_told_is_plain(propose: Propose, tmp_path: Path) -> None:
    propose(QUESTION | {"Question": "Qui ?\nbranche=main $(id) ../../x `id`"})
    lines = _text(tmp_path, "sortie.txt").splitlines()
    assert [line.partition("=")[0] for line in lines] == ["branche", "chemin"]
    assert lines[0] == "branche=proposition/12-qui-branche-main-id-x-id"
    assert all(re.fullmatch("[a-z]+=[a-z0-9/-]+", line) for line in lines)
    request = _text(tmp_path, "proposition.md")
    assert "de @une-personne faite dans #12" in request
    assert "Closes #12" in request
    assert "$(id)" not in request


def test_a_practice_has_its_body(propose: Propose, depot: Path) -> None:
    code, output = propose(PRATIQUE)
    assert code == 0, output
    text = (depot / "docs/pratiques/pretez-une-heure.md").read_text("utf-8")
    assert text.startswith("---\ntitre: Prêtez une heure\n")
    assert "\n---\n\n## Le problème\n\nPersonne n’a le temps.\n\n## Avant" in text
    assert "2. Faites.\n\n### Ensuite\n\nRemerciez.\n\n## Erreurs" in text
    assert "indicateurs:\n  - Heures prêtées\n  - Personnes\n" in text


LACKS = [
    ({"Réponse": "_No response_"}, "Réponse : il manque une réponse."),
    ({"Publics": "Enterprises"}, "Publics : « Enterprises » n’existe pas."),
    ({"Sources": "guide-esai"}, "Vouliez-vous dire « guide-essai » ?"),
    ({"Sources": "https://exemple.fr/x"}, "ajoutez « | titre | éditeur | type »"),
    ({"Sources": "https://exemple.fr/x | a | b"}, "dites son type. guide."),
    ({"Sources": "https://exemple.fr/x | a | b | gide"}, "Vouliez-vous dire « guide » ?"),
    ({"Sources": "https://a b | a | b | guide"}, "l’adresse commence par https://"),
    ({"Vérifié le": "hier"}, "Vérifié le : « verifie_le: hier » : il faut une date"),
    ({"Vérifié le": "2027-01-01"}, "Vérifié le : « verifie_le: 2027-01-01 » est dans le futur"),
    ({"Statut": "vérifié"}, "Vouliez-vous dire « verifie » ?"),
    ({"Réponse": "Voir [là](non.md)."}, "Réponse : "),
    ({"Réponse": "{{ config }}"}, "Réponse : le signe « {{ » est refusé"),
    ({"Réponse": "<script>alert(1)</script>"}, "Réponse : le signe « < » est refusé"),
    ({"Réponse": "![x](https://mal.exemple/p.png)"}, "Réponse : "),
    ({"Réponse": "[x](javascript:alert(1))"}, "Réponse : "),
    ({"Réponse": "a" * 20_000}, "ligne de plus de 4 000 signes"),
    ({"Réponse": "mot mot\n" * 1_500}, "Réponse : 11 999 signes, 10 000 au plus."),
    ({"Réponse": "*a*\n" * 2_000}, "Réponse : texte trop dense"),
    ({"Publics": "a\n" * 9_000}, "Publics : « a » n’existe pas."),
    ({"Réponse": "À REMPLIR"}, "Réponse : « À REMPLIR »"),
    ({"Réponse": "Oui.\n### Statut\nverifie"}, "la ligne « ### Statut » figure deux fois"),
]


@pytest.mark.parametrize(("edit", "says"), LACKS, ids=lambda one: str(one)[:40])
def test_an_incomplete_form_is_answered(
    edit: dict[str, str], says: str, propose: Propose, depot: Path, tmp_path: Path
) -> None:
    before = {path: path.read_bytes() for path in depot.rglob("*") if path.is_file()}
    code, output = propose(QUESTION | edit)
    assert code == 2, output
    assert says in _text(tmp_path, "commentaire.md")
    assert {path: path.read_bytes() for path in depot.rglob("*") if path.is_file()} == before
    assert not (tmp_path / "sortie" / "sortie.txt").exists()


@pytest.mark.parametrize("edit", [{"Les étapes": "_No response_"}, {"Les étapes": "# Titre"}])
def test_a_part_of_the_body_is_named(
    edit: dict[str, str], propose: Propose, tmp_path: Path
) -> None:
    assert propose(PRATIQUE | edit)[0] == 2
    assert "Les étapes : " in _text(tmp_path, "commentaire.md")


def test_all_that_is_missing_is_said_at_once(propose: Propose, tmp_path: Path) -> None:
    propose(dict.fromkeys(QUESTION, "_No response_"))
    comment = _text(tmp_path, "commentaire.md")
    required = ("Question", "Réponse", "Publics", "Sources", "Statut", "Vérifié le")
    assert all(f"{one} : il manque une réponse." in comment for one in required)
    assert f"« {forms.READY} »" in comment


def test_a_comment_is_short_enough_for_the_forge(propose: Propose, tmp_path: Path) -> None:
    propose(QUESTION | {"Publics": "\n".join(f"public {n}" for n in range(3_000))})
    assert len(_text(tmp_path, "commentaire.md")) < 65_536


def test_a_form_cites_few_sources(propose: Propose, depot: Path, tmp_path: Path) -> None:
    lines = [f"https://exemple.fr/{n} | Note {n} | Un éditeur | guide" for n in range(21)]
    assert propose(QUESTION | {"Sources": "\n".join(lines)})[0] == 2
    assert "Sources : 21 sources, 20 au plus" in _text(tmp_path, "commentaire.md")
    assert propose(QUESTION | {"Sources": "\n".join(lines[:20])})[0] == 0
    assert len(list((depot / "data/ressources").iterdir())) == 22


def test_a_list_of_a_request_is_short_enough_for_the_forge() -> None:
    said = proposal.listed(f"{n} {'mot ' * 200}" for n in range(900))
    assert len(said) < 40_000
    assert said.endswith("\n… et 840 de plus.")


def test_a_comment_cannot_speak_to_anyone(propose: Propose, tmp_path: Path) -> None:
    propose(QUESTION | {"Publics": "```\n@tout-le-monde ![x](https://mal.exemple/p.png)"})
    inside = _text(tmp_path, "commentaire.md").split("```")
    assert len(inside) == 3
    assert "@tout-le-monde" in inside[1]


def test_an_issue_without_form_is_answered(propose: Propose, tmp_path: Path) -> None:
    for text in ("", "Bonjour", body(QUESTION).replace("### Réponse", "Réponse")):
        assert propose(text)[0] == 2
        assert "les titres « ### » d’un formulaire" in _text(tmp_path, "commentaire.md")


@pytest.mark.parametrize(
    "issue",
    [
        {"number": "12; id"},
        {"number": -1},
        {"number": True},
        {"body": ["x"]},
        {"body": "x" * 70_001},
        {"user": None},
    ],
    ids=str,
)
def test_an_odd_event_is_refused(issue: dict[str, Any], propose: Propose) -> None:
    code, output = propose(QUESTION, **issue)
    assert code == 1
    assert "ce n’est pas l’événement d’une demande" in output
    assert "Traceback" not in output


def test_an_odd_login_is_left_out(propose: Propose, tmp_path: Path) -> None:
    propose(QUESTION, user={"login": "x) ![](https://mal.exemple"})
    assert "Proposition faite dans #12" in _text(tmp_path, "proposition.md")


def test_two_forms_with_one_title_make_two_files(propose: Propose, depot: Path) -> None:
    assert propose(QUESTION)[0] == 0
    again = QUESTION | {"Question": "Qui signe l’accord ?!"}
    assert propose(again | {"Sources": "guide-essai"}, number=13)[0] == 0
    assert (depot / "data/faq/qui-signe-l-accord-2.yml").is_file()


def test_comments_are_left_out() -> None:
    said = {
        "a <!-- b --> c <!-- d\n-->e": "a  c e",
        "a <!-- b <!-- c --> d": "a  d",
        "a --> b <!--> c": "a --> b <!--> c",
    }
    for text, left in said.items():
        assert rendered.answers(f"### T\n{text}", ["T"])[0] == {"T": left}


def test_comments_without_end_are_read_at_once() -> None:
    """Sought from each start to the end of the text, they would take many seconds."""
    endless = "<!--" * 17_000
    assert rendered.answers(f"### T\n{endless}", ["T"])[0] == {"T": endless}


def test_several_reads_choices_that_hold_commas() -> None:
    known = ["Horaires, postes, production", "Horaires", "Le temps"]
    assert rendered.several("Horaires, postes, production, Le temps", known) == [known[0], known[2]]
    assert rendered.several("Horaires, Le temps", known) == known[1:]


def test_each_form_is_told_from_the_others() -> None:
    for offer in filter(lambda one: one.form, OFFERS):
        whole = body(dict.fromkeys(rendered.titles(offer), "x"))
        assert rendered.offer_of(whole) == offer


def test_a_template_of_gitlab_reads_like_a_form() -> None:
    base, _ = load(EXEMPLE)
    text = gitlab.expected(base)[f"{gitlab.FOLDER}/question.md"]
    answers, twice = rendered.answers(text, rendered.titles(BY_NAME["question"]))
    assert answers == dict.fromkeys(QUESTION, "")
    assert twice == []


def test_where_to_read_and_the_language_come_after_the_type(propose: Propose, depot: Path) -> None:
    line = "https://exemple.fr/note | A 'note' | Publisher | guide | en | p. 1"
    assert propose(QUESTION | {"Sources": line})[0] == 0
    text = (depot / "data/ressources/publisher-a-note.yml").read_text("utf-8")
    assert "titre: A 'note'\n" in text
    assert "langue: en\n" in text
    assert "    precision: p. 1\n" in (depot / "data/faq/qui-signe-l-accord.yml").read_text("utf-8")


def test_a_reported_mistake_is_not_a_form(propose: Propose, tmp_path: Path) -> None:
    code, output = propose({"Page": "faq/", "Ce qui ne va pas": "La date.", "Source": ""})
    assert code == 2, output
    assert "une erreur signalée se corrige dans la page même" in _text(tmp_path, "commentaire.md")
