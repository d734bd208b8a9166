"""Walks the content folders; what may not be there is a problem, not a file.

Content comes from strangers: a link may leave the folder, a name may hide a
path, a page may carry a script. Nothing is opened before its name, kind and
size are known to be right.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath

from ..report import Problem
from . import budget, signs
from .names import clean_name

CONTENT = ("docs", "data")
GENERATED = {"data/schemas/": {".json"}, "data/modeles/": {".yml", ".md"}}
"""Made from the models, and what each holds: walked like the rest, read by nobody here."""
TEXT_LIMIT = 200_000
PAGE_LIMIT = 50_000
"""Five times the longest page: a renderer takes minutes over what is longer."""
FILE_LIMIT = 1_000_000
DELIVERABLE_LIMIT = 5_000_000
DELIVERABLES = "docs/livrables/fichiers/"
IMAGES = {".png", ".jpg", ".jpeg", ".webp", ".avif"}
DOCUMENTS = {".pdf", ".odt", ".docx", ".odp", ".pptx", ".ods", ".xlsx", ".csv"}
DOCUMENTS |= {".png", ".jpg", ".jpeg"}
LONGEST_NAME = 100
_RESERVED = {"con", "prn", "aux", "nul"} | {
    f"{port}{n}" for port in ("com", "lpt") for n in range(10)
}
"""Names that Windows gives to its devices: a copy of the repository would not open there."""
ACTIVE = {".html", ".htm", ".xhtml", ".svg", ".js", ".mjs", ".css", ".xml", ".php", ".sh", ".py"}


@dataclass(frozen=True)
class TextFile:
    """A content file that was read: path from the root, whole text."""

    path: str
    text: str


def walk(root: Path) -> tuple[list[TextFile], set[str], list[Problem]]:
    """Texts to parse, paths of every acceptable file (images too), problems."""
    entries = _entries(root)
    sizes = {path.relative_to(root).as_posix(): path.lstat().st_size for path in entries}
    if problems := budget.overspent(sizes):
        return [], set(), problems
    texts: list[TextFile] = []
    paths: set[str] = set()
    seen: dict[str, str] = {}
    for path in entries:
        relative = path.relative_to(root).as_posix()
        found = _refuse(path, relative)
        folded = relative.lower()
        if not found and folded in seen:
            found = [
                _problem(relative, f"se confond avec {seen[folded]}.", "Renommez l’un des deux.")
            ]
        seen.setdefault(folded, relative)
        problems += found
        if found or relative.startswith(tuple(GENERATED)):
            continue
        paths.add(relative)
        if path.suffix in (".md", ".yml"):
            text = _decode(path, relative, problems)
            if text is not None:
                texts.append(TextFile(relative, text))
    return texts, paths, problems


def _entries(root: Path) -> list[Path]:
    """Files and links, sorted, never more than the budget and one."""
    return sorted(islice(_walked(root), budget.MOST_FILES + 1))


def _walked(root: Path) -> Iterator[Path]:
    for name in CONTENT:
        folder = root / name
        if folder.is_symlink():
            yield folder
            continue
        for parent, folders, files in os.walk(folder, onerror=_raise, followlinks=False):
            here = Path(parent)
            if len(here.relative_to(root).parts) >= budget.DEEPEST:
                yield from (here / f for f in folders)
                folders.clear()
            yield from (here / f for f in folders if (here / f).is_symlink())
            yield from (here / f for f in files)


def is_linked(folder: Path, relative: str) -> bool:
    """True when `relative` leads elsewhere than in `folder`, by a link of any of its parts."""
    return (folder / relative).resolve() != folder.resolve() / relative


def _raise(error: OSError) -> None:
    """A folder that cannot be read is not an empty one."""
    raise error


def _refuse(path: Path, relative: str) -> list[Problem]:
    status = path.lstat()
    if stat.S_ISLNK(status.st_mode):
        return [
            _problem(
                relative,
                "lien symbolique : un lien peut publier un fichier d’ailleurs.",
                "Remplacez-le par une copie du fichier.",
            )
        ]
    if stat.S_ISDIR(status.st_mode):
        what = f"plus de {budget.DEEPEST} dossiers emboîtés."
        return [_problem(relative, what, "Rapprochez-le de docs/ ou de data/.")]
    if not stat.S_ISREG(status.st_mode):
        return [_problem(relative, "ce n’est pas un fichier ordinaire.", "Supprimez-le.")]
    return [*_name(relative), *_kind(relative, status)]


def _name(relative: str) -> list[Problem]:
    for part in PurePosixPath(relative).with_suffix("").parts:
        if part in _RESERVED or len(part) > LONGEST_NAME:
            what = f"nom « {_printable(part)[:LONGEST_NAME]} » refusé : réservé, ou trop long."
            mend = f"Choisissez un autre nom, de {LONGEST_NAME} signes au plus."
            return [_problem(relative, what, mend)]
        wanted = clean_name(part)
        if part != wanted:
            return [
                _problem(
                    relative,
                    f"nom « {_printable(part)} » refusé : lettres minuscules sans accent, "
                    "chiffres et tirets seulement.",
                    f"Renommez-le « {wanted} »." if wanted else "Renommez-le.",
                )
            ]
    return []


def _kind(relative: str, status: os.stat_result) -> list[Problem]:
    suffix = PurePosixPath(relative).suffix
    folder = relative.split("/")[0]
    if suffix in ACTIVE or PurePosixPath(relative).name.startswith("_"):
        return [_problem(relative, "fichier actif : le contenu n’en porte pas.", "Supprimez-le.")]
    if suffix == ".yaml":
        return [
            _problem(relative, "extension « .yaml » refusée.", "Renommez le fichier en « .yml ».")
        ]
    allowed = {".yml"} if folder == "data" else {".md"} | IMAGES
    for generated, suffixes in GENERATED.items():
        if relative.startswith(generated):
            allowed = suffixes
    limit, wanted = FILE_LIMIT, "1 Mo"
    if relative.startswith(DELIVERABLES):
        allowed, limit, wanted = DOCUMENTS, DELIVERABLE_LIMIT, "5 Mo"
    if suffix not in allowed:
        choices = ", ".join(sorted(allowed))
        what = f"extension « {suffix} » refusée ici." if suffix else "fichier sans extension."
        return [_problem(relative, what, f"Acceptées ici : {choices}.")]
    if suffix in (".md", ".yml"):
        limit, wanted = TEXT_LIMIT, "200 Ko"
    if suffix == ".md":
        limit, wanted = PAGE_LIMIT, "50 Ko"
    if status.st_size > limit:
        weight = f"{status.st_size / 1000:,.0f}".replace(",", " ")
        return [
            _problem(
                relative, f"{weight} Ko : la limite est de {wanted}.", "Allégez-le ou découpez-le."
            )
        ]
    if status.st_mode & 0o111:
        return [
            _problem(relative, "fichier exécutable.", f"Retirez ce droit : chmod -x {relative}")
        ]
    return []


def _decode(path: Path, relative: str, problems: list[Problem]) -> str | None:
    try:
        raw = path.read_bytes()
    except OSError as error:
        problems.append(
            _problem(relative, f"illisible ({error.strerror}).", "Rétablissez l’accès.")
        )
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        problems.append(
            Problem(
                relative,
                line,
                column,
                "le fichier n’est pas en UTF-8.",
                ("Enregistrez-le en UTF-8 dans votre éditeur.",),
            )
        )
        return None
    if not text.strip():
        problems.append(_problem(relative, "fichier vide.", "Remplissez-le ou supprimez-le."))
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := signs.fault(relative, text):
        problems.append(found)
        return None
    return text


def _printable(name: str) -> str:
    return name.encode("unicode_escape").decode() if not name.isprintable() else name


def _problem(relative: str, what: str, *mends: str) -> Problem:
    return Problem(_printable(relative), 1, 1, what, mends)
