"""Published addresses: none is lost, and each redirection leads to a page in one step."""

from collections.abc import Iterator
from datetime import date

from ..load.base import Base, Source
from ..model import Redirection
from ..report import Problem, nearest
from .places import answered, published

KNOWN, MOVED = "data/adresses.yml", "data/redirections.yml"
RESERVED = ("assets", "search")
SUGGESTIONS = 50
"""Addresses for which the nearest one is looked for: the search is slow, a file may be hostile."""


def check(base: Base, today: date) -> Iterator[Problem]:
    """Lost addresses, then redirections that do not hold. `today` dates the line to add."""
    files = {source.path: source for source in base.sources}
    living = answered(base)
    moved = base.redirections.redirections or [] if base.redirections else []
    if MOVED in files and moved:
        known = set(base.adresses.adresses) if base.adresses else set()
        yield from _redirections(files[MOVED], moved, living, known)
    if KNOWN in files and base.adresses:
        # While the redirections cannot be read, their own error is the one to mend.
        replaced = {one.ancienne for one in moved} if base.redirections else None
        if replaced is not None:
            yield from _lost(base, files[KNOWN], living | replaced, today)


def _lost(base: Base, source: Source, known: set[str], today: date) -> Iterator[Problem]:
    assert base.adresses is not None
    every = base.adresses.adresses
    gone = [rank for rank, one in enumerate(every) if one not in known]
    lost = {every[rank] for rank in gone}
    choices = published(base)
    for count, rank in enumerate(gone):
        old = every[rank]
        page = _page(old)
        if old != page and (page in lost or (page not in choices and page in known)):
            continue  # The page is lost, or redirected as a whole, with all that stood on it.
        new = (_nearest(old, choices) if count < SUGGESTIONS else None) or _parent(old, choices)
        span = source.document.values["adresses", rank]
        yield Problem(
            source.path,
            span.line,
            span.column,
            f"l’adresse publiée « {old} » ne répond plus.",
            tuple(_mends(old, new, today)),
        )


def _mends(old: str, new: str, today: date) -> Iterator[str]:
    if _is_file(old):
        yield "Remettez plutôt le fichier : seuls certains hébergeurs redirigent un fichier."
    yield f"Remettez ce qui y répondait, ou ajoutez cette ligne à la fin de {MOVED} :"
    yield f"- {{ancienne: {old}, nouvelle: {new}, le: {today}, raison: Adresse changée.}}"


def _redirections(
    source: Source, moved: list[Redirection], living: set[str], known: set[str]
) -> Iterator[Problem]:
    table = {one.ancienne: one.nouvelle for one in moved}
    lines: dict[str, int] = {}
    for rank, one in enumerate(moved):
        for field, found in (
            ("ancienne", _old(one.ancienne, lines, living, known)),
            ("nouvelle", _new(one, table, living, rank < SUGGESTIONS)),
        ):
            span = source.document.values["redirections", rank, field]
            if found:
                yield Problem(source.path, span.line, span.column, found[0], found[1:])
        span = source.document.values["redirections", rank, "ancienne"]
        lines.setdefault(one.ancienne, span.line)


def _old(
    old: str, lines: dict[str, int], living: set[str], known: set[str]
) -> tuple[str, ...] | None:
    page = _page(old)
    if old in lines:
        return (f"« {old} » est déjà redirigée ligne {lines[old]}.", "Gardez une seule ligne.")
    if old in living:
        return (
            f"« {old} » existe encore : elle n’a pas à être redirigée.",
            "Supprimez la redirection, ou la page.",
        )
    if old.split("/")[1] in RESERVED or (_is_file(old) and old not in known):
        return (f"« {old} » est réservée aux fichiers du site.", "Supprimez la redirection.")
    if page != old and page not in living:
        return (
            f"« {page} » n’existe plus : une ancre ne se redirige que dans une page qui existe.",
            f"Redirigez la page entière : ancienne: {page}",
        )
    return None


def _new(
    one: Redirection, table: dict[str, str], living: set[str], guess: bool
) -> tuple[str, ...] | None:
    new = one.nouvelle
    if new in living:
        return None
    if new not in table:
        found = _nearest(new, living) if guess else None
        mend = f"Vouliez-vous dire « {found} » ?" if found else "Visez une adresse du site."
        return (f"« {new} » n’existe pas.", mend)
    end = _end(new, table)
    if end is None:
        return (f"« {one.ancienne} » et « {new} » tournent en rond.", "Visez une page qui existe.")
    return (f"« {new} » est elle-même redirigée.", f"Visez la dernière : nouvelle: {end}")


def _end(start: str, table: dict[str, str]) -> str | None:
    """Where redirections lead from `start`; None when they never stop."""
    seen: set[str] = set()
    while start in table:
        if start in seen:
            return None
        seen.add(start)
        start = table[start]
    return start


def _nearest(address: str, choices: set[str]) -> str | None:
    """The same name elsewhere, else the name most like it in the same page or folder."""
    folder, name = _split(address)
    same = sorted(one for one in choices if _split(one)[1] == name)
    siblings = {_split(one)[1]: one for one in choices if _split(one)[0] == folder}
    found = nearest(name, siblings)
    return same[0] if same else siblings[found] if found else None


def _split(address: str) -> tuple[str, str]:
    """`/faq/#x` → `/faq/`, `#x`; `/pratiques/x/` → `/pratiques/`, `x/`."""
    page, mark, anchor = address.partition("#")
    if mark:
        return page, f"#{anchor}"
    folder = page.rstrip("/").rpartition("/")[0]
    return f"{folder}/", page.removeprefix(f"{folder}/")


def _parent(address: str, choices: set[str]) -> str:
    while address != "/":
        address = _split(address)[0]
        if address in choices:
            return address
    return "/"


def _page(address: str) -> str:
    return address.partition("#")[0]


def _is_file(address: str) -> bool:
    return not _page(address).endswith("/")
