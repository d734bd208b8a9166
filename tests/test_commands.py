"""The commands a person types, and what they say when the machine refuses."""

import re
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from scripts.__main__ import main

from .conftest import ROOT
from .faults import FAULTS


def test_help_lists_every_target() -> None:
    done = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True)
    shown = set(re.findall(r"make ([a-z-]+) ", done.stdout))
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.M)
    assert phony
    assert shown == set(phony[1].split())


def test_taken_port_is_said_in_french(depot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["--racine", str(depot), "serve", "--port", str(port)]) == 1
    assert "le port est déjà pris" in capsys.readouterr().err


def test_bad_day_is_said_in_french(
    depot: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AUJOURDHUI", "demain")
    assert main(["--racine", str(depot), "check"]) == 1
    assert "AUJOURDHUI=demain : écrivez année-mois-jour" in capsys.readouterr().err


def test_serve_answers_and_reloads(clone: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    server = subprocess.Popen(
        command, cwd=clone, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        assert _shows(port, "Ce qui marche")
        page = clone / "docs" / "index.md"
        page.write_text(page.read_text("utf-8").replace("Ce qui marche", "Ce qui compte"), "utf-8")
        assert _shows(port, "Ce qui compte")
    finally:
        server.terminate()
        server.wait()


def _shows(port: int, words: str) -> bool:
    for _ in range(120):
        try:
            with urlopen(f"http://127.0.0.1:{port}/") as answer:
                if words in answer.read().decode():
                    return True
        except OSError:
            pass
        time.sleep(0.25)
    return False


def test_thirty_faults_at_once(depot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Thirty files, a fault in each: all are reported, each at its place."""
    kept = [fault for fault in FAULTS if fault.path == "data/ressources/guide-essai.yml"]
    source = depot / "data" / "ressources" / "guide-essai.yml"
    good = source.read_text("utf-8")
    expected = []
    for number, fault in enumerate(kept * 2):
        if number == 30:
            break
        fault.plant(depot)
        name = f"data/ressources/faute-{number}.yml"
        shutil.move(source, depot / name)
        source.write_text(good, "utf-8")
        expected.append((fault, name))
    assert len(expected) == 30
    assert main(["--racine", str(depot), "check"]) == 1
    output = capsys.readouterr().out
    for fault, name in expected:
        place = f"{name}:{fault.line}:{fault.column} : "
        lines = [line for line in output.splitlines() if line.startswith(place)]
        assert any(fault.says in line for line in lines), (fault.name, output)
