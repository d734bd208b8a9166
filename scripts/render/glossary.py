"""Links each glossary term to its definition, where a page first uses it.

Works on the finished HTML of a page, inside `<article>` only, and never in a
link, a heading, code or a table head: a reader without JavaScript, mouse or
sight gets the same plain link.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>|<!--.*?-->", re.S)
_SKIP = {
    *("a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "pre", "script", "style", "svg"),
    *("button", "nav", "header", "footer", "th", "abbr", "dt", "cite", "summary", "label", "title"),
    "small",
}
_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
_ARTICLE = re.compile(r"<article\b.*?</article>", re.S)


@dataclass(frozen=True)
class Link:
    """A term to link: its id, every written form, its definition as plain text."""

    id: str
    forms: tuple[str, ...]
    definition: str


class Linker:
    """Built once for a glossary, used on every page."""

    def __init__(self, terms: Iterable[Link]) -> None:
        self.by_form = {_key(form): term for term in terms for form in term.forms}
        forms = sorted(set(self.by_form), key=len, reverse=True)
        words = "|".join(re.escape(form).replace(r"\ ", r"[\s\u00a0\u202f]+") for form in forms)
        self.pattern = re.compile(rf"(?<![\w·-])(?:{words})(?![\w·]|-\w)", re.I) if forms else None

    def link(self, page: str, glossary_url: str) -> str:
        """`page` with the first use of each term linked to `glossary_url#id`."""
        if self.pattern is None:
            return page
        done: set[str] = set()
        return _ARTICLE.sub(lambda found: self._article(found[0], glossary_url, done), page)

    def _article(self, article: str, url: str, done: set[str]) -> str:
        out: list[str] = []
        skipping: list[str] = []
        end = 0
        for tag in _TAG.finditer(article):
            out.append(self._text(article[end : tag.start()], url, done, bool(skipping)))
            out.append(tag[0])
            end = tag.end()
            name = (tag[2] or "").lower()
            if name in _SKIP and name not in _VOID:
                if not tag[1]:
                    skipping.append(name)
                elif name in skipping:
                    skipping.reverse()
                    skipping.remove(name)
                    skipping.reverse()
        out.append(self._text(article[end:], url, done, bool(skipping)))
        return "".join(out)

    def _text(self, text: str, url: str, done: set[str], skip: bool) -> str:
        if skip or not text.strip() or self.pattern is None:
            return text

        def replace(found: re.Match[str]) -> str:
            term = self.by_form[_key(found[0])]
            if term.id in done:
                return found[0]
            done.add(term.id)
            title = html.escape(term.definition, quote=True)
            return f'<a class="terme" href="{url}#{term.id}" title="{title}">{found[0]}</a>'

        return self.pattern.sub(replace, text)


def _key(form: str) -> str:
    return " ".join(form.lower().replace("'", "’").split())
