"""Dated sessions: each has its own id, at an hour that comes once that day."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from ..load.base import Base, Source
from ..load.yaml_strict import Path
from ..render.sessions import happens_once, start_of
from ..report import Problem


def check(base: Base) -> Iterator[Problem]:
    """Ids given twice, hours skipped or shown twice when the clocks change."""
    for source in base.sources:
        data = source.document.data
        if source.collection == "ateliers" and isinstance(data, dict):
            found = data.get("seances")
            yield from _sessions(source, found if isinstance(found, list) else [])


def _sessions(source: Source, found: list[Any]) -> Iterator[Problem]:
    taken: dict[str, int] = {}
    for rank, session in enumerate(found):
        if not isinstance(session, dict):
            continue
        name, day, hour = (session.get(key) for key in ("id", "jour", "heure"))
        if isinstance(name, str):
            line = source.document.values["seances", rank, "id"].line
            if name in taken:
                yield _at(
                    source,
                    ("seances", rank, "id"),
                    f"la séance « {name} » est déjà décrite ligne {taken[name]}.",
                    "Donnez à chaque séance son identifiant.",
                )
            taken.setdefault(name, line)
        if type(day) is date and isinstance(hour, str) and not _is_certain(day, hour):
            yield _at(
                source,
                ("seances", rank, "heure"),
                f"« heure: {hour} » : les horloges changent cette nuit-là, "
                "cette heure n’existe pas ou vient deux fois.",
                "Choisissez une heure avant 2 h, ou à partir de 3 h.",
            )


def _is_certain(day: date, hour: str) -> bool:
    try:
        return happens_once(start_of(day, hour))
    except ValueError:
        return True  # Not an hour at all: the model says so.


def _at(source: Source, path: Path, what: str, *mends: str) -> Problem:
    span = source.document.values[path]
    return Problem(source.path, span.line, span.column, what, mends)
