"""`make nouveau`: what it asks, what it understands, what it writes, and when it writes nothing."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.__main__ import main

from .conftest import EXAMPLE_DAY

Answer = Callable[..., tuple[int, str]]
QUESTION = (
    *("question", "Est-ce l'essai ?", "Oui, c'est l'essai,", "et rien d'autre.", ""),
    *("1, agents-publics", "guide-essai", "p. 4", "", "verifie", "", ""),
)
WRITTEN = """\
# yaml-language-server: $schema=../schemas/question.json
question: Est-ce l’essai ?
reponse: Oui, c’est l’essai, et rien d’autre.
publics:
  - entreprises
  - agents-publics
sources:
  - ressource: guide-essai
    precision: p. 4
statut: verifie
verifie_le: 2026-11-23
publie_le: 2026-11-23
"""


@pytest.fixture
def answer(
    depot: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Answer:
    """Types the lines to the command: exit code and all that it prints."""

    def run(*lines: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        code = main(["--racine", str(depot), "nouveau"])
        shown = capsys.readouterr()
        return code, shown.out + shown.err

    return run


def _files(root: Path) -> set[Path]:
    return {path for path in root.rglob("*") if path.is_file()}


def test_a_question_is_written_in_its_place(answer: Answer, depot: Path) -> None:
    code, output = answer(*QUESTION, "", "")
    assert code == 0
    assert (depot / "data/faq/est-ce-l-essai.yml").read_text("utf-8") == WRITTEN
    assert "Écrit : data/faq/est-ce-l-essai.yml" in output
    assert "Il reste" not in output
    assert output.endswith(
        "Ensuite :\n"
        "  make check      vérifie le contenu\n"
        "  make serve      montre le site\n"
        "  git switch -c est-ce-l-essai\n"
        "  git add data/faq/est-ce-l-essai.yml\n"
        '  git commit -m "Ajouter est-ce-l-essai"\n'
        "  git push -u origin HEAD\n"
    )


def test_the_dates_offered_are_those_of_the_day(answer: Answer) -> None:
    _, output = answer(*QUESTION, "", "")
    assert f"[{EXAMPLE_DAY}] > " in output
    assert "Jour de la première publication (année-mois-jour)." in output


@pytest.mark.parametrize("kept", [0, 1, 3, 7, len(QUESTION)])
def test_nothing_is_written_when_the_answers_end(kept: int, answer: Answer, depot: Path) -> None:
    before = _files(depot)
    code, output = answer(*QUESTION[:kept])
    assert (code, _files(depot)) == (130, before)
    assert output.endswith("Arrêté : rien n’a été écrit.\n")


def test_ctrl_c_writes_nothing(
    answer: Answer, depot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: str) -> str:
        raise KeyboardInterrupt

    before = _files(depot)
    monkeypatch.setattr("builtins.input", interrupt)
    code, output = answer()
    assert (code, _files(depot)) == (130, before)
    assert "Traceback" not in output


def test_the_nearest_word_is_offered(answer: Answer, depot: Path) -> None:
    lines = list(QUESTION)
    lines[0:1] = ["qestion", ""]
    lines[6:7] = ["entrprises", "o"]
    lines[8:9] = ["guide-esai", ""]
    code, output = answer(*lines, "", "")
    assert code == 0, output
    for word in ("une question", "entreprises", "guide-essai"):
        assert f"Vouliez-vous dire « {word} » ? [O/n]" in output
    assert "  - guide-essai" not in output
    assert "- entreprises" in (depot / "data/faq/est-ce-l-essai.yml").read_text("utf-8")


def test_each_answer_is_checked_at_once(answer: Answer, depot: Path) -> None:
    code, output = answer(
        *("ressource", "Guide", "Éditeur", "guide", "fr", "1", "verifie"),
        *("2026-02-30", "hier", "22/11/2026", "mot " * 90, "", "Un guide.", ""),
        *("Adresse", "exemple.fr/a", "https://exemple.fr/a", "Année", "1515", "2024", ""),
        "guide-court",
    )
    assert code == 0, output
    assert "« consulte_le: 2026-02-30 » : il faut une date année-mois-jour" in output
    assert "« consulte_le: hier » : il faut une date" in output
    assert "« resume » compte 359 signes, 320 au plus." in output
    assert "« url: exemple.fr/a » : l’adresse commence par https://" in output
    assert "« annee: 1515 » : il faut au moins 1900." in output
    text = (depot / "data/ressources/guide-court.yml").read_text("utf-8")
    assert "consulte_le: 2026-11-22\n" in text
    assert text.index("annee: 2024") < text.index("url: https://exemple.fr/a")


def test_an_answer_is_required(answer: Answer) -> None:
    lines = list(QUESTION)
    lines[1:1] = ["", ""]
    code, output = answer(*lines, "", "")
    assert code == 0, output
    assert output.count("Il faut une réponse.") == 2


def test_sources_are_asked_until_there_is_one(answer: Answer) -> None:
    lines = [*QUESTION[:6], "", *QUESTION[6:]]
    code, output = answer(*lines, "", "")
    assert code == 0, output
    assert "« sources » : il en faut au moins 1." in output


def test_a_taken_or_ill_written_id_is_refused(answer: Answer, depot: Path) -> None:
    code, output = answer(*QUESTION, "", "premiere-question", "../x", "Été", "a-b")
    assert code == 0, output
    assert "« premiere-question » est déjà pris." in output
    assert output.count("Lettres minuscules sans accent") == 2
    assert (depot / "data/faq/a-b.yml").is_file()


def test_a_missing_resource_can_be_described_on_the_way(answer: Answer, depot: Path) -> None:
    new = (
        "Rapport annuel",
        "o",
        "Rapport",
        "Un ministère",
        "1",
        "fr",
        "2",
        "1",
        "",
        "Tout.",
        "",
        "",
    )
    lines = [*QUESTION[:6], *new, "p. 2", *QUESTION[8:]]
    code, output = answer(*lines, "", "")
    assert code == 0, output
    assert (depot / "data/ressources/rapport-annuel.yml").is_file()
    sheet = (depot / "data/faq/est-ce-l-essai.yml").read_text("utf-8")
    assert "  - ressource: rapport-annuel\n    precision: p. 2\n" in sheet
    assert "git add data/ressources/rapport-annuel.yml data/faq/est-ce-l-essai.yml" in output


def test_a_resource_described_on_the_way_is_cited_by_its_short_id(
    answer: Answer, depot: Path
) -> None:
    new = ("rapport " * 10, "o", "Rapport", "Un ministère", "1", "fr", "2", "1", "", "Tout.", "")
    code, output = answer(*QUESTION[:6], *new, "", "p. 2", *QUESTION[8:], "", "")
    assert code == 0, output
    assert "n’existe pas" not in output
    name = "-".join(["rapport"] * 7)
    assert (depot / f"data/ressources/{name}.yml").is_file()
    sheet = (depot / "data/faq/est-ce-l-essai.yml").read_text("utf-8")
    assert f"  - ressource: {name}\n" in sheet


def test_a_practice_comes_with_the_parts_to_write(answer: Answer, depot: Path) -> None:
    code, output = answer(
        *("pratique", "Prêtez une heure", "En une heure.", "", "essai", "1", "1", "1"),
        *(
            "4",
            "2",
            "Un mois",
            "Appeler une association.",
            "Heures prêtées",
            "",
            "guide-essai",
            "",
            "",
            "1",
            "",
            "",
            "",
            "",
        ),
    )
    assert code == 0, output
    assert "« effort: 4 » : il faut au plus 3." in output
    path = "docs/pratiques/pretez-une-heure.md"
    assert f"Il reste :\n{path}:" in output
    text = (depot / path).read_text("utf-8")
    assert text.count("## ") == text.count("À REMPLIR") == output.count("attend votre texte") == 5


def test_groups_hold_groups(answer: Answer, depot: Path) -> None:
    code, output = answer(
        *("pays", "Ruritanie", "Un pays d'essai.", "Le fait.", "", "La loi", "2024"),
        *("guide-essai", "", "", "", "", "", "À qui demander ?", ""),
        *("guide-essai", "", "", "1", "", "", "", ""),
    )
    assert code == 0, output
    text = (depot / "data/pays/ruritanie.yml").read_text("utf-8")
    assert 'faits:\n  - texte: Le fait.\n    autorite: La loi\n    date: "2024"\n' in text
