"""What a deliverable says of itself: its state, and a link to each file of this build."""

from ..deliver.dates import data_date
from ..deliver.files import PLACE, File, files_of, is_absent
from ..load import Base
from ..model import Livrable
from .dates import french_date
from .labels import ETATS
from .parts import Strings, text

ABSENT = "La machine qui a construit cette copie du site n’a pas pu faire ce fichier."
LICENCE = "licence CC\u00a0BY\u00a04.0"
PROGRAMS = {"ODT": "LibreOffice", "DOCX": "Word", "ICS": "votre agenda"}


def deliverables(base: Base) -> list[Strings]:
    """Every deliverable; `fichiers` is empty when this build does not make its files."""
    return [deliverable(base, one.fiche) for one in base.livrables]


def deliverable(base: Base, fiche: Livrable) -> Strings:
    """A deliverable, and a link to each file that this build makes for it."""
    files = files_of(fiche)
    return {
        "cycle": fiche.cycle,
        "type": fiche.type,
        "titre": text(fiche.titre),
        "resume": text(fiche.resume),
        "etat": ETATS["publie" if files else fiche.etat],
        "absent": text(ABSENT) if is_absent(fiche) else "",
        "fichiers": [_link(base, fiche.cycle, one) for one in files],
    }


def templates(base: Base) -> list[Strings]:
    """The action plans to fill in, in the order of the cycles; none when none is made."""
    made = [one for one in deliverables(base) if one["type"] == "plan-d-action" and one["fichiers"]]
    order = [one.id for one in base.cycles]
    return sorted(made, key=lambda one: order.index(one["cycle"]))


def _link(base: Base, cycle: str, file: File) -> Strings:
    """The link says all: format, weight, pages, date of what it holds, licence."""
    program = f" pour {PROGRAMS[file.format]}" if file.format in PROGRAMS else ""
    facts = [f"{file.format}{program}", weight(file.size)]
    facts += [f"{file.pages} pages"] if file.pages else []
    if file.format != "ICS":
        facts.append(f"contenu relu le {french_date(data_date(base, cycle))}")
    facts.append(LICENCE)
    if file.format == "PDF":
        facts.append("balisé pour l’accessibilité, non certifié")
    return {"url": f"@/{PLACE}{file.name}", "texte": text(", ".join(facts))}


def weight(size: int) -> str:
    """Bytes as a reader counts them: « 9 Ko », « 1,2 Mo »."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))}\u00a0Ko"
    return f"{size / 1_000_000:.1f}\u00a0Mo".replace(".", ",")
