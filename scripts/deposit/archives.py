"""Office documents are zip archives: counted, measured and named before they are read."""

import re
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from . import office
from .fault import Fault

MOST_ENTRIES = 2_000
MOST_BYTES = 60_000_000
MOST_RATIO = 100
"""Limits of what an archive may unfold into: over them it is a bomb."""
_PIECE = 1 << 16
_PARTS = {
    *("", ".xml", ".rels", ".rdf", ".vml", ".bin", ".txt"),
    *(".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".svg", ".svm"),
    *(".emf", ".wmf", ".wdp", ".ttf", ".otf", ".odttf", ".fntdata"),
}
"""What a document is made of: whatever else it holds, it does not need."""
_HEADS = (
    *((b"MZ", "un programme"), (b"\x7fELF", "un programme"), (b"#!", "un script")),
    *((b"\xcf\xfa\xed\xfe", "un programme"), (b"\xca\xfe\xba\xbe", "un programme")),
    *((b"PK\x03\x04", "une archive"), (b"\xd0\xcf\x11\xe0", "un objet incorporé")),
    *((b"7z\xbc\xaf", "une archive"), (b"Rar!", "une archive"), (b"\x1f\x8b", "une archive")),
)
_AGAIN = "Ouvrez-le dans LibreOffice ou Word et enregistrez-le de nouveau."
_SAFER = "Retirez-le du document : collez une image, ou le résultat."


def check_odf(path: Path) -> Iterator[Fault]:
    """ODT, ODS, ODP."""
    yield from _check(path, office.odf)


def check_ooxml(path: Path) -> Iterator[Fault]:
    """DOCX, XLSX, PPTX."""
    yield from _check(path, office.ooxml)


def _check(path: Path, read: office.Reader) -> Iterator[Fault]:
    try:
        with path.open("rb") as file:
            if file.read(4) != b"PK\x03\x04":
                raise zipfile.BadZipFile
        with zipfile.ZipFile(path) as archive:
            found = [*_entries(archive, path.stat().st_size)]
            parts: dict[str, bytes] = {}
            if not found:
                found = [*_contents(archive, parts)]
            yield from found or read(path.suffix, parts)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError):
        yield Fault(f"ce n’est pas un document {path.suffix[1:].upper()} lisible.", _AGAIN)


def _entries(archive: zipfile.ZipFile, size: int) -> Iterator[Fault]:
    """What the list of files says, before any of them is unfolded."""
    listed = archive.infolist()
    unfolded = sum(entry.file_size for entry in listed)
    if len(listed) > MOST_ENTRIES:
        yield Fault(f"archive de {len(listed)} fichiers, {MOST_ENTRIES} au plus.", _AGAIN)
    if unfolded > MOST_BYTES or unfolded > MOST_RATIO * size:
        yield Fault("archive qui se déplie en un contenu démesuré.", _AGAIN)
    if archive.comment or min((entry.header_offset for entry in listed), default=1):
        yield Fault("archive qui cache des données avant ou après ses fichiers.", _AGAIN)
    names = [entry.filename for entry in listed]
    if len({name.lower() for name in names}) < len(names):
        yield Fault("archive où deux fichiers portent le même nom.", _AGAIN)
    for entry in listed:
        yield from _entry(entry)


def _entry(entry: zipfile.ZipInfo) -> Iterator[Fault]:
    name = entry.filename
    path = PurePosixPath(name)
    shown = name.encode("unicode_escape").decode()[:60]
    if (
        path.is_absolute()
        or ".." in path.parts
        or re.search(r"[\\:\x00-\x1f]", entry.orig_filename)
    ):
        yield Fault(f"archive dont le fichier « {shown} » sort du document.", _AGAIN)
    elif stat.S_ISLNK(entry.external_attr >> 16):
        yield Fault(f"archive dont le fichier « {shown} » est un lien.", _AGAIN)
    elif path.suffix.lower() not in _PARTS:
        yield Fault(f"le document contient « {shown} », qui n’en fait pas partie.", _SAFER)
    if entry.flag_bits & 1:
        yield Fault("document protégé par un mot de passe.", "Enregistrez-le sans mot de passe.")


def _contents(archive: zipfile.ZipFile, parts: dict[str, bytes]) -> Iterator[Fault]:
    """Unfold every file, never more than MOST_BYTES whatever the list says."""
    left = MOST_BYTES
    for entry in archive.infolist():
        pieces = []
        with archive.open(entry) as file:
            while piece := file.read(_PIECE):
                left -= len(piece)
                if left < 0:
                    yield Fault("archive qui se déplie en un contenu démesuré.", _AGAIN)
                    return
                pieces.append(piece)
        data = b"".join(pieces)
        for head, kind in _HEADS:
            if data.startswith(head):
                yield Fault(f"le document contient {kind} (« {entry.filename[:60]} »).", _SAFER)
        if office.is_read(entry.filename):
            parts[entry.filename] = data
        else:
            parts[entry.filename] = b""
