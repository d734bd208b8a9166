"""A decision tree as its file writes it, right or wrong, with the place of each answer."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..load.base import Source
from ..load.yaml_strict import Path
from ..model.walk import Arrows
from ..report import Problem, nearest

MOST_ANSWERS = 12
"""The model has refused longer lists: the rest is not looked at."""


@dataclass(frozen=True)
class Arrow:
    """An answer: `written` is its `vers`, `to` the place meant, None when no name is near."""

    question: str
    rank: int
    written: str
    to: str | None

    @property
    def path(self) -> Path:
        """Where the file names the place that the answer leads to."""
        return ("questions", self.question, "reponses", self.rank, "vers")


@dataclass(frozen=True)
class Tree:
    """What can be read of a tree: its start, its questions, its conclusions, its answers."""

    source: Source
    start: str
    questions: dict[str, Any]
    conclusions: dict[str, Any]

    @cached_property
    def arrows(self) -> list[Arrow]:
        """Every answer that names a place, in the order of the file."""
        places = [*self.questions, *self.conclusions]
        return [
            Arrow(name, rank, to, to if to in places else nearest(to, places))
            for name, question in self.questions.items()
            for rank, answer in enumerate(listed(question, "reponses")[:MOST_ANSWERS])
            if isinstance(to := field(answer, "vers"), str)
        ]

    @cached_property
    def leads(self) -> Arrows:
        """Where each question leads, a misspelt name taken for the one it looks like."""
        found: dict[str, list[str]] = {name: [] for name in self.questions}
        for arrow in self.arrows:
            if arrow.to:
                found[arrow.question].append(arrow.to)
        return found

    @property
    def complete(self) -> bool:
        """False when an answer leads nowhere: what it should reach cannot be told."""
        written = sum(len(listed(one, "reponses")) for one in self.questions.values())
        return written == sum(map(len, self.leads.values())) and all(self.leads.values())

    def arrow(self, question: str, to: str) -> Path:
        """The first answer of `question` that leads to `to`."""
        return next(one.path for one in self.arrows if (one.question, one.to) == (question, to))

    def at(self, path: Path, what: str, *mends: str) -> Problem:
        """A problem at the value of `path`."""
        span = self.source.document.values[path]
        return Problem(self.source.path, span.line, span.column, what, mends)

    def at_key(self, path: Path, what: str, *mends: str) -> Problem:
        """A problem at the key that ends `path`."""
        span = self.source.document.keys[path]
        return Problem(self.source.path, span.line, span.column, what, mends)


def read(source: Source) -> Tree | None:
    """The tree of a file; None when the model has already said that there is none."""
    start, questions, conclusions = (
        field(source.document.data, key) for key in ("debut", "questions", "conclusions")
    )
    if isinstance(start, str) and isinstance(questions, dict) and isinstance(conclusions, dict):
        return Tree(source, start, questions, conclusions)
    return None


def field(data: object, key: str) -> Any:
    """The value of `key`, or None when `data` has no keys."""
    return data.get(key) if isinstance(data, dict) else None


def listed(data: object, key: str) -> list[Any]:
    """The list at `key`, empty when it is something else."""
    found = field(data, key)
    return found if isinstance(found, list) else []
