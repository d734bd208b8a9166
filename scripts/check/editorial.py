"""How sheets are written: length, headings of their own, no sentence said twice. Warnings only."""

import re
from collections.abc import Iterator

from ..contribute.offered import TO_FILL
from ..load.base import Base, Source
from ..report import WARNING, Problem

FEWEST, MOST = 300, 700
"""Words of a practice sheet."""
SENTENCE = 60
"""Signs of a sentence that two pages may not share."""
_HEADING = re.compile(r"^## (.+)$", re.M)


def check(base: Base) -> Iterator[Problem]:
    """What an editor asks to write again."""
    written = [one for one in base.sources if TO_FILL not in one.text]
    sheets = [one for one in written if one.collection == "pratiques"]
    ateliers = [one for one in written if one.collection == "ateliers"]
    for source in sheets:
        yield from _length(source)
    yield from _bones(sheets)
    yield from _sentences([*ateliers, *sheets])


def _length(source: Source) -> Iterator[Problem]:
    count = len((source.body or "").split())
    if not FEWEST <= count <= MOST:
        mend = "Développez les étapes." if count < FEWEST else "Coupez, ou faites deux fiches."
        yield _body(source, f"fiche de {count} mots, entre {FEWEST} et {MOST} attendus.", mend)


def _bones(sheets: list[Source]) -> Iterator[Problem]:
    taken: dict[tuple[str, ...], str] = {}
    for source in sheets:
        bones = tuple(_HEADING.findall(source.body or ""))
        if bones and bones in taken:
            what = f"mêmes intertitres que {taken[bones]}."
            yield _body(source, what, "Récrivez-les pour votre sujet.")
        taken.setdefault(bones, source.path)


def _sentences(pages: list[Source]) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for source in pages:
        own = {one.strip() for one in re.split(r"[.?!]\s|\n\s*\n", source.body or "")}
        for sentence in sorted(one for one in own if len(one) > SENTENCE):
            if sentence in taken:
                what = f"phrase déjà dans {taken[sentence]} : « {sentence[:50]}… »"
                yield _body(source, what, "Dites-le autrement, ou mettez un lien.")
            taken.setdefault(sentence, source.path)


def _body(source: Source, what: str, mend: str) -> Problem:
    return Problem(source.path, source.body_line + 1, 1, what, (mend,), WARNING)
