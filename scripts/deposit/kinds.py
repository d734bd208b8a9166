"""The suffix of a file → what it must hold."""

import struct
from collections.abc import Callable, Iterator
from pathlib import Path

from . import archives, pdfs, tables
from .fault import Fault

PNG = b"\x89PNG\r\n\x1a\n"
_PNG_END = b"\0\0\0\0IEND\xaeB`\x82"
_SIDE = 10_000
"""Pixels: over that, a small file unfolds into a picture that no machine can show."""


def faults(path: Path) -> Iterator[Fault]:
    """Everything wrong with a file, by its suffix. Raises KeyError for a suffix without a room."""
    yield from _ROOMS[path.suffix](path)


def _png(path: Path) -> Iterator[Fault]:
    data = path.read_bytes()
    if not data.startswith(PNG) or data[12:16] != b"IHDR" or not data.endswith(_PNG_END):
        yield Fault("ce n’est pas une image PNG.", "Enregistrez-la de nouveau en PNG.")
    elif max(struct.unpack(">II", data[16:24])) > _SIDE:
        yield Fault("image de plus de 10 000 pixels de côté.", "Réduisez-la.")


def _webp(path: Path) -> Iterator[Fault]:
    data = path.read_bytes()
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        yield Fault("ce n’est pas une image WebP.", "Enregistrez-la de nouveau en WebP.")


def _avif(path: Path) -> Iterator[Fault]:
    if path.read_bytes()[4:12] not in (b"ftypavif", b"ftypavis"):
        yield Fault("ce n’est pas une image AVIF.", "Enregistrez-la de nouveau en AVIF.")


def _jpeg(path: Path) -> Iterator[Fault]:
    data = path.read_bytes()
    if not data.startswith(b"\xff\xd8\xff") or b"\xff\xd9" not in data[-64:]:
        yield Fault("ce n’est pas une image JPEG.", "Enregistrez-la de nouveau en JPEG.")


_ROOMS: dict[str, Callable[[Path], Iterator[Fault]]] = {
    ".pdf": pdfs.check,
    ".csv": tables.check,
    ".png": _png,
    ".jpg": _jpeg,
    ".jpeg": _jpeg,
    ".webp": _webp,
    ".avif": _avif,
    **dict.fromkeys((".odt", ".ods", ".odp"), archives.check_odf),
    **dict.fromkeys((".docx", ".xlsx", ".pptx"), archives.check_ooxml),
}
