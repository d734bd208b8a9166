"""The visible warning that a text ends: decided by the day of the build."""

from datetime import date

from .dates import french_date, months_before

NOTICE_MONTHS = 6


def notice(end: date | None, today: date) -> str | None:
    """The visible warning on a page whose text has, or will soon have, no force."""
    if end is None:
        return None
    if end < today:
        return f"Ce contenu repose sur un texte qui a pris fin le {french_date(end)}."
    if months_before(end, NOTICE_MONTHS) <= today:
        return f"Ce contenu repose sur un texte qui prend fin le {french_date(end)}."
    return None
