"""What readers will see change: two small built sites, compared, summed up, shown."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts.__main__ import main
from scripts.review import preview, summary
from scripts.review.compare import Comparison, compare
from scripts.review.pages import Block, Page, read
from scripts.review.words import ADDED, REMOVED, changes

PAGE = (
    '<!doctype html><html lang="fr"><head><title>{title}</title></head>'
    "<body><nav>Menu</nav><main><h1>{title}</h1>{body}</main><footer>Pied</footer></body></html>"
)
HOSTILE = "&lt;script&gt;alert(1)&lt;/script&gt; @tous | `x` [a](https://a.fr) ![i](//b.fr/i.png)"


def site(folder: Path, **pages: str) -> Path:
    """A built site: the home page, and `pages` by name, `body` as it stands in the page."""
    for name, body in {"index": "", **pages}.items():
        file = folder / ("index.html" if name == "index" else f"{name}/index.html")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE.format(title=name, body=body), "utf-8")
    return folder


def compared(tmp_path: Path, before: dict[str, str], after: dict[str, str]) -> Comparison:
    return compare(site(tmp_path / "avant", **before), site(tmp_path / "apres", **after))


def words(found: Comparison, kind: str) -> list[str]:
    return [
        text
        for page in found.pages
        for change in page.changes
        for one, text in change.pieces
        if one == kind
    ]


def test_same_sites_have_nothing_to_say(tmp_path: Path) -> None:
    found = compared(tmp_path, {"a": "<p>Un.</p>"}, {"a": "<p>Un.</p>"})
    assert (found.pages, found.files, found.lost, found.silent) == ([], [], [], [])
    assert "Aucune page ne change" in summary.summary(found)
    assert "Aucune page ne change" in preview.preview(found)


def test_a_name_that_no_text_holds_does_not_blank_the_review(tmp_path: Path) -> None:
    before, after = site(tmp_path / "avant", a="<p>Un.</p>"), site(tmp_path / "apres")
    (after / os.fsdecode(b"a\xff.txt")).write_text("x", "utf-8")
    found = compare(before, after)
    (summary.summary(found) + preview.preview(found)).encode()
    assert [one.url for one in found.files] == ["/a\\udcff.txt"]


def test_words_are_told_under_their_heading(tmp_path: Path) -> None:
    body = '<h2 id="duree">Durée</h2><p>La mission dure <b>dix-huit</b> mois au plus.</p>'
    found = compared(tmp_path, {"a": body}, {"a": body.replace("dix-huit", "douze")})
    (page,) = found.pages
    assert (page.url, page.state, page.added, page.removed) == ("/a/", "changée", 1, 1)
    assert page.changes[0].under == "Durée"
    assert words(found, ADDED) == ["douze"]
    assert words(found, REMOVED) == ["dix-huit"]
    assert "<del>dix&#45;huit</del> <ins>douze</ins>" in summary.summary(found)
    assert "<del>dix-huit</del> <ins>douze</ins>" in preview.preview(found)


def test_menus_and_code_are_not_words(tmp_path: Path) -> None:
    before, after = site(tmp_path / "a", p="<p>Un.</p>"), site(tmp_path / "b", p="<p>Un.</p>")
    file = after / "p/index.html"
    file.write_text(file.read_text("utf-8").replace("Menu", "Carte"), "utf-8")
    found = compare(before, after)
    assert found.pages == []
    assert found.silent == ["/p/"]


def test_pages_come_go_and_move(tmp_path: Path) -> None:
    found = compared(tmp_path, {"a": "<p>Un.</p>", "b": "<p>Deux.</p>"}, {"c": "<p>Trois.</p>"})
    assert {one.url: one.state for one in found.pages} == {
        "/a/": "retirée",
        "/b/": "retirée",
        "/c/": "ajoutée",
    }
    assert found.lost == ["/a/", "/b/"]
    assert "⚠ 2 adresses perdues" in summary.summary(found)
    forward = tmp_path / "apres/a/index.html"
    forward.parent.mkdir()
    forward.write_text('<meta http-equiv="refresh" content="0; url=../c/">', "utf-8")
    moved = compare(tmp_path / "avant", tmp_path / "apres")
    assert moved.of("redirigée")[0].url == "/a/"
    assert moved.lost == ["/b/"]


def test_lost_anchors_and_files_are_lost_addresses(tmp_path: Path) -> None:
    before = site(tmp_path / "avant", a='<h2 id="x">X</h2><h2 id="y">Y</h2>')
    after = site(tmp_path / "apres", a='<h2 id="z"><span id="y"></span>Y</h2>')
    for name in ("bilan.pdf", "assets/a.js"):
        (before / name).parent.mkdir(exist_ok=True)
        (before / name).write_bytes(b"x" * 2000)
    found = compare(before, after)
    assert found.lost == ["/a/#x", "/bilan.pdf"]
    assert [(one.url, one.state) for one in found.files] == [
        ("/assets/a.js", "retiré"),
        ("/bilan.pdf", "retiré"),
    ]
    assert found.weight.before - found.weight.after > 3900


def test_a_link_that_changes_alone_is_said(tmp_path: Path) -> None:
    body = '<p><a href="{}">Le guide</a></p>'
    found = compared(
        tmp_path, {"a": body.format("https://a.fr")}, {"a": body.format("https://b.fr")}
    )
    assert found.pages[0].links_added == ("https://b.fr",)
    assert "1 lien ajouté : https&#58;&#47;&#47;b&#46;fr" in summary.summary(found)
    assert "<li>https://b.fr</li>" in preview.preview(found)


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    before = site(tmp_path / "avant", a="<p>Un.</p>")
    after = site(tmp_path / "apres", a=f"<h2>{HOSTILE}</h2><p>{HOSTILE}</p><p>Un.</p>")
    page = after / "a/index.html"
    page.write_text(page.read_text("utf-8").replace("<title>a", f"<title>{HOSTILE}"), "utf-8")
    (after / "<img src=x onerror=alert(1)>.txt").write_text("x", "utf-8")
    (after / "lien.txt").symlink_to("/etc/hostname")
    found = compare(before, after)
    assert "lien.txt" not in str(found)
    text = summary.summary(found)
    shown = preview.preview(found)
    assert "<script" not in shown
    assert "<img" not in shown
    assert set(re.findall(r"<\w+", text)) <= {"<ins", "<del"}
    assert not re.search(r"[`@\[]|https?:", text.split("### Mots")[1])
    assert "alert&#40;1&#41;" in text


def test_an_inserted_paragraph_is_one_addition() -> None:
    old = [Block("Un premier texte assez long."), Block("Un dernier texte assez long.")]
    new = [old[0], Block("Une nouveauté."), old[1]]
    (change,) = changes(old, new)
    assert change.pieces == ((ADDED, "Une nouveauté."),)


def test_cells_inline_words_and_pictures_are_read_as_one_line() -> None:
    page = read(
        "<main><p>Un <em>mot</em>\n  deux<br>trois</p><table><tr><th>A</th><td>B</td></tr></table>"
        "<p><img src=x alt=carte></p><script>non()</script><style>p{}</style><svg><title>n</title>"
        "</svg></main>"
    )
    assert [one.text for one in page.blocks] == ["Un mot deux trois", "A | B", "[image : carte]"]
    assert page.titre == ""


@pytest.mark.parametrize("body", ["<p>" * 5000, "<main>" * 3000, "<!--", "<p a='", "\0<x" * 999])
def test_ill_formed_pages_are_read_all_the_same(body: str) -> None:
    assert read(f"<main>{body}").blocks == read(f"<main>{body}").blocks


def test_texts_that_cannot_be_compared_are_shown_whole() -> None:
    (change,) = changes([Block("mot" + " mot" * 3000)], [Block("terme" + " terme" * 3000)])
    assert [kind for kind, _ in change.pieces] == [REMOVED, ADDED]


@pytest.mark.complet
def test_a_summary_stays_short_whatever_changes(tmp_path: Path) -> None:
    text = "<p>{} " + "Un texte assez long pour remplir la page. " * 40 + "</p>"
    before = {f"p{rank}": text.format("un") * 3 for rank in range(400)}
    after = {f"p{rank}": text.format("deux") * 3 for rank in range(400)}
    found = compared(tmp_path, before, after)
    assert len(found.pages) == 400
    done = summary.summary(found)
    assert len(done.encode()) < summary.LIMIT + 2000
    assert "… et 100 de plus." in done


def test_a_preview_stays_within_its_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview, "LIMIT", 1000)
    found = compared(tmp_path, {}, {f"p{rank}": "<p>mot</p>" * 50 for rank in range(9)})
    done = preview.preview(found)
    assert "pages de plus, dont le texte n’est pas montré ici" in done
    assert done.endswith("</html>\n")


@pytest.mark.complet
def test_three_thousand_pages_are_each_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Work grows with what changes: pages that are the same are not even parsed."""
    from scripts.review import compare as module

    calls: list[str] = []

    def counted(html: str) -> Page:
        calls.append(html)
        return read(html)

    monkeypatch.setattr(module, "read", counted)
    pages = {f"p{rank}": f"<p>Page {rank}.</p>" for rank in range(3000)}
    found = compared(tmp_path, pages, {**pages, "p7": "<p>Autre.</p>"})
    assert [one.url for one in found.pages] == ["/p7/"]
    assert len(calls) == 2


