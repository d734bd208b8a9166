"""The body of an issue that a form made → the answer under each heading, as plain text.

A stranger wrote it and may have edited it since: headings are looked for by their exact
words, each once, and what stands between them is only ever text.
"""

from collections.abc import Iterable, Sequence

from ..load import Base
from .forms import asked, options
from .offered import OFFERS, Offer
from .words import label

LIMIT = 70_000
"""Signs; GitHub allows 65,536 in an issue."""
_EMPTY = {"_No response_", "*No response*", "None"}


def titles(offer: Offer) -> list[str]:
    """The headings of the form of an offer, in order."""
    return [*(label(one) for one in asked(offer)), *(one.title for one in offer.sections)]


def offer_of(body: str) -> Offer | None:
    """The offer whose form this is: all its headings are there."""
    found = set(_headings(body))
    whole = [one for one in OFFERS if one.form and found.issuperset(titles(one))]
    return max(whole, key=lambda one: len(titles(one)), default=None)


def answers(body: str, wanted: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """The answer under each wanted heading, and the headings that stand there twice."""
    places = {f"### {one}": one for one in wanted}
    found: dict[str, list[str]] = {}
    twice: list[str] = []
    here: list[str] = []
    for line in body.split("\n"):
        title = places.get(line.strip())
        if title is None:
            here.append(line)
            continue
        if title in found:
            twice.append(title)
        here = found.setdefault(title, [])
    return {title: _answer(lines) for title, lines in found.items()}, twice


def chosen(base: Base, offer: Offer) -> dict[str, dict[str, str]]:
    """For each menu of the form, by field: what it shows, and the value it stands for."""
    return {one.name: options(base, one) for one in asked(offer) if options(base, one)}


def several(text: str, known: Iterable[str]) -> list[str]:
    """« a, b » → the choices it names, which may hold commas themselves; the rest as it is."""
    parts = [one.strip() for one in text.replace("\n", ", ").split(", ") if one.strip()]
    choices = set(known)
    most = max((one.count(", ") + 1 for one in choices), default=1)
    found, at = [], 0
    while at < len(parts):
        sizes = range(most, 0, -1)
        size = next((n for n in sizes if ", ".join(parts[at : at + n]) in choices), 1)
        found.append(", ".join(parts[at : at + size]))
        at += size
    return found


def _headings(body: str) -> Iterable[str]:
    return (line.strip()[4:] for line in body.split("\n") if line.startswith("### "))


def _answer(lines: list[str]) -> str:
    text = _uncommented("\n".join(lines)).strip()
    return "" if text in _EMPTY else text


def _uncommented(text: str) -> str:
    """Found sign by sign: a pattern would seek the end again from each unclosed start."""
    kept: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        kept.append(text[at:start])
        at = end + 3
    return "".join([*kept, text[at:]])
