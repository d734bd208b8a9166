"""Decision trees as data: every path of every tree, as somebody reviewed it.

`tests/chemins/` holds what each real tree says. After a wanted change:
`MAJ=1 make test`, then read the difference before committing it.
"""

import os
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from scripts.__main__ import main
from scripts.load import Base, Item, load
from scripts.model import Arbre
from scripts.model.walk import Step, Way, arrows, count, longest, loops, order, paths
from scripts.render.dates import today
from scripts.render.tree_lists import names
from scripts.render.tree_parts import tree
from scripts.render.tree_text import tree_text

from .conftest import EXEMPLE, ROOT, build
from .faults import ARBRE, swap, write

REVIEWED = ROOT / "tests" / "chemins"
TREES = sorted(file.stem for file in (ROOT / "data" / "arbres").glob("*.yml"))
LEADS = {"a": ["b", "c"], "b": ["c", "x"], "c": ["y", "x"]}


@pytest.fixture(scope="module")
def base() -> Base:
    return load(EXEMPLE)[0]


@pytest.fixture(scope="module")
def essai(base: Base) -> Item[Arbre]:
    return base.arbres[0]


@pytest.mark.parametrize("name", TREES)
def test_every_path_is_as_reviewed(name: str) -> None:
    base, _ = load(ROOT)
    said = tree_text(base, base.items["arbres"][name])
    reviewed = REVIEWED / f"{name}.txt"
    if os.environ.get("MAJ"):
        reviewed.parent.mkdir(exist_ok=True)
        reviewed.write_text(said, "utf-8")
    assert said == reviewed.read_text("utf-8")


def test_no_review_outlives_its_tree() -> None:
    assert sorted(file.stem for file in REVIEWED.glob("*")) == TREES


def test_paths_are_all_there_first_answers_first(essai: Item[Arbre]) -> None:
    found = list(paths(essai.fiche))
    assert found[0] == Way((Step("lieu", 0), Step("temps", 0), Step("accord", 0)), "possible")
    assert found[-1] == Way((Step("lieu", 2),), "ailleurs")
    assert len(found) == len(set(found)) == count(arrows(essai.fiche), "lieu") == 8


def test_order_puts_each_place_before_what_it_leads_to() -> None:
    found = order(LEADS, "a")
    assert found[:3] == ["a", "b", "c"]
    assert set(found[3:]) == {"x", "y"}
    assert longest(LEADS, "a")["a"] == ("a", "b", "c")


def test_every_loop_is_found() -> None:
    assert loops(LEADS) == []
    assert loops({**LEADS, "c": ["a", "c"]}) == [("a", "b", "c", "a"), ("c", "c")]


def test_millions_of_paths_are_counted_without_a_walk() -> None:
    assert count({f"q{n}": [f"q{n + 1}"] * 6 for n in range(40)}, "q0") == 6**40


def test_places_are_numbered_as_a_reader_meets_them(essai: Item[Arbre]) -> None:
    assert names(essai.fiche) == {
        "lieu": "question 1",
        "temps": "question 2",
        "accord": "question 3",
        "ailleurs": "conclusion A",
        "sans-temps": "conclusion B",
        "possible": "conclusion C",
        "a-demander": "conclusion D",
    }


