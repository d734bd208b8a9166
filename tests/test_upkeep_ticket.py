"""The one rolling issue: what the weekly workflows do, with a forge that only takes notes."""

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from .conftest import ROOT

NOTES = "appels.txt"
GH = """#!/bin/sh
echo "gh $*" >> appels.txt
[ "$1 $2" = "issue list" ] && printf '%s' "$OUVERT"
exit 0
"""
CURL = """#!/bin/sh
echo "curl $*" >> appels.txt
case "$*" in *per_page=1*) printf '%s' "$OUVERT";; esac
exit 0
"""


def _yaml(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text("utf-8"))


def _notes(folder: Path, name: str, program: str, script: str, **variables: str) -> list[str]:
    """What `script` asks of `program`, one call a line."""
    (folder / "bin").mkdir()
    (folder / "bin" / name).write_text(program, "utf-8")
    (folder / "bin" / name).chmod(0o755)
    (folder / "rapport.md").write_text("# Rapport\n", "utf-8")
    path = f"{folder / 'bin'}:{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-e", "-c", script], cwd=folder, env={"PATH": path, **variables}, text=True
    )
    assert done.returncode == 0
    return (folder / NOTES).read_text("utf-8").splitlines()


@pytest.mark.parametrize(
    ("number", "wanted"),
    [
        ("12", "gh issue edit 12 --body-file rapport.md"),
        ("", "gh issue create --title Suivi hebdomadaire --label suivi-hebdomadaire --body-file"),
    ],
)
def test_github_keeps_one_issue(tmp_path: Path, number: str, wanted: str) -> None:
    job = _yaml(".github/workflows/hebdomadaire.yml")["jobs"]["ticket"]
    script = job["steps"][-1]["run"]
    calls = _notes(tmp_path, "gh", GH, script, OUVERT=number)
    assert calls[-1].startswith(wanted)
    assert sum("issue edit" in call or "issue create" in call for call in calls) == 1
    assert not any("close" in call for call in calls)


@pytest.mark.parametrize(
    ("found", "wanted", "end"),
    [
        ('[{"iid": 7}]', "--request PUT", "/projects/3/issues/7"),
        ("[]", "--request POST", "/projects/3/issues"),
    ],
)
def test_gitlab_keeps_one_issue(tmp_path: Path, found: str, wanted: str, end: str) -> None:
    script = "\n".join(_yaml(".gitlab/hebdomadaire.yml")["ticket"]["script"])
    calls = _notes(
        tmp_path,
        "curl",
        CURL,
        script,
        OUVERT=found,
        CI_API_V4_URL="https://forge.exemple.fr/api/v4",
        CI_PROJECT_ID="3",
        JETON_SUIVI="secret",
    )
    assert wanted in calls[-1]
    assert calls[-1].endswith(end)
    assert "description@rapport.md" in calls[-1]
    assert not any("secret" in call for call in calls)


def test_only_the_job_that_writes_may_write() -> None:
    jobs = _yaml(".github/workflows/hebdomadaire.yml")["jobs"]
    assert jobs["rapport"]["permissions"] == {"contents": "read"}
    assert jobs["ticket"]["permissions"] == {"issues": "write"}
    jobs = _yaml(".github/workflows/publier.yml")["jobs"]
    assert jobs["mettre-en-ligne"]["permissions"] == {"pages": "write", "id-token": "write"}
    for name in ("construire", "controler"):
        assert jobs[name]["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("complete", [True, False])
def test_incomplete_settings_are_explained_not_red(tmp_path: Path, complete: bool) -> None:
    steps = _yaml(".github/workflows/publier.yml")["jobs"]["construire"]["steps"]
    script = next(one["run"] for one in steps if one.get("id") == "mentions")
    says = "" if complete else "echo 'Remplissez dans data/reglages.yml : editeur.'; exit 1"
    make = f'#!/bin/sh\necho "make $*" >> {NOTES}\n{says}\n'
    files = {
        name: str(tmp_path / name) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "temp")
    }
    (tmp_path / "temp").mkdir()
    _notes(tmp_path, "make", make, script, RUNNER_TEMP=files.pop("temp"), **files)
    output = (tmp_path / "GITHUB_OUTPUT").read_text("utf-8")
    assert output == f"publiable={'oui' if complete else 'non'}\n"
    if not complete:
        assert "editeur" in (tmp_path / "GITHUB_STEP_SUMMARY").read_text("utf-8")


def test_gitlab_files_are_read() -> None:
    pages = _yaml(".gitlab/publier.yml")["pages"]
    assert pages["artifacts"]["paths"] == ["public"]
    assert pages["rules"] == _yaml(".gitlab/publier.yml")["fumee"]["rules"]
    assert _yaml(".gitlab/hebdomadaire.yml")["suivi"]["allow_failure"] is True
