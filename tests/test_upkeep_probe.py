"""The prober against a server that misbehaves in every way we know."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler

import pytest

from scripts.model import Reglages
from scripts.network import Answer, Client, Unreachable, uri
from scripts.network.public import is_public
from scripts.upkeep.manners import LONGEST, PATIENCE, PAUSE, SILENCE, WAITS, Manners
from scripts.upkeep.patrol import client, patrol
from scripts.upkeep.probe import ALIVE, DEAD, MOVED, REVIEW, UNASKED, Prober, Verdict

from .servers import Behaviour, Server, by_method, in_turn, says, server

AGENT = "essai/1.0"


class Clock:
    """Stands for time.sleep: remembers what it was asked, waits for nothing."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.slept.append(seconds)


def manners(clock: Clock | None = None, timeout: float = 10.0, deadline: float = 30.0) -> Manners:
    return Manners(Client(AGENT, True, timeout, deadline), clock or Clock())


def verdict(at: Server, path: str, clock: Clock | None = None) -> Verdict:
    return Prober(manners(clock)).probe(at.address + path)


def huge(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", str(10**12))
    handler.end_headers()


@pytest.mark.parametrize(
    ("behaviour", "state", "why"),
    [
        (says(200, "bonjour"), ALIVE, ""),
        (says(404), DEAD, "404 (page absente)"),
        (says(410), DEAD, "410 (page retirée)"),
        (by_method(says(405), says(200)), ALIVE, ""),
        (by_method(says(403), says(200)), ALIVE, ""),
        (by_method(says(501), says(200)), ALIVE, ""),
        (by_method(says(404), says(200)), ALIVE, ""),
        (by_method(says(405), huge), ALIVE, ""),
        (says(403), REVIEW, "403 (refuse les robots)"),
        (says(401), REVIEW, "401 (demande un mot de passe)"),
        (says(500), REVIEW, "500 (site en panne)"),
        (says(503), REVIEW, "503 (site en panne)"),
        (says(304), REVIEW, "304 (réponse inattendue)"),
        (says(302, Location="ftp://exemple.fr/"), REVIEW, "redirection vers autre chose"),
        (says(302, Location="http://[::1"), REVIEW, "redirection vers autre chose"),
    ],
)
def test_states(behaviour: Behaviour, state: str, why: str) -> None:
    with server({"/page": behaviour}) as at:
        found = verdict(at, "/page")
    assert (found.state, found.why[: len(why)]) == (state, why)


def test_redirects() -> None:
    paths = {
        "/durable": says(301, Location="/relais"),
        "/relais": says(308, Location="/page?a=1"),
        "/passager": says(302, Location="/durable"),
        "/mixte": says(301, Location="/passager"),
        "/boucle": says(302, Location="/boucle"),
        "/absent": says(301, Location="/nulle-part"),
        "/page?a=1": says(200),
    }
    with server(paths) as at:
        assert verdict(at, "/durable") == Verdict(MOVED, "", f"{at.address}/page?a=1")
        assert verdict(at, "/passager") == Verdict(ALIVE)
        assert verdict(at, "/mixte") == Verdict(MOVED, "", f"{at.address}/passager")
        assert verdict(at, "/absent").state == DEAD
        at.asked.clear()
        assert verdict(at, "/boucle") == Verdict(REVIEW, "plus de 5 redirections")
        assert at.asked.count("HEAD /boucle") == 6


def test_a_busy_server_is_waited_for() -> None:
    clock = Clock()
    with server({"/page": in_turn(says(429, Retry_After="7"), says(200))}) as at:
        assert verdict(at, "/page", clock).state == ALIVE
    assert 7.0 in clock.slept


def test_a_server_that_wants_too_long_is_left_alone() -> None:
    clock = Clock()
    with server({"/page": says(429, Retry_After=str(int(LONGEST) + 1))}) as at:
        assert verdict(at, "/page", clock) == Verdict(REVIEW, "429 (demande d’attendre)")
        assert at.asked.count("HEAD /page") == 1
    assert max(clock.slept) == PAUSE


def test_tries_again_then_gives_up() -> None:
    clock = Clock()
    with server({"/page": says(503)}) as at:
        assert verdict(at, "/page", clock).state == REVIEW
        assert at.asked.count("HEAD /page") == 1 + len(WAITS)
        assert "GET /page" not in at.asked
    assert [one for one in clock.slept if one > PAUSE] == list(WAITS)


def test_robots() -> None:
    rules = "User-agent: *\nDisallow: /prive\nCrawl-delay: 4\n"
    clock = Clock()
    paths = {"/robots.txt": says(200, rules), "/prive": says(200), "/public": says(200)}
    with server({**paths, "/vers": says(302, Location="/prive")}) as at:
        prober = Prober(manners(clock))
        assert prober.probe(f"{at.address}/prive").state == UNASKED
        assert prober.probe(f"{at.address}/public").state == ALIVE
        assert prober.probe(f"{at.address}/vers").state == UNASKED
        assert at.asked == ["GET /robots.txt", "HEAD /public", "HEAD /vers"]
        assert at.agents == {AGENT}
    assert clock.slept == [4.0, 4.0]


def test_a_robots_that_is_down_is_not_a_yes() -> None:
    with server({"/robots.txt": says(500), "/page": says(200)}) as at:
        assert verdict(at, "/page") == Verdict(REVIEW, "robots.txt répond 500")
        assert at.asked == ["GET /robots.txt"]


@contextmanager
def held() -> Iterator[tuple[threading.Event, threading.Event]]:
    """Two events for a behaviour that hangs; the second is always set at the end."""
    started, done = threading.Event(), threading.Event()
    try:
        yield started, done
    finally:
        done.set()


def test_a_mute_server_is_given_up() -> None:
    with held() as (_, done):

        def mute(_: BaseHTTPRequestHandler) -> None:
            done.wait()

        with server({"/robots.txt": says(404), "/muet": mute}) as at:
            prober = Prober(manners(timeout=0.05))
            found = prober.probe(f"{at.address}/muet")
            assert found == Verdict(REVIEW, "réponse trop lente")
            assert at.asked.count("HEAD /muet") == PATIENCE
            assert prober.probe(f"{at.address}/autre").why == "le site ne répond plus"
            done.set()


def test_a_trickling_server_is_cut() -> None:
    with held() as (_, done):

        def trickle(handler: BaseHTTPRequestHandler) -> None:
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
            while not done.wait(0.01):
                handler.wfile.write(b"a")
                handler.wfile.flush()

        with server({"/robots.txt": says(404), "/goutte": trickle}) as at:
            asked = manners(deadline=0.2)
            assert Prober(asked).probe(f"{at.address}/goutte").why == "réponse trop lente"
            done.set()


def test_private_addresses_are_refused() -> None:
    with server({"/page": says(200)}) as at:
        found = Prober(Manners(Client(AGENT), Clock())).probe(f"{at.address}/page")
        assert found == Verdict(REVIEW, "l’adresse est celle d’un réseau privé")
        assert at.asked == []


def test_a_redirection_to_a_private_address_is_refused() -> None:
    """The first server is taken for a public one; what it leads to is checked again."""
    with server({"/page": says(200)}) as secret:
        inside = secret.address.replace("127.0.0.1", "localhost")
        with server({"/piege": says(302, Location=f"{inside}/page")}) as at:
            found = Prober(Manners(_seen_from(at), Clock())).probe(f"{at.address}/piege")
        assert found == Verdict(REVIEW, "l’adresse est celle d’un réseau privé")
        assert secret.asked == []


def _seen_from(at: Server) -> Client:
    class Doorkeeper(Client):
        def ask(self, method: str, address: str, limit: int = 0) -> Answer:
            self.private = address.startswith(at.address)
            return super().ask(method, address, limit)

    return Doorkeeper(AGENT)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "192.168.1.1", "172.16.0.1", "169.254.169.254", "0.0.0.0"),
        *("100.64.0.1", "224.0.0.1", "::1", "::", "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1"),
        *("64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1"),
        *("::7f00:1", "fec0::1", "feff::1", "64:ff9b:1::7f00:1"),
    ],
)
def test_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("https://exemple.fr", "https://exemple.fr/"),
        ("https://Exemple.fr:443/a#b", "https://exemple.fr/a"),
        ("https://été.fr/où?q=à b", "https://xn--t-9fab.fr/o%C3%B9?q=%C3%A0%20b"),
        ("https://nom:mot@exemple.fr/`a`", "https://exemple.fr/%60a%60"),
        ("http://[::1]:8080/a", "http://[::1]:8080/a"),
    ],
)
def test_uri(written: str, sent: str) -> None:
    assert uri(written) == sent


