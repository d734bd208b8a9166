"""Small pieces of the page: typography, guard, glossary, dates, addresses."""

from datetime import date
from html.parser import HTMLParser

import pytest
from markdown import Markdown

from scripts.render.dates import french_date, months_before
from scripts.render.glossary import Link, Linker
from scripts.render.markdown import SiteExtension, convert, has_safe_url
from scripts.render.sorting import sort_key
from scripts.render.typography import correct, typeset
from scripts.render.urls import page_url, resolve

TYPESET = {
    "l'été d'avant": "l’été d’avant",
    "Vraiment ?": "Vraiment_?",
    "Vraiment?": "Vraiment_?",
    "un : deux ; trois !": "un~: deux_; trois_!",
    "« oui »": "«~oui~»",
    '"oui"': "«~oui~»",
    "fin...": "fin…",
    "2 000 agents, 60 %": "2_000 agents, 60~%",
    "art. 4, L. 512-8, n° 3": "art.~4, L.~512-8, n°~3",
    "à 14:30": "à 14:30",
    "`l'x ?` et https://a.fr/?q=l'x": "`l'x ?` et https://a.fr/?q=l'x",
    "[mot](a.md 'x')": "[mot](a.md 'x')",
    "*Who let you?*{lang=en}": "*Who let you?*{lang=en}",
    "salarié·e": "salarié·e",
}
PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<div onclick="alert(1)">\nbloc\n</div>',
    '<abbr title="a" onmouseover="alert(1)">A</abbr>',
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "![x](vbscript:msgbox(1))",
    "[x](//evil.example)",
    "*x*{ onclick=alert(1) }",
    "*x*{ style='position:fixed' }",
    "[x](a.md){ href=javascript:alert(1) }",
    "<javascript:alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe src='https://evil.example'></iframe>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "[x]: javascript:alert(1)\n\n[x][x]",
    "[a [b [c]]](javascript:alert(1))",
    '| <i title=" onfocus=alert(1) x">a</i> | b |\n|---|---|\n| 1 | 2 |',
    """*x*{: lang='%<abbr title=" onmouseover=alert(2) x">' }""",
    "![pixel](https://evil.example/p.png)",
]


@pytest.mark.parametrize(("typed", "published"), TYPESET.items())
def test_typeset(typed: str, published: str) -> None:
    wanted = published.replace("~", "\u00a0").replace("_", "\u202f")
    assert typeset(typed) == wanted
    assert typeset(wanted) == wanted


def test_correct_leaves_existing_spaces() -> None:
    assert correct("Bon : l'été ? « oui »") == "Bon : l’été ? « oui »"


SAFE_TAGS = {"p", "a", "em", "i", "span", "br", "abbr", "div"}
SAFE_TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}
SAFE_ATTRIBUTES = {"href", "title", "lang", "class", "role", "tabindex", "aria-label"}


def _elements(html: str) -> list[tuple[str, list[tuple[str, str | None]]]]:
    """The elements that a browser would see in `html`."""
    found: list[tuple[str, list[tuple[str, str | None]]]] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: found.append((tag, attrs))  # type: ignore[method-assign]
    parser.feed(html)
    return found


@pytest.mark.parametrize("payload", PAYLOADS)
def test_guard_disarms(payload: str) -> None:
    page = Markdown(extensions=["attr_list", "tables", "footnotes", SiteExtension()])
    for tag, attributes in _elements(page.convert(payload)):
        assert tag in SAFE_TAGS
        for name, value in attributes:
            assert name in SAFE_ATTRIBUTES
            assert "evil" not in (value or "")
            assert not (value or "").lower().startswith(("java", "data:", "vbscript", "//"))


def test_guard_keeps_what_is_allowed() -> None:
    assert convert('*Pro bono*{lang=la} <abbr title="Loi">L</abbr> [x](a.md#b)') == (
        '<p><em lang="la">Pro bono</em> <abbr title="Loi">L</abbr> <a href="a.md#b">x</a></p>'
    )


def test_two_tables_with_the_same_heads_have_two_names() -> None:
    table = "| a | b |\n|---|---|\n| 1 | 2 |"
    page = Markdown(extensions=["tables", SiteExtension()]).convert(f"{table}\n\n{table}")
    names = [dict(attributes).get("aria-label") for tag, attributes in _elements(page)]
    assert list(filter(None, names)) == ["Tableau : a, b", "Tableau (2) : a, b"]


def test_a_mail_address_stays_a_link() -> None:
    (tag, attributes), *_ = [one for one in _elements(convert("<nom@exemple.fr>")) if one[0] != "p"]
    assert (tag, attributes) == ("a", [("href", "mailto:nom@exemple.fr")])


@pytest.mark.parametrize("url", ["a.md", "#x", "https://a.fr", "mailto:a@b.fr", "a/b:c", "?q=a:b"])
def test_safe_urls(url: str) -> None:
    assert has_safe_url(url)


@pytest.mark.parametrize("url", ["javascript:x", " java\tscript:x", "data:x", "//a.fr", "file:///"])
def test_unsafe_urls(url: str) -> None:
    assert not has_safe_url(url)


def test_glossary_links_first_use_only_and_longest_form() -> None:
    linker = Linker(
        [Link("pro-bono", ("pro bono",), "Un don."), Link("lab", ("Pro Bono Lab",), 'Une "asso".')]
    )
    page = (
        "<p>pro bono</p><article><h2>Pro bono</h2><p><a href='#'>pro bono</a> Pro\u00a0Bono Lab, "
        "le Pro bono, pro bono, pro bonobo, <code>pro bono</code></p></article>"
    )
    assert linker.link(page, "../glossaire/") == (
        "<p>pro bono</p><article><h2>Pro bono</h2><p><a href='#'>pro bono</a> "
        '<a class="terme" href="../glossaire/#lab" title="Une &quot;asso&quot;.">'
        "Pro\u00a0Bono Lab</a>, "
        'le <a class="terme" href="../glossaire/#pro-bono" title="Un don.">Pro bono</a>, '
        "pro bono, pro bonobo, <code>pro bono</code></p></article>"
    )


def test_dates() -> None:
    assert french_date(date(2024, 2, 1)) == "1er\u00a0février\u00a02024"
    assert months_before(date(2026, 8, 31), 6) == date(2026, 2, 28)


def test_alphabetical_order_ignores_accents() -> None:
    assert sorted(["zèle", "Équité", "« don »", "œuvre", "EPCI"], key=sort_key) == [
        *("« don »", "EPCI", "Équité", "œuvre", "zèle"),
    ]


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("docs/index.md", ""),
        ("docs/faq.md", "faq/"),
        ("docs/cycles/index.md", "cycles/"),
        ("docs/cycles/x/atelier-1-y.md", "cycles/x/atelier-1-y/"),
    ],
)
def test_page_url(path: str, url: str) -> None:
    assert page_url(path) == url


def test_links_of_data_start_from_docs() -> None:
    assert resolve("faq.md#x", "data/faq/y.yml") == "@/faq/#x"
    assert resolve("../../faq.md", "docs/cycles/x/index.md") == "@/faq/"
    assert resolve("https://a.fr/b.md", "docs/index.md") == "https://a.fr/b.md"
    assert resolve("../../../../etc/passwd.md", "docs/index.md").startswith("..")
