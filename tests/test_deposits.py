"""Files that staff drop: the safe ones pass, every planted charge is named in French."""

import io
import struct
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from scripts.deposit import faults, pdf_reader, pdfs
from scripts.load import load
from scripts.render.takeaways import takeaways

from .conftest import EXEMPLE
from .faults import DELIVERABLE, dropped, swap, write
from .test_check import Check

PNG = (EXEMPLE / "docs/images/carre.png").read_bytes()
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 40 + b"\xff\xd9"
NS = (
    'xmlns:w="urn:w" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0" xmlns:text="urn:text" '
    'xmlns:draw="urn:draw"'
)
TYPE = "application/vnd.openxmlformats-officedocument.{}.main+xml"
MAIN = {
    "docx": "wordprocessingml.document",
    "xlsx": "spreadsheetml.sheet",
    "pptx": "presentationml.presentation",
}
RELATION = (
    '<Relationships xmlns="urn:r"><Relationship Type="urn:o/{kind}" Target="{target}" '
    'TargetMode="External"/></Relationships>'
)
Parts = dict[str, str | bytes]


def packed(parts: Parts, stored: bool = False) -> bytes:
    done = io.BytesIO()
    kind = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(done, "w", kind) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return done.getvalue()


def odt(parts: Parts | None = None, body: str = "<text:p>Bonjour</text:p>") -> bytes:
    first: Parts = {"mimetype": "application/vnd.oasis.opendocument.text"}
    return packed({**first, "content.xml": f"<d {NS}>{body}</d>", **(parts or {})})


def office(suffix: str, parts: Parts | None = None, body: str = "") -> bytes:
    types = f'<Types><Override ContentType="{TYPE.format(MAIN[suffix])}"/></Types>'
    return packed(
        {"[Content_Types].xml": types, "main.xml": f"<d {NS}>{body}</d>", **(parts or {})}
    )


def marked(data: bytes, offset: int, value: bytes) -> bytes:
    """The archive with `value` at `offset` of the first entry of its list."""
    at = data.index(b"PK\x01\x02") + offset
    return data[:at] + value + data[at + len(value) :]


def linked() -> bytes:
    done = io.BytesIO(odt())
    with zipfile.ZipFile(done, "a") as archive:
        entry = zipfile.ZipInfo("image.png")
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, "/etc/passwd")
    return done.getvalue()


def twice() -> bytes:
    done = io.BytesIO(odt({"content2xml": "<d/>"}))
    return done.getvalue().replace(b"content2xml", b"content.xml")


MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
DDE = "<w:instrText>DD</w:instrText><w:instrText>EAUTO c:\\\\windows\\\\cmd.exe</w:instrText>"
BOMB = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><d>&b;</d>'
SAFE = {
    "a.odt": odt(body='<text:a xlink:href="https://exemple.fr/?a=1">x</text:a>'),
    "a.docx": office("docx", {"r.rels": RELATION.format(kind="hyperlink", target="mailto:a@b.fr")}),
    "a.xlsx": office("xlsx", {"xl/printerSettings/printerSettings1.bin": b"\0\1"}),
    "a.pptx": office("pptx", {"ppt/media/image1.png": PNG}),
    "a.png": PNG,
    "a.jpg": JPEG,
    "a.csv": "nom;téléphone;écart\nÀ;+33 1 23 45 67 89;-3,5 %\nB;;-\n".encode(),
}
CHARGES = {
    "pdf-is-html.pdf": (b"<html><script>alert(1)</script>", "PDF illisible"),
    "program.docx": (b"MZ\x90\0", "ce n’est pas un document DOCX lisible"),
    "docx-as-odt.odt": (office("docx"), "n’est pas celui d’un fichier ODT"),
    "xlsx-as-docx.docx": (office("xlsx"), "n’est pas celui d’un fichier DOCX"),
    "not-first.odt": (
        packed({"content.xml": "<d/>", "mimetype": "application/vnd.oasis.opendocument.text"}),
        "n’est pas celui d’un fichier ODT",
    ),
    "program-before.odt": (b"PK\x03\x04#!/bin/sh\n" + odt(), "cache des données"),
    "cut.odt": (odt()[:-60], "ce n’est pas un document ODT lisible"),
    "bomb.odt": (odt({"a.xml": b"\0" * 30_000_000}), "contenu démesuré"),
    "lying-bomb.odt": (
        marked(packed({"mimetype": b"\0" * 9_000_000}), 24, struct.pack("<I", 9)),
        "ce n’est pas un document ODT lisible",
    ),
    "many.odt": (odt({f"{n}.xml": "" for n in range(2_001)}), "archive de 2003 fichiers"),
    "up.docx": (office("docx", {"../../x.xml": "<d/>"}), "sort du document"),
    "absolute.docx": (office("docx", {"/etc/x.xml": "<d/>"}), "sort du document"),
    "windows.docx": (office("docx", {"C:\\x.xml": "<d/>"}), "sort du document"),
    "symlink.odt": (linked(), "« image.png » est un lien"),
    "twice.odt": (twice(), "deux fichiers portent le même nom"),
    "locked.odt": (marked(odt(), 8, b"\1"), "mot de passe"),
    "script.docx": (office("docx", {"x.js": "alert(1)"}), "« x.js », qui n’en fait pas partie"),
    "exe.xlsx": (office("xlsx", {"a/x.exe": b"MZ"}), "« a/x.exe », qui n’en fait pas partie"),
    "disguised.pptx": (office("pptx", {"a.png": b"MZ\x90"}), "contient un programme"),
    "shell.odt": (odt({"Pictures/a.png": "#!/bin/sh"}), "contient un script"),
    "nested.docx": (office("docx", {"a.bin": odt()}), "contient une archive"),
    "ole.docx": (office("docx", {"a.bin": b"\xd0\xcf\x11\xe0"}), "contient un objet incorporé"),
    "vba.docx": (office("docx", {"word/vbaProject.bin": b"x"}), "contient des macros"),
    "docm.docx": (
        packed({"[Content_Types].xml": f'<Types ContentType="{MACROS}"/>'}),
        "peut contenir des macros",
    ),
    "xlm.xlsx": (office("xlsx", {"xl/macrosheets/a.xml": "<d/>"}), "contient des macros"),
    "basic.odt": (odt({"Basic/Standard/Module1.xml": "<d/>"}), "contient des macros"),
    "event.odt": (odt(body='<script:event-listener xlink:href="x"/>'), "appelle un programme"),
    "dde.docx": (office("docx", body=DDE), "appelle un programme"),
    "dde.xlsx": (office("xlsx", {"xl/externalLinks/a.xml": "<d/>"}), "objet lié ou incorporé"),
    "activex.docx": (office("docx", {"word/activeX/a.xml": "<d/>"}), "objet lié ou incorporé"),
    "template.docx": (
        office("docx", {"r.rels": RELATION.format(kind="attachedTemplate", target="https://x.fr")}),
        "dépend de « https://x.fr »",
    ),
    "escaped.docx": (
        office(
            "docx",
            {
                "r.rels": RELATION.replace("External", "Ext&#101;rnal").format(
                    kind="x", target="//x"
                )
            },
        ),
        "dépend de « //x »",
    ),
    "macro-link.docx": (
        office("docx", {"r.rels": RELATION.format(kind="hyperlink", target="javascript:x")}),
        "dépend de « javascript:x »",
    ),
    "tracker.odt": (
        odt(body='<draw:image xlink:href="https://x.fr/p.png"/>'),
        "dépend de « https://x.fr/p.png »",
    ),
    "entities.odt": (odt({"styles.xml": BOMB}), "n’est pas du XML ordinaire"),
    "utf-16.docx": (
        office("docx", {"a.rels": "<d/>".encode("utf-16")}),
        "n’est pas du XML ordinaire",
    ),
    "latin.csv": ("é".encode("latin-1"), "pas un CSV en UTF-8"),
    "binary.csv": (b"a;b\0", "pas un CSV"),
    "formula.csv": (b"a;b\n1;\"=cmd|'/c calc'!A1\"\n", "« =cmd|'/c calc'!A1 »"),
    "html.png": (b"<script>alert(1)</script>", "pas une image PNG"),
    "tail.png": (PNG + b"<script>", "pas une image PNG"),
    "huge.png": (PNG[:16] + struct.pack(">II", 60_000, 60_000) + PNG[24:], "10 000 pixels"),
    "png.jpg": (PNG, "pas une image JPEG"),
}


