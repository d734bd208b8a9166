"""Makes every deliverable of the content, before the pages that name them."""

from pathlib import Path

from ..load import Base
from . import booklet, calendars, plans
from .office import Writer


def produce(base: Base, folder: Path, epoch: str) -> None:
    """Write all produced files in `folder`, which is made; `epoch` is SOURCE_DATE_EPOCH.

    Raises OSError when one cannot be written, Refused when its content does not fit.
    """
    folder.mkdir(parents=True)
    calendars.write(base, folder, epoch)
    plans.write(base, folder, Writer(epoch))
    booklet.write_all(base, folder)
