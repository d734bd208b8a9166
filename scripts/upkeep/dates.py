"""Content past or near its dates, said by kind."""

from collections.abc import Sequence
from datetime import date

from ..check.dates import NEAR, PAST, STALE, WRONG, sorted_out
from ..load import Base
from ..render.dates import between, french_date
from ..report import Problem

TITLES = {
    PAST: "Texte qui a pris fin",
    NEAR: "Texte qui prend fin dans les six mois",
    STALE: "Sans relecture depuis douze mois",
    WRONG: "Date impossible",
}


def by_kind(base: Base, today: date) -> dict[str, Sequence[Problem]]:
    """French title of a kind → its problems, sorted; kinds without any are left out."""
    found: dict[str, list[Problem]] = {kind: [] for kind in TITLES}
    for kind, problem in sorted_out(base, today):
        found[kind].append(problem)
    return {TITLES[kind]: sorted(problems) for kind, problems in found.items() if problems}


def experiment(base: Base, today: date) -> str:
    """How far the end of the experiment is; empty when its file cannot be read."""
    if base.experimentation is None:
        return ""
    end = base.experimentation.fin
    if end < today:
        return f"L’expérimentation a pris fin le {french_date(end)}."
    return f"L’expérimentation prend fin le {french_date(end)}, dans {_span(today, end)}."


def _span(start: date, end: date) -> str:
    months, days = between(start, end)
    return f"{months} mois" if months else f"{days} jour{'s' if days > 1 else ''}"
