"""HTML → ODT and DOCX by pandoc, in French, on A4 landscape, with ruled tables.

pandoc’s own reference documents are restyled at each build, so that no binary
file stands in the repository; an edit that no longer finds its place fails.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pypandoc

from . import styles
from .packages import Edit, rewrite

SECONDS = 300
"""Of clock, for one document: it takes one third of one."""
FORMATS = ("docx", "odt")
_AFTER: dict[str, tuple[Edit, ...]] = {
    "docx": (Edit("word/document.xml", "<w:tr><w:tc>", styles.WHOLE_ROW),),
    "odt": tuple(Edit("content.xml", old, new) for old, new in styles.CELLS),
}
"""What no reference document can say: lines around the cells, rows in one piece."""


class Writer:
    """Writes documents; the time written in them is `epoch`, in seconds since 1970."""

    def __init__(self, epoch: str) -> None:
        self._epoch = epoch
        self._references = {one: self._reference(one) for one in FORMATS}

    def write(self, page: str, title: str, target: Path) -> None:
        """Turn the HTML `page` into `target`, whose suffix says the format.

        Raises OSError when pandoc fails.
        """
        kind = target.suffix.removeprefix(".")
        with tempfile.NamedTemporaryFile(suffix=target.suffix) as reference:
            reference.write(self._references[kind])
            reference.flush()
            names = ("--metadata", f"title={title}", "--metadata", "lang=fr-FR")
            styled = ("--sandbox", "--standalone", "--reference-doc", reference.name)
            document = self._pandoc("-f", "html", "-t", kind, *names, *styled, page=page)
        target.write_bytes(rewrite(document, _AFTER[kind]))

    def _reference(self, kind: str) -> bytes:
        stock = self._pandoc("--print-default-data-file", f"reference.{kind}")
        return rewrite(stock, styles.REFERENCE[kind])

    def _pandoc(self, *options: str, page: str = "") -> bytes:
        command = [pypandoc.get_pandoc_path(), *options, "-o", "-"]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": self._epoch}
        done = subprocess.run(
            command, input=page.encode(), env=environment, capture_output=True, timeout=SECONDS
        )
        if done.returncode:
            raise OSError(f"pandoc n’a pas pu écrire le document. {done.stderr.decode().strip()}")
        return done.stdout


def html_table(heads: Iterable[str], rows: Iterable[Iterable[str]], widths: Iterable[int]) -> str:
    """A table of ready HTML cells; `widths` are hundredths of the page."""
    cols = "".join(f'<col style="width:{width}%">' for width in widths)
    head = "".join(f"<th>{one}</th>" for one in heads)
    body = "".join(f"<tr>{''.join(f'<td>{one}</td>' for one in row)}</tr>" for row in rows)
    columns = f"<colgroup>{cols}</colgroup>"
    return f"<table>{columns}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
