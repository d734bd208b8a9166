"""The booklet: a tagged PDF that a screen reader, a printer and a tight page can all take.

Most tests read the booklet of the example repository, with a sheet that holds a
bit of everything; one prints that of a real cycle and has it validated.
"""

import hashlib
import html
import importlib.abc
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import page as validator
import pdfua
import pikepdf
import pytest

from scripts.__main__ import main
from scripts.deliver import files
from scripts.deliver.booklet import fonts, make, pdf
from scripts.deliver.booklet.cycle import booklet_of
from scripts.deliver.booklet.document import Printed, compose
from scripts.deliver.booklet.pages import booklet_of_pages
from scripts.load import Base, Item, load
from scripts.render.deliverables import deliverables
from scripts.report import Refused

from .conftest import EXAMPLE_DAY, EXEMPLE, ROOT
from .faults import swap
from .test_content import CYCLES

DAY = date.fromisoformat(EXAMPLE_DAY)
SHEET = """---
titre: Essayez tout
resume: Une fiche qui a de tout.
cycle: essai
publics:
  - entreprises
freins:
  - manque-de-temps
format: journee
effort: 1
delai: Une semaine.
premier_pas: Appeler une association, dix minutes.
indicateurs:
  - Tout tient.
sources:
  - ressource: guide-essai
    precision: p. 4
statut: verifie
verifie_le: 2026-11-01
publie_le: 2026-11-01
---

## Des liens

Un mot, puis [le guide](https://exemple.fr/guide), [ailleurs](https://exemple.org/page), \
[la première question](../faq.md#premiere-question), [l’accueil](../index.md), \
*elsewhere*{lang=en}.

## Un tableau

| Qui | Quoi |
| --- | --- |
| Ici | Là |

### Une image

![Un carré noir](../images/carre.png)
"""
PATH = "docs/pratiques/tout.md"


def with_sheet(root: Path, sheet: str = SHEET) -> Base:
    """The content of `root`, with one more sheet."""
    (root / "docs/pratiques").mkdir(exist_ok=True)
    (root / PATH).write_text(sheet, "utf-8")
    swap("data/faq/premiere-question.yml", "publics:", "cycles:\n  - essai\npublics:")(root)
    base, problems = load(root)
    assert problems == []
    return base


def composed(base: Base, cycle: str = "essai") -> Printed:
    return compose(base, booklet_of(base, base.items["cycles"][cycle], DAY), DAY)


