"""The files to take away: what stands in the action plans, and what the pages say of them."""

import re
import zipfile
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from scripts.deliver.packages import Edit, rewrite
from scripts.deliver.produce import produce
from scripts.load import load
from scripts.render.deliverables import weight
from scripts.render.typography import typeset

from .conftest import ROOT
from .faults import swap

PLANS = [
    f"plan-d-action-{cycle}.{suffix}"
    for cycle in ("salaries-operationnels", "international", "acteurs-publics")
    for suffix in ("docx", "odt")
]
TEXT = {"odt": "content.xml", "docx": "word/document.xml"}
SAYS = {
    "odt": {
        "styles.xml": (
            'fo:page-width="297mm"',
            'fo:page-height="210mm"',
            'style:print-orientation="landscape"',
            'fo:language="fr"',
        ),
        "meta.xml": ("<dc:language>fr-FR</dc:language>", "<dc:title>Plan d’action"),
        "content.xml": ("<table:table-header-rows>",),
    },
    "docx": {
        "word/document.xml": (
            '<w:pgSz w:h="11906" w:orient="landscape" w:w="16838" />',
            '<w:tblHeader w:val="on" />',
            "<w:cantSplit />",
        ),
        "word/styles.xml": ('w:val="fr-FR"',),
        "docProps/core.xml": ("<dc:language>fr-FR</dc:language>", "<dc:title>Plan d’action"),
    },
}


def part(file: Path, name: str) -> str:
    with zipfile.ZipFile(file) as document:
        return " ".join(re.split(r"[ \n]+", document.read(name).decode()))


def words(file: Path) -> str:
    xml = ElementTree.fromstring(part(file, TEXT[file.suffix[1:]]))
    return "".join(xml.itertext())


@cache
def sheets() -> dict[str, list[str]]:
    """The title and the first step of the sheets of each cycle, as they are published."""
    base, _ = load(ROOT)
    found: dict[str, list[str]] = {}
    for one in base.pratiques:
        said = (typeset(one.fiche.titre), typeset(one.fiche.premier_pas))
        found.setdefault(one.fiche.cycle, []).extend(said)
    return found


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_is_french_wide_and_repeats_its_heads(site: Path, name: str) -> None:
    file = site / "livrables" / name
    for inside, strings in SAYS[file.suffix[1:]].items():
        for string in strings:
            assert string in part(file, inside), (inside, string)
    with zipfile.ZipFile(file) as document:
        for entry in document.namelist():
            if entry.endswith((".xml", ".rels")):
                ElementTree.fromstring(document.read(entry))


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_holds_every_sheet_of_its_cycle(site: Path, name: str) -> None:
    text = words(site / "livrables" / name)
    wanted = sheets()[Path(name).stem.removeprefix("plan-d-action-")]
    assert len(wanted) > 10
    assert [said for said in wanted if said not in text] == []


def test_the_same_content_gives_the_same_bytes_and_stays_text(depot: Path, tmp_path: Path) -> None:
    plan = depot / "data/livrables/plan-essai.yml"
    livret = (depot / "data/livrables/livret-essai.yml").read_text("utf-8")
    plan.write_text(livret.replace("type: livret", "type: plan-d-action"), "utf-8")
    swap("docs/cycles/essai/index.md", "titre: Essai", "titre: Essai &amp; **gras** [x](y)")(depot)
    base, problems = load(depot)
    assert problems == []
    for folder in ("un", "deux"):
        produce(base, tmp_path / folder, "0")
    for name in ("plan-d-action-essai.odt", "plan-d-action-essai.docx"):
        one, two = (tmp_path / folder / name for folder in ("un", "deux"))
        assert one.read_bytes() == two.read_bytes()
        assert "Essai &amp; **gras** [x](y)" in words(one)


def test_an_edit_that_finds_nothing_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.zip"
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("a.xml", "<a  b='1'/>")
    found = rewrite(file.read_bytes(), [Edit("a.xml", "<a b", "<c b")])
    file.write_bytes(found)
    assert part(file, "a.xml") == "<c b='1'/>"
    with pytest.raises(ValueError, match="n’écrit plus"):
        rewrite(found, [Edit("a.xml", "<a b", "")])


def test_a_cycle_page_links_its_files_with_what_they_weigh(site: Path) -> None:
    page = (site / "cycles/international/index.html").read_text("utf-8")
    size = (site / "livrables/plan-d-action-international.odt").stat().st_size
    found = re.search(r'<a href="([^"]+\.odt)" download>([^<]+)</a>', page)
    assert found
    assert found[1] == "../../livrables/plan-d-action-international.odt"
    assert found[2].startswith(f"ODT pour LibreOffice, {weight(size)}, contenu relu le ")
    assert found[2].endswith("licence CC\u00a0BY\u00a04.0")
    assert '<strong>Plan d’action du cycle 2</strong> <span class="etat">publié</span>' in page


@pytest.mark.parametrize(
    ("size", "says"), [(40, "1 Ko"), (8_446, "8 Ko"), (999_400, "999 Ko"), (1_240_000, "1,2 Mo")]
)
def test_weight_is_said_in_french(size: int, says: str) -> None:
    assert weight(size) == says.replace(" ", "\u00a0")
