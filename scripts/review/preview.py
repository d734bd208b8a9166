"""A `Comparison` as one page to open: each text before and after, without script."""

import shutil
from collections.abc import Iterator
from html import escape
from pathlib import Path

from .compare import Comparison, Difference, FileChange
from .summary import moved, plural
from .words import ADDED, BREAK, REMOVED, Change

STYLE = Path(__file__).with_name("apercu.css")
LIMIT = 5_000_000
"""Signs of the page; past it, pages are named and their text is not shown."""
_TAGS = {ADDED: "ins", REMOVED: "del"}
_HEAD = """\
<!doctype html>
<html lang="fr">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; \
base-uri 'none'; form-action 'none'">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <meta name="color-scheme" content="light dark">
  <title>Ce qui change pour les lecteurs</title>
  <link rel="stylesheet" href="apercu.css">
</head>
<body>
<main>
<h1>Ce qui change pour les lecteurs</h1>
<p><ins>Ajouté</ins> se souligne, <del>retiré</del> se barre.</p>
"""
_FOOT = "</main>\n</body>\n</html>\n"


def write(found: Comparison, folder: Path) -> None:
    """Write `index.html` and its style sheet in `folder`, which is made. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(STYLE, folder / STYLE.name)
    (folder / "index.html").write_text(preview(found), "utf-8")


def preview(found: Comparison) -> str:
    """The page; every text in it is escaped."""
    parts = [_HEAD, *_overview(found)]
    room = LIMIT
    for rank, one in enumerate(found.pages, 1):
        text = "\n".join(_page(one, rank))
        room -= len(text)
        if room < 0:
            left = plural(len(found.pages) - rank + 1, "page")
            parts.append(f"<p>… et {left} de plus, dont le texte n’est pas montré ici.</p>\n")
            break
        parts.append(text)
    return "".join([*parts, _FOOT])


def _overview(found: Comparison) -> Iterator[str]:
    yield f"<p>Poids du site : {moved(found.weight)}.</p>\n"
    yield from _list(f"{plural(len(found.lost), 'adresse', 'perdue')}", found.lost)
    links = [
        f'<li><a href="#page-{rank}">{escape(one.titre or one.url)}</a> : {one.state}, '
        f"{plural(one.added, 'mot', 'ajouté')}, {plural(one.removed, 'mot', 'retiré')}</li>"
        for rank, one in enumerate(found.pages, 1)
    ]
    yield (
        f"<h2>{plural(len(links), 'page')}</h2>\n<ul>\n" + "\n".join(links) + "\n</ul>\n"
        if (links)
        else "<p>Aucune page ne change.</p>\n"
    )
    yield from _list("Pages dont seul le code change", found.silent)
    yield from _list("Autres fichiers", [_file(one) for one in found.files])


def _file(one: FileChange) -> str:
    return f"{one.url} : {one.state}, {moved(one.weight)}"


def _list(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        items = "\n".join(f"<li>{escape(one)}</li>" for one in lines)
        yield f"<h2>{title}</h2>\n<ul>\n{items}\n</ul>\n"


def _page(one: Difference, rank: int) -> Iterator[str]:
    yield f'<article id="page-{rank}">'
    yield f"<h2>{escape(one.titre or one.url)}</h2>"
    yield f"<p>{escape(one.url)}, page {one.state}. Poids : {moved(one.weight)}.</p>"
    under = ""
    for change in one.changes:
        if change.under != under and change.under:
            yield f"<h3>{escape(change.under)}</h3>"
        under = change.under
        yield _change(change)
    for word, links in (("ajouté", one.links_added), ("retiré", one.links_removed)):
        if links:
            items = "".join(f"<li>{escape(link)}</li>" for link in links)
            yield f"<p>{plural(len(links), 'lien', word)} :</p>\n<ul>{items}</ul>"
    yield "</article>\n"


def _change(change: Change) -> str:
    """One paragraph a block: a tag never crosses from one to the next."""
    lines = [""]
    for kind, words in change.pieces:
        for rank, text in enumerate(words.split(BREAK)):
            if rank:
                lines.append("")
            if text.strip():
                lines[-1] += f"{_marked(kind, text.strip())} "
    return "\n".join(f"<p>{line.strip()}</p>" for line in lines if line.strip())


def _marked(kind: str, text: str) -> str:
    tag = _TAGS.get(kind)
    return f"<{tag}>{escape(text)}</{tag}>" if tag else escape(text)
