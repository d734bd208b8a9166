"""Pages as a whole: their addresses, titles and place in the menu."""

from collections.abc import Iterator

from ..load.base import Base, Source
from ..render.config import menu
from ..render.urls import page_url
from ..report import Problem, nearest

LISTED_BY_DATA = ("pratiques",)
"""Collections that a list page leads to: the menu does not name each item."""
TREES = "docs/arbres/"
"""Its list page leads to every page that shows a tree."""


def check(base: Base) -> Iterator[Problem]:
    """One file an address, one title a page, and every page within reach."""
    pages = [source for source in base.sources if source.body is not None]
    yield from _addresses(pages)
    yield from _titles(pages)
    yield from _menu(base, pages)


def _addresses(pages: list[Source]) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for source in pages:
        url = page_url(source.path)
        if url in taken:
            yield Problem(
                source.path,
                1,
                1,
                f"même adresse /{url} que {taken[url]}.",
                ("Gardez un seul des deux fichiers.",),
            )
        taken.setdefault(url, source.path)


def _titles(pages: list[Source]) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for source, key, title in _named(pages):
        folded = " ".join(title.lower().split())
        if folded in taken:
            span = source.document.values[(key,)]
            yield Problem(
                source.path,
                span.line,
                span.column,
                f"{key} « {title} » : déjà dans {taken[folded]}.",
                ("Donnez à chaque page un titre qui la distingue.",),
            )
        taken.setdefault(folded, source.path)


def _named(pages: list[Source]) -> Iterator[tuple[Source, str, str]]:
    """What readers know each page by: its title, and the question that a cycle shows as its own."""
    for source in pages:
        data = source.document.data
        for key in ("titre", "question") if source.collection == "cycles" else ("titre",):
            title = data.get(key) if isinstance(data, dict) else None
            if isinstance(title, str):
                yield source, key, title


def _menu(base: Base, pages: list[Source]) -> Iterator[Problem]:
    entries = menu(base.root)
    if not entries:
        return
    existing = {source.path for source in pages}
    for path, line, column in entries:
        if path not in existing:
            guess = nearest(path, existing)
            mend = f"Vouliez-vous dire « {guess.removeprefix('docs/')} » ?" if guess else ""
            yield Problem(
                "mkdocs.yml",
                line,
                column,
                f"le menu mène à « {path} », qui n’existe pas.",
                (mend or "Corrigez ou retirez la ligne.",),
            )
    reached = {path for path, _, _ in entries}
    for source in pages:
        if source.path not in reached and not _is_listed(source):
            mend = f"Ajoutez {source.path.removeprefix('docs/')} sous « nav » dans mkdocs.yml."
            if source.path.startswith(TREES):
                mend = "Nommez dans l’en-tête l’arbre qu’elle montre : « arbre: … »."
            what = "page absente du menu : personne ne la trouvera."
            yield Problem(source.path, 1, 1, what, (mend,))


def _is_listed(source: Source) -> bool:
    data = source.document.data
    shows = source.path.startswith(TREES) and isinstance(data, dict) and bool(data.get("arbre"))
    return shows or source.collection in LISTED_BY_DATA
