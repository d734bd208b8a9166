"""What reading a stranger’s content may cost: memory, time, disk, and which variables it sees.

The limits are the system’s, set once by the command and kept by what it starts
(mkdocs, pandoc, Node). Memory is counted as data: Node reserves addresses by the
terabyte and uses few. Where the system has no limits, the timeouts remain.
"""

import os
import signal
from collections.abc import Mapping, Set
from contextlib import suppress
from types import FrameType

from ..load import reading

MEMORY = 4_000_000_000
FILE = 300_000_000
"""Bytes of the largest file that may be written."""
SECONDS = {"check": 180, "arbres": 180, "enonces": 180, "site": 1_800}
"""Of processor, by command; a site of 2 000 pages takes two minutes. `serve` stays."""
OUTER = 2_400
"""Of clock, for the whole of a program that the build starts."""
KEPT = {
    *("PATH", "HOME", "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "TEMP", "TMP"),
    *("AUJOURDHUI", "SOURCE_DATE_EPOCH", "LIVRETS", "DOSSIER_LIVRABLES", "TRACE", "CI"),
    *("PYTHONPATH", "PYTHONUTF8", "PYTHONHASHSEED", "PYTHONDONTWRITEBYTECODE", "VIRTUAL_ENV"),
    *("SYSTEMROOT", "SYSTEMDRIVE", "PATHEXT", "COMSPEC", "APPDATA", "LOCALAPPDATA", "USERPROFILE"),
    *("XDG_CACHE_HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "NO_COLOR", "TERM"),
    *("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH"),
}
"""The only variables that the build may read: no secret of a forge is among them."""

NETWORK = {
    *("SSL_CERT_FILE", "SSL_CERT_DIR"),
    *("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"),
    *("http_proxy", "https_proxy", "all_proxy", "no_proxy"),
}
ASKING = {"liens", "hebdomadaire", "fumee"}
# These read a stranger’s content as well: they keep the road to the network, not the secrets.
FREE = {"retour"}
"""It reads no content, and git signs and pushes with variables of its own."""


class Exhausted(Exception):  # noqa: N818 (what ran out is the allowance)
    """The build used all that one may use."""


def environment(**more: str) -> dict[str, str]:
    """The variables of a program that the build starts."""
    return _kept(os.environ, KEPT) | more


def bound(command: str) -> None:
    """Set the limits of this process and of those it starts, and forget other variables.

    `command` is what argparse found; unknown, it is bound.
    """
    if command in FREE:
        return
    kept = _kept(os.environ, KEPT | NETWORK if command in ASKING else KEPT)
    os.environ.clear()
    os.environ.update(kept)
    with suppress(ImportError):
        import resource

        _lower(resource.RLIMIT_DATA, MEMORY)
        _lower(resource.RLIMIT_FSIZE, FILE)
        if seconds := SECONDS.get(command):
            signal.signal(signal.SIGXCPU, _exhausted)
            _lower(resource.RLIMIT_CPU, seconds)


def said(what: str) -> str:
    """The French message for a limit met, with the file being read when it is known."""
    where = f" Fichier en cours de lecture : {reading.current()}." if reading.current() else ""
    return (
        f"La construction a dépassé {what} : un contenu est probablement trop lourd.{where}\n"
        "Retirez ou découpez ce que la proposition ajoute, puis relancez."
    )


def _kept(variables: Mapping[str, str], names: Set[str]) -> dict[str, str]:
    return {name: value for name, value in variables.items() if name in names}


def _lower(kind: int, wanted: int) -> None:
    """Never raise a limit that the machine already has."""
    import resource

    _, hard = resource.getrlimit(kind)
    if hard == resource.RLIM_INFINITY or hard > wanted:
        with suppress(OSError, ValueError):
            resource.setrlimit(kind, (wanted, hard))


def _exhausted(_signal: int, _frame: FrameType | None) -> None:
    raise Exhausted("le temps de calcul permis")
