"""Pages that changed address: one that forwards at the old place, rules for the hosts.

A host that reads `_redirects` (Netlify, Cloudflare) or that includes the nginx file
answers 301 and no one sees the page. Anchors are kept by `render.moved`.
"""

import html
import posixpath
from pathlib import Path
from urllib.parse import urlsplit

from ..load import Base
from ..model import Redirection
from ..render.csp import META_POLICY
from ..render.parts import text

_SCRIPT = "assets/renvoi.js"
NONE = "# Aucune adresse n’a changé.\n"
_PAGE = """\
<!doctype html>
<html lang="fr">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="{policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Adresse changée : {old} | {site}</title>
  <meta name="robots" content="noindex">
  <meta http-equiv="refresh" content="0; url={new}">
  <link rel="canonical" href="{canonical}">
  <link rel="icon" href="{up}assets/signes.svg" type="image/svg+xml">
  <link rel="stylesheet" href="{up}assets/site.css">
  <script type="module" src="{up}{script}"></script>
</head>
<body>
  <main class="cadre feuille">
    <h1>Cette page a changé d’adresse</h1>
    <p>{reason}</p>
    <p><a href="{new}">Aller à la nouvelle page</a></p>
  </main>
</body>
</html>
"""


def write(site: Path, base: Base) -> None:
    """Add to `site` the pages and the rules. Raises OSError when it cannot write."""
    every = base.redirections.redirections or [] if base.redirections else []
    whole = [one for one in every if "#" not in one.ancienne]
    for one in whole:
        if one.ancienne.endswith("/"):
            file = site / one.ancienne[1:] / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("x", encoding="utf-8") as page:
                page.write(_page(base, one))
    if not whole:
        (site / _SCRIPT).unlink(missing_ok=True)
    root = urlsplit((base.reglages and base.reglages.site_url) or "/").path.rstrip("/")
    pairs = [(root + one.ancienne, root + one.nouvelle) for one in whole]
    hosts = "".join(f"{old} {new} 301\n" for old, new in pairs)
    nginx = "".join(f"location = {old} {{ return 301 {new}; }}\n" for old, new in pairs)
    (site / "_redirects").write_text(hosts or NONE, "utf-8")
    (site / "redirections-nginx.conf").write_text(nginx or NONE, "utf-8")


def _page(base: Base, one: Redirection) -> str:
    """Ends in `index.html`, so that it also leads somewhere when it is opened from a disk."""
    assert base.reglages is not None
    up = "../" * (one.ancienne.count("/") - 1)
    path, mark, anchor = one.nouvelle[1:].partition("#")
    clean = posixpath.join(up, path) + mark + anchor
    file = posixpath.join(up, path, "index.html") if path.endswith("/") or not path else up + path
    site_url = base.reglages.site_url
    values = {
        "policy": META_POLICY,
        "old": one.ancienne,
        "new": file + mark + anchor,
        "canonical": f"{site_url}{path}" if site_url else clean,
        "up": up,
        "script": _SCRIPT,
    }
    shown = {name: html.escape(value, quote=True) for name, value in values.items()}
    return _PAGE.format(**shown, site=text(base.reglages.nom), reason=text(one.raison))
