"""Two lists of blocks → the words added and removed, where they stand.

Blocks are matched first, then the words of what differs. Both steps are bounded:
a text too long to be compared word by word is shown whole, before and after.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from .pages import Block

SAME, ADDED, REMOVED = "=", "+", "-"
BREAK = "\n"
"""The token between two blocks."""
MOST_WORD_PAIRS = 1_000_000
ALIKE = 0.3
"""Below this ratio two texts have nothing in common: no word of one is kept in the other."""

Piece = tuple[str, str]
"""What became of some words, and these words: `("+", "deux mots")`, blocks apart by BREAK."""


@dataclass(frozen=True)
class Change:
    """One place that differs; `under` is the nearest heading above it."""

    under: str
    pieces: tuple[Piece, ...]

    def count(self, kind: str) -> int:
        """How many words were added, or removed."""
        return sum(len(words.split()) for one, words in self.pieces if one == kind)


def changes(before: Sequence[Block], after: Sequence[Block]) -> list[Change]:
    """Every place that differs, in the order of the page."""
    start, end = _common(before, after)
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    found = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new).get_opcodes():
        if tag != "equal":
            under = _under(after, start + j1)
            found.append(Change(under, tuple(_pieces(_words(old[i1:i2]), _words(new[j1:j2])))))
    return found


def _common(before: Sequence[object], after: Sequence[object]) -> tuple[int, int]:
    """How many blocks, or words, are the same at the start, then at the end."""
    most = min(len(before), len(after))
    start = next((n for n in range(most) if before[n] != after[n]), most)
    most -= start
    end = next((n for n in range(most) if before[-1 - n] != after[-1 - n]), most)
    return start, end


def _under(blocks: Sequence[Block], at: int) -> str:
    above = (
        blocks[rank].text
        for rank in range(min(at, len(blocks)) - 1, -1, -1)
        if blocks[rank].heading
    )
    return next(above, "")


def _words(blocks: Sequence[Block]) -> list[str]:
    """No-break spaces stay inside words: « 3 % » is one."""
    found: list[str] = []
    for block in blocks:
        found += [*block.text.split(" "), BREAK]
    return found[:-1]


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    start, end = _common(old, new)
    if start:
        yield SAME, " ".join(old[:start])
    yield from _middle(old[start : len(old) - end], new[start : len(new) - end])
    if end:
        yield SAME, " ".join(old[len(old) - end :])


def _middle(old: list[str], new: list[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, old, new)
    if len(old) * len(new) > MOST_WORD_PAIRS or matcher.ratio() < ALIKE:
        yield from (
            (kind, " ".join(words)) for kind, words in ((REMOVED, old), (ADDED, new)) if words
        )
        return
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield SAME, " ".join(old[i1:i2])
            continue
        if i1 < i2:
            yield REMOVED, " ".join(old[i1:i2])
        if j1 < j2:
            yield ADDED, " ".join(new[j1:j2])
