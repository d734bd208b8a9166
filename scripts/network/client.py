"""One question to one server: short, bounded in time and size, to public hosts only.

Redirections are not followed and nothing is remembered: that is for who asks.
"""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from http.client import HTTPConnection, HTTPException
from threading import Event, Timer
from urllib.parse import urlsplit

from .public import is_public
from .uri import PORTS


@dataclass(frozen=True)
class Answer:
    """What a server said; header names in lower case, `body` cut at the limit asked."""

    status: int
    headers: dict[str, str]
    body: bytes = b""


class Unreachable(Exception):  # noqa: N818 (the server is what is unreachable)
    """No answer, and why, in French. `lost`: the host is not there; `passing`: try again."""

    def __init__(self, why: str, *, lost: bool = False, passing: bool = True) -> None:
        super().__init__(why)
        self.lost = lost
        self.passing = passing and not lost


@dataclass
class Client:
    """`agent` is the User-Agent; times are in seconds.

    `timeout` bounds each silence of a server, `deadline` the whole exchange.
    `private` allows hosts of this machine and its network: for an address that an
    operator gives, and for tests.
    """

    agent: str
    private: bool = False
    timeout: float = 10.0
    deadline: float = 30.0

    def ask(self, method: str, address: str, limit: int = 0) -> Answer:
        """The answer to `method` on `address`, as `uri` makes it; at most `limit` bytes of it.

        Raises Unreachable.
        """
        with _in_french(), self._connected(address) as connection:
            parts = urlsplit(address)
            path = f"{parts.path}?{parts.query}" if parts.query else parts.path
            headers = {"Host": parts.netloc, "User-Agent": self.agent, "Accept": "*/*"}
            connection.request(method, path, headers={**headers, "Connection": "close"})
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, found, answer.read(limit) if limit else b"")

    @contextmanager
    def _connected(self, address: str) -> Iterator[HTTPConnection]:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
        sock = _open(host, port, self.timeout, self.private)
        if parts.scheme == "https":
            sock = _tls().wrap_socket(sock, server_hostname=host, do_handshake_on_connect=False)
        # A server that sends a byte now and then keeps every timeout away: the clock stops it.
        late = Event()
        clock = Timer(self.deadline, _cut, (sock, late))
        clock.daemon = True
        clock.start()
        connection = HTTPConnection(host, port)
        connection.sock = sock
        try:
            if isinstance(sock, ssl.SSLSocket):
                sock.do_handshake()
            yield connection
            if late.is_set():
                raise TimeoutError
        finally:
            clock.cancel()
            connection.close()
            sock.close()


@cache
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()


def _open(host: str, port: int, timeout: float, private: bool) -> socket.socket:
    """A connection to an address that was itself checked: no name is looked up twice."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    allowed = [one for one in found if private or is_public(str(one[4][0]))]
    if not allowed:
        raise Unreachable("l’adresse est celle d’un réseau privé", passing=False)
    error = OSError()
    for family, kind, protocol, _, place in allowed:
        sock = socket.socket(family, kind, protocol)
        sock.settimeout(timeout)
        try:
            sock.connect(place)
            return sock
        except OSError as refused:
            sock.close()
            error = refused
    raise error


def _cut(sock: socket.socket, late: Event) -> None:
    late.set()
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


@contextmanager
def _in_french() -> Iterator[None]:
    try:
        yield
    except socket.gaierror as error:
        lost = error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", None))
        why = "nom de domaine introuvable" if lost else "nom de domaine sans réponse"
        raise Unreachable(why, lost=lost) from None
    except ssl.SSLCertVerificationError:
        raise Unreachable("certificat refusé", passing=False) from None
    except TimeoutError:
        raise Unreachable("réponse trop lente") from None
    except (OSError, HTTPException):
        raise Unreachable("connexion coupée") from None
    except ValueError:
        raise Unreachable("adresse mal formée", passing=False) from None
