"""Every statement of the guide ends with its source; nothing else on the site may.

The marks themselves are read by `load.citations`, the statements cut by
`load.statements`.
"""

from collections.abc import Iterator

from ..load.base import Base, Source
from ..load.citations import Cited, Mark, marks
from ..load.statements import Statement, statements
from ..load.yaml_strict import Path
from ..report import WARNING, Problem, nearest
from .passages import Passage, passages, strings

GUIDE = "guide"
FOLDER = "data/ressources/"
_FORMS = (
    "Formes : [@identifiant, art. 4], [@a, art. 2 ; @b], [second rang : @a], [déduction : @a], "
    "[contradictoire : @a ; @b], [proposition]."
)
_NOUNS = {
    "paragraphe": "paragraphe",
    "élément": "élément de liste",
    "ligne": "ligne de tableau",
}


def check(base: Base) -> Iterator[Problem]:
    """Statements without a mark, ill written marks, sources that do not match the page’s."""
    for passage in passages(base):
        if passage.source.collection == GUIDE and passage.kind == "page":
            yield from _page(base, passage)
        else:
            yield from _reserved(passage)


def _reserved(passage: Passage) -> Iterator[Problem]:
    for mark in marks(passage.masked):
        if mark.statut or mark.raw.startswith("[@"):
            yield passage.problem(
                mark.start,
                f"« {mark.raw} » : les marques de source sont réservées au texte des pages du "
                "guide.",
                "Ailleurs, citez par un lien, ou dans « sources ».",
            )


def _page(base: Base, passage: Passage) -> Iterator[Problem]:
    found = list(marks(passage.masked))
    ends = {mark.end for mark in found}
    for one in statements(passage.text):
        if not one.leads and one.end not in ends:
            yield _unmarked(passage, one, found)
    for mark in found:
        yield from _mark(base, passage, mark)
    yield from _unused(passage.source, found)


def _unmarked(passage: Passage, one: Statement, found: list[Mark]) -> Problem:
    inside = any(one.start <= mark.start < one.end for mark in found)
    where = "La marque vient en toute fin, après le point." if inside else _FORMS
    words = " ".join(passage.text[one.start : one.end].split())
    quoted = f"{words[:40]}…" if len(words) > 40 else words
    return passage.problem(
        one.end, f"{_NOUNS[one.kind]} sans marque de source à la fin : « {quoted} ».", where
    )


def _mark(base: Base, passage: Passage, mark: Mark) -> Iterator[Problem]:
    if mark.statut is None:
        guess = (f"Vouliez-vous dire « {mark.guess} » ?",) if mark.guess else ()
        yield passage.problem(mark.start, f"marque « {mark.raw} » mal écrite.", *guess, _FORMS)
    if mark.statut == "contradictoire" and len(mark.sources) < 2:
        yield passage.problem(
            mark.start,
            f"« {mark.raw} » : une contradiction oppose deux sources.",
            "Citez les deux, séparées par « ; ».",
        )
    for cited in mark.sources:
        yield from _cited(base, passage, mark, cited)


def _cited(base: Base, passage: Passage, mark: Mark, cited: Cited) -> Iterator[Problem]:
    name, known = cited.ressource, base.ids("ressources")
    if name not in known:
        guess = nearest(name, known)
        mend = f"Vouliez-vous dire « @{guess} » ?" if guess else f"{FOLDER} ne l’a pas : créez-la."
        yield passage.problem(cited.at, f"« @{name} » n’existe pas.", mend)
    elif name not in _listed(passage.source) and not passage.source.document.problems:
        yield passage.problem(
            cited.at,
            f"« @{name} » n’est pas dans les sources de la page.",
            f"Ajoutez « - ressource: {name} » sous « sources », dans l’en-tête.",
        )
    elif mark.statut == "verifie" and _is_second_hand(base, name):
        yield passage.problem(
            cited.at,
            f"« @{name} » n’est connue que par un commentateur.",
            "Écrivez « second rang : », ou citez ce qui a été lu.",
            severity=WARNING,
        )


def _is_second_hand(base: Base, name: str) -> bool:
    item = base.items.get("ressources", {}).get(name)
    return item is not None and item.fiche.statut == "second-rang"


def _unused(source: Source, found: list[Mark]) -> Iterator[Problem]:
    cited = {one.ressource for mark in found for one in mark.sources}
    for name, path in _listed(source).items():
        if name not in cited:
            span = source.document.values[path]
            yield Problem(
                source.path,
                span.line,
                span.column,
                f"aucune marque du texte ne cite « {name} ».",
                (f"Citez-la là où elle sert, [@{name}], ou retirez-la de « sources ».",),
            )


def _listed(source: Source) -> dict[str, Path]:
    """The resources of the front matter, and where each is named."""
    return {
        name: path
        for path, name in strings(source.document.data)
        if path[0] == "sources" and path[-1] == "ressource"
    }
