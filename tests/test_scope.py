"""What a change touches, read from a real repository: content, protected files, odd things."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.review import builds, scope
from scripts.review.scope import PROTECTED

Say = Callable[..., tuple[int, str]]
IDENTITY = {
    "GIT_AUTHOR_NAME": "Essai",
    "GIT_AUTHOR_EMAIL": "essai@exemple.fr",
    "GIT_COMMITTER_NAME": "Essai",
    "GIT_COMMITTER_EMAIL": "essai@exemple.fr",
    "GIT_CONFIG_GLOBAL": os.devnull,
}
START = {
    "docs/faq.md": "Un.\n",
    "data/adresses.yml": "adresses:\n  - /\n  - /faq/\n",
    "scripts/a.py": "",
    "Makefile": "",
    "README.md": "Lisez.\n",
}


def git(root: Path, *arguments: str) -> None:
    command = ["git", *arguments]
    subprocess.run(command, cwd=root, check=True, capture_output=True, env=os.environ | IDENTITY)


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A repository on the branch `proposition`, which left `base` just now."""
    root = tmp_path / "depot"
    root.mkdir()
    git(root, "init", "--quiet", "--initial-branch", "base")
    write(root, START)
    git(root, "checkout", "--quiet", "-b", "proposition")
    return root


def write(root: Path, files: dict[str, str]) -> None:
    """Writes and commits files."""
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, "utf-8")
    save(root)


def save(root: Path) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "-m", "Change")


@pytest.fixture
def say(repo: Path, capsys: pytest.CaptureFixture[str]) -> Say:
    """Runs the command on the repository: exit code and what it prints."""

    def run(*options: str) -> tuple[int, str]:
        code = main(["--racine", str(repo), "portee", "--base", "base", *options])
        return code, capsys.readouterr().out

    return run


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"docs/faq.md": "Deux.\n", "data/faq/a.yml": "a: 1\n"}, "que du contenu"),
        ({"scripts/a.py": "1\n", "tests/b.py": ""}, "relecture technique"),
        ({"README.md": "Relisez.\n"}, "ni le contenu ni un fichier protégé"),
        ({"docs/faq.md": "Deux.\n", "README.md": "Relisez.\n"}, "que du contenu"),
        ({"data/adresses.yml": "adresses:\n  - /\n  - /a/\n  - /faq/\n"}, "que du contenu"),
    ],
)
def test_ordinary_changes_are_named_without_alarm(
    files: dict[str, str], says: str, repo: Path, say: Say
) -> None:
    write(repo, files)
    code, output = say("--strict")
    assert (code, says in output) == (0, True), output
    assert "attention" not in output
    assert say("--format", "github") == (0, "")


@pytest.mark.parametrize(
    "path",
    [
        *("mkdocs.yml", "Makefile", "pyproject.toml", "scripts/b.py", "overrides/main.html"),
        *("tests/test_a.py", ".github/workflows/a.yml", ".gitlab-ci.yml", ".gitlab/a.yml"),
        *(".ci/run", "requirements/site.txt", "package.json", "package-lock.json", "uv.lock"),
        *("LICENSE", "LICENSE-CONTENU.md", "CODEOWNERS", ".github/CODEOWNERS", "docs/CODEOWNERS"),
        *("data/schemas/faq.json", "data/reglages.yml", ".npmrc", ".gitattributes", "setup.py"),
    ],
)
def test_content_beside_a_protected_path_is_said_loudly(path: str, repo: Path, say: Say) -> None:
    write(repo, {"docs/faq.md": "Deux.\n", path: "x\n"})
    code, output = say("--format", "github")
    assert code == 0
    assert output.startswith("::warning::Attention : cette modification mêle")
    assert f"::warning file={path},line=1,col=1::fichier protégé" in output
    assert "## ⚠ " in say("--format", "markdown")[1]
    assert say("--strict")[0] == 1


def test_every_reason_is_a_sentence() -> None:
    assert all(reason == reason.strip(" .") for _, reason in PROTECTED)


