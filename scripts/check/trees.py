"""Decision trees: every answer leads on, every path ends, nothing is out of reach."""

from collections.abc import Iterable, Iterator

from ..load.base import Base
from ..model.walk import count, longest, loops, order
from ..report import Problem, nearest, quote_list
from .tree_files import Tree, field, listed, read

LONGEST_PATH, MOST_PATHS, MOST_PLACES = 10, 1000, 40


def check(base: Base) -> Iterator[Problem]:
    """Each tree by itself, whatever else is wrong with its file."""
    for source in base.sources:
        tree = read(source) if source.collection == "arbres" else None
        if tree is None:
            continue
        if max(len(tree.questions), len(tree.conclusions)) > MOST_PLACES:
            # A tree that nobody could read is not followed: it may hold millions of paths.
            what = f"plus de {MOST_PLACES} questions, ou plus de {MOST_PLACES} conclusions."
            yield tree.at_key(("questions",), what, "Coupez l’arbre en deux.")
            continue
        for rule in (_names, _start, _targets, _answers, _loops, _reach, _ways_out):
            yield from rule(tree)


def _names(tree: Tree) -> Iterator[Problem]:
    for name in tree.conclusions:
        if name in tree.questions:
            line = tree.source.document.keys["questions", name].line
            yield tree.at_key(
                ("conclusions", name),
                f"« {name} » est déjà le nom d’une question, ligne {line}.",
                "Donnez à la conclusion un nom à elle, et corrigez les « vers » qui y mènent.",
            )


def _start(tree: Tree) -> Iterator[Problem]:
    if tree.start in tree.questions:
        return
    guess = nearest(tree.start, tree.questions)
    mend = f"Vouliez-vous dire « {guess} » ?" if guess else f"Questions : {_all(tree.questions)}."
    what = "est une conclusion" if tree.start in tree.conclusions else "n’existe pas"
    yield tree.at(
        ("debut",), f"« debut: {tree.start} » {what} : un arbre commence par une question.", mend
    )


def _targets(tree: Tree) -> Iterator[Problem]:
    places = [*tree.questions, *tree.conclusions]
    for arrow in tree.arrows:
        if arrow.written not in places:
            mend = f"Questions et conclusions : {_all(places)}."
            if arrow.to:
                line = tree.source.document.values[arrow.path].line
                mend = f"Vouliez-vous dire « {arrow.to} » ? Corrigez la ligne {line}."
            yield tree.at(arrow.path, f"« vers: {arrow.written} » n’existe pas.", mend)


def _answers(tree: Tree) -> Iterator[Problem]:
    for name, question in tree.questions.items():
        seen: dict[str, int] = {}
        for rank, answer in enumerate(listed(question, "reponses")):
            said = field(answer, "reponse")
            if not isinstance(said, str):
                continue
            path = ("questions", name, "reponses", rank, "reponse")
            folded = " ".join(said.lower().split())
            if folded in seen:
                what = f"réponse « {said} » déjà donnée ligne {seen[folded]}."
                yield tree.at(path, what, "Distinguez les deux réponses, ou gardez-en une.")
            seen.setdefault(folded, tree.source.document.values[path].line)


def _loops(tree: Tree) -> Iterator[Problem]:
    for loop in loops(tree.leads):
        yield tree.at(
            tree.arrow(loop[-2], loop[-1]),
            f"l’arbre tourne en rond : {' → '.join(loop)}.",
            "Menez cette réponse à une question qui vient plus loin, ou à une conclusion.",
        )


def _reach(tree: Tree) -> Iterator[Problem]:
    """What nobody reaches, then what takes too long, once every answer leads somewhere."""
    guess = tree.start if tree.start in tree.questions else nearest(tree.start, tree.questions)
    if guess is None or not tree.complete:
        return
    reached = order(tree.leads, guess)
    for kind, noun in (("questions", "question"), ("conclusions", "conclusion")):
        for name in getattr(tree, kind):
            if name not in reached:
                yield tree.at_key(
                    (kind, name),
                    f"aucune réponse ne mène à la {noun} « {name} ».",
                    "Menez-y une réponse, ou supprimez-la.",
                )
    if loops(tree.leads):
        return
    path = longest(tree.leads, guess)[guess]
    if len(path) > LONGEST_PATH:
        yield tree.at(
            tree.arrow(*path[LONGEST_PATH - 1 : LONGEST_PATH + 1]),
            f"un chemin pose {len(path)} questions : {LONGEST_PATH} au plus.",
            f"Le chemin : {' → '.join(path)}.",
            "Retirez une question, ou concluez plus tôt.",
        )
    if (total := count(tree.leads, guess)) > MOST_PATHS:
        what = f"{total} chemins : {MOST_PATHS} au plus, pour qu’une personne puisse les relire."
        yield tree.at_key(("questions",), what, "Retirez des questions, ou coupez l’arbre en deux.")


def _ways_out(tree: Tree) -> Iterator[Problem]:
    for name, conclusion in tree.conclusions.items():
        if field(conclusion, "genre") == "impossible" and not listed(conclusion, "autres_voies"):
            yield tree.at(
                ("conclusions", name, "genre"),
                "« genre: impossible » sans « autres_voies ».",
                "Dites ce que la personne peut faire d’autre, sous « autres_voies ».",
            )


def _all(names: Iterable[str]) -> str:
    return quote_list(names, 2 * MOST_PLACES)
