"""What the repository and the site tell contributors: every link, picture and command is true."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from scripts.__main__ import main

from .built import Faults
from .conftest import ROOT

GUIDES = [
    *("README.md", "CONTRIBUTING.md", ".github/SECURITY.md", ".github/PULL_REQUEST_TEMPLATE.md"),
    *(
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "docs/contribuer").glob("*.md"))
    ),
]
_LINK = re.compile(r"!?\[[^\]]*\]\((?P<url>[^)\s]+)\)")
_HEADING = re.compile(r"^#+ (?P<title>.+?)(?: \{#(?P<id>[\w-]+)\})?$", re.M)
_MAKE = re.compile(r"(?:`|^ {4}|« )(?:\w+=\S+ )*make (?P<target>[a-z-]+)", re.M)
_COMMAND = re.compile(r"python -m scripts (?:--racine \S+ )?(?P<name>[a-z]+)")
_PATH = re.compile(
    r"`(?P<path>(?:docs|data|scripts|tests|overrides|requirements|\.github)/[\w./-]*)`"
)


def anchors(text: str) -> set[str]:
    """The anchors that a forge gives to the headings of a text, and those it names itself."""
    found = set()
    for heading in _HEADING.finditer(text):
        plain = re.sub(r"[^\w\s-]", "", heading["title"].lower())
        found.add(heading["id"] or plain.strip().replace(" ", "-"))
    return found


def dead(guide: str) -> Iterator[str]:
    """The links of a guide that lead to no file, or to no heading of it."""
    text = (ROOT / guide).read_text("utf-8")
    for link in _LINK.finditer(text):
        path, _, anchor = unquote(link["url"]).partition("#")
        if "://" in path or path.startswith("mailto:"):
            continue
        target = (ROOT / guide).parent / path if path else ROOT / guide
        if not target.exists() or (
            # The lists that the site makes give their entries anchors that no file holds.
            anchor
            and "{{" not in (told := target.read_text("utf-8"))
            and anchor not in anchors(told)
        ):
            yield link["url"]


@pytest.mark.parametrize("guide", GUIDES)
def test_every_link_and_picture_is_there(guide: str) -> None:
    assert list(dead(guide)) == []


@pytest.mark.parametrize("guide", GUIDES)
def test_every_command_exists(guide: str) -> None:
    text = (ROOT / guide).read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.M))
    assert {found["target"] for found in _MAKE.finditer(text)} <= targets
    assert [name for name in set(_COMMAND.findall(text)) if not _answers(name)] == []


def _answers(command: str) -> bool:
    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])
    return stopped.value.code == 0


@pytest.mark.parametrize("guide", GUIDES)
def test_every_folder_and_file_named_exists(guide: str) -> None:
    faults = Faults()
    for found in _PATH.finditer((ROOT / guide).read_text("utf-8")):
        if not (ROOT / found["path"]).exists() and not _is_example(found["path"]):
            faults.add(guide, found["path"])
    faults.expect_none()


def _is_example(path: str) -> bool:
    """A file to make in a folder that is there, or that comes with its first file."""
    folder = Path(path).parent
    return (ROOT / folder).is_dir() or path.startswith("docs/livrables/fichiers/")


def test_a_dead_link_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}.ROOT", tmp_path)
    (tmp_path / "a.md").write_text(
        "# Un\n\n[x](b.md) [y](#un) [z](#deux) [w](https://a.fr)", "utf-8"
    )
    assert list(dead("a.md")) == ["b.md", "#deux"]


def test_contributing_keeps_to_three_short_paths() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    for path in ("Dans le navigateur", "Par formulaire", "Sur un ordinateur"):
        part = text.split(f"## {path}\n")[1].split("\n## ")[0]
        assert part.count("\n![") == 1, path
        assert 4 <= len(re.findall(r"^\d+\. ", part, re.M)) <= 10, path
