"""Repositories to break, the built site, a browser; the closing line CI reads."""

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from scripts.__main__ import main
from scripts.deliver.booklet.make import KINDS, READY

from .programs import chromium

ROOT = Path(__file__).resolve().parents[1]
EXEMPLE = ROOT / "tests" / "exemple"
EXAMPLE_DAY = "2026-11-23"
"""The day of the example repository, whose dates never change."""


def _last_reading() -> str:
    dates = re.compile(r"^(?:verifie_le|consulte_le): (\d{4}-\d{2}-\d{2})$", re.M)
    files = [*(ROOT / "docs").rglob("*.md"), *(ROOT / "data").rglob("*.yml")]
    return str(max(date for file in files for date in dates.findall(file.read_text("utf-8"))))


TODAY = _last_reading()
"""The day of the tests on the real content: the last time someone read a source."""
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(autouse=True)
def _today(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real content lives on the day of its last reading, the example on its own."""
    day = TODAY if "clone" in request.fixturenames else EXAMPLE_DAY
    monkeypatch.setenv("AUJOURDHUI", day)


@pytest.fixture(scope="session", autouse=True)
def _booklets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Booklets take seconds to print: sites take these blank ones, test_booklet prints its own."""
    folder = tmp_path_factory.mktemp("livrets")
    for cycle in [*(ROOT / "docs/cycles").glob("*/"), *(EXEMPLE / "docs/cycles").glob("*/")]:
        for kind in KINDS:
            (folder / f"{kind}-{cycle.name}.pdf").write_bytes(b"%PDF-1.7\n%%EOF\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(READY, str(folder))
        yield


@pytest.fixture
def depot(tmp_path: Path) -> Path:
    """A copy of the example repository, valid as it stands."""
    return Path(shutil.copytree(EXEMPLE, tmp_path / "depot"))


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A copy of everything that the build of the real site reads."""
    return copy_site(tmp_path / "clone")


def copy_site(target: Path) -> Path:
    """All that the build reads, its settings blank but for the name."""
    target.mkdir()
    for name in ("docs", "data", "overrides", "scripts"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "package.json"):
        shutil.copy(ROOT / name, target)
    settings = target / "data" / "reglages.yml"
    filled = re.compile(r"^(?!nom:|devise:)([a-z_]+):.*$", re.M)
    settings.write_text(filled.sub(r"\1:", settings.read_text("utf-8")), "utf-8")
    return target


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Runs the check command on a repository: exit code and what it prints."""

    def run(root: Path, *options: str) -> tuple[int, str]:
        code = main(["--racine", str(root), "check", *options])
        return code, capsys.readouterr().out

    return run


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once by the command that publishes it."""
    return build(copy_site(tmp_path_factory.mktemp("site") / "clone"))


def build(root: Path) -> Path:
    """The site of a copy, built by the command that publishes it."""
    done = subprocess.run(
        [sys.executable, "-m", "scripts", "site"],
        cwd=root,
        env={**os.environ, "AUJOURDHUI": TODAY, "SOURCE_DATE_EPOCH": "0"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


def copy_example(target: Path) -> Path:
    """The example repository, with the templates and settings of the real site."""
    root = copy_site(target)
    for name in ("docs", "data"):
        shutil.rmtree(root / name)
        shutil.copytree(EXEMPLE / name, root / name)
    real, menu = (folder / "mkdocs.yml" for folder in (root, EXEMPLE))
    nav = re.compile(r"^nav:\n(?:  .*\n)+", re.M)
    wanted = nav.search(menu.read_text("utf-8"))
    assert wanted
    real.write_text(nav.sub(wanted[0], real.read_text("utf-8")), "utf-8")
    return root


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example repository, built: pages that no change of the content moves."""
    root = copy_example(tmp_path_factory.mktemp("example") / "clone")
    environment = {**os.environ, "AUJOURDHUI": EXAMPLE_DAY, "SOURCE_DATE_EPOCH": "0"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return root / "site"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def send_error(self, code: int, *_: object) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The built site served on the loopback, with its own 404."""
    with served(site) as found:
        yield found


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a folder served on the loopback for as long as the block lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine’s Chromium."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
        yield found
        found.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print « N passed, N failed », the plain line that any CI understands."""
    stats = terminalreporter.stats
    passed = len(stats.get("passed", []))
    failed = len(stats.get("failed", [])) + len(stats.get("error", []))
    terminalreporter.write_line(f"{passed} passed, {failed} failed")