def refusals(root: Path, sheet: str) -> list[str]:
    """What printing says of a sheet that does not fit."""
    base = with_sheet(root, sheet)
    with pytest.raises(Refused) as refused:
        pdf.write(base, composed(base), root / "livret.pdf")
    assert not (root / "livret.pdf").exists()
    return [f"{one.path}:{one.line}:{one.column} : {one.what}" for one in refused.value.problems]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The booklet of the example repository."""
    root = tmp_path_factory.mktemp("livret") / "depot"
    copy = subprocess.run(["cp", "-r", str(EXEMPLE), str(root)])
    assert copy.returncode == 0
    base = with_sheet(root)
    pdf.write(base, composed(base), root / "livret.pdf")
    return root / "livret.pdf"


@pytest.fixture
def opened(printed: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(printed) as document:
        yield document


def elements(document: pikepdf.Pdf) -> Iterator[Any]:
    """Every structure element, in reading order."""

    def below(element: Any) -> Iterator[Any]:
        yield element
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from below(kid)

    yield from below(document.Root.StructTreeRoot.K[0])


def kinds(document: pikepdf.Pdf, *names: str) -> list[Any]:
    return [one for one in elements(document) if str(one.S) in names]


def untagged(document: pikepdf.Pdf) -> list[str]:
    """Operators that draw outside of any tag and of any artifact."""
    found = []
    for number, sheet in enumerate(document.pages, 1):
        depth = 0
        for one in pikepdf.parse_content_stream(sheet):
            name = str(one.operator)
            depth += name in ("BDC", "BMC")
            depth -= name == "EMC"
            if not depth and name in ("Tj", "TJ", "'", '"', "f", "f*", "S", "s", "B", "Do", "sh"):
                found.append(f"page {number} : {name}")
    return found


def heading_ranks(document: pikepdf.Pdf) -> list[int]:
    names = [f"/H{rank}" for rank in range(1, 7)]
    return [int(str(one.S)[2:]) for one in kinds(document, *names)]


def skips(ranks: list[int]) -> list[tuple[int, int]]:
    return [(a, b) for a, b in zip([0, *ranks], ranks, strict=False) if b > a + 1]


def embedded(document: pikepdf.Pdf) -> dict[str, bool]:
    """Every font by its name, and whether its drawing is in the file."""
    found = {}
    for one in document.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor":
            found[str(one.FontName)] = any(f"/FontFile{n}" in one for n in ("", "2", "3"))
    return found


def test_it_says_its_language_its_title_and_its_standard(opened: pikepdf.Pdf) -> None:
    assert str(opened.Root.Lang) == "fr"
    assert str(opened.docinfo.Title) == "Livret du cycle 1 : Est-ce que cela marche"
    assert opened.Root.ViewerPreferences.DisplayDocTitle
    assert opened.Root.MarkInfo.Marked
    with opened.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == str(opened.docinfo.Title)


def test_headings_follow_each_other(opened: pikepdf.Pdf) -> None:
    ranks = heading_ranks(opened)
    assert ranks[0] == 1
    assert ranks.count(1) == 1
    assert skips(ranks) == []
    assert max(ranks) == 5


def test_tables_have_heads_with_a_scope(opened: pikepdf.Pdf) -> None:
    heads = kinds(opened, "/TH")
    assert len(kinds(opened, "/Table")) == 5
    assert {str(one.A.Scope) for one in heads} == {"/Column"}
    ids = {str(one.ID) for one in heads}
    assert all({str(i) for i in one.A.Headers} <= ids for one in kinds(opened, "/TD"))


def test_pictures_foreign_words_and_links_are_told(opened: pikepdf.Pdf) -> None:
    assert [str(one.Alt) for one in kinds(opened, "/Figure")] == [
        "Le signe du cycle : un losange",
        "Un carré noir",
    ]
    assert [str(one.Lang) for one in elements(opened) if "/Lang" in one] == ["en"]
    links = [one for sheet in opened.pages for one in sheet.get("/Annots", [])]
    assert all(one.F == 4 and "/StructParent" in one for one in links)
    told = {str(one.Contents) for one in links}
    assert {"Essayez tout", "https://exemple.org/page", "Une première question"} <= told
    assert [one for one in told if re.fullmatch(r"[a-z0-9-]+", one)] == []


def test_nothing_is_drawn_outside_of_the_tags(opened: pikepdf.Pdf) -> None:
    assert untagged(opened) == []


def test_fonts_are_ours_and_in_the_file(opened: pikepdf.Pdf) -> None:
    found = embedded(opened)
    assert all(found.values())
    assert [name for name in found if not re.match(r"/[A-Z]{6}\+Livret-(Serif|Sans)", name)] == []


def test_bookmarks_name_the_chapters_and_their_sheets(opened: pikepdf.Pdf) -> None:
    with opened.open_outline() as outline:
        tree = {one.title: [child.title for child in one.children] for one in outline.root}
    assert list(tree)[:3] == ["Couverture", "Sommaire", "Le cycle"]
    assert tree["Les fiches pratiques"] == ["Essayez tout"]
    assert tree["Les quatre ateliers"] == [
        f"Atelier {n}" for n in ("un", "deux", "trois", "quatre")
    ]


def test_validators_find_nothing(printed: Path) -> None:
    report = validator.validate_pdf(str(printed), profile=validator.ValidationProfile.PDF_UA_1)
    assert [failure.message for failure in report.failures] == []
    assert [str(one) for one in pdfua.validate(str(printed)).findings] == []


def test_numbers_lead_to_the_pages_they_name(printed: Path) -> None:
    base, _ = load(printed.parent)
    document = pdf.layout(base, composed(base))
    places: dict[str, int] = {}
    for number, one in enumerate(document.pages, 1):
        places = dict.fromkeys(one.anchors, number) | places
    shown = [
        (box.element.get("data-cible").removeprefix("#"), re.sub(r"\D", "", text))
        for one in document.pages
        for box in one._page_box.descendants()
        if box.element_tag == "span::after" and (text := _text(box))
    ]
    assert len(shown) > 10
    assert [(name, said) for name, said in shown if said != str(places[name])] == []


def _text(box: Any) -> str:
    return "".join(one.text for one in getattr(box, "children", ()) if hasattr(one, "text"))


def test_links_of_paper(printed: Path) -> None:
    base, _ = load(printed.parent)
    page = composed(base).html
    article = page[page.index('id="pratiques-tout"') : page.index('id="questions"')]
    assert '<a href="https://exemple.fr/guide">le guide</a><sup class="appel">[1]</sup>' in article
    assert '<a href="https://exemple.org/page">ailleurs</a><sup class="appel">[2]</sup>' in article
    assert '<a class="adresse" href="https://exemple.org/page">exemple.org/page</a>' in article
    question = "faq-premiere-question"
    assert f'<a href="#{question}">la première question</a><span class="renvoi"' in article
    assert "<span>l’accueil</span>" in article
    assert base.reglages
    base.reglages = base.reglages.model_copy(
        update={"site_url": "https://exemple.fr/", "editeur": "Une équipe <b>", "contact": "a@b.fr"}
    )
    published = composed(base).html
    assert '<a href="https://exemple.fr/">l’accueil</a>' in published
    assert "Une équipe &lt;b&gt;" in published
    assert "écrivez à a@b.fr" in published


@pytest.mark.complet
def test_same_content_same_bytes(printed: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from tests import test_booklet as t\n"
        "base, _ = t.load(Path(sys.argv[1]))\n"
        "t.pdf.write(base, t.composed(base), Path(sys.argv[1]) / 'encore.pdf')"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    command = [sys.executable, "-c", script, str(printed.parent)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    again = (printed.parent / "encore.pdf").read_bytes()
    assert hashlib.sha256(again).digest() == hashlib.sha256(printed.read_bytes()).digest()


HOSTILE = """
<script>alert(1)</script> <iframe src="https://mal.example"></iframe> <!-- reste -->

