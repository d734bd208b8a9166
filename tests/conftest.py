"""A small valid repository to break, and the closing line that CI reads."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.__main__ import main

ROOT = Path(__file__).resolve().parents[1]
EXEMPLE = ROOT / "tests" / "exemple"
TODAY = "2026-11-23"


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUJOURDHUI", TODAY)


@pytest.fixture
def depot(tmp_path: Path) -> Path:
    """A copy of the example repository, valid as it stands."""
    return Path(shutil.copytree(EXEMPLE, tmp_path / "depot"))


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Runs the check command on a repository: exit code and what it prints."""

    def run(root: Path, *options: str) -> tuple[int, str]:
        code = main(["--racine", str(root), "check", *options])
        return code, capsys.readouterr().out

    return run


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print « N passed, N failed », the plain line that any CI understands."""
    stats = terminalreporter.stats
    passed = len(stats.get("passed", []))
    failed = len(stats.get("failed", [])) + len(stats.get("error", []))
    terminalreporter.write_line(f"{passed} passed, {failed} failed")