@pytest.mark.parametrize(
    "written", ["ftp://exemple.fr/", "https:///a", "http://a:b/", "http://" + "a" * 70 + ".fr/"]
)
def test_no_uri(written: str) -> None:
    with pytest.raises(ValueError, match=r"adresse|ort|label"):
        uri(written)


def test_header_lines_cannot_be_added() -> None:
    with server({}) as at:
        assert uri(f"{at.address}/a\r\nX-Faux: 1") == f"{at.address}/aX-Faux:%201"


def test_an_unknown_domain_is_dead(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "planted")

    monkeypatch.setattr("socket.getaddrinfo", fails)
    found = Prober(manners()).probe("https://inconnu.exemple.fr/")
    assert found == Verdict(DEAD, "nom de domaine introuvable")


def test_no_network_concludes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def offline(host: str, *_: object, **__: object) -> None:
        calls.append(host)
        raise socket.gaierror(socket.EAI_NONAME, "planted")

    monkeypatch.setattr("socket.getaddrinfo", offline)
    many = [f"https://site-{number}.exemple.fr/" for number in range(100)]
    assert patrol(many, manners()) is None
    assert len(calls) < SILENCE + 8


def test_one_answer_is_enough_to_conclude() -> None:
    with server({"/page": says(200)}) as at:
        closed = "http://127.0.0.1:1/"
        found = patrol([f"{at.address}/page", closed], manners())
    assert found
    assert {one.state for one in found.values()} == {ALIVE, REVIEW}


def test_one_request_at_a_time_to_a_host() -> None:
    inside, most = 0, 0
    lock = threading.Lock()

    def counted(handler: BaseHTTPRequestHandler) -> None:
        nonlocal inside, most
        with lock:
            inside += 1
            most = max(most, inside)
        says(200)(handler)
        with lock:
            inside -= 1

    paths = {f"/{number}": counted for number in range(12)}
    with server(paths) as at:
        other = at.address.replace("127.0.0.1", "localhost")
        found = [f"{at.address}/{n}" for n in range(6)] + [f"{other}/{n}" for n in range(6, 12)]
        clock = Clock()
        patrol(found, manners(clock))
    assert most <= 2
    assert clock.slept == [PAUSE] * 12


def test_the_agent_says_who_asks() -> None:
    blank = Reglages(nom="Essai", devise="Un essai")
    assert client(None).agent == client(blank).agent == "competences-en-partage-liens/1.0"
    known = Reglages(nom="Essai", devise="Un essai", repo_url="https://forge.exemple.fr/é")
    assert client(known).agent.endswith("(+https://forge.exemple.fr/%C3%A9)")


def test_unreachable_says_whether_to_try_again() -> None:
    assert Unreachable("a").passing
    assert not Unreachable("a", lost=True).passing
