"""Source marks: read by one reader, demanded by the check, shown by the page."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from markdown import Markdown

from scripts.check import citations
from scripts.load import Base, load
from scripts.load.base import Source
from scripts.load.citations import Mark, marks
from scripts.load.statements import statements
from scripts.render.citations import names
from scripts.render.markdown import SiteExtension
from scripts.report import Problem

from .conftest import ROOT

READ = {
    "[@a]": ("verifie", [("a", "")]),
    "[@a-1, art. 4, 2°]": ("verifie", [("a-1", "art. 4, 2°")]),
    "[@a, art. 2 ; @b]": ("verifie", [("a", "art. 2"), ("b", "")]),
    "[second rang : @a, décret art. 5]": ("second-rang", [("a", "décret art. 5")]),
    "[second rang\u00a0: @a\u202f; @b]": ("second-rang", [("a", ""), ("b", "")]),
    "[déduction: @a]": ("deduction", [("a", "")]),
    "[contradictoire : @a ; @b]": ("contradictoire", [("a", ""), ("b", "")]),
    "[@a ;\n@b, art. 1]": ("verifie", [("a", ""), ("b", "art. 1")]),
    "[proposition]": ("proposition", []),
}
ILL_WRITTEN = [
    *("[@]", "[@A]", "[@a @b]", "[@a ;]", "[@a,]", "[second rang @a]", "[second rang : a]"),
    *("[proposition de la rédaction]", "[propositon]", "[déduction : @a, @b]", "[a@b.fr]"),
]
NO_MARK = ["[mot](a.md)", "[@a](a.md)", "[mot]", "[^1]", "[x]: https://a.fr", "[…]", "@a"]
SHOWN = {
    "Un. [@a, art. 4]": "(<a>décret 22, art.\u00a04</a>)",
    "Un. [@a ; @b]": "(<a>décret 22</a>\u202f; <a>Éditeur, 2024</a>)",
    "Un. [second rang : @a]": "(second rang\u00a0: <a>décret 22</a>)",
    "Un. [déduction : @a]": "(déduction, d’après <a>décret 22</a>)",
    "Un. [contradictoire : @a ; @b]": "(les sources se contredisent\u00a0: <a>décret 22</a>\u202f; "
    "<a>Éditeur, 2024</a>)",
    "Un. [proposition]": "(proposition de la rédaction)",
}
KNOWN = {"a": "décret 22", "b": "Éditeur, 2024"}
PROSE = """Un.

Deux :

- trois
- quatre :
    - cinq
    - six

    sept

Titre
-----

| a | b |
| - | - |
| huit | neuf |

```
code
```

> dix
> onze

!!! note "douze"
    treize

quatorze
:   quinze

1. seize
dix-sept

{: .classe }
[lien]: https://a.fr
"""


@pytest.mark.parametrize(("written", "wanted"), READ.items())
def test_a_mark_is_read(written: str, wanted: tuple[str, list[tuple[str, str]]]) -> None:
    (mark,) = marks(f"Un. {written} Deux.")
    assert (mark.statut, [(one.ressource, one.precision) for one in mark.sources]) == wanted
    assert f"Un. {written} Deux."[mark.start : mark.end] == written
    for one in mark.sources:
        assert f"Un. {written} Deux."[one.at :].startswith(f"@{one.ressource}")


@pytest.mark.parametrize("written", ILL_WRITTEN)
def test_what_is_meant_as_a_mark_is_seen(written: str) -> None:
    (mark,) = marks(written)
    assert mark.statut is None


@pytest.mark.parametrize("written", NO_MARK)
def test_what_is_no_mark_is_left_alone(written: str) -> None:
    assert list(marks(written)) == []


def test_statements_are_cut_where_a_reader_would() -> None:
    found = [(one.kind, PROSE[one.start : one.end], one.leads) for one in statements(PROSE)]
    assert found == [
        ("paragraphe", "Un.", False),
        ("paragraphe", "Deux :", True),
        ("élément", "trois", False),
        ("élément", "quatre :", True),
        ("élément", "cinq", False),
        ("élément", "six", False),
        ("paragraphe", "sept", False),
        ("ligne", "huit | neuf", False),
        ("paragraphe", "dix\n> onze", False),
        ("paragraphe", "treize", False),
        ("élément", "quinze", False),
        ("élément", "seize\ndix-sept", False),
    ]


@pytest.mark.parametrize(("written", "wanted"), SHOWN.items())
def test_a_mark_is_shown_in_words(written: str, wanted: str) -> None:
    html = Markdown(extensions=[SiteExtension(KNOWN)]).convert(written)
    bare = re.sub(r'<a href="#source-[ab]">', "<a>", html)
    kept = '<small class="mention" data-hors-recherche="">'
    assert bare == f"<p>Un. {kept}{wanted}</small></p>"


@pytest.mark.parametrize("written", ["[@c]", "`[@a]`", r"\[@a]", "[@a, `x`]", "[second @a]"])
def test_what_cannot_be_shown_stays_text(written: str) -> None:
    assert "<small" not in Markdown(extensions=[SiteExtension(KNOWN)]).convert(written)


def test_a_mark_holds_no_markup() -> None:
    page = Markdown(extensions=["attr_list", SiteExtension({"a": "<b>x</b>"})])
    html = page.convert("[@a, <i>*y*</i>]{ onclick=z }")
    assert "<b>" not in html
    assert "<i>" not in html
    assert "<em>" not in html
    assert "onclick" not in html


def test_a_resource_without_short_name_is_called_by_its_publisher(depot: Path) -> None:
    base, _ = load(depot)
    assert names(base) == {"guide-essai": "Éditeur d’essai, 2024", "texte-essai": "loi d’essai"}


@pytest.mark.parametrize("seed", range(12))
def test_a_mark_taken_from_a_real_page_is_missed(seed: int) -> None:
    base, _ = load(ROOT)
    before = set(citations.check(base))
    source, mark = random.Random(seed).choice(list(_closing_marks(base)))
    at = len(source.text) - len(source.body or "") + mark.start
    text = source.text[:at].rstrip() + source.text[at + mark.end - mark.start :]
    body = text[len(source.text) - len(source.body or "") :]
    base.sources[base.sources.index(source)] = replace(source, text=text, body=body)
    line = text[: len(source.text[:at].rstrip())].count("\n") + 1
    found = {one for one in citations.check(base) if "sans marque" in one.what}
    assert [(one.path, one.line) for one in _new(found, before)] == [(source.path, line)]


def _closing_marks(base: Base) -> Iterator[tuple[Source, Mark]]:
    """Every mark that ends a statement of the guide alone, with its page."""
    for source in base.sources:
        if source.collection == "guide" and source.body is not None:
            found = list(marks(source.body))
            for one in statements(source.body):
                own = [mark for mark in found if one.start <= mark.start < one.end]
                if len(own) == 1 and own[0].end == one.end and own[0].start > one.start:
                    yield source, own[0]


def _new(found: set[Problem], before: set[Problem]) -> list[Problem]:
    return sorted(found - before)