@pytest.mark.parametrize("name", SAFE)
def test_a_safe_file_passes(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(SAFE[name])
    assert list(faults(tmp_path / name)) == []


@pytest.mark.parametrize("name", CHARGES)
def test_a_charge_is_named(tmp_path: Path, name: str) -> None:
    data, says = CHARGES[name]
    (tmp_path / name).write_bytes(data)
    found = list(faults(tmp_path / name))
    assert [fault.what for fault in found if says in fault.what], found
    assert all(fault.mend for fault in found)


def test_a_formula_is_shown_at_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(CHARGES["formula.csv"][0])
    (fault,) = faults(tmp_path / "a.csv")
    assert (fault.line, fault.column) == (2, 4)


Edit = Callable[[pikepdf.Pdf], None]


def pdf(path: Path, edit: Edit | None = None, **options: Any) -> Path:
    """A PDF with a title, a language and tags, then `edit`."""
    with pikepdf.new() as document:
        document.add_blank_page()
        document.docinfo["/Title"] = "Bilan"
        root = document.Root
        root.Lang = "fr-FR"
        root.MarkInfo = pikepdf.Dictionary(Marked=True)
        root.StructTreeRoot = pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot)
        if edit:
            edit(document)
        document.save(path, **options)
    return path


def act(name: str, value: pikepdf.Dictionary) -> Edit:
    def edit(document: pikepdf.Pdf) -> None:
        document.Root[name] = value

    return edit


def drop(name: str) -> Edit:
    def edit(document: pikepdf.Pdf) -> None:
        del document.Root[name]

    return edit


def untitle(document: pikepdf.Pdf) -> None:
    del document.docinfo["/Title"]


def attach(document: pikepdf.Pdf) -> None:
    document.attachments["x.exe"] = b"MZ"


def link(action: pikepdf.Dictionary) -> Edit:
    def edit(document: pikepdf.Pdf) -> None:
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, A=action)
        document.pages[0].Annots = pikepdf.Array([document.make_indirect(note)])

    return edit


