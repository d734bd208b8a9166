"""Links and images: every target exists, every scheme is safe."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ..load.base import Base
from ..model.fields import URL_PATTERN
from ..report import Problem, nearest
from .anchors import anchors
from .passages import Passage, passages

_INLINE = re.compile(
    r"(?P<image>!?)\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]"
    r"\([ \t]*<?(?P<url>(?:[^\s()<>]|\([^\s()]*\))*)>?[^)\n]*\)"
)
_EMPTY_IMAGE = re.compile(r"^\s*$")
_REFERENCE = re.compile(r"\[(?P<text>[^\[\]^][^\[\]]*)\]\[(?P<name>[^\[\]]*)\]")
_DEFINITION = re.compile(
    r"^ {0,3}\[(?P<name>[^\]^][^\]]*)\]:[ \t]*\n?[ \t]*<?(?P<url>[^\s>]+)", re.M
)
_FOOTNOTE = re.compile(r"\[\^(?P<name>[^\]]+)\](?P<definition>:?)")
_ATTRIBUTE = re.compile(r"<[a-zA-Z][^<>]*?\b(?:href|src)\s*=\s*[\"']?(?P<url>[^\"'\s>]+)")
_AUTOLINK = re.compile(r"<(?P<url>[a-zA-Z][a-zA-Z0-9+.-]*:[^>\s]*)>")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_WEB = re.compile(URL_PATTERN)
_MAIL = re.compile(r"mailto:[^@\s?]+@[^@\s?.]+(\.[^@\s?.]+)+(\?\S*)?")
_PHONE = re.compile(r"tel:\+?[0-9](?:[0-9.-]*[0-9])")
_OPENING = re.compile(r"\]\(")
MOST = 100
"""Faults told of one passage: each looks for the nearest of all pages."""
EXTERNAL = ("http", "https", "mailto", "tel")


def check(base: Base) -> Iterator[Problem]:
    """All links of all prose: Markdown, reference style, footnotes, HTML attributes."""
    known = _Targets(base.paths, anchors(base))
    for passage in passages(base):
        if passage.kind != "plain":
            yield from islice(_links(passage, known), MOST)
            yield from islice(_names(passage), MOST)


@dataclass(frozen=True)
class _Targets:
    paths: set[str]
    anchors: dict[str, set[str]]


def _links(passage: Passage, known: _Targets) -> Iterator[Problem]:
    read = set()
    for found in targets(passage):
        read.add(found.end("text") if "text" in found.groupdict() else -1)
        image = bool(found.groupdict().get("image"))
        if image and _EMPTY_IMAGE.match(found["text"]):
            yield passage.problem(
                found.start(),
                "image sans texte de remplacement.",
                "Décrivez ce qu’elle apprend entre les crochets : ![description](image.png).",
            )
        yield from _target(passage, found.start("url"), found["url"], known, image)
    for found in _OPENING.finditer(passage.masked):
        if found.start() not in read:
            yield passage.problem(
                found.start(),
                "lien mal formé, ou lien dans un lien.",
                "Écrivez-le sur une ligne, sans autre crochet : [texte](adresse).",
            )


def targets(passage: Passage) -> Iterator[re.Match[str]]:
    """Every link and image of a passage; the group `url` is where it leads."""
    for pattern in (_INLINE, _DEFINITION, _ATTRIBUTE, _AUTOLINK):
        yield from pattern.finditer(passage.masked)


def _target(passage: Passage, at: int, url: str, known: _Targets, image: bool) -> Iterator[Problem]:
    if image and _SCHEME.match(url):
        mend = "Ajoutez le fichier au dossier de la page, avec l’accord de son auteur."
        yield passage.problem(at, "image d’un autre site refusée.", mend)
        return
    problem = _external(url) if _SCHEME.match(url) else _internal(passage, url, known, image)
    if problem:
        yield passage.problem(at, *problem)


def _external(url: str) -> tuple[str, ...] | None:
    scheme = url.split(":")[0].lower()
    if scheme not in EXTERNAL:
        return (
            f"adresse « {scheme}: » refusée.",
            "Adresses permises : http, https, mailto, tel, ou un fichier du site.",
        )
    shape, example = {
        "mailto": (_MAIL, "mailto:nom@exemple.fr"),
        "tel": (_PHONE, "tel:+33123456789"),
    }.get(scheme, (_WEB, "https://www.exemple.fr/page"))
    if shape.fullmatch(url):
        return None
    return (f"adresse « {url} » mal formée.", f"Forme attendue : {example}")


def _internal(passage: Passage, url: str, known: _Targets, image: bool) -> tuple[str, ...] | None:
    if not url:
        return ("lien sans adresse.", "Écrivez l’adresse entre les parenthèses.")
    target, _, anchor = url.partition("#")
    if not target:
        return _anchor(passage.source.path, anchor, known)
    if target.startswith("/"):
        return (
            f"lien absolu « {url} ».",
            f"Partez du fichier : {_suggest(passage, target.strip('/'), known) or 'page.md'}",
        )
    folder = _folder(passage)
    full = posixpath.normpath(posixpath.join(folder, target))
    if not posixpath.splitext(target)[1]:
        return (
            f"lien « {url} » sans extension.",
            f"Visez le fichier : {_suggest(passage, target, known) or target.strip('/') + '.md'}",
        )
    if full not in known.paths or not full.startswith("docs/"):
        guess = _suggest(passage, target, known)
        what = "image absente" if image else "lien mort"
        mends = (f"Vouliez-vous dire « {guess} » ?",) if guess else ("Corrigez l’adresse.",)
        return (f"{what} : « {target} » n’existe pas.", *mends)
    return _anchor(full, anchor, known) if anchor else None


def _anchor(path: str, anchor: str, known: _Targets) -> tuple[str, ...] | None:
    choices = known.anchors.get(path, set())
    if anchor in choices:
        return None
    guess = nearest(anchor, choices)
    mend = f"Vouliez-vous dire « #{guess} » ?" if guess else "Corrigez ou retirez l’ancre."
    return (f"ancre « #{anchor} » absente de {path}.", mend)


def _folder(passage: Passage) -> str:
    """Links of data files start from `docs/`, where the list pages stand."""
    path = passage.source.path
    return posixpath.dirname(path) if path.startswith("docs/") else "docs"


def _suggest(passage: Passage, target: str, known: _Targets) -> str | None:
    folder = _folder(passage)
    wanted = posixpath.normpath(posixpath.join(folder, target)).removeprefix("docs/")
    pages = [path for path in known.paths if path.startswith("docs/")]
    for candidate in (f"docs/{wanted}.md", f"docs/{wanted}/index.md", f"docs/{target}.md"):
        if candidate in pages:
            return posixpath.relpath(candidate, folder)
    found = nearest(f"docs/{wanted}", pages)
    return posixpath.relpath(found, folder) if found else None


def _names(passage: Passage) -> Iterator[Problem]:
    masked = passage.masked
    defined = {m["name"].lower() for m in _DEFINITION.finditer(masked)}
    for found in _REFERENCE.finditer(masked):
        name = (found["name"] or found["text"]).lower()
        if name not in defined:
            yield passage.problem(
                found.start(),
                f"référence « [{name}] » sans définition.",
                f"Ajoutez en bas de page : [{name}]: https://…",
            )
    notes = [(m["name"], bool(m["definition"]), m.start()) for m in _FOOTNOTE.finditer(masked)]
    given = {name for name, definition, _ in notes if definition}
    for name, definition, at in notes:
        if not definition and name not in given:
            yield passage.problem(
                at,
                f"note « [^{name}] » sans texte.",
                f"Ajoutez en bas de page : [^{name}]: le texte de la note.",
            )
