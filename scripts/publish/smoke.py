"""`make fumee`: is the site that was just published the one we built?"""

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from ..load import Base, load
from ..network import Client, Unreachable, uri
from ..report import ERROR, WARNING
from . import checks
from .checks import Finding
from .expected import expected
from .site import Site

AGENT = "competences-en-partage-fumee/1.0"
TRIES, WAIT = 6, 20.0
"""A publication takes minutes to reach everyone: how many looks, seconds between two."""


def smoke(
    root: Path, address: str, commit: str = "", sleep: Callable[[float], None] = time.sleep
) -> int:
    """Look at `address` until all is right, TRIES times at most; 0 when nothing is wrong.

    `commit` is the version that must be online; empty, any will do.
    """
    try:
        home = uri(address).rstrip("/") + "/"
    except ValueError:
        print(f"« {address} » n’est pas une adresse. Forme attendue : https://www.exemple.fr/")
        return 1
    base, _ = load(root)
    for left in reversed(range(TRIES)):
        findings = list(_look(base, Site(home, Client(AGENT, private=True)), commit))
        wrong = [one for one in findings if one.severity == ERROR]
        if not wrong or not left:
            break
        print(f"Pas encore en ordre ({len(wrong)}) : nouvel essai dans {WAIT:g} s.", flush=True)
        sleep(WAIT)
    print(_told(home, findings))
    return 1 if wrong else 0


def _look(base: Base, site: Site, commit: str) -> Iterator[Finding]:
    try:
        site.get("")
    except Unreachable as error:
        # A mute host takes ten seconds for each file: all of them would outlast the job.
        yield checks.mute("", error)
        return
    for wanted in expected(base):
        yield from checks.served(site, wanted)
    yield from checks.index(site)
    yield from checks.lost(site)
    yield from checks.headers(site)
    if commit:
        yield from checks.version(site, commit)
    parts = urlsplit(site.address)
    if parts.scheme == "http" and parts.hostname not in ("127.0.0.1", "localhost"):
        mend = "Activez HTTPS chez l’hébergeur."
        yield Finding("", "le site est servi sans chiffrement.", mend, WARNING)


def _told(home: str, findings: Sequence[Finding]) -> str:
    lines = []
    for one in findings:
        kind = "attention : " if one.severity == WARNING else ""
        lines += [f"{home}{one.path} : {kind}{one.what}", f"  {one.mend}"]
    wrong = sum(one.severity == ERROR for one in findings)
    plural = "s" if wrong > 1 else ""
    lines.append(f"{wrong} défaut{plural} en ligne." if wrong else "Le site en ligne est en ordre.")
    return "\n".join(lines)