SCRIPT = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
LAUNCH = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="calc.exe")
GOTO = pikepdf.Dictionary(S=pikepdf.Name.GoTo, D="debut")
PDFS: dict[str, tuple[Edit | None, list[str]]] = {
    "safe": (None, []),
    "opens-on-a-page": (act("/OpenAction", GOTO), []),
    "web-link": (link(pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://exemple.fr")), []),
    "opens-a-script": (act("/OpenAction", SCRIPT), ["action", "script"]),
    "script-on-click": (link(SCRIPT), ["script"]),
    "named-script": (
        act("/Names", pikepdf.Dictionary(JavaScript=pikepdf.Dictionary())),
        ["script"],
    ),
    "leaving": (act("/AA", pikepdf.Dictionary(WC=GOTO)), ["action"]),
    "launch": (link(LAUNCH), ["programme"]),
    "attachment": (attach, ["piece"]),
    "xfa": (act("/AcroForm", pikepdf.Dictionary(XFA="x")), ["formulaire"]),
    "no-title": (untitle, ["titre"]),
    "no-language": (drop("/Lang"), ["langue"]),
    "no-tags": (drop("/StructTreeRoot"), ["balises"]),
}


@pytest.mark.parametrize("name", PDFS)
@pytest.mark.parametrize("packing", ["plain", "streams"])
def test_pdf(tmp_path: Path, name: str, packing: str) -> None:
    edit, wanted = PDFS[name]
    streams = pikepdf.ObjectStreamMode.generate
    options = {"object_stream_mode": streams} if packing == "streams" else {}
    assert pdf_reader.read(pdf(tmp_path / "a.pdf", edit, **options))["faults"] == wanted


def test_pdf_hidden_or_locked(tmp_path: Path) -> None:
    file = pdf(tmp_path / "a.pdf", act("/OpenAction", SCRIPT))
    raw = file.read_bytes().replace(b"/JavaScript", b"/Jav#61Script")
    file.write_bytes(raw)
    assert "script" in pdf_reader.read(file)["faults"]
    file.write_bytes(pdf(file).read_bytes().replace(b"/Lang ", b"/Lang (en) /Lang "))
    assert pdf_reader.read(file)["faults"] == ["abime"]
    for password in ("", "x"):
        locked = pdf(tmp_path / "b.pdf", encryption=pikepdf.Encryption(owner="o", user=password))
        assert pdf_reader.read(locked)["faults"] == ["protege"]


def test_pdf_that_hangs_or_swallows_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An object stream that unfolds to gigabytes, then a reader that never answers."""
    (tmp_path / "a.pdf").write_bytes(_bomb())
    start = time.monotonic()
    assert pdfs.report(tmp_path / "a.pdf").faults == ("illisible",)
    monkeypatch.setattr(pdfs, "_READER", "http.server")
    monkeypatch.setattr(pdfs, "TIMEOUT", 0.5)
    assert pdfs.report(pdf(tmp_path / "b.pdf")).faults == ("illisible",)
    assert time.monotonic() - start < 20


def _bomb() -> bytes:
    """Catalog and pages in an object stream, compressed twice, that goes on for 3 GB."""
    first = b"1 0 2 33 <</Type/Catalog/Pages 2 0 R   >><</Type/Pages/Kids[]/Count 0>>"
    packer = zlib.compressobj(9)
    start = packer.compress(first) + packer.flush(zlib.Z_FULL_FLUSH)
    more = packer.compress(b" " * 10_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    body = zlib.compress(start + more * 300, 9)
    filters = b"/Filter[/FlateDecode/FlateDecode]"
    bundle = b"3 0 obj <</Type/ObjStm/N 2/First 9%s/Length %d>> stream\n" % (filters, len(body))
    before = b"%PDF-1.7\n" + bundle + body + b"\nendstream endobj\n"
    places = struct.pack(">BIBBIBBIBBIB", 2, 3, 0, 2, 3, 1, 1, 9, 0, 1, len(before), 0)
    table = b"4 0 obj <</Type/XRef/Size 5/Index[1 4]/W[1 4 1]/Root 1 0 R/Length %d>> stream\n"
    end = b"\nendstream endobj\nstartxref\n%d\n%%%%EOF\n" % len(before)
    return before + table % len(places) + places + end


def test_the_check_says_it_and_the_page_says_the_rest(
    depot: Path, check: Check, tmp_path: Path
) -> None:
    dropped(("photo.png", "photo.pdf"), ("langue: fr", "langue: en"))(depot)
    (depot / "docs/livrables/fichiers/photo.png").unlink()
    pdf(depot / "docs/livrables/fichiers/photo.pdf", drop("/StructTreeRoot"))
    code, output = check(depot)
    assert code == 0
    assert "fichiers/photo.pdf:1:1 : attention : PDF sans balises" in output
    assert "non balisé" in _link(depot)
    pdf(depot / "docs/livrables/fichiers/photo.pdf")
    assert check(depot) == (0, "Contenu vérifié : aucune erreur.\n")
    words = _link(depot).replace("\u00a0", " ")
    assert words.startswith("PDF, 1 Ko, en anglais, daté du 12 octobre 2026, licence CC BY 4.0")
    assert words.endswith("balisé pour l’accessibilité, non certifié")
    write("docs/livrables/fichiers/photo.pdf", "MZ")(depot)
    assert "fichiers/photo.pdf:1:1 : PDF illisible" in check(depot)[1]
    swap(DELIVERABLE, "photo.pdf", "<b>.pdf")(depot)
    assert f"{DELIVERABLE}:7:" in check(depot)[1]


def _link(root: Path) -> str:
    base, _ = load(root)
    shown = next(one for one in takeaways(base) if one["type"] == "document")
    assert shown["etat"] == "publié"
    (file,) = shown["fichiers"]
    assert file["url"] == "@/livrables/fichiers/photo.pdf"
    return str(file["texte"])
