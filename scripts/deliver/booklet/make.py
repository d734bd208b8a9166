"""Prints every booklet that a cycle announces, or says why it cannot."""

import os
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from ...load import Base
from ...render.dates import today
from .. import files
from .cycle import booklet_of
from .document import Booklet, compose
from .guide import booklet_of_guide
from .pdf import obstacle, write

KINDS: dict[str, Callable[[Base, str, date], Booklet]] = {
    "livret": lambda base, cycle, day: booklet_of(base, base.items["cycles"][cycle], day),
    "guide": booklet_of_guide,
}
"""The types of deliverable that are booklets, and what each holds."""
READY = "LIVRETS"
"""The variable that names a folder of booklets already printed: they are taken as they are."""


def write_all(base: Base, folder: Path) -> None:
    """Write the booklets in `folder`. Raises Refused for the content, OSError for the machine.

    Where the machine lacks a library, it says so and the pages do too; on CI it fails.
    """
    announced = [one.fiche for one in base.livrables if one.fiche.type in KINDS]
    if ready := os.environ.get(READY):
        for fiche in announced:
            shutil.copy(Path(ready) / f"{files.stem(fiche)}.pdf", folder)
        return
    why = obstacle() if announced else None
    if why and os.environ.get("CI"):
        raise OSError(why)
    if why:
        print(why, file=sys.stderr)
        for kind in KINDS:
            files.record_absence(folder, kind)
        return
    day = today()
    for fiche in announced:
        target = folder / f"{files.stem(fiche)}.pdf"
        booklet = KINDS[fiche.type](base, fiche.cycle, day)
        pages = write(base, compose(base, booklet, day), target)
        files.record_pages(folder, target.name, pages)
