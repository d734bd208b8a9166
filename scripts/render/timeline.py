"""The calendar of the experiment, as the day of the build sees it.

Written down: the start, the end, the dates to keep. Computed, and said to be:
the last departure for the longest posting, and how long one may still last.
"""

from dataclasses import dataclass
from datetime import date

from ..load import Base
from ..model import Experimentation, Source
from .dates import between, french_date, months_before
from .parts import Strings, rich, short_source, text

WIDTH, HEIGHTS = 720, (16, 42)
"""The drawing, in its own units: its length, and the two rows of its numbers."""
HOME = "data/experimentation.yml"
DEDUCED = "Déduction de la rédaction : aucun texte lu ne le dit en ces mots."
ASK = "Demandez à la DGAFP ou au centre de gestion si une convention peut courir au-delà."


@dataclass(frozen=True)
class Step:
    """A day of the calendar; `detail` is Markdown."""

    le: date
    titre: str
    detail: str
    sources: tuple[Source, ...] = ()
    ici: bool = False


def timeline(base: Base, today: date) -> Strings:
    """The steps in order, each with its state in words and its place on the line."""
    dates = base.experimentation
    assert dates is not None
    ordered = sorted(steps(dates, today), key=lambda one: (one.le, one.ici))
    return {
        "jour": french_date(today),
        "annonce": text(longest(dates, today)),
        "finie": dates.fin < today,
        "etapes": [_step(base, dates, today, *one) for one in enumerate(ordered, 1)],
        "annees": [
            {"nom": year, "x": _place(dates, date(year, 1, 1))}
            for year in range(dates.debut.year + 1, dates.fin.year + 1)
        ],
        "sources": [short_source(base, one) for one in dates.sources],
    }


def steps(dates: Experimentation, today: date) -> list[Step]:
    """Every day of the calendar, in no order."""
    months = dates.duree_max_mois
    last = months_before(dates.fin, months)
    return [
        Step(dates.debut, "Début de l’expérimentation", ""),
        *(Step(one.le, one.titre, one.detail, tuple(one.sources)) for one in dates.jalons),
        Step(
            last,
            f"Dernier départ pour {months} mois pleins",
            f"Partie après ce jour, une mise à disposition de {months} mois dépasserait la fin de "
            f"l’expérimentation. {DEDUCED}",
        ),
        Step(dates.fin, "Fin de l’expérimentation", dates.fin_reserve),
        Step(today, "Jour où ce calendrier a été calculé", "", ici=True),
    ]


def longest(dates: Experimentation, today: date) -> str:
    """How long a posting that began today could last, in one or two sentences."""
    day, end, most = french_date(today), french_date(dates.fin), dates.duree_max_mois
    if today > dates.fin:
        return f"L’expérimentation a pris fin le {end}."
    if today < dates.debut:
        return f"L’expérimentation commence le {french_date(dates.debut)}."
    months, days = between(today, dates.fin)
    if months >= most:
        return (
            f"Une mise à disposition qui commencerait le {day} pourrait durer {most} mois, "
            f"renouvellement à part, sans dépasser la fin de l’expérimentation, le {end}. {DEDUCED}"
        )
    return (
        f"Une mise à disposition qui commencerait le {day} pourrait durer au plus "
        f"{_length(months, days)} sans dépasser la fin de l’expérimentation, le {end}. "
        f"{DEDUCED} {ASK}"
    )


def _length(months: int, days: int) -> str:
    parts = [f"{months} mois"] if months else []
    parts += [f"{days} jour{'s' if days > 1 else ''}"] if days else []
    return " et ".join(parts) or "ce seul jour"


def _step(base: Base, dates: Experimentation, today: date, rank: int, step: Step) -> Strings:
    return {
        "rang": rank,
        "le": french_date(step.le),
        "titre": text(step.titre),
        "detail": rich(step.detail, HOME),
        "etat": _state(step, today),
        "passe": step.le < today,
        "ici": step.ici,
        "sources": [short_source(base, one) for one in step.sources],
        "x": _place(dates, step.le),
        "y": HEIGHTS[rank % 2],
    }


def _state(step: Step, today: date) -> str:
    if step.ici:
        return "nous en sommes là"
    if step.le == today:
        return "ce jour"
    return "passé" if step.le < today else "à venir"


def _place(dates: Experimentation, day: date) -> float:
    """Where `day` falls on the line; what comes before or after stops at its ends."""
    share = (day - dates.debut).days / max((dates.fin - dates.debut).days, 1)
    return round(WIDTH * min(max(share, 0), 1), 1)
