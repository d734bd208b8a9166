"""Hostile content: the check refuses each payload; without the check, the page is inert."""

import ast
import os
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.deposit import faults
from scripts.finish import html, limits
from scripts.finish.failures import explained
from scripts.load import budget, reading, signs
from scripts.report import Problem, render

from .conftest import EXAMPLE_DAY, ROOT, copy_example
from .faults import QUESTION, RESSOURCE, Fault, swap
from .hostile import EVIL, INERT, PAYLOADS, Check, endless_schema
from .test_site import GOOD

SECRET = "zz-valeur-secrete"
PUBLISHED = {".html", ".json", ".xml", ".csv", ".ics", ".txt", ".conf", ""}
NO_NETWORK = """
import sys
def refuse(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        open({log!r}, "a").write(f"{{event}} {{args}}\\n")
        raise OSError("network")
sys.addaudithook(refuse)
"""


@pytest.mark.parametrize("fault", PAYLOADS, ids=lambda fault: fault.name)
def test_check_refuses(fault: Fault, depot: Path, check: Check) -> None:
    fault.plant(depot)
    code, output = check(depot)
    assert fault.is_said(output), output
    assert code == 1
    assert "Traceback" not in output
    assert "Panne" not in output


@pytest.fixture(scope="module")
def inert(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, every page and some data hostile, built with the check off."""
    root = copy_example(tmp_path_factory.mktemp("hostile") / "clone")
    swap("scripts/render/hooks.py", "if errors or", "if")(root)
    quoted = EVIL.replace("'", "''")
    for path in ("docs/cycles/index.md", "docs/faq.md", "docs/guide-3ds/veille.md"):
        page = root / path
        text = page.read_text("utf-8")
        page.write_text(re.sub(r"(?m)^titre: (.*)$", f"titre: '{quoted}'", text) + INERT, "utf-8")
    swap(RESSOURCE, "titre: Guide d’essai", f"titre: '{quoted}'")(root)
    swap(RESSOURCE, "resume: Un guide pour les tests.", f"resume: '{quoted}'")(root)
    swap(QUESTION, "question: Une première", f"question: '{quoted}' # ")(root)
    (root / "docs/images/passwd.png").symlink_to("/etc/passwd")
    (root / "docs/images/etc").symlink_to("/etc/default")
    environment = {
        **os.environ,
        "AUJOURDHUI": EXAMPLE_DAY,
        "SOURCE_DATE_EPOCH": "0",
        "SECRET_MARQUEUR": SECRET,
    }
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return root


def test_bypassed_pages_hold_nothing_active(inert: Path) -> None:
    found = [p for p in html.check(inert / "site") if p.what.startswith("contenu actif")]
    assert found == []
    assert "alert(1)" in (inert / "site/cycles/index.html").read_text("utf-8")


def test_bypassed_macros_do_not_run(inert: Path) -> None:
    assert not list(inert.rglob("pwned"))
    for page in (inert / "site").rglob("*.html"):
        text = page.read_text("utf-8")
        assert not re.search(r"</script>49|49\[a\]|49</|&gt;49", text), page
    assert "{ 7*7 }}" in (inert / "site/faq/index.html").read_text("utf-8")


def test_bypassed_macro_page_keeps_its_list(inert: Path) -> None:
    assert 'id="premiere-question"' in (inert / "site/faq/index.html").read_text("utf-8")


def test_bypassed_build_publishes_no_variable_and_no_file_from_elsewhere(inert: Path) -> None:
    for file in (inert / "site").rglob("*"):
        if file.is_file() and file.suffix in PUBLISHED:
            text = file.read_text("utf-8")
            assert SECRET not in text, file
            assert "root:x:0:" not in text, file
    assert not (inert / "site/images/passwd.png").exists()
    assert not (inert / "site/images/etc").exists()


def test_bypassed_data_block_stays_closed(inert: Path) -> None:
    for page in (inert / "site").rglob("*.html"):
        text = page.read_text("utf-8")
        for block in re.findall(r'<script type="application/[a-z+]+">(.*?)</script>', text, re.S):
            assert "<" not in block


@pytest.mark.parametrize(
    "body",
    [
        '<iframe src="x"></iframe>',
        "<script>alert(1)</script>",
        '<script src="//a.fr/assets/a.js"></script>',
        '<p onclick="alert(1)">x</p>',
        '<p style="x">x</p>',
        '<a href="javascript:alert(1)">x</a>',
        '<a href="java&#9;script:alert(1)">x</a>',
        '<img alt="" src="https://a.fr/a.png">',
        '<img alt="" src="/\\a.fr/a.png">',
        '<meta http-equiv="refresh" content="0">',
        '<meta http-equiv="refresh" content="0; url=\'//a.fr\'">',
        '<meta http-equiv="refresh" content="0; url=///a.fr">',
        '<link rel="STYLESHEET" href="//a.fr/a.css">',
        '<form action="https://a.fr"></form>',
        '<svg><animate attributeName="href"/></svg>',
        '<link rel="stylesheet" href="//a.fr/a.css">',
        "<base href='//a.fr'>",
    ],
)
def test_built_page_that_acts_is_refused(tmp_path: Path, body: str) -> None:
    (tmp_path / "index.html").write_text(GOOD.format(title="Un", body=body), "utf-8")
    assert any(problem.what.startswith("contenu actif") for problem in html.check(tmp_path))


@pytest.mark.complet
def test_build_calls_no_network(tmp_path: Path) -> None:
    """Every Python of the build refuses to connect: none tries. (pandoc runs sandboxed.)"""
    root = copy_example(tmp_path / "clone")
    log = tmp_path / "reseau.txt"
    hook = tmp_path / "hook"
    hook.mkdir()
    (hook / "sitecustomize.py").write_text(NO_NETWORK.format(log=str(log)), "utf-8")
    known = {**os.environ, "PYTHONPATH": str(hook), "SECRET_MARQUEUR": SECRET}
    proof = "import socket; socket.create_connection(('127.0.0.1', 9))"
    assert subprocess.run([sys.executable, "-c", proof], env=known, capture_output=True).returncode
    assert log.read_text("utf-8")
    log.unlink()
    command = [sys.executable, "-m", "scripts", "site"]
    done = subprocess.run(command, cwd=root, env=known, capture_output=True, text=True)
    # The example has no menu page: it is refused last, once everything is made.
    assert "Pages construites refusées" in done.stderr
    assert "contenu actif" not in done.stderr
    assert not log.exists()


def test_command_forgets_the_variables_of_the_machine(tmp_path: Path) -> None:
    """What the build starts cannot read a secret: a program in its place sees none."""
    seen = (
        "import os; from scripts.finish import limits; limits.bound('check');"
        "import subprocess, sys;"
        "print(subprocess.run([sys.executable, '-c', 'import os; print(dict(os.environ))'],"
        " capture_output=True, text=True).stdout, dict(os.environ))"
    )
    known = {**os.environ, "SECRET_MARQUEUR": SECRET, "GITHUB_TOKEN": SECRET}
    done = subprocess.run(
        [sys.executable, "-c", seen], cwd=ROOT, env=known, capture_output=True, text=True
    )
    assert "PATH" in done.stdout
    assert SECRET not in done.stdout + done.stderr


AS_THE_SHELL_RUNS_IT = """
import argparse, os, resource, runpy, sys
def parsed(self, *args, old=argparse.ArgumentParser.parse_args):
    found = old(self, *args)
    found.command = lambda _: print(sorted(os.environ), resource.getrlimit(resource.RLIMIT_CPU)[0])
    return found
argparse.ArgumentParser.parse_args = parsed
runpy.run_module("scripts", run_name="__main__", alter_sys=True)
"""
GIT, PROXY = {"GIT_AUTHOR_NAME", "SSH_AUTH_SOCK"}, {"HTTPS_PROXY", "no_proxy", "SSL_CERT_FILE"}


@pytest.mark.parametrize(
    ("command", "kept", "seconds"),
    [
        ("check", set(), 180),
        ("--racine site proposition --evenement site", set(), None),
        ("nouveau", set(), None),
        ("comparer site arbres", set(), None),
        ("portee --base check", set(), None),
        ("liens", PROXY, None),
        ("hebdomadaire", PROXY, None),
        ("fumee https://exemple.fr/", PROXY, None),
        ("retour site", GIT | PROXY | {"GITHUB_TOKEN"}, None),
    ],
)
def test_each_command_keeps_the_variables_of_its_work(
    command: str, kept: set[str], seconds: int | None
) -> None:
    known = {**os.environ, **dict.fromkeys({*GIT, *PROXY, "GITHUB_TOKEN"}, SECRET)}
    done = subprocess.run(
        [sys.executable, "-c", AS_THE_SHELL_RUNS_IT, *command.split()],
        cwd=ROOT,
        env=known,
        capture_output=True,
        text=True,
    )
    names, _, limit = done.stdout.rpartition("] ")
    assert {*GIT, *PROXY, "GITHUB_TOKEN"} & set(ast.literal_eval(names + "]")) == kept
    assert int(limit) == (seconds or resource.getrlimit(resource.RLIMIT_CPU)[0])


def test_environment_keeps_what_the_build_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_MARQUEUR", SECRET)
    known = limits.environment(DOSSIER_LIVRABLES="x")
    assert known["AUJOURDHUI"] == EXAMPLE_DAY
    assert known["DOSSIER_LIVRABLES"] == "x"
    assert SECRET not in known.values()


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("a = bytearray(10**9)", "la mémoire permise"),
        pytest.param("while True: pass", "le temps de calcul permis", marks=pytest.mark.complet),
        ("f = open('gros', 'wb'); f.write(bytes(10**7)); f.close()", "plus gros que"),
        ("def a(): a()\n    a()", "la profondeur permise"),
    ],
)
def test_limits_are_said_in_french(tmp_path: Path, code: str, says: str) -> None:
    program = f"""
import sys; sys.path.insert(0, {str(ROOT)!r})
from scripts.finish import limits
from scripts.finish.failures import explained
from scripts.load import reading
limits.MEMORY, limits.FILE, limits.SECONDS = 500_000_000, 1_000_000, {{"check": 1}}
limits.bound("check")
reading.now("docs/lourd.md")
def run():
    {code}
    return 0
sys.exit(explained(run))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert "plus gros" in says or "docs/lourd.md" in done.stderr


def test_limits_leave_this_process_alone(depot: Path, check: Check) -> None:
    before = resource.getrlimit(resource.RLIMIT_DATA)
    check(depot)
    assert resource.getrlimit(resource.RLIMIT_DATA) == before


def test_a_program_that_never_ends_is_stopped(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def never() -> int:
        raise subprocess.TimeoutExpired(["/usr/bin/pandoc"], 1)

    reading.now("")
    assert explained(never) == 1
    assert "a dépassé le temps permis (pandoc)" in capsys.readouterr().err


def test_schemas_are_never_written_through_a_link(
    depot: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "mien.txt"
    mine.write_text("à moi", "utf-8")
    schema = depot / "data/schemas/arbre.json"
    schema.unlink()
    schema.symlink_to(mine)
    assert main(["--racine", str(depot), "schemas"]) == 1
    assert mine.read_text("utf-8") == "à moi"
    assert "data/schemas/arbre.json:1:1 : lien symbolique" in capsys.readouterr().err


def test_endless_schema_is_not_read(depot: Path, check: Check) -> None:
    endless_schema(depot)
    assert check(depot)[0] == 1


def test_report_stays_on_its_lines() -> None:
    hostile = Problem("docs/a.md", 1, 1, "référence « a\n::error::b\x1b[2J »", ("x\r\ny",))
    assert render([hostile]).splitlines() == [
        "docs/a.md:1:1 : référence « a ::error::b [2J »",
        "  x y",
    ]
    assert "\n" not in render([hostile], "github")


def test_too_many_files_are_not_read(
    depot: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget, "MOST_FILES", 60)
    for rank in range(70):
        (depot / f"docs/images/a{rank}.png").touch()
    code, output = check(depot)
    assert code == 1
    assert "docs/images:1:1 : fichiers dans docs/ et data/ : 61, 60 au plus." in output
    assert "pas une image" not in output


def test_budget_counts_texts_apart() -> None:
    sizes = {f"docs/pratiques/a{n}.md": 50_000 for n in range(1_500)} | {"docs/a.png": 9}
    assert [problem.path for problem in budget.overspent(sizes)] == ["docs/pratiques"]
    assert budget.overspent(dict.fromkeys(map(str, range(2_100)), 10_000)) == []


def test_work_grows_with_what_a_renderer_toils_on() -> None:
    dense, sparse = "*a* " * 3_000, "\n\n".join(["*a* b"] * 3_000)
    assert signs.work(dense) > signs.MOST_WORK > signs.work(sparse)


def test_spreadsheet_cell_without_end_is_read_at_once(tmp_path: Path) -> None:
    """Its former pattern took minutes over this cell; now it is a formula or a number."""
    path = tmp_path / "a.csv"
    path.write_text(f"-{' ' * 130_000}x\n", "utf-8")
    assert [fault.what[-40:] for fault in faults(path)]


def test_unread_part_of_a_document_is_refused(tmp_path: Path, depot: Path) -> None:
    from scripts.deposit import office

    body = b"<d>" + b"<a/>" * (office.MOST_XML // 4) + b"</d>"
    found = office.odf(".odt", {"mimetype": office.ODF[".odt"].encode(), "content.xml": body})
    assert [fault.what for fault in found] == ["« content.xml » n’est pas du XML ordinaire."]


SECURITY = ROOT / ".github/SECURITY.md"


def test_every_proof_of_the_policy_exists() -> None:
    text = SECURITY.read_text("utf-8")
    named = re.findall(r"`(test_\w+\.py)::(test_\w+)(?:\[([\w-]+)\])?`", text)
    assert len(named) > 20
    for file, test, case in named:
        source = (ROOT / "tests" / file).read_text("utf-8")
        assert f"def {test}(" in source, f"{file}::{test}"
        cases = "".join(
            (ROOT / "tests" / name).read_text("utf-8") for name in ("hostile.py", "faults.py", file)
        )
        assert not case or f'"{case}' in cases, f"{file}::{test}[{case}]"
