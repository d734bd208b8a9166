"""Pages as a disk needs them: every address names a file, every script is a plain one."""

import re

_TAG = re.compile(r"<(?:a|form|link)\b[^>]*>")
_ADDRESS = re.compile(r'(?<=\s)(?P<name>href|action)="(?P<value>[^"]*)"')
_PARTS = re.compile(r"(?P<path>[^?#]*)(?P<rest>.*)", re.S)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.I)
_MODULE = re.compile(r'<script type="module" src="(?P<src>[^"]+)">')
_ONLINE_ONLY = re.compile(r"\s*<(?P<tag>[a-z]+) data-en-ligne>.*?</(?P=tag)>", re.S)


def modules(html: str) -> set[str]:
    """The file names of the modules that a page runs: « recherche.js »."""
    return {found["src"].rsplit("/", 1)[-1] for found in _MODULE.finditer(html)}


def offline(html: str, notice: str) -> str:
    """A page of the site as it stands on a disk; `notice` is HTML that ends its footer."""
    page = _ONLINE_ONLY.sub("", html)
    page = _TAG.sub(lambda tag: _ADDRESS.sub(_renamed, tag[0]), page)
    page = _MODULE.sub(_plain, page)
    return page.replace("</footer>", f"{notice}</footer>")


def explicit(address: str) -> str:
    """`faq/#id` → `faq/index.html#id`; what is not a folder of the site stays as it is."""
    parts = _PARTS.fullmatch(address)
    assert parts
    path = parts["path"]
    if not path or _ELSEWHERE.match(address):
        return address
    if path.rsplit("/", 1)[-1] in ("", ".", ".."):
        path = f"{path.rstrip('/')}/index.html"
    return path + parts["rest"]


def _renamed(found: re.Match[str]) -> str:
    return f'{found["name"]}="{explicit(found["value"])}"'


def _plain(found: re.Match[str]) -> str:
    """The search page loads its index first: deferred scripts run in their order."""
    script, source = '<script defer src="{}">', found["src"]
    if source.endswith("/recherche.js"):
        index = source.replace("assets/recherche.js", "search/index.js")
        return f"{script.format(index)}</script>\n  {script.format(source)}"
    return script.format(source)