def test_the_command_writes_what_the_workflow_takes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = site(tmp_path / "a", p="<p>Un.</p>"), site(tmp_path / "b", p="<p>Deux.</p>")
    out = tmp_path / "sortie"
    assert main(["comparer", str(before), str(after), "--sortie", str(out)]) == 0
    assert "resume.md" in capsys.readouterr().out
    assert sorted(path.name for path in out.rglob("*") if path.is_file()) == [
        "apercu.css",
        "index.html",
        "resume.md",
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["{0}"], 2, "Donnez deux dossiers construits"),
        (["{0}", "{0}", "--base", "main"], 2, "Donnez deux dossiers construits"),
        (["{0}", "{0}/rien"], 1, "rien n’est pas un site construit : index.html y manque."),
        (["--base", "nulle"], 1, "git ne connaît pas la version « nulle »"),
        (["--base", "--output=x"], 2, ""),
    ],
)
def test_a_wrong_command_is_said_in_french(
    arguments: list[str],
    code: int,
    says: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = str(site(tmp_path / "a"))
    try:
        done = main(["comparer", *(one.format(folder) for one in arguments)])
    except SystemExit as stopped:
        done = int(str(stopped.code))
    assert done == code
    assert says in capsys.readouterr().err


def test_the_preview_opens_from_a_disk_with_its_style(browser: Browser, tmp_path: Path) -> None:
    found = compared(tmp_path, {"a": "<p>Un deux trois.</p>"}, {"a": "<p>Un deux quatre.</p>"})
    preview.write(found, tmp_path / "apercu")
    with browser.new_context() as context:
        tab = context.new_page()
        errors: list[str] = []
        tab.on("console", lambda said: errors.append(said.text))
        tab.goto((tmp_path / "apercu/index.html").as_uri())
        colour = "getComputedStyle(document.querySelector('article ins')).backgroundColor"
        assert tab.evaluate(colour) == "rgb(215, 240, 217)"
        assert errors == []
