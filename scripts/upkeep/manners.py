"""How this site behaves on other people’s servers."""

import time
from collections import defaultdict
from collections.abc import Callable
from threading import Lock
from urllib.parse import urlsplit

from ..network import Answer, Client, Unreachable

PAUSE = 1.0
"""Seconds between two requests to one host."""
WAITS = (2.0, 8.0)
"""Seconds before each new try."""
LONGEST = 60.0
"""A server that asks for more seconds than this is left alone until next week."""
PATIENCE = 3
"""Failures in a row after which a host is left alone."""
SILENCE = 10
"""Mute hosts, without a single answer from anyone: the network is what is down."""
BUSY = (429, 503)


class Manners:
    """One request at a time to a host, a pause between two, few tries, none once it is mute."""

    def __init__(self, client: Client, sleep: Callable[[float], None] = time.sleep) -> None:
        self._client = client
        self._sleep = sleep
        self._turns: defaultdict[str, Lock] = defaultdict(Lock)
        self._failures: defaultdict[str, int] = defaultdict(int)
        self._known: set[str] = set()
        self._lock = Lock()
        self.agent = client.agent
        self.pauses: dict[str, float] = {}
        self.answers = 0
        self.silent: set[str] = set()

    def ask(self, method: str, address: str, limit: int = 0) -> Answer:
        """An answer, after new tries if need be. Raises Unreachable."""
        for wait in (*WAITS, None):
            try:
                answer = self._once(method, address, limit)
            except Unreachable as error:
                if wait is None or not error.passing:
                    raise
                self._sleep(wait)
                continue
            if answer.status not in BUSY or wait is None:
                return answer
            wanted = max(wait, _wanted(answer))
            if wanted > LONGEST:
                return answer
            self._sleep(wanted)
        raise AssertionError("the last try returns or raises")

    def _once(self, method: str, address: str, limit: int) -> Answer:
        host = urlsplit(address).netloc
        with self._turn(host):
            if self._failures[host] >= PATIENCE:
                raise Unreachable("le site ne répond plus", passing=False)
            if not self.answers and len(self.silent) >= SILENCE:
                raise Unreachable("le réseau ne répond pas", passing=False)
            if host in self._known:
                self._sleep(self.pauses.get(host, PAUSE))
            self._known.add(host)
            try:
                answer = self._client.ask(method, address, limit)
            except Unreachable:
                self._count(host, failed=True)
                raise
            self._count(host, failed=False)
            return answer

    def _turn(self, host: str) -> Lock:
        with self._lock:
            return self._turns[host]

    def _count(self, host: str, failed: bool) -> None:
        with self._lock:
            self._failures[host] = self._failures[host] + 1 if failed else 0
            self.answers += not failed
            if failed:
                self.silent.add(host)


def _wanted(answer: Answer) -> float:
    """Seconds that a server asks for; a date, which is rarer, is read as too long."""
    given = answer.headers.get("retry-after", "").strip()
    if not given:
        return 0.0
    return float(given) if given.isascii() and given.isdigit() else LONGEST + 1
