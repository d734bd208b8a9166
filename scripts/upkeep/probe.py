"""Is there still something at this address?"""

from dataclasses import dataclass

from ..network import Answer, Unreachable, follow, uri
from ..network.redirects import REDIRECTS
from .manners import BUSY, Manners
from .robots import Robots

ALIVE = "vivant"
MOVED = "redirigé"
DEAD = "mort"
REVIEW = "à revoir"
UNASKED = "non sondé"
STATES = (ALIVE, MOVED, DEAD, REVIEW, UNASKED)
GONE = (404, 410)
_SAYS = {
    401: "demande un mot de passe",
    403: "refuse les robots",
    404: "page absente",
    410: "page retirée",
    429: "demande d’attendre",
    451: "bloquée pour des raisons légales",
}


@dataclass(frozen=True)
class Verdict:
    """The state of an address, why in a few French words, and its new address when it moved."""

    state: str
    why: str = ""
    moved: str | None = None


class _Closed(Exception):  # noqa: N818 (a site that is closed to robots)
    """The site refuses robots."""


class Prober:
    """Tells the state of addresses, one by one."""

    def __init__(self, manners: Manners) -> None:
        self._manners = manners
        self._robots = Robots(manners)

    def probe(self, address: str) -> Verdict:
        """HEAD, then GET when HEAD does not please; never raises."""
        try:
            arrival = follow(uri(address), self._ask)
        except _Closed:
            return Verdict(UNASKED, "robots.txt le demande")
        except Unreachable as error:
            return Verdict(DEAD if error.lost else REVIEW, str(error))
        except ValueError:
            return Verdict(REVIEW, "adresse mal formée")
        status = arrival.answer.status
        if status < 300:
            return Verdict(MOVED, "", arrival.moved) if arrival.moved else Verdict(ALIVE)
        return Verdict(DEAD if status in GONE else REVIEW, _said(status))

    def _ask(self, address: str) -> Answer:
        if not self._robots.allows(address):
            raise _Closed
        answer = self._manners.ask("HEAD", address)
        if answer.status < 300 or answer.status in (*REDIRECTS, *BUSY):
            return answer
        return self._manners.ask("GET", address)


def _said(status: int) -> str:
    """« 404 (page absente) »."""
    says = _SAYS.get(status, "site en panne" if status >= 500 else "réponse inattendue")
    return f"{status} ({says})"
