"""Dates that are in the future, that age, or that end."""

from collections.abc import Iterator
from datetime import date

from ..load.base import Base, Source
from ..model import Experimentation
from ..render.dates import french_date, months_before
from ..render.notices import NOTICE_MONTHS
from ..report import ERROR, WARNING, Problem

READ_DATES = ("verifie_le", "consulte_le")
STALE_MONTHS = 12
PAST, NEAR, STALE, WRONG = "passé", "proche", "ancien", "faux"
"""What a date says: the text has ended, ends soon, was read long ago; or it cannot be."""


def check(base: Base, today: date) -> Iterator[Problem]:
    """`today` decides: see AUJOURDHUI."""
    return (problem for _, problem in sorted_out(base, today))


def sorted_out(base: Base, today: date) -> Iterator[tuple[str, Problem]]:
    """The problems of `check`, each with its kind: PAST, NEAR, STALE or WRONG."""
    for source in base.sources:
        data = source.document.data
        for key, day in data.items() if isinstance(data, dict) else ():
            if type(day) is not date:
                continue
            if key in READ_DATES:
                yield from _read(source, key, day, today)
            elif key == "valable_jusqu_au":
                yield from _ends(source, key, day, today)
        if source.collection == "experimentation" and base.experimentation is not None:
            yield from _order(source, base.experimentation)


def _read(source: Source, key: str, day: date, today: date) -> Iterator[tuple[str, Problem]]:
    if day > today:
        yield (
            WRONG,
            _at(
                source,
                key,
                f"« {key}: {day} » est dans le futur.",
                f"Écrivez le jour de la relecture ; nous sommes le {french_date(today)}.",
                ERROR,
            ),
        )
    elif day < months_before(today, STALE_MONTHS):
        yield (
            STALE,
            _at(
                source,
                key,
                f"« {key}: {day} » : plus de {STALE_MONTHS} mois sans relecture.",
                "Relisez les sources, corrigez s’il le faut, puis changez la date.",
                WARNING,
            ),
        )


def _ends(source: Source, key: str, day: date, today: date) -> Iterator[tuple[str, Problem]]:
    if day < today:
        what = f"« {key}: {day} » est passé : la page le dit à ses lecteurs."
    elif months_before(day, NOTICE_MONTHS) <= today:
        what = f"« {key}: {day} » : moins de {NOTICE_MONTHS} mois ; la page le dit à ses lecteurs."
    else:
        return
    mend = "Cherchez le texte qui prolonge ou remplace, puis mettez la page à jour."
    yield PAST if day < today else NEAR, _at(source, key, what, mend, WARNING)


def _order(source: Source, dates: Experimentation) -> Iterator[tuple[str, Problem]]:
    if dates.fin <= dates.debut:
        what = f"« fin: {dates.fin} » ne vient pas après « debut: {dates.debut} »."
        yield WRONG, _at(source, "fin", what, "Corrigez l’une des deux dates.", ERROR)


def _at(source: Source, key: str, what: str, mend: str, severity: str) -> Problem:
    span = source.document.values[(key,)]
    return Problem(source.path, span.line, span.column, what, (mend,), severity)
