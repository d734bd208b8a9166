"""`make retour` on a real repository with a real bare one behind it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.publish.forge import targets_asked, targets_made

from .conftest import EXEMPLE, ROOT

IDENTITY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Équipe"), ("EMAIL", "equipe@exemple.fr"))
}
PAGE, NEW = "docs/cycles/index.md", "docs/nouvelle.md"
GONE = "docs/note.md"


def git(root: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def commit(root: Path, message: str) -> str:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "-m", message)
    return git(root, "rev-parse", "HEAD")


@pytest.fixture
def forge(tmp_path: Path, depot: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`depot` under git, on main, pushed to a bare repository; three commits, a tag on the 1st."""
    for name, value in IDENTITY.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    bare = tmp_path / "forge.git"
    git(tmp_path, "init", "--quiet", "--bare", "-b", "main", str(bare))
    git(depot, "init", "--quiet", "-b", "main")
    git(depot, "remote", "add", "origin", str(bare))
    (depot / ".github").mkdir()
    (depot / ".github" / "publier.yml").write_text("ancien\n", "utf-8")
    commit(depot, "Un")
    git(depot, "tag", "version-1")
    (depot / ".github" / "publier.yml").write_text("nouveau\n", "utf-8")
    (depot / PAGE).write_text((depot / PAGE).read_text("utf-8") + "\nUne faute.\n", "utf-8")
    commit(depot, "Deux")
    (depot / NEW).write_text((depot / PAGE).read_text("utf-8"), "utf-8")
    commit(depot, "Trois")
    git(depot, "push", "--quiet", "origin", "main")
    return bare


def retour(depot: Path, *arguments: str) -> int:
    return main(["--racine", str(depot), "retour", *arguments])


