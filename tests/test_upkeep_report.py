"""What the weekly upkeep finds in the content, where, and how it is said."""

import json
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.load import load
from scripts.network import Client
from scripts.report import WARNING, Problem, render
from scripts.upkeep import commands, links, weekly
from scripts.upkeep.addresses import Place, addresses
from scripts.upkeep.manners import Manners
from scripts.upkeep.probe import ALIVE, DEAD, MOVED, REVIEW, UNASKED, Verdict

from .faults import body, swap
from .servers import Server, says, server

GUIDE = "data/ressources/guide-essai.yml"
PAGE = "docs/cycles/index.md"


def _manners() -> Manners:
    return Manners(Client("essai/1.0", private=True), lambda _: None)


def _point(depot: Path, at: Server) -> None:
    """Every address of the example leads to the test server."""
    for path in (*depot.rglob("*.yml"), *depot.rglob("*.md")):
        text = path.read_text("utf-8")
        path.write_text(text.replace("https://exemple.fr", at.address), "utf-8")


def test_addresses_and_their_places(depot: Path) -> None:
    body(
        "Un [lien](https://exemple.fr/page#partie), <https://exemple.fr/nu>, une\n"
        "[référence][r], `https://exemple.fr/code`, [interne](../faq.md).\n\n"
        "[r]: https://exemple.fr/page"
    )(depot)
    found = addresses(load(depot)[0])
    assert found["https://exemple.fr/guide"] == [Place(GUIDE, 5, 6)]
    assert found["https://exemple.fr/page"] == [Place(PAGE, 8, 11), Place(PAGE, 11, 6)]
    assert found["https://exemple.fr/nu"] == [Place(PAGE, 8, 45)]
    assert not any("code" in address for address in found)


def test_addresses_in_the_prose_of_data(depot: Path) -> None:
    path = "data/faq/premiere-question.yml"
    old = next(
        line for line in (depot / path).read_text("utf-8").splitlines() if "reponse:" in line
    )
    swap(path, old, "reponse: Voir [là](https://exemple.fr/la).")(depot)
    assert [one.path for one in addresses(load(depot)[0])["https://exemple.fr/la"]] == [path]


def test_our_own_address_is_not_probed(depot: Path) -> None:
    swap("data/reglages.yml", "site_url:", "site_url: https://exemple.fr/nous/")(depot)
    assert "https://exemple.fr/nous/" not in addresses(load(depot)[0])


