"""Every workflow: least permissions, pinned actions, and no stranger’s text in a shell line."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.contribute.forms import READY

from .conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PROPOSAL = ROOT / ".github" / "workflows" / "proposition.yml"
SAFE = {"github.event_name", "github.sha", "github.run_id", "github.ref_protected", "runner.temp"}
"""The only contexts that a shell line may hold: nobody outside chooses what they say."""
CHECKOUT = "actions/checkout@"
STRANGERS = {"issues", "issue_comment", "pull_request_target", "workflow_run", "discussion"}
"""Events that run with the rights of the repository on the words of a stranger."""
_PINNED = re.compile(r"[\w.-]+(?:/[\w.-]+)+@[0-9a-f]{40} # v\d+(?:\.\d+)*")
_CONTEXT = re.compile(r"\b(?:github|steps|needs|inputs|env|vars|secrets|matrix|runner)[\w.*\[-]*")


def _unpinned(text: str) -> list[str]:
    used = re.findall(r"^\s*(?:- )?uses: *(.+?)\s*$", text, re.M)
    return [one for one in used if not one.startswith("./") and not _PINNED.fullmatch(one)]


def _unsafe(workflow: dict[Any, Any]) -> list[str]:
    """The expressions of shell lines and scripts that a stranger could write into."""
    found = []
    for step in _steps(workflow):
        for text in (step.get("run", ""), step.get("with", {}).get("script", "")):
            for expression in re.findall(r"\$\{\{(.*?)\}\}", text, re.S):
                bare = re.sub(r"'[^']*'", "", expression)
                found += [one for one in _CONTEXT.findall(bare) if one not in SAFE]
    return found


def _lax(workflow: dict[Any, Any]) -> list[str]:
    """What a job may do or last without saying so, and where credentials stay behind."""
    found = []
    for name, job in workflow["jobs"].items():
        rights = job.get("permissions", workflow.get("permissions"))
        if not isinstance(rights, dict):
            found.append(f"{name}: permissions")
        if "uses" not in job and not isinstance(job.get("timeout-minutes"), int):
            found.append(f"{name}: timeout-minutes")
    for step in _steps(workflow):
        options = step.get("with", {})
        if step.get("uses", "").startswith(CHECKOUT):
            if options.get("persist-credentials") is not False:
                found.append("persist-credentials")
            if STRANGERS & set(_events(workflow)) and {"ref", "repository"} & set(options):
                found.append("checkout of a stranger’s code")
    return found


def _steps(workflow: dict[Any, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job.get("steps", [])


def _events(workflow: dict[Any, Any]) -> list[str]:
    events = workflow[True]  # YAML 1.1 reads « on » as a boolean
    return [events] if isinstance(events, str) else list(events)


def _read(text: str) -> dict[Any, Any]:
    read: dict[Any, Any] = yaml.safe_load(text)
    return read


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_stranger_writes_in_a_shell_line(path: Path) -> None:
    assert _unsafe(_read(path.read_text("utf-8"))) == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_each_job_says_its_rights_and_its_time(path: Path) -> None:
    assert _lax(_read(path.read_text("utf-8"))) == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned(path: Path) -> None:
    assert _unpinned(path.read_text("utf-8")) == []


FAULTY = """\
on: {event}
jobs:
  un:
    steps:
      - uses: actions/checkout@v4
        with:
          ref: main
      - run: {run}
"""


@pytest.mark.parametrize(
    "run",
    [
        "echo ${{ github.event.issue.title }}",
        "echo ${{github.head_ref}}",
        "echo ${{ format('{0}', github['event'].issue.body) }}",
        "echo ${{ steps.lire.outputs.titre }}",
        "echo ${{ toJSON(github) }}",
        "echo ${{ env.TITRE }}",
        "echo ${{ github.event_name == 'push' && inputs.x }}",
    ],
)
def test_planted_shell_lines_are_found(run: str) -> None:
    assert len(_unsafe(_read(FAULTY.replace("{event}", "push").replace("{run}", run)))) == 1


def test_planted_faults_are_found() -> None:
    text = FAULTY.replace("{event}", "issues").replace("{run}", "echo ${{ github.event_name }}")
    assert _unsafe(_read(text)) == []
    assert _lax(_read(text)) == [
        "un: permissions",
        "un: timeout-minutes",
        "persist-credentials",
        "checkout of a stranger’s code",
    ]
    assert _unpinned(text) == ["actions/checkout@v4"]
    assert _unpinned("uses: a/b@" + "0" * 40) == ["a/b@" + "0" * 40]


def test_a_proposal_waits_for_the_label_of_a_maintainer() -> None:
    workflow = _read(PROPOSAL.read_text("utf-8"))
    assert workflow[True] == {"issues": {"types": ["labeled"]}}
    assert workflow["permissions"] == {}
    (job,) = workflow["jobs"].values()
    assert job["if"] == f"github.event.label.name == '{READY}'"
    assert set(job["permissions"]) == {"contents", "issues", "pull-requests"}


def test_what_reads_the_form_holds_no_token() -> None:
    steps = list(_steps(_read(PROPOSAL.read_text("utf-8"))))
    (reads,) = [step for step in steps if "GITHUB_EVENT_PATH" in step.get("run", "")]
    assert "scripts proposition" in reads["run"]
    assert "env" not in reads
    for step in steps:
        assert not set(re.findall(r"issue\.(\w+)", str(step))) - {"number"}


def test_no_form_sets_the_label_by_itself() -> None:
    for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"):
        assert "labels" not in _read(path.read_text("utf-8"))
