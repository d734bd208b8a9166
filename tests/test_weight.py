"""What a first visit costs and leaves behind, and what is published for nothing."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser

from .built import TRIED, Faults, file_of, pages, part_of, tags

FIRST_VISIT = 40_000
SITE_PER_PAGE = 80_000
SITE_FLOOR = 2_000_000
COMPRESSED = {".png", ".jpg", ".webp", ".avif", ".ico", ".woff2"}
USED = COMPRESSED | {".css", ".js", ".mjs", ".svg"}
STORED = "[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
SOURCES = {".html", ".css", ".js", ".mjs", ".webmanifest"}
IN_CSS = re.compile(r"""(?:url\(|@import)\s*["']?([^"')\s]+)""")
IN_JS = re.compile(r"""["'`]([\w./-]+\.\w+)(?:[?#][^"'`]*)?["'`]""")


def weight(file: Path) -> int:
    """Bytes on the wire: gzip, but for what is compressed already."""
    body = file.read_bytes()
    return len(body) if file.suffix in COMPRESSED else len(gzip.compress(body, 9, mtime=0))


def visit(browser: Browser, url: str) -> tuple[list[str], list[str]]:
    """Opens `url` in a fresh profile: the addresses asked for, the names kept by the browser."""
    asked: list[str] = []
    with browser.new_context() as context:
        tab = context.new_page()
        tab.on("request", lambda request: asked.append(request.url))
        tab.goto(url)
        tab.keyboard.press("End")  # what loads lazily is part of the visit
        tab.wait_for_timeout(80)
        kept = [cookie.get("name", "") for cookie in context.cookies()] + tab.evaluate(STORED)
    return asked, kept


@pytest.mark.parametrize("part", TRIED)
def test_a_first_visit_is_light_and_leaves_no_trace(
    browser: Browser, address: str, site: Path, part: int | None
) -> None:
    faults = Faults()
    for page in part_of(site, part):
        asked, kept = visit(browser, address + page)
        for name in kept:
            faults.add(f"/{page}", f"the browser keeps {name} (cookie or storage)")
        weights: dict[str, int] = {}
        for url in asked:
            file = file_of(site, unquote(urlsplit(url).path).removeprefix("/"))
            if url.startswith(address) and file.is_file():
                weights[file.relative_to(site).as_posix()] = weight(file)
            elif not url.startswith(("data:", "blob:")):
                faults.add(f"/{page}", f"asks another site, or what is not published: {url}")
        if (total := sum(weights.values())) > FIRST_VISIT:
            heaviest = sorted(weights.items(), key=lambda item: -item[1])
            shared = ", ".join(f"{name} {size}" for name, size in heaviest if name[-5:] != ".html")
            faults.add(
                f"/{page} {total}", f"over {FIRST_VISIT} bytes gzip; beside the page: {shared}"
            )
    faults.expect_none()


def inline(html: str) -> Iterator[tuple[int, str]]:
    """Line and name of each script, style and handler written in the page itself."""
    for tag in tags(html):
        kind = tag.attributes.get("type", "")
        if tag.name == "script" and "src" not in tag.attributes and kind != "application/ld+json":
            yield tag.line, "<script> without src"
        if tag.name == "style":
            yield tag.line, "<style>"
        for name, value in tag.attributes.items():
            if name == "style" or name.startswith("on"):
                yield tag.line, f"<{tag.name} {name}=>"
            if re.sub(r"[\x00-\x20]", "", value).lower().startswith("javascript:"):
                yield tag.line, f"<{tag.name} {name}=javascript:>"


def test_no_script_or_style_in_the_pages(site: Path) -> None:
    faults = Faults()
    for file in sorted(site.rglob("*.html")):
        for line, what in inline(file.read_text("utf-8")):
            faults.add(f"{file.relative_to(site)}:{line}", what)
    faults.expect_none()


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>\n<script>a()</script>", [(2, "<script> without src")]),
        ("<style>p {}</style>", [(1, "<style>")]),
        ("<td style='text-align: right'>", [(1, "<td style=>")]),
        ("<img src='a.png' ONCLICK='a()'>", [(1, "<img onclick=>")]),
        ("<a href=' Java\nScript:a()'>", [(1, "<a href=javascript:>")]),
        ("<script type='application/ld+json'>{}</script><script src='a.js'></script>", []),
    ],
)
def test_inline_code_is_seen(html: str, expected: list[tuple[int, str]]) -> None:
    assert list(inline(html)) == expected


def unused(site: Path) -> Iterator[str]:
    """Each published file of a kind in USED that no page, style sheet or script names."""
    named = set()
    for file in site.rglob("*"):
        if file.suffix in SOURCES:
            base = f"http://site/{file.relative_to(site).as_posix()}"
            named |= {unquote(urlsplit(urljoin(base, url)).path) for url in links(file)}
    for file in sorted(site.rglob("*")):
        # A social image is named by its full address, where the site may sit in a folder.
        path = f"/{file.relative_to(site).as_posix()}"
        if file.suffix in USED and not any(name.endswith(path) for name in named):
            yield path


def links(file: Path) -> Iterator[str]:
    """The addresses that a published text file names, as written."""
    text = file.read_text("utf-8")
    if file.suffix != ".html":
        yield from (IN_CSS if file.suffix == ".css" else IN_JS).findall(text)
        return
    for tag in tags(text):
        found = tag.attributes
        yield from (found[name] for name in ("href", "src", "poster", "data") if name in found)
        yield from (part.split()[0] for part in found.get("srcset", "").split(",") if part.strip())
        if found.get("property", found.get("name", "")).endswith("image"):
            yield found.get("content", "")


def test_all_that_is_published_is_used(site: Path) -> None:
    faults = Faults()
    for path in unused(site):
        faults.add(path, "no page, style sheet or script names this file")
    for file in sorted(site.rglob("*.map")):
        faults.add(f"/{file.relative_to(site)}", "source map published")
    faults.expect_none()


def test_the_site_is_small(site: Path) -> None:
    sizes = {file: file.stat().st_size for file in site.rglob("*") if file.is_file()}
    total, limit = sum(sizes.values()), max(SITE_FLOOR, SITE_PER_PAGE * len(pages(site)))
    if total > limit:
        faults = Faults()
        for file in sorted(sizes, key=lambda file: -sizes[file])[:5]:
            faults.add(f"/{file.relative_to(site)} {sizes[file]}", f"{total} bytes, over {limit}")
        faults.expect_none()