def test_goes_back_in_a_new_commit(
    depot: Path, forge: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = git(depot, "rev-parse", "HEAD")
    assert retour(depot, "version-1") == 0
    said = capsys.readouterr().out
    assert git(depot, "rev-parse", "HEAD~1") == before
    assert (depot / PAGE).read_text("utf-8") == (EXEMPLE / PAGE).read_text("utf-8")
    assert not (depot / NEW).exists()
    assert (depot / ".github" / "publier.yml").read_text("utf-8") == "nouveau\n"
    assert git(depot, "status", "--porcelain") == ""
    assert git(forge, "rev-parse", "main") == before
    assert "ne répondront plus :\n  /nouvelle/" in said
    assert "git push origin HEAD:main" in said


def test_pushes_when_asked_and_comes_forward_again(depot: Path, forge: Path) -> None:
    before = git(depot, "rev-parse", "HEAD^{tree}")
    assert retour(depot, "version-1", "--pousser") == 0
    assert git(forge, "rev-parse", "main") == git(depot, "rev-parse", "HEAD")
    assert retour(depot, "HEAD~1", "--pousser") == 0
    assert git(forge, "rev-parse", "main^{tree}") == before
    assert git(forge, "rev-list", "--count", "main") == "5"


def test_the_command_signs_and_pushes_with_the_variables_of_git(
    depot: Path, forge: Path, tmp_path: Path
) -> None:
    known = {**os.environ, "HOME": str(tmp_path), "GIT_AUTHOR_NAME": "Quelqu’un"}
    command = [sys.executable, "-m", "scripts", "--racine", str(depot), "retour", "version-1"]
    done = subprocess.run(
        [*command, "--pousser"], cwd=ROOT, env=known, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert git(forge, "log", "-1", "--format=%an", "main") == "Quelqu’un"


def test_never_forces_a_push(
    depot: Path, forge: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "autre"
    git(tmp_path, "clone", "--quiet", str(forge), str(other))
    (other / "docs" / "faq.md").write_text("Autre chose.\n", "utf-8")
    theirs = commit(other, "Quatre")
    git(other, "push", "--quiet", "origin", "main")
    assert retour(depot, "version-1", "--pousser") == 1
    assert "La forge refuse l’envoi" in capsys.readouterr().err
    assert git(forge, "rev-parse", "main") == theirs


@pytest.mark.parametrize(
    ("version", "says"),
    [
        ("version-2", "Vouliez-vous dire « version-1 » ?"),
        ("--hard", "n’est ni un commit ni une étiquette"),
        ("HEAD", "est déjà dans l’état"),
    ],
)
def test_refuses(
    depot: Path, forge: Path, capsys: pytest.CaptureFixture[str], version: str, says: str
) -> None:
    before = git(depot, "rev-parse", "HEAD")
    assert retour(depot, "--", version) == 1
    assert says in capsys.readouterr().err
    assert git(depot, "rev-parse", "HEAD") == before


def test_refuses_over_unsaved_work(
    depot: Path, forge: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (depot / PAGE).write_text("Brouillon.\n", "utf-8")
    assert retour(depot, "version-1") == 1
    assert "Des fichiers sont modifiés" in capsys.readouterr().err
    assert (depot / PAGE).read_text("utf-8") == "Brouillon.\n"


@pytest.mark.parametrize("draft", [GONE, f"{GONE}/brouillon.md", "docs/essai"])
def test_refuses_over_files_git_does_not_know(
    depot: Path, forge: Path, capsys: pytest.CaptureFixture[str], draft: str
) -> None:
    """The draft is where the version has a file, in its place, or where it has its folder."""
    for gone in (GONE, "docs/essai/dessous.md"):
        (depot / gone).parent.mkdir(exist_ok=True)
        (depot / gone).write_text("Ancien.\n", "utf-8")
    git(depot, "tag", "avec", commit(depot, "Quatre"))
    for gone in (GONE, "docs/essai/dessous.md"):
        (depot / gone).unlink()
    (depot / "docs" / "essai").rmdir()
    commit(depot, "Cinq")
    (depot / draft).parent.mkdir(exist_ok=True)
    (depot / draft).write_text("Brouillon.\n", "utf-8")
    (depot / "docs" / "autre.md").write_text("Ailleurs.\n", "utf-8")
    assert retour(depot, "avec") == 1
    said = capsys.readouterr().err
    assert f"\n  {draft}\n" in said
    assert "autre.md" not in said
    assert (depot / draft).read_text("utf-8") == "Brouillon.\n"


def test_refuses_a_version_that_the_workflows_of_today_cannot_publish(
    depot: Path, forge: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workflow = depot / ".github" / "workflows" / "publier.yml"
    workflow.parent.mkdir()
    workflow.write_text(
        "# make neige\nrun: |\n  X=1 make --silent publiable FORMAT=github\n", "utf-8"
    )
    (depot / ".gitlab").mkdir()
    (depot / ".gitlab" / "publier.yml").write_text("- make site\n- make fumee\n", "utf-8")
    (depot / "Makefile").write_text("site:\n\ttrue\n", "utf-8")
    short = commit(depot, "Quatre")
    (depot / "Makefile").write_text("site publiable: x ## oui\nfumee:\nx:\n", "utf-8")
    first = commit(depot, "Cinq")
    (depot / "Makefile").write_text("site publiable fumee:\n", "utf-8")
    before = commit(depot, "Six")
    for version, missing in ((short, "fumee, publiable"), ("version-1", "fumee, publiable, site")):
        assert retour(depot, version) == 1
        said = capsys.readouterr().err
        assert f"commandes de publication ({missing})" in said
        assert f"La plus ancienne utilisable : {first[:10]}" in said
    assert git(depot, "rev-parse", "HEAD") == before
    assert retour(depot, first) == 0


def test_the_targets_of_the_workflows_are_those_of_the_makefile() -> None:
    asked = targets_asked(ROOT)
    assert {"check", "publiable", "hors-ligne", "fumee"} <= asked
    assert asked <= targets_made((ROOT / "Makefile").read_text("utf-8"))


def test_refuses_outside_a_branch(
    depot: Path, forge: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(depot, "switch", "--quiet", "--detach")
    before = git(depot, "rev-parse", "HEAD")
    assert retour(depot, "version-1") == 1
    said = capsys.readouterr().err
    assert "sur aucune branche" in said
    assert "git switch main" in said
    assert git(depot, "rev-parse", "HEAD") == before


def test_refuses_what_was_never_on_this_branch(
    depot: Path, forge: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(depot, "switch", "--quiet", "-c", "essai", "version-1")
    (depot / NEW).write_text("Ailleurs.\n", "utf-8")
    elsewhere = commit(depot, "Ailleurs")
    git(depot, "switch", "--quiet", "main")
    assert retour(depot, elsewhere) == 1
    assert "n’est pas une version passée" in capsys.readouterr().err


def test_says_when_the_branch_is_not_the_published_one(
    depot: Path, forge: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(depot, "switch", "--quiet", "-c", "essai")
    assert retour(depot, "version-1") == 0
    assert "le site se publie depuis main" in capsys.readouterr().out


def test_leaves_nothing_half_done_when_git_refuses_the_commit(depot: Path, forge: Path) -> None:
    hook = depot / ".git" / "hooks" / "pre-commit"
    hook.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    assert retour(depot, "version-1") == 1
    assert git(depot, "status", "--porcelain") == ""


def test_says_when_there_is_no_repository(
    depot: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(depot.parent))
    assert retour(depot, "version-1") == 1
    assert "a échoué" in capsys.readouterr().err
