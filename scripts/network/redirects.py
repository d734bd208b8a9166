"""Follows redirections, and remembers the durable ones."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin

from .client import Answer, Unreachable
from .uri import uri

MOST = 5
PERMANENT = (301, 308)
REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True)
class Arrival:
    """The last answer; `moved` is where durable redirections alone lead, when there are any."""

    answer: Answer
    moved: str | None = None


def follow(address: str, ask: Callable[[str], Answer]) -> Arrival:
    """Ask `address`, then where it leads, at most MOST times. Raises Unreachable."""
    here, moved, durable = address, None, True
    for _ in range(MOST + 1):
        answer = ask(here)
        target = answer.headers.get("location")
        if answer.status not in REDIRECTS or not target:
            return Arrival(answer, moved)
        try:
            here = uri(urljoin(here, target))
        except ValueError:
            raise Unreachable("redirection vers autre chose qu’une page", passing=False) from None
        durable = durable and answer.status in PERMANENT
        moved = here if durable else moved
    raise Unreachable(f"plus de {MOST} redirections", passing=False)
