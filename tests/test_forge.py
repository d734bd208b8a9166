"""What the forge shows to whoever proposes: boxes, labels, owners, and what GitLab runs."""

import re
from typing import Any

import pytest
import yaml

from .conftest import ROOT

TEMPLATE = ROOT / ".github/PULL_REQUEST_TEMPLATE.md"
OWNERS = ROOT / ".github/CODEOWNERS.exemple"


def read(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text("utf-8"))


def jobs(pipeline: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The jobs of a GitLab file: what has a script."""
    return {
        name: one for name, one in pipeline.items() if isinstance(one, dict) and "script" in one
    }


def test_five_boxes_the_same_on_both_forges() -> None:
    text = TEMPLATE.read_text("utf-8")
    assert text.count("- [ ] ") == 5
    assert (ROOT / ".gitlab/merge_request_templates/Default.md").read_text("utf-8") == text


def test_labels_are_what_a_forge_accepts() -> None:
    labels = read(".github/etiquettes.yml")
    names = [one["name"] for one in labels]
    assert len(names) == len(set(names))
    assert {"proposition", "pret-a-proposer", "erreur", "contenu", "code", "liens"} <= set(names)
    for one in labels:
        assert set(one) == {"name", "color", "description"}
        assert re.fullmatch(r"[a-z-]+", one["name"])
        assert re.fullmatch(r"[0-9a-f]{6}", str(one["color"])), one
        assert 0 < len(one["description"]) <= 100


def test_the_example_of_owners_asks_nobody_and_names_real_places() -> None:
    lines = OWNERS.read_text("utf-8").splitlines()
    assert all(line.startswith("#") or not line for line in lines)
    rules = [line.removeprefix("# ").split() for line in lines if line.startswith("# /")]
    assert rules
    later = {"/.gitlab/"}
    for path, *owners in rules:
        assert path in later or (ROOT / path[1:]).exists(), path
        assert all(owner.startswith("@organisation/") for owner in owners)


def test_gitlab_jobs_end_and_ask_no_secret() -> None:
    pipeline = read(".gitlab-ci.yml")
    found = jobs(pipeline)
    assert {"contenu", "site", "tests", "apercu", "relecture"} <= set(found)
    assert [name for name, one in found.items() if "timeout" not in one] == []
    assert [one["local"] for one in pipeline["include"]] == [
        ".gitlab/publier.yml",
        ".gitlab/hebdomadaire.yml",
    ]
    assert not re.search(r"TOKEN|PASSWORD|SECRET", (ROOT / ".gitlab-ci.yml").read_text("utf-8"))


@pytest.mark.parametrize(
    "given",
    ["CI_MERGE_REQUEST_TITLE", "CI_COMMIT_MESSAGE", "CI_COMMIT_REF_NAME", "CI_COMMIT_TITLE"],
)
def test_gitlab_shell_lines_hold_no_words_of_a_stranger(given: str) -> None:
    """A branch name is quoted by no one: only its slug, made of [a-z0-9-], is used."""
    assert given not in (ROOT / ".gitlab-ci.yml").read_text("utf-8")


def test_the_review_runs_the_code_of_the_base() -> None:
    """What says whether a change is safe is not code of that change."""
    job = read(".github/workflows/verifier.yml")["jobs"]["relecture"]
    checkouts = [one["with"] for one in job["steps"] if "checkout" in one.get("uses", "")]
    assert [one["path"] for one in checkouts] == ["propose"]
    runs = "\n".join(step.get("run", "") for step in job["steps"])
    assert "git -C propose worktree add --detach ../base 'HEAD^1'" in runs
    for step in job["steps"]:
        if "scripts" in step.get("run", ""):
            assert step["working-directory"] == "base"
        assert not re.search(r"make (?!-C base )", step.get("run", ""))
