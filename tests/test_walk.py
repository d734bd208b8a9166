"""The paths in, walked to their end against a real remote: what is pushed passes the check."""

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml

from scripts.check import verify
from scripts.report import ERROR

from .conftest import EXAMPLE_DAY, ROOT
from .test_nouveau import QUESTION as TYPED
from .test_proposition import PRATIQUE, event

WORKFLOW = ROOT / ".github" / "workflows" / "proposition.yml"
WHO = ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL")
GH = """\
#!/bin/sh
printf '%s\\n' "$*" >> "$JOURNAL"
test "$1 $2" != "pr list" || echo "${OUVERTES:-0}"
"""
"""Stands for the forge’s command: writes down what it is asked."""


@pytest.fixture
def work(depot: Path, tmp_path: Path) -> Path:
    """A clone of a bare repository that holds the example and the scripts."""
    shutil.copytree(ROOT / "scripts", depot / "scripts", ignore=shutil.ignore_patterns("__py*"))
    remote, work = tmp_path / "forge.git", tmp_path / "travail"
    _run(tmp_path, "git", "init", "--quiet", "--bare", "--initial-branch=main", str(remote))
    _run(depot, "git", "init", "--quiet", "--initial-branch=main")
    _run(depot, "git", "add", "docs", "data", "mkdocs.yml", "scripts")
    _run(depot, "git", "commit", "--quiet", "--message", "Exemple")
    _run(depot, "git", "push", "--quiet", str(remote), "main")
    _run(tmp_path, "git", "clone", "--quiet", str(remote), str(work))
    return work


