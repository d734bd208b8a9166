"""Ways through a decision tree: loops, order, length, and every path.

Works on plain arrows (each question, and where its answers lead), so that the
check can follow a tree that is not valid yet. What is not a question leads
nowhere: it is a conclusion.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .trees import Arbre

Arrows = Mapping[str, Sequence[str]]


class Step(NamedTuple):
    """A question, and the rank of the answer given to it, from 0."""

    question: str
    answer: int


@dataclass(frozen=True)
class Way:
    """One way through a tree: every answer given, and the conclusion it leads to."""

    steps: tuple[Step, ...]
    conclusion: str


def arrows(arbre: Arbre) -> Arrows:
    """Where each question leads, answer by answer."""
    return {name: [one.vers for one in choix.reponses] for name, choix in arbre.questions.items()}


def paths(arbre: Arbre) -> Iterator[Way]:
    """Every way through a tree without loop, first answers first."""
    leads = arrows(arbre)
    pending: list[tuple[tuple[Step, ...], str]] = [((), arbre.debut)]
    while pending:
        steps, here = pending.pop()
        if here not in leads:
            yield Way(steps, here)
            continue
        ahead = [((*steps, Step(here, rank)), to) for rank, to in enumerate(leads[here])]
        pending += reversed(ahead)


def loops(leads: Arrows) -> list[tuple[str, ...]]:
    """Each loop as the questions it goes through, back to the first one."""
    return _explore(leads, leads)[1]


def order(leads: Arrows, start: str) -> list[str]:
    """All that `start` reaches, each before what it leads to, first answers first."""
    backwards = {name: list(reversed(ahead)) for name, ahead in leads.items()}
    return _explore(backwards, (start,))[0][::-1]


def longest(leads: Arrows, start: str) -> dict[str, tuple[str, ...]]:
    """The most questions still to answer from each place that `start` reaches, itself included."""
    found: dict[str, tuple[str, ...]] = {}
    for here in reversed(order(leads, start)):
        ahead = [found[to] for to in leads.get(here, ())]
        found[here] = (here, *max(ahead, key=len, default=())) if here in leads else ()
    return found


def count(leads: Arrows, start: str) -> int:
    """How many paths there are, without going through them: there may be millions."""
    found: dict[str, int] = {}
    for here in reversed(order(leads, start)):
        found[here] = sum(found[to] for to in leads[here]) if here in leads else 1
    return found[start]


def _explore(leads: Arrows, starts: Iterable[str]) -> tuple[list[str], list[tuple[str, ...]]]:
    """What `starts` reach, each after what it leads to; and the loops met on the way."""
    done: dict[str, None] = {}
    found: dict[tuple[str, ...], None] = {}
    for start in starts:
        trail = {start: iter(leads.get(start, ()))} if start not in done else {}
        while trail:
            here, ahead = next(reversed(trail.items()))
            for to in ahead:
                if to in trail:
                    way = list(trail)
                    found[(*way[way.index(to) :], to)] = None
                elif to not in done:
                    trail[to] = iter(leads.get(to, ()))
                    break
            else:
                done[here] = None
                del trail[here]
    return list(done), list(found)
