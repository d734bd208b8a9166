"""The Atom feeds: what RFC 4287 requires, what each holds, and none without an address."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import feedparser  # type: ignore[import-untyped]
import pytest

from scripts.finish import feeds
from scripts.load import Base, load
from scripts.render.feeds import MOST

from .conftest import ROOT

SITE_URL = "https://exemple.test/base/"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def base() -> Base:
    found, _ = load(ROOT)
    assert found.reglages is not None
    found.reglages = found.reglages.model_copy(update={"site_url": SITE_URL, "editeur": None})
    return found


@pytest.fixture(scope="module")
def written(base: Base, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("flux")
    feeds.write(folder, base)
    return folder


def parsed(file: Path) -> Mapping[str, list[Mapping[str, str]]]:
    found: Mapping[str, list[Mapping[str, str]]] = feedparser.parse(file.read_bytes())
    assert not found["bozo"], file
    return found


def test_every_feed_reads_and_has_what_the_rfc_requires(written: Path) -> None:
    files = sorted(written.rglob("*.xml"))
    assert len(files) >= 9
    for file in files:
        feed = ElementTree.parse(file).getroot()
        own = SITE_URL + file.relative_to(written).as_posix()
        links = {one.get("rel"): one.get("href") for one in feed.findall(f"{ATOM}link")}
        assert links["self"] == own
        for name in ("id", "title", "updated", "author/" + ATOM + "name"):
            assert feed.findtext(ATOM + name), (file, name)
        ids = [one.findtext(f"{ATOM}id") for one in feed.findall(f"{ATOM}entry")]
        assert len(set(ids)) == len(ids) <= MOST
        found = parsed(file)
        assert len(found["entries"]) == len(ids) > 0
        for entry in found["entries"]:
            assert all(entry.get(name) for name in ("id", "title", "updated", "summary", "link"))
        moments = [entry["updated"] for entry in found["entries"]]
        if "veille" not in file.name:  # the watch is in the order of events
            assert moments == sorted(moments, reverse=True)


def test_a_feed_keeps_to_its_cycle_and_its_public(written: Path) -> None:
    links = [one["link"] for one in parsed(written / "flux/cycle-international.xml")["entries"]]
    others = ("cycles/salaries-operationnels/", "cycles/acteurs-publics/")
    assert not [link for link in links if any(other in link for other in others)]
    agents = parsed(written / "flux/public-agents-publics.xml")["entries"]
    assert any("guide-3ds/" in one["link"] for one in agents)
    assert not [one for one in agents if "/cycles/international/" in one["link"]]


def test_a_correction_comes_first_again(base: Base, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(ROOT / "data", tmp_path / "data")).parent
    shutil.copytree(ROOT / "docs", copy / "docs")
    question = copy / "data/faq/qui-paie-agent.yml"
    later = question.read_text("utf-8").replace("verifie_le: 2026-11-23", "verifie_le: 2027-01-05")
    question.write_text(later, "utf-8")
    found, _ = load(copy)
    found.reglages = base.reglages
    feeds.write(tmp_path / "site", found)
    first = parsed(tmp_path / "site/flux/tout.xml")["entries"][0]
    assert first["id"] == f"{SITE_URL}faq/#qui-paie-agent"
    assert first["updated"].startswith("2027-01-05")


def test_hostile_text_stays_text(base: Base, tmp_path: Path) -> None:
    item = next(iter(base.items["veille"].values()))
    hostile = item.fiche.model_copy(update={"titre": "]]><script>alert(1)</script>&amp;"})
    found, _ = load(ROOT)
    found.reglages = base.reglages
    found.items["veille"][item.id] = type(item)(item.id, item.collection, item.path, hostile)
    feeds.write(tmp_path, found)
    text = (tmp_path / "guide-3ds/veille.xml").read_text("utf-8")
    assert "<script" not in text
    ElementTree.fromstring(text)


def test_no_address_no_feed(tmp_path: Path) -> None:
    found, _ = load(ROOT)
    assert found.reglages is not None
    found.reglages = found.reglages.model_copy(update={"site_url": None})
    feeds.write(tmp_path, found)
    assert list(tmp_path.iterdir()) == []
