"""When the sessions of an atelier take place: instants, and words for readers."""

import html
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from ..load import Base, Item
from ..model import Atelier, Seance
from .dates import french_date
from .parts import Strings, duration, text

ZONE = ZoneInfo("Europe/Paris")
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def start_of(day: date, hour: str) -> datetime:
    """The instant of « 09:30 » in Paris on that day."""
    return datetime.combine(day, time.fromisoformat(hour), ZONE)


def end_of(start: datetime, minutes: int) -> datetime:
    """The instant `minutes` later, in Paris too: the clocks may change in between."""
    return (start.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(ZONE)


def happens_once(start: datetime) -> bool:
    """False for an hour that the clocks skip or show twice that night."""
    return start.utcoffset() == start.replace(fold=1).utcoffset()


def dated(base: Base, cycle: str = "") -> list[tuple[Item[Atelier], Seance]]:
    """The sessions that have a date, of a cycle or of all, the earliest first."""
    found = [
        (item, seance)
        for item in base.ateliers
        if cycle in ("", item.fiche.cycle)
        for seance in item.fiche.seances
    ]
    return sorted(
        found, key=lambda one: (start_of(one[1].jour, one[1].heure), one[0].id, one[1].id)
    )


def sessions(item: Item[Atelier]) -> list[Strings]:
    """The sessions of an atelier, as its page shows them."""
    ordered = sorted(item.fiche.seances, key=lambda one: (one.jour, one.heure, one.id))
    return [_session(one) for one in ordered]


def _session(seance: Seance) -> Strings:
    hours, minutes = map(int, seance.heure.split(":"))
    day = f"{DAYS[seance.jour.weekday()]} {french_date(seance.jour)}"
    return {
        "jour": text(day),
        "heure": text(duration(hours * 60 + minutes)),
        "lieu": text(seance.lieu),
        "inscription": html.escape(seance.inscription or "", quote=True),
    }
