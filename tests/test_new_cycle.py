"""A cycle more, made of content alone: it passes the check, builds, and wears a neutral sign."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.__main__ import main

from .conftest import EXAMPLE_DAY, TODAY, build, copy_example, copy_site
from .faults import swap

NAME = "nouveau"
NEUTRAL = '<path d="M12 2l10 10-10 10L2 12z"/>'
FREIN = """\
  autre-frein:
    nom: Autre frein
    cycle: nouveau
    description: Il bloque.
    sources:
      - ressource: {source}
formats:
"""


def open_cycle(root: Path, model: str, rank: int) -> None:
    """A folder copied and reworded, a frein, lines of the menu; then `make schemas`."""
    folder = Path(shutil.copytree(root / "docs/cycles" / model, root / "docs/cycles" / NAME))
    for page in folder.glob("*.md"):
        text = page.read_text("utf-8").replace(f"\ncycle: {model}\n", f"\ncycle: {NAME}\n")
        text = text.replace("\netat: annonce\n", "\netat: publie\n")
        text = re.sub(r"^(titre|question): ('?)", r"\1: \2Autre ", text, flags=re.M)
        page.write_text(text, "utf-8")
    index = folder / "index.md"
    text = re.sub(r"^ordre: .+$", f"ordre: {rank}", index.read_text("utf-8"), flags=re.M)
    index.write_text(text, "utf-8")
    source = re.search(r"ressource: (\S+)", text)
    assert source
    swap("data/taxonomie.yml", "formats:\n", FREIN.format(source=source[1]))(root)
    pages = (path.relative_to(root / "docs").as_posix() for path in sorted(folder.glob("*.md")))
    lines = "".join(f"  - Autre {rank}: {page}\n" for rank, page in enumerate(pages))
    swap("mkdocs.yml", "  - Questions: faq.md\n", f"  - Questions: faq.md\n{lines}")(root)
    assert main(["--racine", str(root), "schemas"]) == 0


def test_a_new_cycle_needs_no_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = copy_example(tmp_path / "clone")
    open_cycle(root, "essai", 2)
    code = main(["--racine", str(root), "check"])
    assert code == 0, capsys.readouterr().out
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=root,
        env={**os.environ, "AUJOURDHUI": EXAMPLE_DAY},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    home = (root / "site/index.html").read_text("utf-8")
    assert "Deux cycles, deux questions" in home
    assert "4 ateliers publiés" in home
    assert f'<li class="carte cycle-{NAME}">' in home
    page = (root / f"site/cycles/{NAME}/index.html").read_text("utf-8")
    assert f'<body class="page-cycles cycle-{NAME}">' in page
    assert NEUTRAL in page
    assert 'id="autre-frein"' in page
    listed = set(re.findall(r'href="#([\w-]+)"', page))
    assert listed <= set(re.findall(r'id="([\w-]+)"', page))
    for empty in ("Aucune fiche", "Aucun livrable", "Aucun document", "Aucune question"):
        assert f"{empty} n’est " in page


@pytest.mark.complet
def test_the_real_site_takes_a_fourth_cycle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUJOURDHUI", TODAY)
    root = copy_site(tmp_path / "clone")
    open_cycle(root, "international", 4)
    site = build(root)
    assert "Quatre cycles, quatre questions" in (site / "index.html").read_text("utf-8")
    for page in ("", *(f"atelier-{rank}" for rank in ("1-sensibilisation", "4-valorisation"))):
        shown = (site / "cycles" / NAME / page / "index.html").read_text("utf-8")
        assert f"cycle-{NAME}" in shown
        assert NEUTRAL in shown
    assert f'id="{NAME}"' in (site / "livrables/index.html").read_text("utf-8")
