"""What may be wrong with a site online: nothing here is about content."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from ..finish.version import FILE
from ..network import Unreachable
from ..render.csp import HEADERS, page_policy
from ..report import ERROR, WARNING
from .expected import HTML, Expected
from .site import Site

LOST = "cette-page-n-existe-pas/"
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"')
_BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)


@dataclass(frozen=True)
class Finding:
    """What is wrong at `path`, from the root of the site, and how to mend it, in French."""

    path: str
    what: str
    mend: str
    severity: str = ERROR


def mute(path: str, error: Unreachable) -> Finding:
    """No answer at all."""
    return Finding(path, f"ne répond pas : {error}.", "Vérifiez l’adresse et le DNS.")


def served(site: Site, wanted: Expected) -> Iterator[Finding]:
    """The file answers, with its type and what it must hold."""
    try:
        answer = site.get(wanted.path)
    except Unreachable as error:
        yield mute(wanted.path, error)
        return
    if answer.status != 200:
        mend = "Vérifiez que tout le dossier site/ est en ligne, puis relancez la mise en ligne."
        yield Finding(wanted.path, f"répond {answer.status} au lieu de 200.", mend)
        return
    kind = answer.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind not in wanted.kinds:
        what = f"est servi comme « {kind or 'rien'} » au lieu de « {wanted.kinds[0]} »."
        yield Finding(wanted.path, what, "Corrigez les types de fichiers chez l’hébergeur.")
    if wanted.holds not in site.text(wanted.path):
        what = f"ne contient pas « {wanted.holds} »."
        yield Finding(wanted.path, what, "Un autre site répond, ou le fichier est abîmé.")
    elif wanted.kinds == HTML:
        yield from policy(site, wanted.path)


def policy(site: Site, path: str) -> Iterator[Finding]:
    """The page carries the policy it was built with: nothing was added to it on the way."""
    page = site.text(path)
    block = _BLOCK.search(page)
    found = _POLICY.search(page)
    given = unescape(found[1]) if found else ""
    if given != page_policy(block[1] if block else ""):
        what = "n’a pas la politique de sécurité de sa construction."
        mend = "L’hébergeur modifie les pages : désactivez ce qu’il y ajoute, puis relancez."
        yield Finding(path, what, mend)


def index(site: Site) -> Iterator[Finding]:
    """The search index is whole."""
    try:
        whole = bool(json.loads(site.text("search/index.json")))
    except (ValueError, Unreachable):
        whole = False
    if not whole:
        mend = "Relancez la mise en ligne : sans lui, la recherche ne trouve rien."
        yield Finding("search/index.json", "ne se lit pas.", mend)


def lost(site: Site) -> Iterator[Finding]:
    """An address that does not exist answers 404, with our page."""
    try:
        answer = site.get(LOST)
    except Unreachable as error:
        yield mute(LOST, error)
        return
    mend = "Dites à l’hébergeur de servir 404.html, avec le code 404, pour une page absente."
    if answer.status != 404:
        yield Finding(LOST, f"répond {answer.status} au lieu de 404.", mend)
    elif "Page introuvable" not in site.text(LOST):
        yield Finding(LOST, "ne montre pas la page 404.html du site.", mend)


def headers(site: Site) -> Iterator[Finding]:
    """Security headers: a missing one is the host’s limit, a different one is a fault."""
    try:
        given = site.get("").headers
    except Unreachable:
        return
    for name, value in HEADERS.items():
        found = given.get(name.lower())
        if found is None:
            what = f"l’en-tête {name} est absent."
            mend = "Normal sur GitHub Pages et GitLab Pages ; ailleurs, réglez l’hébergeur."
            yield Finding("", what, mend, WARNING)
        elif found != value:
            what = f"l’en-tête {name} vaut « {found} » au lieu de « {value} »."
            yield Finding("", what, "Reprenez _headers, .htaccess ou entetes-nginx.conf.")


def version(site: Site, commit: str) -> Iterator[Finding]:
    """The pages come from `commit`."""
    try:
        found = json.loads(site.text(FILE))["commit"]
    except (ValueError, TypeError, KeyError, Unreachable):
        found = "une version inconnue"
    if found != commit:
        what = f"annonce {found} au lieu de {commit}."
        yield Finding(FILE, what, "Attendez la fin de la mise en ligne, ou videz le cache.")
