"""Dated sessions → calendars (ICS, RFC 5545): one a cycle, and one for all.

The zone is written once, by rule: icalendar’s own `add_missing_timezones()` lists
a few past changes, and ical.js then reads a September session one hour late.
"""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid5

from icalendar import Calendar, Event, Timezone

from ..load import Base, Item
from ..model import Atelier, Seance
from ..render.sessions import dated, end_of, start_of
from ..render.typography import typeset
from ..render.urls import page_url

ALL = "calendrier.ics"
"""The calendar of every cycle."""
_SPACE = UUID("5c9ad0e2-0d6b-4b3e-9a51-5a0f2f6f8f43")
"""Never changes: a session keeps its identity in the diaries that already hold it."""
_PARIS = """\
BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


def write(base: Base, folder: Path, epoch: str) -> None:
    """Write the calendars of `base` in `folder`; none where no session has a date."""
    stamp = datetime.fromtimestamp(int(epoch), UTC)
    assert base.reglages is not None
    if found := dated(base):
        (folder / ALL).write_bytes(_calendar(base, base.reglages.nom, found, stamp))
    for cycle in base.cycles:
        if found := dated(base, cycle.id):
            name = f"{base.reglages.nom} : {cycle.fiche.titre}"
            (folder / f"calendrier-{cycle.id}.ics").write_bytes(_calendar(base, name, found, stamp))


def _calendar(
    base: Base, name: str, found: list[tuple[Item[Atelier], Seance]], stamp: datetime
) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Compétences en partage//Calendrier des ateliers//FR")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", typeset(name))
    calendar.add_component(Timezone.from_ical(_PARIS))
    for item, seance in found:
        calendar.add_component(_event(base, item, seance, stamp))
    done: bytes = calendar.to_ical(sorted=False)
    return done


def _event(base: Base, item: Item[Atelier], seance: Seance, stamp: datetime) -> Event:
    fiche = item.fiche
    start = start_of(seance.jour, seance.heure)
    end = end_of(start, fiche.duree)
    page = _page(base, item)
    event = Event()
    event.add("uid", str(uuid5(_SPACE, f"{item.id}/{seance.id}")))
    event.add("dtstamp", stamp)
    event.add("dtstart", start)
    # An hour that comes twice that night has one name in Paris, and two instants.
    event.add("dtend", end.astimezone(UTC) if end.fold else end)
    cycle = base.items["cycles"][fiche.cycle].fiche.titre
    event.add("summary", typeset(f"{fiche.titre} ({cycle})"))
    event.add("location", typeset(seance.lieu))
    lines = [typeset(fiche.resume)]
    lines += [f"S’inscrire : {seance.inscription}"] if seance.inscription else []
    lines += [f"La fiche de l’atelier : {page}"] if page else []
    event.add("description", "\n".join(lines))
    if link := seance.inscription or page:
        event.add("url", link)
    return event


def _page(base: Base, item: Item[Atelier]) -> str:
    assert base.reglages is not None
    root = base.reglages.site_url
    return root + page_url(item.path) if root else ""
