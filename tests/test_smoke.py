"""`make fumee` on the built example, whole, then broken in every way it must see."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.finish import version
from scripts.network import Answer, Client, Unreachable
from scripts.publish.checks import LOST
from scripts.publish.smoke import TRIES, smoke
from scripts.render.csp import HEADERS

from .servers import Behaviour, in_turn, says, server

KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".txt": "text/plain",
    ".xml": "application/xml",
}
FIRST = "/cycles/essai/"


def _behaviours(site: Path) -> dict[str, Behaviour]:
    """Each text file of `site` at its address, as a host that sends our headers would."""
    found = {}
    for file in site.rglob("*"):
        if kind := KINDS.get(file.suffix):
            path = f"/{file.relative_to(site).as_posix()}".removesuffix("index.html")
            headers = {**HEADERS, "Content-Type": kind}
            found[path] = says(200, file.read_text("utf-8"), **headers)
    found[f"/{LOST}"] = says(404, (site / "404.html").read_text("utf-8"))
    return found


@contextmanager
def online(site: Path, **broken: Behaviour) -> Iterator[str]:
    """The address of the example; `broken` replaces what `_` paths answer."""
    with server({**_behaviours(site), **broken}) as at:
        yield f"{at.address}/"


def _page(site: Path, path: str, old: str, new: str) -> Behaviour:
    text = (site / path.strip("/") / "index.html").read_text("utf-8")
    assert old in text
    return says(200, text.replace(old, new), Content_Type="text/html", **HEADERS)


def look(site: Path, address: str, commit: str = "", sleep: list[float] | None = None) -> int:
    slept = [] if sleep is None else sleep
    return smoke(site.parent, address, commit, slept.append)


def test_a_whole_site_is_in_order(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with online(example) as address:
        assert look(example, address) == 0
    said = capsys.readouterr().out
    assert said == "Le site en ligne est en ordre.\n"


def test_a_host_without_headers_is_told_and_accepted(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = says(200, (example / "index.html").read_text("utf-8"), Content_Type="text/html")
    with online(example, **{"/": home}) as address:
        assert look(example, address) == 0
    said = capsys.readouterr().out
    for name in HEADERS:
        assert f"attention : l’en-tête {name} est absent." in said


def _defects(site: Path) -> dict[str, tuple[str, Behaviour, str]]:
    home = (site / "index.html").read_text("utf-8")
    weak = {**HEADERS, "Content-Security-Policy": "default-src *", "Content-Type": "text/html"}
    lost = (site / "404.html").read_text("utf-8")
    return {
        "missing page": (FIRST, says(404), "répond 404 au lieu de 200"),
        "page as a file to download": (
            FIRST,
            says(200, home, Content_Type="application/octet-stream"),
            "est servi comme « application/octet-stream »",
        ),
        "another site": ("/", says(200, "Bonjour", Content_Type="text/html"), "« <h1 »"),
        "weak policy in the page": (
            FIRST,
            _page(site, FIRST, "default-src 'none'", "default-src *"),
            "n’a pas la politique de sécurité",
        ),
        "no policy in the page": (
            FIRST,
            _page(site, FIRST, "Content-Security-Policy", "X-Rien"),
            "n’a pas la politique de sécurité",
        ),
        "weak policy in the header": ("/", says(200, home, **weak), "vaut « default-src * »"),
        "absent page answered as present": (
            f"/{LOST}",
            says(200, lost, Content_Type="text/html"),
            "répond 200 au lieu de 404",
        ),
        "the host’s own 404": (f"/{LOST}", says(404, "Not found"), "ne montre pas la page 404"),
        "cut index": (
            "/search/index.json",
            says(200, '{"a": [', Content_Type="application/json"),
            "search/index.json : ne se lit pas.",
        ),
        "script as text": (
            "/assets/menu.js",
            says(200, "", Content_Type="text/plain"),
            "est servi comme « text/plain » au lieu de « text/javascript »",
        ),
        "no robots": ("/robots.txt", says(500), "robots.txt : répond 500"),
    }


DEFECTS = [
    *("missing page", "page as a file to download", "another site", "weak policy in the page"),
    *("no policy in the page", "weak policy in the header", "absent page answered as present"),
    *("the host’s own 404", "cut index", "script as text", "no robots"),
]


@pytest.mark.parametrize("name", DEFECTS)
def test_a_defect_is_seen(example: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    path, behaviour, says_so = _defects(example)[name]
    with online(example, **{path: behaviour}) as address:
        assert look(example, address) == 1
    said = capsys.readouterr().out
    assert says_so in said
    assert "en ligne." in said.splitlines()[-1]


def test_waits_for_the_publication_to_spread(example: Path) -> None:
    fine = _behaviours(example)[FIRST]
    slept: list[float] = []
    with online(example, **{FIRST: in_turn(says(404), says(404), fine)}) as address:
        assert look(example, address, sleep=slept) == 0
    assert len(slept) == 2


def test_gives_up_in_the_end(example: Path) -> None:
    slept: list[float] = []
    with online(example, **{FIRST: says(404)}) as address:
        assert look(example, address, sleep=slept) == 1
    assert len(slept) == TRIES - 1


def test_asks_for_a_version(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mark = says(200, json.dumps({"commit": "abc"}), Content_Type="application/json")
    with online(example, **{f"/{version.FILE}": mark}) as address:
        assert look(example, address, "abc") == 0
        assert look(example, address, "abd") == 1
        assert "annonce abc au lieu de abd" in capsys.readouterr().out
    with online(example) as address:
        assert look(example, address, "abc") == 1
        assert "une version inconnue" in capsys.readouterr().out


def test_nobody_there_is_said(
    example: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert look(example, "http://127.0.0.1:1/") == 1
    assert "ne répond pas : connexion coupée." in capsys.readouterr().out
    assert main(["fumee", "exemple"]) == 1
    assert "n’est pas une adresse" in capsys.readouterr().out


def test_a_mute_host_is_asked_once_a_look(
    example: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def mute(_: Client, _method: str, address: str, limit: int = 0) -> Answer:
        asked.append(address)
        raise Unreachable("réponse trop lente")

    monkeypatch.setattr(Client, "ask", mute)
    assert look(example, "https://exemple.fr/", "abc") == 1
    assert asked == ["https://exemple.fr/"] * TRIES
    said = capsys.readouterr().out
    assert "https://exemple.fr/ : ne répond pas : réponse trop lente." in said
    assert said.endswith("1 défaut en ligne.\n")


def test_the_version_is_written_beside_the_pages(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    version.write(site, tmp_path, date(2026, 11, 23))
    assert not (site / version.FILE).exists()
    (tmp_path / "page.md").write_text("Un.\n", "utf-8")
    who = ("-c", "user.name=Équipe", "-c", "user.email=equipe@exemple.fr")
    for command in (("init", "-q"), ("add", "page.md"), (*who, "commit", "-qm", "Un")):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    version.write(site, tmp_path, date(2026, 11, 23))
    mark = json.loads((site / version.FILE).read_text("utf-8"))
    assert len(mark["commit"]) == 40
    assert mark["jour"] == "2026-11-23"
    (tmp_path / "page.md").write_text("Deux.\n", "utf-8")
    assert version.commit(tmp_path) == f"{mark['commit']}+modifs"