def test_withdrawn_addresses_are_named(repo: Path, say: Say) -> None:
    write(repo, {"docs/faq.md": "Deux.\n", "data/adresses.yml": "adresses:\n  - /\n"})
    assert "perd des adresses publiées : /faq/" in say()[1]
    (repo / "data/adresses.yml").unlink()
    save(repo)
    assert "perd des adresses publiées : /, /faq/" in say()[1]


def test_what_no_content_needs_is_flagged(repo: Path, say: Say) -> None:
    (repo / "docs/lien.md").symlink_to("/etc/hostname")
    (repo / "docs/faq.md").chmod(0o755)
    (repo / "docs/é\n::error::x.md").write_text("x", "utf-8")
    with (repo / "docs/gros.md").open("wb") as file:
        file.truncate(1_500_000)
    save(repo)
    commit = "0123456789012345678901234567890123456789"
    git(repo, "update-index", "--add", "--cacheinfo", f"160000,{commit},docs/module")
    git(repo, "commit", "--quiet", "-m", "Change")
    code, output = say("--strict")
    assert code == 1
    assert "docs/lien.md:1:1 : attention : lien symbolique." in output
    assert "docs/faq.md:1:1 : attention : fichier exécutable." in output
    assert "docs/module:1:1 : attention : sous-module." in output
    assert "docs/gros.md:1:1 : attention : 1,5 Mo, 1 au plus." in output
    assert "attention : nom de fichier inhabituel." in output
    assert not any(line.startswith("::error") for line in say("--format", "github")[1].split("\n"))
    assert "<" not in say("--format", "markdown")[1]


def test_what_the_base_gained_meanwhile_is_not_the_change(repo: Path, say: Say) -> None:
    write(repo, {"docs/faq.md": "Deux.\n"})
    git(repo, "checkout", "--quiet", "base")
    write(repo, {"scripts/a.py": "1\n"})
    git(repo, "checkout", "--quiet", "proposition")
    assert "que du contenu" in say()[1]


@pytest.mark.parametrize("name", ["nulle", "--output=x", "base; ls", "", "base..proposition"])
def test_an_unknown_version_is_said_in_french(
    name: str, repo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--racine", str(repo), "portee", f"--base={name}"]) == 1
    assert f"git ne connaît pas la version « {name} »" in capsys.readouterr().err
    assert not (repo / "x").exists()


def test_histories_that_do_not_meet_are_said(
    repo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(repo, "checkout", "--quiet", "--orphan", "autre")
    write(repo, {"docs/b.md": "Deux.\n"})
    assert main(["--racine", str(repo), "portee", "--base", "base"]) == 1
    assert "pas d’ancêtre commun" in capsys.readouterr().err


def test_a_move_is_a_loss_and_a_gain(repo: Path) -> None:
    git(repo, "mv", "scripts/a.py", "docs/a.md")
    save(repo)
    found = scope.scope(repo, "base")
    assert (found.content, list(found.protected)) == (["docs/a.md"], ["scripts/a.py"])


def test_a_version_is_built_aside_by_its_own_code(
    repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = "from pathlib import Path\nPath('site').mkdir()\nPath('site/index.html').write_text('{}')"
    write(repo, {"scripts/__main__.py": own.format("avant"), "scripts/__init__.py": ""})
    git(repo, "branch", "--force", "base")
    write(repo, {"scripts/__main__.py": own.format("apres")})

    def built(root: Path, target: Path) -> int:
        target.mkdir()
        return 0

    monkeypatch.setattr("scripts.finish.site.build", built)
    with builds.both(repo, "base") as (before, after):
        assert (before / "index.html").read_text("utf-8") == "avant"
        assert after.is_dir()
    assert not before.exists()
    listed = subprocess.run(
        ["git", "worktree", "list"], cwd=repo, capture_output=True, text=True, check=True
    )
    assert len(listed.stdout.splitlines()) == 1
