"""A built site → one archive that opens from a disk, without network or server.

`pages` writes addresses that name their file, `scripts` joins the modules of each
page into one plain script (browsers load no module from a disk) and turns the
index of the search into another, `archive` packs it all with a note to read first.
"""

from .archive import NAME, write

__all__ = ["NAME", "write"]
