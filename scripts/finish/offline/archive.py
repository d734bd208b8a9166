"""Packs a site for a disk: one folder in one ZIP, the same bytes for the same site."""

import tempfile
import time
import zipfile
from datetime import date
from html import escape
from pathlib import Path

from ...model import Reglages
from ...render.dates import french_date
from ...render.typography import typeset
from ...report import Problem
from .. import html
from . import pages, scripts

NAME = "livrables/hors-ligne.zip"
"""Where the site publishes its archive."""
FOLDER = "competences-en-partage"
SERVED = {
    "_headers",
    ".htaccess",
    "entetes-nginx.conf",
    "robots.txt",
    "sitemap.xml",
    "404.html",
    NAME,
}
SERVED |= {"sitemap.xml.gz", "search/index.json", "_redirects", "redirections-nginx.conf"}
"""What only a server or a search engine reads."""
_OLDEST = 315_532_800
"""1980, in seconds: a ZIP knows nothing older."""
READ_FIRST = """\
{nom}, copie à lire sans réseau
Faite le {jour}.{source}

1. Si vous voyez une archive (hors-ligne.zip), décompressez-la d’abord : clic droit,
   puis « Extraire tout » (Windows) ou double clic (macOS). Gardez le dossier entier.
2. Ouvrez index.html avec votre navigateur.

Tout s’y trouve : pages, recherche, plan d’action, fichiers à emporter.
Certains navigateurs gardent le plan d’action page par page quand le site est lu
depuis un disque : choisissez alors vos pratiques sur la page « Mon plan d’action ».
Le contenu vieillit : regardez la date de vérification de chaque page.

Licence CC BY 4.0 pour le contenu, MIT pour le code.
"""


def write(site: Path, reglages: Reglages, day: date, epoch: str) -> list[Problem]:
    """Add to a built `site` its own archive, or return what is wrong with the pages in it.

    `day` is said to readers, `epoch` (seconds since 1970) dates the files. Raises
    OSError when Node or esbuild is missing, or the disk refuses.
    """
    with tempfile.TemporaryDirectory(prefix=".hors-ligne-", dir=site.parent) as made:
        copy = Path(made) / FOLDER
        _copy(site, copy, reglages, day)
        problems = html.check(copy, reglages.site_url)
        if not problems:
            _pack(copy, site / NAME, epoch)
        return problems


def _copy(site: Path, copy: Path, reglages: Reglages, day: date) -> None:
    notice = _notice(reglages, day)
    entries: set[str] = set()
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site).as_posix()
        if not file.is_file() or name in SERVED or name.endswith(".js"):
            continue
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        if file.suffix == ".html":
            page = file.read_text("utf-8")
            entries |= pages.modules(page)
            (copy / name).write_text(pages.offline(page, notice), "utf-8")
        else:
            (copy / name).write_bytes(file.read_bytes())
    for name, script in scripts.bundles(site, {f"assets/{one}" for one in entries}).items():
        (copy / name).write_text(script, "utf-8")
    (copy / scripts.INDEX).write_text(scripts.index(site), "utf-8")
    source = f"\nÀ jour en ligne : {reglages.site_url}" if reglages.site_url else ""
    told = READ_FIRST.format(nom=reglages.nom, jour=french_date(day), source=source)
    # Notepad shows one long line without CRLF, and guesses wrong without the mark.
    (copy / "LISEZ-MOI.txt").write_bytes(told.replace("\n", "\r\n").encode("utf-8-sig"))


def _notice(reglages: Reglages, day: date) -> str:
    told = typeset(f"Copie à lire sans réseau, faite le {french_date(day)}.")
    if reglages.site_url:
        link = f'<a href="{escape(reglages.site_url)}">Le site en ligne</a>'
        told += f" {link} est peut-être plus récent."
    return f'<p class="cadre">{told}</p>'


def _pack(copy: Path, target: Path, epoch: str) -> None:
    moment = time.gmtime(max(int(epoch), _OLDEST))[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(copy.rglob("*")):
            if file.is_file():
                entry = zipfile.ZipInfo(file.relative_to(copy.parent).as_posix(), moment)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, file.read_bytes())
