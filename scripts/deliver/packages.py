"""ODT and DOCX files are zip archives of XML: edit a few strings, write the same bytes."""

import io
import re
import zipfile
from collections.abc import Sequence
from typing import NamedTuple

_STILL = (1980, 1, 1, 0, 0, 0)


class Edit(NamedTuple):
    """In the file `name`, every `old` becomes `new`; a space in `old` stands for any."""

    name: str
    old: str
    new: str


def rewrite(document: bytes, edits: Sequence[Edit]) -> bytes:
    """The document with its edits. Raises ValueError when one finds nothing to change."""
    done = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(done, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            for edit in edits:
                if edit.name == entry.filename:
                    data = _edited(data.decode(), edit).encode()
            # The first file of an ODT says what it is: stored as it is, not compressed.
            packed = zipfile.ZIP_STORED if entry.filename == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(zipfile.ZipInfo(entry.filename, _STILL), data, packed, 9)
    return done.getvalue()


def _edited(text: str, edit: Edit) -> str:
    spaced = re.compile(r"\s+".join(re.escape(word) for word in edit.old.split(" ")))
    done, count = spaced.subn(lambda _: edit.new, text)
    if not count:
        raise ValueError(f"{edit.name} : pandoc n’écrit plus « {edit.old} ».")
    return done
