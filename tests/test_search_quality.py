"""What readers type, by class, and whether the search finds it: run in Chromium.

`tests/requetes.yml` was written from titles alone, before any tuning. The floors
are what is reached today, to be raised with each improvement, never lowered.
"""

from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser

from .conftest import ROOT

QUERIES = ROOT / "tests" / "requetes.yml"
SEARCH = """async (queries) => {
  const { build, search } = await import(new URL("../assets/moteur.js", location.href));
  const get = async (name) => (await fetch(`../search/${name}.json`)).json();
  const [{ docs }, synonyms] = await Promise.all([get("search_index"), get("synonymes")]);
  const plain = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent;
  const index = build(docs.map((doc) =>
    ({ url: doc.location, title: plain(doc.title), text: plain(doc.text) })), synonyms);
  return queries.map((query) => search(index, query).slice(0, 5).map((one) => one.section.url));
}"""
FIRST, FIVE, CLASS = 0.88, 0.94, 0.80
Ranks = dict[str, list[int | None]]


@pytest.fixture(scope="module")
def ranks(browser: Browser, address: str) -> tuple[Ranks, list[str]]:
    """For each class, the rank (from 0) of the first right answer; what was missed."""
    queries: list[dict[str, Any]] = yaml.safe_load(QUERIES.read_text("utf-8"))["requetes"]
    page = browser.new_page()
    page.goto(f"{address}recherche/")
    answers = page.evaluate(SEARCH, [one["q"] for one in queries])
    page.close()
    found: Ranks = defaultdict(list)
    missed = []
    for one, urls in zip(queries, answers, strict=True):
        right = [rank for rank, url in enumerate(urls) if url in one["attendus"]]
        found[one["classe"]].append(right[0] if right else None)
        if not right or right[0] > 0:
            missed.append(f"{one['classe']} : {one['q']} → {urls[:3]}")
    return found, missed


def recall(ranks: list[int | None], most: int) -> float:
    return sum(rank is not None and rank < most for rank in ranks) / len(ranks)


def test_the_set_is_wide(ranks: tuple[Ranks, list[str]]) -> None:
    found, _ = ranks
    assert len(found) == 12
    assert sum(map(len, found.values())) >= 150


def test_recall_over_all(ranks: tuple[Ranks, list[str]]) -> None:
    found, missed = ranks
    every = [rank for one in found.values() for rank in one]
    assert recall(every, 5) >= FIVE, "\n".join(missed)
    assert recall(every, 1) >= FIRST, "\n".join(missed)


def test_every_class_is_served(ranks: tuple[Ranks, list[str]]) -> None:
    found, missed = ranks
    low = {name: recall(one, 5) for name, one in found.items() if recall(one, 5) < CLASS}
    assert low == {}, "\n".join(missed)


def test_queries_expect_real_addresses(site: Path) -> None:
    for one in yaml.safe_load(QUERIES.read_text("utf-8"))["requetes"]:
        for url in one["attendus"]:
            path, _, anchor = url.partition("#")
            page = (site / path / "index.html").read_text("utf-8")
            assert not anchor or f'id="{anchor}"' in page, url
