"""Values that could act on the page, and French typography."""

import re
from collections.abc import Iterator

from ..load.base import Base
from ..render.typography import NARROW, NBSP, correct
from ..report import WARNING, Problem
from .passages import CODE, Passage, field_passage, passages, strings

_ACTIVE = re.compile(r"[<>]|\{\{|\{%|\{#")
_OWN_LINES = re.compile(r"^(?:!!!|\?\?\?|\[[^\]]+\]:| *\|?[ :|-]+\|? *$).*$", re.M)


def check(base: Base) -> Iterator[Problem]:
    """Signs refused in any value, then typography of all prose as warnings."""
    for source in base.sources:
        for path, _ in strings(source.document.data):
            yield from _active(field_passage(source, path, "plain"))
    for passage in passages(base):
        if not is_foreign(passage):
            yield from _typography(passage)


def is_foreign(passage: Passage) -> bool:
    """The title of a work in another language keeps that language’s typography."""
    data = passage.source.document.data
    return passage.path == ("titre",) and data.get("langue", "fr") != "fr"


def _active(passage: Passage) -> Iterator[Problem]:
    for found in _ACTIVE.finditer(passage.text):
        sign = found[0]
        mend = "Écrivez « plus de », « moins de »…" if sign in "<>" else "Retirez les accolades."
        yield passage.problem(
            found.start(), f"le signe « {sign} » est refusé dans une valeur.", mend
        )


def _typography(passage: Passage) -> Iterator[Problem]:
    done = corrected(passage)
    if done == passage.text:
        return
    old_lines, new_lines = passage.text.split("\n"), done.split("\n")
    offset = 0
    for old, new in zip(old_lines, new_lines, strict=True):
        if old != new:
            at = next((i for i, (a, b) in enumerate(zip(old, new)) if a != b), 0)  # noqa: B905
            yield passage.problem(
                offset + at,
                f"typographie : {_around(old, at)}",
                f"Écrivez : {_visible(_around(new, at))}",
                "(~ et _ : espaces insécables) ou lancez : make check FIX=1",
                severity=WARNING,
            )
        offset += len(old) + 1


def corrected(passage: Passage) -> str:
    """The passage as its author should have typed it; code and Markdown’s own lines untouched."""
    text = passage.text
    if passage.style == "'":
        text = re.sub(r"(?<=\w)''(?=\w)", "’", text)
    if passage.kind == "plain":
        return correct(text)
    kept = [*CODE.finditer(text), *_OWN_LINES.finditer(text)]
    out, end = [], 0
    for found in sorted(kept, key=lambda one: one.start()):
        if found.start() >= end:
            out += [correct(text[end : found.start()]), found[0]]
            end = found.end()
    return "".join([*out, correct(text[end:])])


def _around(line: str, at: int) -> str:
    start, end = max(0, at - 12), at + 14
    before, after = "…" if start else "", "…" if end < len(line) else ""
    return f"{before}{line[start:end].strip()}{after}"


def _visible(text: str) -> str:
    return text.replace(NBSP, "~").replace(NARROW, "_")
