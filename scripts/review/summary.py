"""A `Comparison` as Markdown, for the page where a change is reviewed.

Every text comes from a stranger: each punctuation sign is written by its code, so
that none of it is read as Markdown, HTML, a link or a mention.
"""

from collections.abc import Iterable, Iterator

from ..render.deliverables import weight
from ..report.markdown import inert
from .compare import Comparison, Difference, Weight
from .words import ADDED, BREAK, REMOVED, SAME, Change

LIMIT = 200_000
"""Bytes of the whole summary; GitHub shows 1 MiB a step, for all that a job says."""
ROWS = 300
PLACES = 5
"""Places shown of each page."""
AROUND = 8
"""Words kept on each side of what differs."""
LONGEST = 60
"""Words shown of what was added or removed in one place."""


def summary(found: Comparison) -> str:
    """The whole text, cut before LIMIT; the preview holds the rest."""
    head = "\n".join([*_counts(found), *_lost(found), *_pages(found), *_files(found)])
    return head + _excerpts(found, LIMIT - len(head.encode()))


def moved(one: Weight) -> str:
    """« 6,9 Mo → 7 Mo (+1 Ko) »."""
    change = one.after - one.before
    sign = "+" if change > 0 else "−"
    shift = f" ({sign}{size(abs(change))})" if change else " (inchangé)"
    return f"{size(one.before)} → {size(one.after)}{shift}"


def size(count: int) -> str:
    """« 12 octets », « 9 Ko », « 1,2 Mo »."""
    return weight(count) if count >= 1000 else f"{count}\u00a0octet{'s' if count > 1 else ''}"


def plural(count: int, noun: str, state: str = "") -> str:
    """« 2 pages changées », « aucune page »."""
    feminine = "e" if noun == "page" or noun == "adresse" else ""
    mark = "s" if count > 1 else ""
    words = f"{noun}{mark} {state}{mark}" if state else f"{noun}{mark}"
    return f"{count or f'aucun{feminine}'} {words}"


def _counts(found: Comparison) -> Iterator[str]:
    yield "## Ce qui change pour les lecteurs\n"
    states = [state for state in ("changée", "ajoutée", "retirée", "redirigée") if found.of(state)]
    counted = [plural(len(found.of(state)), "page", state) for state in states]
    yield f"{', '.join(counted) or 'Aucune page ne change'}. Poids : {moved(found.weight)}.\n"
    if found.silent:
        yield f"Le code de {plural(len(found.silent), 'page')} change, sans un mot de différence.\n"


def _lost(found: Comparison) -> Iterator[str]:
    if not found.lost:
        yield "Aucune adresse perdue.\n"
        return
    yield f"### ⚠ {plural(len(found.lost), 'adresse', 'perdue')}\n"
    yield "Des lecteurs les ont gardées. `make check` donne la redirection à ajouter.\n"
    yield from _cut([f"- {inert(one)}" for one in found.lost])
    yield ""


def _pages(found: Comparison) -> Iterator[str]:
    if not found.pages:
        return
    yield "### Pages\n"
    yield "| Page | État | Mots ajoutés | Mots retirés | Poids |"
    yield "| --- | --- | ---: | ---: | --- |"
    yield from _cut([_row(one) for one in found.pages])
    yield ""


def _row(one: Difference) -> str:
    shown = moved(one.weight) if one.weight.notable else "≈"
    return f"| {inert(one.url)} | {one.state} | {one.added} | {one.removed} | {shown} |"


def _files(found: Comparison) -> Iterator[str]:
    if found.files:
        yield "### Autres fichiers\n"
        yield from _cut([f"- {inert(f.url)} : {f.state}, {moved(f.weight)}" for f in found.files])
        yield ""


def _cut(lines: list[str]) -> Iterator[str]:
    yield from lines[:ROWS]
    if len(lines) > ROWS:
        yield f"\n… et {len(lines) - ROWS} de plus."


def _excerpts(found: Comparison, room: int) -> str:
    shown = [one for one in found.pages if one.state == "changée"]
    parts = ["\n### Mots ajoutés et retirés\n"] if shown else []
    for rank, one in enumerate(shown):
        part = "\n".join(_page(one))
        room -= len(part.encode())
        if room < 1000:
            parts.append(f"\n… et {plural(len(shown) - rank, 'page')} de plus, dans l’aperçu.")
            break
        parts.append(part)
    return "\n".join(parts) + "\n"


def _page(one: Difference) -> Iterator[str]:
    yield f"\n**{inert(one.titre)}** ({inert(one.url)})\n"
    for change in one.changes[:PLACES]:
        under = f"Sous « {inert(change.under)} » : " if change.under else ""
        yield f"- {under}{excerpt(change)}"
    if len(one.changes) > PLACES:
        yield f"- … et {len(one.changes) - PLACES} autres endroits."
    for word, links in (("ajouté", one.links_added), ("retiré", one.links_removed)):
        if links:
            yield f"- {plural(len(links), 'lien', word)} : {_some(links)}"


def _some(links: Iterable[str]) -> str:
    every = [inert(one[:200]) for one in links]
    return " ; ".join(every[:PLACES]) + (" …" if len(every) > PLACES else "")


def excerpt(change: Change) -> str:
    """The words that differ and a few around them, as inert Markdown."""
    shown = []
    for rank, (kind, raw) in enumerate(change.pieces):
        words = raw.replace(BREAK, "¶").split(" ")
        if kind == SAME:
            shown.append(inert(_around(words, rank == 0, rank == len(change.pieces) - 1)))
            continue
        text = " ".join(words[:LONGEST]) + (" …" if len(words) > LONGEST else "")
        tag = {ADDED: "ins", REMOVED: "del"}[kind]
        shown.append(f"<{tag}>{inert(text)}</{tag}>")
    return " ".join(shown)


def _around(words: list[str], first: bool, last: bool) -> str:
    if first and len(words) > AROUND:
        return f"… {' '.join(words[-AROUND:])}"
    if last and len(words) > AROUND:
        return f"{' '.join(words[:AROUND])} …"
    if len(words) > 2 * AROUND:
        return f"{' '.join(words[:AROUND])} … {' '.join(words[-AROUND:])}"
    return " ".join(words)
