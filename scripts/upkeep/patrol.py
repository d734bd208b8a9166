"""Probes many addresses: hosts side by side, the addresses of a host one after another."""

from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from ..model import Reglages
from ..network import Client, uri
from .manners import Manners
from .probe import Prober, Verdict

HOSTS_AT_ONCE = 4
NAME = "competences-en-partage-liens/1.0"


def patrol(found: Iterable[str], manners: Manners) -> dict[str, Verdict] | None:
    """The verdict of each address, or None when no server at all has answered."""
    prober = Prober(manners)
    hosts: defaultdict[str, list[str]] = defaultdict(list)
    for address in found:
        hosts[urlsplit(address).netloc].append(address)
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        done = pool.map(lambda group: [(one, prober.probe(one)) for one in group], hosts.values())
        verdicts = {address: verdict for group in done for address, verdict in group}
    return verdicts if manners.answers or not verdicts else None


def client(reglages: Reglages | None) -> Client:
    """A client that says who asks, as far as the settings know."""
    known = (reglages.repo_url or reglages.site_url) if reglages else None
    return Client(f"{NAME} (+{uri(known)})" if known else NAME)
