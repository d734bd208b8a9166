"""From source files to addresses: the one place that knows how."""

import posixpath
import re

from ..model import Arbre

ROOT = "@/"


def page_url(path: str) -> str:
    """`docs/cycles/x/index.md` → `cycles/x/`; the home page is the empty address."""
    inner = path.removeprefix("docs/").removesuffix(".md")
    if inner == "index":
        return ""
    return inner.removesuffix("/index") + "/"


def anchor_url(page: str, anchor: str) -> str:
    """Address of an item on a list page, from the root of the site."""
    return f"{ROOT}{page}/#{anchor}"


def place_anchor(arbre: Arbre, name: str) -> str:
    """The anchor of a question or a conclusion, on the page that shows the tree."""
    return f"{'question' if name in arbre.questions else 'conclusion'}-{name}"


def rebase(markdown: str, path: str, page: str) -> str:
    """Relative `.md` links of the file `path`, as the page `page` must write them."""
    start = posixpath.dirname(path) if path.startswith("docs/") else "docs"

    def moved(found: re.Match[str]) -> str:
        full = posixpath.normpath(posixpath.join(start, found[1]))
        return f"]({posixpath.relpath(full, posixpath.dirname(page))}"

    return re.sub(r"\]\((?![a-z]+:|#|/)([^)\s#]+\.md)", moved, markdown)


def resolve(href: str, path: str) -> str:
    """A relative `.md` link of the file `path` → its address from the root.

    Data files have no place on the site: their links start from `docs/`.
    """
    if ":" in href.split("/")[0] or href.startswith(("#", ROOT, "/")):
        return href
    target, hash_mark, anchor = href.partition("#")
    folder = posixpath.dirname(path) if path.startswith("docs/") else "docs"
    full = posixpath.normpath(posixpath.join(folder, target))
    if not full.startswith("docs/") or not full.endswith(".md"):
        return href
    url = page_url(full)
    return f"{ROOT}{url}{hash_mark}{anchor}"
