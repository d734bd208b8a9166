"""Files that staff drop: described once, complete, and what their names say."""

from collections.abc import Iterator
from typing import Any

from ..deposit import faults
from ..load.base import Base, Source
from ..load.files import DELIVERABLES
from ..report import Problem, nearest, quote_list

NEEDED = {
    "langue": "langue: fr",
    "licence": "licence: CC BY 4.0",
    "date": "date: 2026-11-23",
}
"""What a reader must know of a file before opening it, with an example of each line."""


def check(base: Base) -> Iterator[Problem]:
    """Deliverables without their file, files without a deliverable; files, images too, not safe."""
    dropped = sorted(path for path in base.paths if path.startswith(DELIVERABLES))
    described: dict[str, str] = {}
    for source in base.sources:
        data = source.document.data
        if source.collection == "livrables" and isinstance(data, dict):
            yield from _deliverable(base, source, data, dropped, described)
    for path in dropped:
        if path not in described:
            yield _orphan(path)
    for path in sorted(path for path in base.paths if not path.endswith((".md", ".yml"))):
        for fault in faults(base.root / path):
            yield Problem(path, fault.line, fault.column, fault.what, (fault.mend,), fault.severity)


def _deliverable(
    base: Base, source: Source, data: dict[str, Any], dropped: list[str], described: dict[str, str]
) -> Iterator[Problem]:
    name, state = data.get("fichier"), data.get("etat")
    if not isinstance(name, str):
        if data.get("type") == "document" and state == "publie":
            yield _at(
                source,
                "etat",
                "un document publié a un fichier.",
                f"Déposez-le dans {DELIVERABLES} et ajoutez « fichier: … », "
                "ou écrivez « etat: a-venir ».",
            )
        return
    path = f"{DELIVERABLES}{name}"
    if path in described:
        what = f"« {name} » est déjà décrit par {described[path]}."
        yield _at(source, "fichier", what, "Un fichier, une seule description.")
    described.setdefault(path, source.path)
    if path not in dropped and not (base.root / path).is_file():
        yield _at(source, "fichier", f"« {name} » n’existe pas.", *_mends(name, dropped))
    for key, example in NEEDED.items():
        if data.get(key) is None:
            what = f"il manque la clé « {key} » : un fichier dit sa langue, sa licence et sa date."
            yield _at(source, "fichier", what, f"Ajoutez une ligne « {example} ».")
    if state == "a-venir":
        yield _at(source, "etat", "le fichier est là : il est publié.", "Écrivez « etat: publie ».")


def _mends(name: str, dropped: list[str]) -> Iterator[str]:
    names = [path.removeprefix(DELIVERABLES) for path in dropped]
    yield f"Déposez-le dans {DELIVERABLES}, ou corrigez le nom."
    if found := nearest(name, names):
        yield f"Vouliez-vous dire « {found} » ?"
    elif names:
        yield f"Fichiers déposés : {quote_list(names)}."


def _orphan(path: str) -> Problem:
    name = path.removeprefix(DELIVERABLES)
    mend = f"Créez un fichier de data/livrables/ avec « fichier: {name} », ou supprimez celui-ci."
    return Problem(path, 1, 1, "fichier que rien ne décrit.", (mend,))


def _at(source: Source, key: str, what: str, *mends: str) -> Problem:
    span = source.document.values[(key,)]
    return Problem(source.path, span.line, span.column, what, mends)
