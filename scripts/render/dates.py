"""Dates: today as the build sees it, and dates in French."""

import calendar
import os
from datetime import date

MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)


def today() -> date:
    """`AUJOURDHUI` (year-month-day) when it is set, else the clock.

    Raises ValueError when `AUJOURDHUI` is not a date.
    """
    given = os.environ.get("AUJOURDHUI", "")
    return date.fromisoformat(given) if given else date.today()


def french_date(day: date) -> str:
    """« 1er février 2024 », with no-break spaces."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number}\u00a0{MONTHS[day.month - 1]}\u00a0{day.year}"


def months_before(day: date, months: int) -> date:
    """The same day of the month, `months` earlier, or that month’s last day."""
    total = day.year * 12 + day.month - 1 - months
    year, month = divmod(total, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def between(start: date, end: date) -> tuple[int, int]:
    """Whole months, then days, from `start` to `end`; `start` may not come after `end`."""
    months = (end.year - start.year) * 12 + end.month - start.month
    while months_before(end, months) < start:
        months -= 1
    return months, (months_before(end, months) - start).days
