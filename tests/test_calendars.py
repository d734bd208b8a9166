"""The calendars: the same instants in every reader, and identities that last."""

import json
import re
import subprocess
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import vobject
from icalendar import Calendar, Event

from scripts.deliver import calendars
from scripts.deliver.files import FOLDER
from scripts.load import load
from scripts.render.sessions import sessions
from scripts.render.takeaways import page, takeaways

from .conftest import ROOT
from .faults import ATELIER, swap
from .programs import node

SESSIONS = {
    "hiver": ("2027-01-14", "09:30", "2027-01-14T08:30Z", 90),
    "ete": ("2027-07-06", "18:00", "2027-07-06T16:00Z", 90),
    "septembre": ("2027-09-16", "14:00", "2027-09-16T12:00Z", 90),
    "vers-l-ete": ("2027-03-28", "01:30", "2027-03-28T00:30Z", 90),
    "vers-l-hiver": ("2027-10-31", "01:30", "2027-10-30T23:30Z", 90),
    "apres-le-changement": ("2027-10-31", "09:00", "2027-10-31T08:00Z", 90),
}
"""Day and hour in Paris, the instant they name, the length: two nights change the clocks."""
Instants = dict[str, tuple[int, int]]


def session(name: str, day: str, hour: str, place: str = "Salle B") -> str:
    return f'  - id: {name}\n    jour: {day}\n    heure: "{hour}"\n    lieu: {place}\n'


def plant(root: Path, sessions: str) -> None:
    swap(ATELIER, "sorties:\n", f"seances:\n{sessions}sorties:\n")(root)


def written(root: Path, folder: Path, epoch: str = "1700000000") -> dict[str, bytes]:
    base, problems = load(root)
    assert problems == []
    folder.mkdir()
    calendars.write(base, folder, epoch)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def calendar(depot: Path, tmp_path: Path) -> bytes:
    plant(depot, "".join(session(name, *when[:2]) for name, when in SESSIONS.items()))
    return written(depot, tmp_path / "ics")["calendrier.ics"]


def read_by_icalendar(data: bytes) -> Instants:
    events = _events(data)
    return {str(one["uid"]): _instants(one.start, one.end) for one in events}


def read_by_vobject(data: bytes) -> Instants:
    events = vobject.readOne(data.decode()).vevent_list
    return {one.uid.value: _instants(one.dtstart.value, one.dtend.value) for one in events}


def read_by_ical_js(data: bytes) -> Instants:
    command = [node(), str(ROOT / "tests" / "ics.mjs")]
    done = subprocess.run(command, input=data, capture_output=True, check=True, cwd=ROOT)
    return {uid: (start, end) for uid, start, end in json.loads(done.stdout)}


def _events(data: bytes) -> list[Event]:
    return list(Calendar.from_ical(data).events)


def _instants(start: date, end: date) -> tuple[int, int]:
    assert isinstance(start, datetime)
    assert isinstance(end, datetime)
    return int(start.timestamp()), int(end.timestamp())


@pytest.mark.parametrize("read", [read_by_icalendar, read_by_vobject, read_by_ical_js])
def test_every_reader_sees_the_same_instants(
    calendar: bytes, read: Callable[[bytes], Instants]
) -> None:
    starts = [datetime.fromisoformat(one[2]).timestamp() for one in SESSIONS.values()]
    wanted = sorted((int(one), int(one) + 90 * 60) for one in starts)
    assert sorted(read(calendar).values()) == wanted


def test_the_zone_is_a_rule_and_lines_are_as_the_norm_says(calendar: bytes) -> None:
    lines = calendar.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    assert calendar.count(b"BEGIN:VTIMEZONE") == 1
    assert calendar.count(b"RRULE:FREQ=YEARLY") == 2
    stamps = {one.DTSTAMP for one in _events(calendar)}
    assert stamps == {datetime.fromtimestamp(1_700_000_000, UTC)}


def test_a_session_that_moves_keeps_its_identity(depot: Path, tmp_path: Path) -> None:
    plant(depot, session("une", "2027-01-14", "09:30"))
    before = written(depot, tmp_path / "a")["calendrier.ics"]
    assert written(depot, tmp_path / "b")["calendrier.ics"] == before
    swap(ATELIER, "2027-01-14", "2027-02-02")(depot)
    swap(ATELIER, "Salle B", "À distance")(depot)
    after = written(depot, tmp_path / "c", "1800000000")["calendrier.ics"]
    assert after != before
    assert read_by_icalendar(after).keys() == read_by_icalendar(before).keys()


def test_a_cycle_has_its_own_calendar_and_its_page_says_so(
    depot: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(depot, session("une", "2027-01-14", "09:30"))
    names = written(depot, tmp_path / "ics")
    assert sorted(names) == ["calendrier-essai.ics", "calendrier.ics"]
    base, _ = load(depot)
    assert [one["fichiers"] for one in takeaways(base)] == [[], []]
    monkeypatch.setenv(FOLDER, str(tmp_path / "ics"))
    (link,) = takeaways(base)[1]["fichiers"]
    assert link["url"] == "@/livrables/calendrier-essai.ics"
    assert "ICS pour votre agenda" in link["texte"]
    assert page(base)["calendrier"]["url"] == "@/livrables/calendrier.ics"


def test_without_a_session_there_is_no_file(depot: Path, tmp_path: Path) -> None:
    assert written(depot, tmp_path / "ics") == {}


def test_the_page_of_the_atelier_says_when_and_where(depot: Path) -> None:
    link = "\n    inscription: https://exemple.fr/?a=1&b=2"
    plant(
        depot,
        session("deux", "2027-02-01", "14:00")
        + session("une", "2027-01-14", "09:30", f"Salle R&D{link}"),
    )
    base, _ = load(depot)
    first, second = sessions(base.items["ateliers"]["essai/atelier-2-deux"])
    assert first["jour"] == "jeudi 14\u00a0janvier\u00a02027"
    assert first["heure"] == "9\u00a0h\u00a030"
    assert first["lieu"] == "Salle R&amp;D"
    assert first["inscription"] == "https://exemple.fr/?a=1&amp;b=2"
    assert second["jour"] == "lundi 1er\u00a0février\u00a02027"


def test_what_an_author_types_stays_text(depot: Path, tmp_path: Path) -> None:
    place = '"Salle A; B, C\n\n      END:VEVENT\n\n      BEGIN:VEVENT"'
    plant(depot, session("une", "2027-01-14", "09:30", place))
    swap("data/reglages.yml", "site_url:", "site_url: https://exemple.fr/")(depot)
    (event,) = _events(written(depot, tmp_path / "ics")["calendrier.ics"])
    assert re.sub(r"\s", "", str(event["location"])) == "SalleA;B,CEND:VEVENTBEGIN:VEVENT"
    assert event["url"] == "https://exemple.fr/cycles/essai/atelier-2-deux/"


def test_the_site_has_a_calendar_as_soon_as_a_session_has_a_date(site: Path) -> None:
    """The real content: every dated session is in the calendar of all; none, and no link."""
    base, _ = load(ROOT)
    wanted = sum(len(one.fiche.seances) for one in base.ateliers)
    file = site / "livrables" / "calendrier.ics"
    assert len(_events(file.read_bytes()) if file.is_file() else []) == wanted
    if not wanted:
        assert list(site.rglob("*.ics")) == []
        assert not any(".ics" in page.read_text("utf-8") for page in site.rglob("*.html"))