<style>@page { size: A0 }</style> <link rel=attachment href="file:///etc/passwd">

[a](javascript:alert(1)) [b](file:///etc/passwd) {{ reglages }} {% include "livret.html" %}

![](https://mal.example/p.png) ![c](data:image/svg+xml,<svg/>) *d*{style="content:url(//mal)"}
"""


def test_hostile_text_stays_text(depot: Path) -> None:
    base = with_sheet(depot, SHEET + HOSTILE)
    page = composed(base)
    words = html.unescape(re.sub(r"<[^>]+>", "", page.html))
    for said in ("<script>alert(1)</script>", "<style>@page", "{{ reglages }}", "<link rel="):
        assert said in words
    sheet = page.html[page.html.index('id="pratiques-tout"') :]
    assert re.findall(r"<(?:script|iframe|style|link|!--)", sheet) == []
    tags = "".join(re.findall(r"<[^>]*>", sheet))
    assert re.findall(r'(?:src|href)="(?!#|image:docs/|https://)[^"]*"', tags) == []
    assert "content:url" not in tags
    pdf.write(base, page, depot / "livret.pdf")
    with pikepdf.open(depot / "livret.pdf") as document:
        links = [one for leaf in document.pages for one in leaf.get("/Annots", [])]
        assert {str(one.A.S) for one in links if "/A" in one} == {"/URI"}
        assert "/EmbeddedFiles" not in document.Root.Names


@pytest.mark.parametrize("url", ["file:///etc/passwd", "https://exemple.fr/", "image:../x.png"])
def test_nothing_else_is_opened(depot: Path, url: str) -> None:
    base, _ = load(depot)
    with pytest.raises(ValueError, match="n’est pas du livret"):
        pdf.fetcher(base).fetch(url)


WIDE = " | ".join(f"anticonstitutionnellement{n}" for n in range(9))
FAULTS = {
    f"| {WIDE} |\n{'| --- ' * 9}|\n| {WIDE} |": "37:1 : ce tableau de 9 colonnes dépasse la page",
    "Un signe ☃ seul.": "37:10 : le signe « ☃ » (U+2603) n’existe pas dans les polices du livret.",
    "![Faux](../images/faux.png)": "37:19 : image illisible : « docs/images/faux.png ».",
    "![Rien](../images/rien.png)": "37:19 : image absente : « docs/images/rien.png ».",
}


@pytest.mark.parametrize("text", FAULTS)
def test_what_paper_cannot_show_is_refused(depot: Path, text: str) -> None:
    (depot / "docs/images/faux.png").write_bytes(b"\x89PNG\r\n\x1a\nrien")
    said = refusals(depot, f"{SHEET}\n{text}\n")
    assert len(said) == 1
    assert said[0].startswith(f"{PATH}:{FAULTS[text]}")


def test_refused_booklet_is_said_in_french(
    depot: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(make.READY)
    with_sheet(depot, f"{SHEET}\n{next(iter(FAULTS))}\n")
    (depot / "site").mkdir()
    assert main(["--racine", str(depot), "site"]) == 1
    assert f"{PATH}:37:1 : ce tableau de 9 colonnes" in capsys.readouterr().err
    assert not list((depot / "site").iterdir())


class _NoPango(importlib.abc.MetaPathFinder):
    def find_spec(self, name: str, *_: object) -> None:
        if name == "weasyprint":
            print("WeasyPrint could not import some external libraries.")
            raise OSError("cannot load library 'libpango-1.0-0'")


@pytest.fixture
def no_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [one for one in sys.modules if one.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [_NoPango(), *sys.meta_path])
    monkeypatch.delenv(make.READY)


@pytest.mark.usefixtures("no_pango")
def test_without_pango_the_page_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    base, _ = load(EXEMPLE)
    monkeypatch.delenv("CI", raising=False)
    make.write_all(base, tmp_path)
    said = capsys.readouterr()
    assert "apt install libpango-1.0-0 libpangoft2-1.0-0" in said.err
    assert said.out == ""
    monkeypatch.setenv(files.FOLDER, str(tmp_path))
    [shown] = deliverables(base)
    assert (shown["etat"], shown["fichiers"]) == ("à venir", [])
    assert "n’a pas pu faire ce fichier" in shown["absent"]
    monkeypatch.setenv("CI", "true")
    with pytest.raises(OSError, match="brew install pango"):
        make.write_all(base, tmp_path)


def test_without_fonts_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert pdf.obstacle() is None
    monkeypatch.setattr(fonts, "FOLDER", tmp_path)
    assert "« make site » les installe" in (pdf.obstacle() or "")


def test_the_page_of_the_cycle_says_all_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base, _ = load(EXEMPLE)
    (tmp_path / "livret-essai.pdf").write_bytes(b"x" * 480_000)
    files.record_pages(tmp_path, "livret-essai.pdf", 72)
    monkeypatch.setenv(files.FOLDER, str(tmp_path))
    [shown] = deliverables(base)
    assert shown["etat"] == "publié"
    assert shown["fichiers"][0]["url"] == "@/livrables/livret-essai.pdf"
    said = shown["fichiers"][0]["texte"].replace("\u00a0", " ")
    assert said == (
        "PDF, 480 Ko, 72 pages, contenu relu le 1er novembre 2026, licence CC BY 4.0, "
        "balisé pour l’accessibilité, non certifié"
    )


def test_any_pages_make_a_booklet(depot: Path) -> None:
    base = with_sheet(depot)
    chapters: dict[str, list[Item[Any]]] = {
        "Accueil & suite": [*base.pages],
        "Fiches": [*base.pratiques, *base.ateliers[:1]],
    }
    booklet = booklet_of_pages(base, "Le guide", "Que faire ?", "Tout.", "essai", chapters, DAY)
    page = compose(base, booklet, DAY)
    assert '<h2 id="chapitre-1">Accueil &amp; suite</h2>' in page.html
    assert '<a href="#pages-faq">les questions</a>' in page.html
    assert pdf.write(base, page, depot / "guide.pdf") > 6


def check_real(cycle: str, target: Path) -> None:
    """Prints the booklet of a real cycle and asks of it all that machines can check."""
    base, _ = load(ROOT)
    pages = pdf.write(base, composed(base, cycle), target)
    report = validator.validate_pdf(str(target), profile=validator.ValidationProfile.PDF_UA_1)
    assert [failure.message for failure in report.failures] == []
    with pikepdf.open(target) as document:
        assert len(document.pages) == pages
        assert skips(heading_ranks(document)) == []
        assert untagged(document) == []
        assert all(embedded(document).values())
        told = [str(one.Contents) for leaf in document.pages for one in leaf.get("/Annots", [])]
        assert [one for one in told if re.fullmatch(r"[a-z0-9-]+--[a-z0-9-]+", one)] == []


def test_the_booklet_of_a_cycle_is_sound(tmp_path: Path) -> None:
    check_real(CYCLES[1], tmp_path / "livret.pdf")


@pytest.mark.complet
@pytest.mark.parametrize("cycle", CYCLES)
def test_every_booklet_is_sound(tmp_path: Path, cycle: str) -> None:
    check_real(cycle, tmp_path / "livret.pdf")
