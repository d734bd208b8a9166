"""What the build produced for each deliverable: the one place that pages ask."""

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from ..model import Livrable

FOLDER = "DOSSIER_LIVRABLES"
"""The variable that names the folder of produced files, from the build to the renderer."""
PLACE = "livrables/"
"""Where they stand on the site."""
_PAGES = "_pages.json"
_ABSENT = "_absents.txt"
_ARCHIVE = "_hors-ligne"


@dataclass(frozen=True)
class File:
    """A produced file: its name, its weight in bytes, its pages when they are counted."""

    name: str
    size: int
    pages: int | None = None

    @property
    def format(self) -> str:
        """« ODT », « PDF »: the suffix, as readers know it."""
        return Path(self.name).suffix.removeprefix(".").upper()


def stem(livrable: Livrable) -> str:
    """The name of its files without their suffix: « livret-international »."""
    return f"{livrable.type}-{livrable.cycle}"


def files_of(livrable: Livrable) -> list[File]:
    """The files produced for `livrable`, by name; empty when this build makes none."""
    folder = _folder()
    if folder is None:
        return []
    pages = _counts(folder)
    return [
        File(path.name, path.stat().st_size, pages.get(path.name))
        for path in sorted(folder.glob(f"{stem(livrable)}.*"))
    ]


def file_named(name: str) -> File | None:
    """The produced file of that name; None when this build does not make it."""
    folder = _folder()
    path = folder and folder / name
    return File(name, path.stat().st_size) if path and path.is_file() else None


def record_pages(folder: Path, name: str, count: int) -> None:
    """Remember, beside the produced files, how many pages one of them has."""
    (folder / _PAGES).write_text(json.dumps(_counts(folder) | {name: count}), "utf-8")


def record_absence(folder: Path, kind: str) -> None:
    """Remember that this machine could not make the files of a type of deliverable."""
    with (folder / _ABSENT).open("a", encoding="utf-8") as file:
        file.write(f"{kind}\n")


def is_absent(livrable: Livrable) -> bool:
    """True when this build should have made its files and the machine could not."""
    folder = _folder()
    file = folder and folder / _ABSENT
    return bool(file and file.is_file() and livrable.type in file.read_text("utf-8").split())


def announce_archive(folder: Path) -> None:
    """Remember that this build ends with an archive of the whole site."""
    (folder / _ARCHIVE).touch()


def archive_announced() -> bool:
    """True when this build ends with an archive, whose weight nobody knows yet."""
    folder = _folder()
    return bool(folder and (folder / _ARCHIVE).exists())


def publish(site: Path) -> None:
    """Copy the produced files into a built site; nothing when this build makes none."""
    folder = _folder()
    if folder is not None:
        hidden = shutil.ignore_patterns("_*")
        shutil.copytree(folder, site / PLACE, ignore=hidden, dirs_exist_ok=True)


def _folder() -> Path | None:
    named = os.environ.get(FOLDER)
    return Path(named) if named else None


def _counts(folder: Path) -> dict[str, int]:
    file = folder / _PAGES
    counts: dict[str, int] = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    return counts