def _run(folder: Path, *command: str, typed: str = "", **more: str) -> str:
    environment = {**os.environ, **dict.fromkeys(WHO, "essai@exemple.fr")}
    environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    environment |= {"AUJOURDHUI": EXAMPLE_DAY, "PYTHONDONTWRITEBYTECODE": "1", **more}
    environment["PATH"] = f"{Path(sys.executable).parent}:{environment['PATH']}"
    done = subprocess.run(
        command, cwd=folder, env=environment, input=typed, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _pushed(tmp_path: Path, branch: str) -> Path:
    """What the forge now has on a branch, checked: a short sheet is no error."""
    target = tmp_path / "relecture"
    remote = str(tmp_path / "forge.git")
    _run(tmp_path, "git", "clone", "--quiet", "--branch", branch, remote, str(target))
    _, problems = verify(target, date.fromisoformat(EXAMPLE_DAY))
    assert [one for one in problems if one.severity == ERROR] == []
    return target


def test_from_a_terminal(work: Path, tmp_path: Path) -> None:
    typed = "".join(f"{line}\n" for line in (*TYPED, "", ""))
    output = _run(work, "python", "-m", "scripts", "nouveau", typed=typed)
    commands = re.findall(r"^  (git .+)$", output, re.M)
    assert len(commands) == 4
    for command in commands:
        _run(work, "sh", "-c", command)
    found = _pushed(tmp_path, "est-ce-l-essai")
    assert (found / "data/faq/est-ce-l-essai.yml").is_file()


def _walk_the_workflow(
    work: Path, tmp_path: Path, answers: dict[str, str], **more: str
) -> list[str]:
    """Runs the shell lines of the workflow as the forge would; what `gh` was asked."""
    (job,) = yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"].values()
    steps = {step["name"]: step for step in job["steps"] if "run" in step}
    tools = tmp_path / "outils"
    tools.mkdir()
    (tools / "gh").write_text(GH)
    (tools / "gh").chmod(0o755)
    output, journal = tmp_path / "sorties", tmp_path / "journal"
    journal.touch()
    given = {
        "GITHUB_EVENT_PATH": str(event(tmp_path, answers)),
        "GITHUB_OUTPUT": str(output),
        "RUNNER_TEMP": str(tmp_path / "temp"),
        "JOURNAL": str(journal),
        **more,
        "PATH": f"{tools}:{Path(sys.executable).parent}:{os.environ['PATH']}",
    }
    (tmp_path / "temp").mkdir()
    nobody = (word for name in WHO for word in ("-u", name))
    shell = ("env", *nobody, "bash", "-e", "-o", "pipefail", "-c")
    _run(work, *shell, steps["Lire le formulaire"]["run"], **given)
    said = dict(line.split("=", 1) for line in output.read_text().splitlines())
    given |= {"NUMERO": "12", "BASE": "main"}
    given |= {"BRANCHE": said.get("branche", ""), "CHEMIN": said.get("chemin", "")}
    for name, step in steps.items():
        if step.get("if") == f"steps.lire.outputs.code == '{said['code']}'":
            _run(work, *shell, steps[name]["run"], **given)
    return journal.read_text().splitlines()


def test_from_a_form(work: Path, tmp_path: Path) -> None:
    """Words that would act in a shell, in git or in the output file are only words."""
    words = "--help `touch a` $(touch b) ; touch c | d\nbranche=main"
    asked = _walk_the_workflow(work, tmp_path, PRATIQUE | {"Titre": words, "Délai": words})
    name = "help-touch-a-touch-b-touch-c-d-branche-main"
    found = _pushed(tmp_path, f"proposition/12-{name}")
    assert not {"a", "b", "c"} & {path.name for path in [*work.iterdir(), *found.iterdir()]}
    (created,) = [line for line in asked if line.startswith("pr create")]
    title = f"Proposition 12 : docs/pratiques/{name}"
    assert f"--base main --head proposition/12-{name} --title {title} --body-file" in created
    changed = _run(found, "git", "diff", "--name-only", "HEAD~1")
    assert changed == f"docs/pratiques/{name}.md\n"


def test_what_a_reviewer_corrected_is_not_overwritten(work: Path, tmp_path: Path) -> None:
    _run(work, "git", "push", "--quiet", "origin", "HEAD:refs/heads/proposition/12-corrigee")
    asked = _walk_the_workflow(work, tmp_path, PRATIQUE)
    assert [line.split(" --")[0] for line in asked] == [
        "auth setup-git",
        "issue comment 12",
        "issue edit 12",
    ]
    heads = _run(work, "git", "ls-remote", "--heads", "origin").splitlines()
    assert [line.rpartition("/")[2] for line in heads] == ["main", "12-corrigee"]


@pytest.mark.parametrize("opened", ["0", "1"])
@pytest.mark.parametrize("corrected", [False, True])
def test_a_branch_that_lacks_its_request_gets_one(
    opened: str, corrected: bool, work: Path, tmp_path: Path
) -> None:
    """The forge took the push and refused the request: the label is put again."""
    _walk_the_workflow(work, tmp_path, PRATIQUE)
    if corrected:
        _run(work, "git", "commit", "--quiet", "--allow-empty", "--message", "Relu")
        _run(work, "git", "push", "--quiet", "origin", "HEAD")
    heads = _run(work, "git", "ls-remote", "--heads", "origin")
    again = tmp_path / "encore"
    _run(tmp_path, "git", "clone", "--quiet", str(tmp_path / "forge.git"), str(again / "travail"))
    asked = _walk_the_workflow(again / "travail", again, PRATIQUE, OUVERTES=opened)
    created = opened == "0" and not corrected
    assert any(line.startswith("pr create --base main") for line in asked) == created
    assert any(line.startswith("issue comment") for line in asked) != created
    assert _run(work, "git", "ls-remote", "--heads", "origin") == heads


@pytest.mark.complet
def test_from_an_incomplete_form(work: Path, tmp_path: Path) -> None:
    asked = _walk_the_workflow(work, tmp_path, PRATIQUE | {"Effort": "9"})
    assert [line.split(" --")[0] for line in asked] == ["issue comment 12", "issue edit 12"]
    assert _run(work, "git", "status", "--porcelain") == ""
    heads = _run(work, "git", "ls-remote", "--heads", "origin").splitlines()
    assert [line.rpartition("/")[2] for line in heads] == ["main"]
