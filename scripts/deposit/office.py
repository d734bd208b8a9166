"""What office documents may not do: run macros, fetch from elsewhere, call a program."""

import re
from collections.abc import Callable, Iterator, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from .fault import Fault

Reader = Callable[[str, Mapping[str, bytes]], Iterator[Fault]]
ODF = {
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odp": "application/vnd.oasis.opendocument.presentation",
}
_MAIN = "application/vnd.openxmlformats-officedocument."
OOXML = {
    ".docx": f"{_MAIN}wordprocessingml.document.main+xml",
    ".xlsx": f"{_MAIN}spreadsheetml.sheet.main+xml",
    ".pptx": f"{_MAIN}presentationml.presentation.main+xml",
}
MOST_XML = 20_000_000
"""Bytes of one part: as a tree, it takes twenty times as much memory."""
_TYPES = "[Content_Types].xml"
_MACRO_PARTS = re.compile(r"vbaProject|vbaData|macrosheets/|^Basic/|^Scripts/", re.I)
_LIVE_PARTS = re.compile(
    r"activeX/|embeddings/|externalLinks/|queryTables/|connections\.xml|customUI/", re.I
)
_LIVE_TAGS = re.compile(r"\}(?:event-listener|script|dde-[a-z-]+|ddeLink)$")
_DDE = re.compile(r"\bDDE(?:AUTO)?\b|\bINCLUDETEXT\b", re.I)
_NO_MACRO = "Enregistrez-le sans macro, au format d’échange habituel."
_NO_CALL = "Retirez cet objet ou ce champ : collez le résultat à sa place."
_NO_FETCH = (
    "Insérez l’image dans le document, détachez le modèle ; "
    "un lien commence par https:// ou mailto:."
)
_AGAIN = "Ouvrez-le dans LibreOffice ou Word et enregistrez-le de nouveau."


def is_read(name: str) -> bool:
    """True for the parts whose content is looked at."""
    return name == "mimetype" or name.lower().endswith((".xml", ".rels", ".rdf"))


def odf(suffix: str, parts: Mapping[str, bytes]) -> Iterator[Fault]:
    """Faults of an OpenDocument file; `parts` gives its files by name."""
    if next(iter(parts)) != "mimetype" or parts["mimetype"].decode("latin-1") != ODF[suffix]:
        yield _other(suffix)
        return
    yield from _parts(parts)


def ooxml(suffix: str, parts: Mapping[str, bytes]) -> Iterator[Fault]:
    """Faults of a Word, Excel or PowerPoint file; `parts` gives its files by name."""
    types = parts.get(_TYPES, b"").decode("utf-8", "replace")
    if "macroEnabled" in types:
        yield Fault("le document peut contenir des macros.", _NO_MACRO)
    elif OOXML[suffix] not in types:
        yield _other(suffix)
        return
    yield from _parts(parts)


def _parts(parts: Mapping[str, bytes]) -> Iterator[Fault]:
    for name, data in parts.items():
        if _MACRO_PARTS.search(name):
            yield Fault(f"le document contient des macros (« {name[:60]} »).", _NO_MACRO)
        elif _LIVE_PARTS.search(name):
            yield Fault(
                f"le document contient un objet lié ou incorporé (« {name[:60]} »).", _NO_CALL
            )
        if is_read(name) and name != "mimetype" and data:
            yield from _xml(name, data)


def _xml(name: str, data: bytes) -> Iterator[Fault]:
    """One fault of a kind is enough for a part: the mend is the same."""
    root = _parsed(data)
    if root is None:
        yield Fault(f"« {name[:60]} » n’est pas du XML ordinaire.", _AGAIN)
        return
    live = any(_LIVE_TAGS.search(one.tag) for one in root.iter())
    if live or _DDE.search(_fields(root)):
        yield Fault(f"le document appelle un programme ou une macro (« {name[:60]} »).", _NO_CALL)
    if address := next(filter(None, map(_outside, root.iter())), ""):
        shown = " ".join(address.split())[:60]
        yield Fault(f"le document dépend de « {shown} », qui n’est pas dedans.", _NO_FETCH)


def _parsed(data: bytes) -> Element | None:
    """None for what hides its text from a reader: entities, other encodings."""
    if len(data) > MOST_XML:
        return None
    try:
        text = data.decode("utf-8-sig")
        encoding = re.match(r"<\?xml[^>]*encoding=[\"']([^\"']+)", text)
        odd = encoding and encoding[1].lower() not in ("utf-8", "us-ascii")
        if odd or "\0" in text or "<!DOCTYPE" in text or "<!ENTITY" in text:
            return None
        return ElementTree.fromstring(text.encode())
    except (UnicodeDecodeError, ElementTree.ParseError, RecursionError):
        return None


def _outside(element: Element) -> str:
    """The address that an element fetches, or links to by other means than the web."""
    tag = element.tag.rpartition("}")[2]
    values = {key.rpartition("}")[2]: value.strip() for key, value in element.attrib.items()}
    address = values.get("Target" if tag == "Relationship" else "href", "")
    if tag == "Relationship":
        is_link = values.get("Type", "").endswith("/hyperlink")
        is_inside = values.get("TargetMode") != "External"
    else:
        is_link = tag == "a"
        is_inside = re.match(r"[a-z][a-z0-9+.-]*:|[/\\\\]|\.\./", address, re.I) is None
    is_web = re.match(r"(?:https?|mailto|tel):|#", address, re.I) is not None
    return "" if is_inside or (is_link and is_web) else address or "une adresse vide"


def _fields(root: Element) -> str:
    """The instructions of Word’s fields, put back together."""
    typed = [one.text or "" for one in root.iter() if one.tag.endswith("}instrText")]
    simple = [
        value for one in root.iter() for key, value in one.attrib.items() if key.endswith("}instr")
    ]
    return f"{''.join(typed)} {' '.join(simple)}"


def _other(suffix: str) -> Fault:
    return Fault(
        f"le contenu n’est pas celui d’un fichier {suffix[1:].upper()}.",
        "Enregistrez-le dans ce format, ou changez l’extension.",
    )
