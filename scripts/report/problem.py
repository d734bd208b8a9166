"""One thing that is wrong in one place, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

ERROR = "erreur"
WARNING = "avertissement"


@dataclass(frozen=True, order=True)
class Problem:
    """`line` and `column` count from 1; `what` and `mends` are French sentences."""

    path: str
    line: int
    column: int
    what: str
    mends: tuple[str, ...] = ()
    severity: str = ERROR


class Refused(Exception):  # noqa: N818 (what was refused is the content)
    """Problems that no check could foresee, met by the command that they stop."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__("contenu refusé")
        self.problems = list(problems)


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that looks most like `word`, or None when nothing does."""
    found = get_close_matches(word.lower(), list(choices), n=1, cutoff=0.6)
    return found[0] if found else None


def quote_list(words: Iterable[str], most: int = 12) -> str:
    """« a, b, c » for a message, cut after `most` words."""
    every = list(words)
    text = ", ".join(every[:most])
    return f"{text}… ({len(every)} en tout)" if len(every) > most else text
