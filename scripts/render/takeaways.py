"""All that a reader may take away: deliverables, files of staff, calendars."""

from ..deliver.calendars import ALL
from ..deliver.files import PLACE, archive_announced, file_named
from ..deposit import report
from ..load import Base, Item
from ..load.files import DELIVERABLES
from ..model import Cycle, Livrable
from .dates import french_date
from .deliverables import LICENCE, PROGRAMS, deliverable, weight
from .labels import ETATS, LANGUES
from .parts import Strings, text
from .sessions import dated
from .urls import ROOT, page_url

TAGGED = "balisé pour l’accessibilité, non certifié"
UNTAGGED = "non balisé pour l’accessibilité"


def takeaways(base: Base) -> list[Strings]:
    """Every deliverable with its files, those of staff too, and a calendar where days are set."""
    found = [_with_dropped(base, one.fiche) for one in base.livrables]
    declared = [one["cycle"] for one in found if one["type"] == "calendrier"]
    dates = [one for one in base.cycles if one.id not in declared and dated(base, one.id)]
    return found + [deliverable(base, _calendar(one)) for one in dates]


def page(base: Base) -> Strings:
    """The page of the deliverables: those of each cycle, then what is for all."""
    found = takeaways(base)
    whole = file_named(ALL)
    return {
        "cycles": [
            {
                "id": item.id,
                "nom": text(item.fiche.titre),
                "url": ROOT + page_url(item.path),
                "livrables": [one for one in found if one["cycle"] == item.id],
            }
            for item in base.cycles
        ],
        "archive": archive_announced(),
        "calendrier": whole
        and {
            "url": f"{ROOT}{PLACE}{ALL}",
            "texte": text(f"ICS pour votre agenda, {weight(whole.size)}, {LICENCE}"),
        },
    }


def _calendar(cycle: Item[Cycle]) -> Livrable:
    return Livrable(
        titre="Calendrier des séances",
        cycle=cycle.id,
        type="calendrier",
        resume="Les séances dont la date est fixée, à ouvrir dans votre agenda. Heures de Paris.",
        etat="a-venir",
    )


def _with_dropped(base: Base, fiche: Livrable) -> Strings:
    shown = deliverable(base, fiche)
    if fiche.fichier is None:
        return shown
    files = [_dropped(base, fiche, fiche.fichier), *shown["fichiers"]]
    return shown | {"etat": ETATS["publie"], "fichiers": files}


def _dropped(base: Base, fiche: Livrable, name: str) -> Strings:
    """The link says all: format, weight, pages, language, date, licence."""
    path = base.root / DELIVERABLES / name
    kind = path.suffix[1:].upper()
    program = f" pour {PROGRAMS[kind]}" if kind in PROGRAMS else ""
    facts = [f"{kind}{program}", weight(path.stat().st_size)]
    pdf = report(path) if kind == "PDF" else None
    facts += [f"{pdf.pages} pages"] if pdf and pdf.pages > 1 else []
    facts.append(LANGUES[fiche.langue or "fr"] or "en français")
    facts += [f"daté du {french_date(fiche.date)}"] if fiche.date else []
    facts += [_licence(fiche.licence)] if fiche.licence else []
    facts += [TAGGED if pdf.tagged else UNTAGGED] if pdf else []
    address = f"{ROOT}{DELIVERABLES.removeprefix('docs/')}{name}"
    return {"url": address, "texte": text(", ".join(facts)), "langue": fiche.langue or "fr"}


def _licence(licence: str) -> str:
    name = licence.replace(" ", "\u00a0")
    return f"licence {name}" if name.startswith("CC") else name[0].lower() + name[1:]