def test_the_command_writes_every_path(depot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--racine", str(depot), "arbres"]) == 0
    said = capsys.readouterr().out.replace("\u202f", " ").replace("\u00a0", " ")
    assert "data/arbres/essai.yml, /arbres/essai/" in said
    assert "non relu par un juriste" in said
    assert (
        "  2. Votre chef est-il d’accord ? → Je ne sais pas\n  = À VÉRIFIER (conclusion D)" in said
    )
    assert len(re.findall(r"^Chemin \d+$", said, re.M)) == 8


def test_the_command_refuses_a_broken_tree(depot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    swap(ARBRE, "vers: temps", "vers: tems")(depot)
    assert main(["--racine", str(depot), "arbres"]) == 1
    assert f"{ARBRE}:14:15 : « vers: tems » n’existe pas" in capsys.readouterr().out


MISTAKES = (
    ("debut: lieu", "debut: leiu"),
    ("vers: temps", "vers: tems"),
    ("vers: possible", "vers: lieu"),
    ("    autres_voies:\n      - Lisez le guide.\n", ""),
)


def test_all_mistakes_of_a_tree_are_said_at_once(
    depot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name that is nearly right does not hide the loop and the dead end further on."""
    for old, new in MISTAKES:
        swap(ARBRE, old, new)(depot)
    assert main(["--racine", str(depot), "check"]) == 1
    lines = re.findall(rf"^{ARBRE}:(\d+):", capsys.readouterr().out, re.M)
    assert lines == ["6", "14", "35", "43", "54"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("questions:\n", "questions: {}\nautres:\n"),
        ("    reponses:\n      - reponse: Oui", "    reponses:\n      reponse: Oui"),
        ("        vers: temps\n", ""),
        ("debut: lieu\n", ""),
        ("conclusions:\n", "conclusions:\n  5:\n    - x\n"),
        ("  temps:\n    question: Avez-vous une heure ?", "  temps: 5\n  heure:"),
    ],
)
def test_a_shapeless_tree_is_no_traceback(
    depot: Path, capsys: pytest.CaptureFixture[str], old: str, new: str
) -> None:
    swap(ARBRE, old, new)(depot)
    assert main(["--racine", str(depot), "check"]) == 1
    said = capsys.readouterr()
    assert f"{ARBRE}:" in said.out
    assert "Panne" not in said.err


HOSTILE = '"><img src=x onerror=alert(1)> {{ 7 * 7 }} <script>alert(1)</script>'


def test_hostile_words_stay_words(base: Base, essai: Item[Arbre]) -> None:
    """What the check refuses would still be text on the page, were the check bypassed."""
    data = essai.fiche.model_dump(exclude_none=True)
    data |= {"reserve": HOSTILE, "relu_par": HOSTILE}
    data["questions"]["lieu"] |= {"question": HOSTILE, "aide": HOSTILE}
    data["questions"]["lieu"]["reponses"][0]["reponse"] = HOSTILE
    data["conclusions"]["ailleurs"] |= {
        "titre": HOSTILE,
        "pourquoi": HOSTILE,
        "suites": [HOSTILE],
        "autres_voies": [HOSTILE],
        "reserve": HOSTILE,
    }
    item = Item("essai", "arbres", ARBRE, Arbre.model_validate(data))
    page = _page(tree(base, item, today()))
    assert {tag for tag, _ in page.tags} <= SAFE
    assert not [name for _, names in page.tags for name in names if name.startswith("on")]
    assert page.text.count("onerror=alert(1)") == 10
    assert page.text.count("{{ 7 * 7 }}") == 10


SAFE = {"section", "h2", "h3", "h4", "p", "span", "strong", "ol", "ul", "li", "a", "div"}
SAFE |= {"template", "svg", "path", "circle", "button"}


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[str]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, [name for name, _ in attrs]))

    def handle_data(self, data: str) -> None:
        self.text += data


def _page(parts: object) -> _Page:
    """The template of a tree, filled as MkDocs fills it: nothing is escaped there."""
    source = Environment(loader=FileSystemLoader(ROOT / "overrides"))
    source.filters["url"] = str
    text = '{% import "partials/parts.html" as m %}{% include "partials/arbre.html" %}'
    page = _Page()
    page.feed(source.from_string(text).render(fiche={"arbre": parts}))
    return page


def test_a_tree_is_two_files(clone: Path) -> None:
    """Anybody adds a tree: its data, its page; neither code nor menu."""
    text = (EXEMPLE / ARBRE).read_text("utf-8")
    for old, new in (("guide-essai", "circulaire-dgafp-2023"), ("#premiere-question", "")):
        text = text.replace(old, new)
    text = text.replace("Puis-je essayer ?", "Puis-je en ajouter un ?")
    write("data/arbres/quatrieme.yml", text)(clone)
    page = (EXEMPLE / "docs/arbres/essai.md").read_text("utf-8")
    for old, new in (("arbre: essai", "arbre: quatrieme"), ("essayer", "en ajouter un")):
        page = page.replace(old, new)
    write("docs/arbres/quatrieme.md", page)(clone)
    site = build(clone)
    listed = (site / "arbres/index.html").read_text("utf-8")
    assert '<a href="../arbres/quatrieme/">Puis-je en ajouter un\u202f?</a>' in listed
    shown = (site / "arbres/quatrieme/index.html").read_text("utf-8")
    assert 'id="conclusion-a-demander"' in shown
    assert re.search(r'aria-label="Fil d’Ariane">.*?href="../../arbres/"', shown, re.S)
    assert re.search(r'<nav class="voisins" aria-label="Autres arbres">.*?rel="next"', shown, re.S)