def test_a_dead_link_is_said_at_its_place(depot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with server({"/loi": says(301, Location="/loi-2022")} | {"/loi-2022": says(200)}) as at:
        _point(depot, at)
        assert commands.probe_links(depot, "texte", _manners()) == 0
        said = capsys.readouterr().out
        assert f"{GUIDE}:5:6 : attention : lien mort : « {at.address}/guide », 404" in said
        assert "  Cherchez la nouvelle adresse chez l’éditeur" in said
        assert f"puis écrivez : {at.address}/loi-2022" in said
        assert "2 adresses : 0 vivante, 1 redirigée, 1 morte, 0 à revoir, 0 non sondée." in said


@pytest.mark.parametrize("fmt", ["github", "gitlab", "json", "markdown"])
def test_every_format(depot: Path, capsys: pytest.CaptureFixture[str], fmt: str) -> None:
    with server({}) as at:
        _point(depot, at)
        assert commands.probe_links(depot, fmt, _manners()) == 0
    said = capsys.readouterr().out
    assert "lien mort" in said
    if fmt in ("json", "gitlab"):
        assert len(json.loads(said)) == 2
    if fmt == "json":
        assert json.loads(said)[0]["severity"] == WARNING


def test_without_network_nothing_is_concluded(
    depot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    swap(GUIDE, "https://exemple.fr/guide", "http://127.0.0.1:1/guide")(depot)
    swap("data/ressources/texte-essai.yml", "https://exemple.fr", "http://127.0.0.1:1")(depot)
    assert commands.probe_links(depot, "texte", _manners()) == 0
    said = capsys.readouterr()
    assert links.NO_NETWORK in said.err
    assert "mort" not in said.out
    report = depot / "rapport.md"
    assert commands.write_weekly(depot, report, _manners()) == 0
    assert links.NO_NETWORK in report.read_text("utf-8")


def test_a_redirection_to_the_home_page_is_suspect() -> None:
    found = {"https://exemple.fr/a": [Place("a.yml", 1, 1)]}
    moved = {"https://exemple.fr/a": Verdict(MOVED, "", "https://exemple.fr/")}
    assert "a sans doute disparu" in links.problems(found, moved)[0].mends[0]


def test_the_report_sorts_dates_and_settings(
    depot: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    swap(PAGE, "publie_le:", "valable_jusqu_au: 2026-11-01\npublie_le:")(depot)
    swap("docs/faq.md", "publie_le:", "valable_jusqu_au: 2027-02-01\npublie_le:")(depot)
    swap(GUIDE, "consulte_le: 2026-11-01", "consulte_le: 2025-01-01")(depot)
    report = depot / "rapport.md"
    with server({"/guide": says(200), "/loi": says(200)}) as at:
        _point(depot, at)
        assert commands.write_weekly(depot, report, _manners()) == 0
    text = report.read_text("utf-8")
    assert "# Suivi hebdomadaire du 23\u00a0novembre\u00a02026" in text
    titles = ("Texte qui a pris fin (1)", "Texte qui prend fin dans les six mois (1)")
    for title in (*titles, "Sans relecture depuis douze mois (1)"):
        assert f"### {title}" in text
    assert f"- `{PAGE}:5:19` : " in text
    assert "L’expérimentation prend fin le" in text
    assert "Vides dans `data/reglages.yml` : site_url" in text
    assert "le site ne se publie pas" in text
    assert "Rapport écrit dans" in capsys.readouterr().out


def test_a_content_that_does_not_load_still_gets_its_report(depot: Path) -> None:
    (depot / "data/reglages.yml").write_text("nom: [", "utf-8")
    (depot / "data/experimentation.yml").write_text("nom: [", "utf-8")
    (depot / "data/adresses.yml").write_text("adresses: [", "utf-8")
    with server({"/guide": says(200), "/loi": says(200)}) as at:
        _point(depot, at)
        assert commands.write_weekly(depot, depot / "rapport.md", _manners()) == 0
    said = (depot / "rapport.md").read_text("utf-8")
    assert "`data/reglages.yml` ne se lit pas" in said
    assert "`data/adresses.yml` ne se lit pas" in said
    assert "sont gardées" not in said


def test_nothing_of_the_content_acts_in_an_issue() -> None:
    what = "« https://exemple.fr/@equipe`<b> » @equipe <script> [a](javascript:x) #12 ![i](u)"
    said = render([Problem("a`b.yml", 1, 1, what)], "markdown")
    assert said.startswith("- `a%60b.yml:1:1` : ")
    assert "`https://exemple.fr/@equipe%60<b>`" in said
    outside = said.split("`")[::2]
    for sign in ("@equipe", "<script", "[a](", "![i]", "#12"):
        assert not any(part.startswith(sign) or f" {sign}" in part for part in outside)


def test_a_problem_in_markdown_stays_on_its_line() -> None:
    what = "« un\n\n# Titre » www.exemple.fr\n- @equipe"
    said = render([Problem("a\n\n@equipe.yml", 1, 1, what, ("Deux\n# Titre",))], "markdown")
    assert len(said.splitlines()) == 2
    assert "www." not in said
    assert "# Titre" not in said


def test_a_long_report_fits_in_an_issue(depot: Path) -> None:
    base, _ = load(depot)
    found = {f"https://exemple.fr/{n}/{'a' * 900}": [Place("a.yml", n, 1)] for n in range(900)}
    states = (ALIVE, MOVED, DEAD, REVIEW, UNASKED)
    verdicts = {
        one: Verdict(states[rank % 5], "404", one + "b") for rank, one in enumerate(sorted(found))
    }
    from datetime import date

    text = weekly.report(base, date(2026, 11, 23), found, verdicts)
    assert len(text) < 65_000
    assert "Le rapport est coupé ici" in text


def test_a_target_that_cannot_be_written_is_said(
    depot: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("scripts.upkeep.commands.patrol", lambda *_: None)
    target = str(depot / "absent" / "rapport.md")
    assert main(["--racine", str(depot), "hebdomadaire", "--sortie", target]) == 1
    assert "Impossible : " in capsys.readouterr().err
