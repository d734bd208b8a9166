"""A cycle has a rank and four ateliers; an atelier’s agenda adds up to its duration."""

import re
from collections.abc import Iterator
from typing import Any

from ..load.base import Base, Source
from ..load.yaml_strict import Path
from ..report import Problem

SHORTEST, LONGEST, ATELIERS = 90, 120, 4


def check(base: Base) -> Iterator[Problem]:
    """Ranks in double; ateliers missing, or in the wrong folder; agendas that do not add up."""
    cycles = [source for source in base.sources if source.collection == "cycles"]
    ateliers = [source for source in base.sources if source.collection == "ateliers"]
    yield from _ranks(cycles, "Chaque cycle a son rang : 1, 2, 3…")
    for source in cycles:
        own = [one for one in ateliers if one.id.split("/")[0] == source.id]
        yield from _ranks(own, "Chaque atelier d’un cycle a son rang, de 1 à 4.")
        yield from _four(source, own)
    for source in ateliers:
        data = source.document.data
        if isinstance(data, dict):
            yield from _place(source, data)
            yield from _agenda(source, data)


def _ranks(siblings: list[Source], mend: str) -> Iterator[Problem]:
    taken: dict[int, str] = {}
    for source in siblings:
        order = _order(source)
        if order is None:
            continue
        if order in taken:
            what = f"« ordre: {order} » est déjà pris par {taken[order]}."
            yield _at(source, ("ordre",), what, mend)
        taken.setdefault(order, source.path)


def _four(cycle: Source, ateliers: list[Source]) -> Iterator[Problem]:
    taken = {_order(one) for one in ateliers}
    missing = [str(order) for order in range(1, ATELIERS + 1) if order not in taken]
    if missing:
        yield Problem(
            cycle.path,
            1,
            1,
            f"il manque au cycle l’atelier {', '.join(missing)}.",
            (f"Créez docs/cycles/{cycle.id}/atelier-{missing[0]}-….md.",),
        )


def _order(source: Source) -> int | None:
    data = source.document.data
    order = data.get("ordre") if isinstance(data, dict) else None
    return order if isinstance(order, int) else None


def _place(source: Source, data: dict[str, Any]) -> Iterator[Problem]:
    folder, name = source.id.split("/")
    if isinstance(data.get("cycle"), str) and data["cycle"] != folder:
        yield _at(
            source,
            ("cycle",),
            f"« cycle: {data['cycle']} » ne va pas avec le dossier « {folder} ».",
            f"Écrivez « cycle: {folder} », ou déplacez le fichier.",
        )
    rank = re.match(r"atelier-(\d)", name)
    if rank and isinstance(data.get("ordre"), int) and data["ordre"] != int(rank[1]):
        yield _at(
            source,
            ("ordre",),
            f"« ordre: {data['ordre']} » ne va pas avec le nom du fichier ({name}).",
            f"Écrivez « ordre: {rank[1]} », ou renommez le fichier.",
        )


def _agenda(source: Source, data: dict[str, Any]) -> Iterator[Problem]:
    duration, steps = data.get("duree"), data.get("deroule")
    if not isinstance(duration, int):
        return
    if not SHORTEST <= duration <= LONGEST:
        yield _at(
            source,
            ("duree",),
            f"« duree: {duration} » : un atelier dure de 1 h 30 à 2 h.",
            f"Donnez une durée en minutes, de {SHORTEST} à {LONGEST}.",
        )
    if not isinstance(steps, list):
        return
    minutes = [step.get("minutes") for step in steps if isinstance(step, dict)]
    if len(minutes) != len(steps) or not all(isinstance(one, int) for one in minutes):
        return
    total = sum(one for one in minutes if isinstance(one, int))
    if total != duration:
        gap = duration - total
        yield _at(
            source,
            ("duree",),
            f"le déroulé fait {total} minutes, la durée en annonce {duration}.",
            f"{'Ajoutez' if gap > 0 else 'Retirez'} {abs(gap)} minutes au déroulé, "
            f"ou écrivez « duree: {total} ».",
        )
    people = data.get("participants")
    if isinstance(people, dict) and _upside_down(people):
        yield _at(
            source,
            ("participants", "max"),
            f"« max: {people['max']} » est plus petit que « min: {people['min']} ».",
            "Échangez les deux nombres.",
        )


def _upside_down(people: dict[str, Any]) -> bool:
    low, high = people.get("min"), people.get("max")
    return isinstance(low, int) and isinstance(high, int) and high < low


def _at(source: Source, path: Path, what: str, *mends: str) -> Problem:
    span = source.document.values[path]
    return Problem(source.path, span.line, span.column, what, mends)
