"""Reads one PDF named on the command line and prints what it is, as JSON."""

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pikepdf

MEMORY = 500_000_000
SECONDS = 20
_LAUNCHES = {"/Launch", "/SubmitForm", "/ImportData", "/GoToE"}
_MEDIA = {"/RichMedia", "/Screen", "/Movie", "/Sound", "/3D", "/FileAttachment"}


def read(path: Path) -> dict[str, Any]:
    """`faults` (names of `pdfs`), `pages` and `tagged` of the PDF at `path`."""
    if not path.read_bytes().startswith(b"%PDF-"):
        return _unread("illisible")
    try:
        with pikepdf.open(path) as pdf:
            if pdf.is_encrypted:
                return _unread("protege")
            faults = {name for one in pdf.objects for name in _faults(one)}
            tagged = _is_tagged(pdf)
            faults |= set(_metadata(pdf))
            pages = len(pdf.pages)
            faults |= {"abime"} if pdf.get_warnings() else set()
    except pikepdf.PasswordError:
        return _unread("protege")
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RuntimeError):
        return _unread("illisible")
    untagged = [] if tagged else ["balises"]
    return {"faults": [*sorted(faults), *untagged], "pages": pages, "tagged": tagged}


def _unread(fault: str) -> dict[str, Any]:
    return {"faults": [fault], "pages": 0, "tagged": False}


def _faults(whole: Any) -> Iterator[str]:
    """What an object of the file does; objects it refers to are met on their own."""
    left = [whole]
    while left:
        one = left.pop()
        if isinstance(one, pikepdf.Stream):
            left.append(one.stream_dict)
        elif isinstance(one, pikepdf.Array):
            left += [child for child in one if _is_inside(child)]
        elif isinstance(one, pikepdf.Dictionary):
            yield from _dictionary(one)
            left += [child for child in one.values() if _is_inside(child)]


def _is_inside(child: Any) -> bool:
    return isinstance(child, pikepdf.Object) and not child.is_indirect


def _dictionary(one: Any) -> Iterator[str]:
    action, kind = str(one.get("/S", "")), str(one.get("/Subtype", ""))
    opening = one.get("/OpenAction")
    if "/JS" in one or "/JavaScript" in one or action == "/JavaScript":
        yield "script"
    if "/AA" in one:
        yield "action"
    if isinstance(opening, pikepdf.Dictionary) and str(opening.get("/S", "")) != "/GoTo":
        yield "action"
    if action in _LAUNCHES:
        yield "programme"
    if kind in _MEDIA or "/EF" in one or "/EmbeddedFiles" in one:
        yield "piece"
    if "/XFA" in one:
        yield "formulaire"


def _metadata(pdf: pikepdf.Pdf) -> Iterator[str]:
    title = str(pdf.docinfo.get("/Title", "")).strip()
    if not title:
        with pdf.open_metadata() as metadata:
            title = str(metadata.get("dc:title", "")).strip()
    if not title:
        yield "titre"
    if not str(pdf.Root.get("/Lang", "")).strip():
        yield "langue"


def _is_tagged(pdf: pikepdf.Pdf) -> bool:
    marks = pdf.Root.get("/MarkInfo")
    return "/StructTreeRoot" in pdf.Root and bool(marks is not None and marks.get("/Marked", False))


def _limit() -> None:
    """Some systems have no such limits, or lower ones: the time that the caller gives remains."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    _limit()
    print(json.dumps(read(Path(sys.argv[1]))))
