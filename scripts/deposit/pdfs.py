"""PDF: a title, a language, and nothing that acts when it is opened.

qpdf reads the file in a process with little time and memory: what is made to
exhaust a reader exhausts that process alone.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ..report import WARNING
from .fault import Fault

TIMEOUT = 30
"""Seconds that the process may take, its start included."""
_READER = "scripts.deposit.pdf_reader"
_ROOT = Path(__file__).resolve().parents[2]
_EXPORT = "Exportez-le de nouveau depuis le document d’origine."
_FAULTS = {
    "illisible": Fault("PDF illisible.", _EXPORT),
    "abime": Fault("PDF abîmé : deux logiciels peuvent y lire deux choses.", _EXPORT),
    "protege": Fault("PDF protégé par un mot de passe.", "Exportez-le sans protection."),
    "script": Fault("le PDF contient du JavaScript.", _EXPORT),
    "action": Fault("le PDF agit tout seul à l’ouverture.", _EXPORT),
    "programme": Fault("le PDF lance un programme ou envoie des données.", _EXPORT),
    "piece": Fault("le PDF porte une pièce jointe ou un média.", "Déposez-la à part."),
    "formulaire": Fault("le PDF contient un formulaire XFA.", _EXPORT),
    "titre": Fault(
        "PDF sans titre : un lecteur d’écran lit le nom du fichier.",
        "Donnez un titre au document d’origine (Fichier, Propriétés), puis exportez-le de nouveau.",
    ),
    "langue": Fault(
        "PDF sans langue : un lecteur d’écran ne sait pas comment le prononcer.",
        "Choisissez la langue du document d’origine, puis exportez en « PDF balisé » (PDF/UA).",
    ),
    "balises": Fault(
        "PDF sans balises : un lecteur d’écran le lit mal.",
        "Exportez de nouveau en cochant « PDF balisé » ou « PDF/UA ».",
        severity=WARNING,
    ),
}


@dataclass(frozen=True)
class PdfReport:
    """What a PDF is: its faults by name, its pages, whether it is tagged."""

    faults: tuple[str, ...]
    pages: int = 0
    tagged: bool = False


def check(path: Path) -> Iterator[Fault]:
    """The faults of a PDF."""
    found = report(path)
    yield from (_FAULTS[name] for name in found.faults)


def report(path: Path) -> PdfReport:
    """What the reader found in a file; asked once as long as the file stays the same."""
    status = path.stat()
    return _report(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=256)
def _report(path: Path, _changed: int, _size: int) -> PdfReport:
    command = [sys.executable, "-m", _READER, str(path)]
    try:
        done = subprocess.run(command, cwd=_ROOT, capture_output=True, timeout=TIMEOUT, check=True)
        found = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError):
        return PdfReport(("illisible",))
    return PdfReport(tuple(found["faults"]), found["pages"], found["tagged"])
