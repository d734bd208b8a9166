"""The real content: complete, sourced, and silent about what it may not say."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from scripts import model
from scripts.load import Base, Item, load

from .conftest import ROOT

PUBLICS = ["entreprises", "agents-publics", "employeurs-publics", "associations", "animateurs"]
CYCLES = ["salaries-operationnels", "international", "acteurs-publics"]
"""The cycles of the announcement. One that opens later is not full from its first day."""


@pytest.fixture(scope="module")
def base() -> Base:
    found, problems = load(ROOT)
    assert problems == []
    return found


def test_what_the_site_promises_is_there(base: Base) -> None:
    assert [item.id for item in base.cycles][:3] == CYCLES
    assert len(base.ateliers) == 4 * len(base.cycles)
    assert sum(item.fiche.liste for item in base.ressources) >= 65
    assert len(base.questions) >= 35
    assert len(base.termes) >= 40
    assert base.taxonomie is not None
    assert list(base.taxonomie.publics) == PUBLICS


def test_practices_and_their_evidence(base: Base) -> None:
    by_cycle = Counter(item.fiche.cycle for item in base.pratiques)
    assert min(by_cycle[cycle] for cycle in CYCLES) >= 12
    assert len(base.experiences) >= 110
    assert len(base.metiers) >= 40
    assert len(base.pays) >= 15
    assert len(base.chiffres) >= 10


def announced(base: Base) -> set[str]:
    """The freins that the announced cycles work on."""
    assert base.taxonomie is not None
    return {name for name, frein in base.taxonomie.freins.items() if frein.cycle in CYCLES}


def test_every_frein_has_two_practices(base: Base) -> None:
    found = Counter(frein for item in base.pratiques for frein in item.fiche.freins)
    assert [frein for frein in announced(base) if found[frein] < 2] == []


def test_every_frein_has_an_answer(base: Base) -> None:
    answered = {frein for item in base.questions for frein in item.fiche.freins}
    assert announced(base) <= answered


def test_long_pages_begin_in_brief(base: Base) -> None:
    pages: list[Item[Any]] = [*base.cycles, *base.ateliers, *base.guide]
    assert [item.path for item in pages if len(item.fiche.en_bref) != 3] == []


def _models() -> list[type[BaseModel]]:
    found = (getattr(model, name) for name in model.__all__)
    return [one for one in found if isinstance(one, type) and issubclass(one, BaseModel)]


@pytest.mark.parametrize("one", _models(), ids=lambda one: one.__name__)
def test_every_field_is_described(one: type[BaseModel]) -> None:
    bare = [name for name, field in one.model_fields.items() if not field.description]
    nested = {"participants"}
    assert set(bare) <= nested


def test_layout_is_documented() -> None:
    readme = (Path(ROOT) / "README.md").read_text("utf-8")
    for folder in ("docs/", "data/", "overrides/", "scripts/", "tests/"):
        assert f"`{folder}" in readme
