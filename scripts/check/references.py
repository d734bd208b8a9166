"""References between items, both ways; copies that were not filled in."""

from collections import Counter
from collections.abc import Iterator

from ..load.base import Base, Source
from ..load.collections import folder_of
from ..model import Reference
from ..model.marks import mark
from ..report import WARNING, Problem, nearest, quote_list
from .passages import strings


def check(base: Base) -> Iterator[Problem]:
    """Unknown ids, ids given twice in a list, items that nothing refers to."""
    cited: Counter[tuple[str, str]] = Counter()
    yield from _synonyms(base)
    yield from _copies(base)
    for source in base.sources:
        yield from _unknown(base, source, cited)
    yield from _orphans(base, cited)


def _unknown(base: Base, source: Source, cited: Counter[tuple[str, str]]) -> Iterator[Problem]:
    seen: set[tuple[object, ...]] = set()
    for path, value in strings(source.document.data):
        reference = mark(source.model, path, Reference)
        if reference is None:
            continue
        span = source.document.values[path]
        names = [str(part) for part in path if isinstance(part, str)]
        ids = base.ids(reference.collection)
        if value not in ids:
            yield Problem(
                source.path,
                span.line,
                span.column,
                f"« {names[-1]}: {value} » n’existe pas.",
                tuple(_mends(reference.collection, value, ids, span.line)),
            )
            continue
        if isinstance(path[-1], int) and (path[:-1], value) in seen:
            yield Problem(
                source.path,
                span.line,
                span.column,
                f"« {value} » figure deux fois dans « {names[-1]} ».",
                ("Gardez-en un seul.",),
            )
        seen.add((path[:-1], value))
        cited[reference.collection, value] += 1


def _mends(collection: str, value: str, ids: list[str], line: int) -> Iterator[str]:
    if len(ids) <= 16:
        yield f"Valeurs possibles : {quote_list(ids, 16)}."
    if found := nearest(value, ids):
        yield f"Vouliez-vous dire « {found} » ? Corrigez la ligne {line}."
    elif folder := folder_of(collection):
        yield f"Un identifiant est le nom d’un fichier de {folder}, sans son extension."


def _copies(base: Base) -> Iterator[Problem]:
    """Two files for one document: the usual trace of a copy that was not filled in."""
    seen: dict[str, str] = {}
    for item in base.ressources:
        key = item.fiche.url or f"{item.fiche.titre} ({item.fiche.editeur})"
        if key in seen:
            yield Problem(
                item.path,
                1,
                1,
                f"même document que {seen[key]}.",
                ("Remplacez le titre et l’adresse, ou supprimez l’un des deux fichiers.",),
            )
        seen.setdefault(key, item.path)


def _synonyms(base: Base) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for source in base.sources:
        if source.collection != "synonymes" or base.synonymes is None:
            continue
        for rank, one in enumerate(base.synonymes.synonymes):
            span = source.document.values["synonymes", rank, "cherche"]
            key = one.cherche.lower()
            if key in seen:
                yield Problem(
                    source.path,
                    span.line,
                    span.column,
                    f"« {one.cherche} » a déjà ses synonymes ligne {seen[key]}.",
                    ("Réunissez les deux entrées.",),
                )
            seen.setdefault(key, span.line)


def _orphans(base: Base, cited: Counter[tuple[str, str]]) -> Iterator[Problem]:
    for item in base.ressources:
        if not item.fiche.liste and not cited["ressources", item.id]:
            yield Problem(
                item.path,
                1,
                1,
                "rien ne cite cette ressource, et elle n’est pas dans la liste.",
                ("Citez-la, retirez « liste: false », ou supprimez le fichier.",),
                WARNING,
            )
    for source in base.sources:
        if source.collection != "taxonomie" or base.taxonomie is None:
            continue
        for frein in base.taxonomie.freins:
            if not cited["freins", frein]:
                span = source.document.keys["freins", frein]
                yield Problem(
                    source.path,
                    span.line,
                    span.column,
                    f"aucun contenu ne répond au frein « {frein} ».",
                    ("Rattachez-lui une ressource ou une question, ou retirez-le.",),
                    WARNING,
                )
