"""Addresses on the forge where the repository is: edit, report, ask, propose.

All are empty while `repo_url` is: the page then offers nothing. A forge whose address
does not say « gitlab » is taken for GitHub, whose addresses Gitea shares for the most part.
"""

from urllib.parse import quote, urlencode

from ..contribute import forms, templates
from ..contribute.offered import BY_NAME, UNNAMED, Offer
from ..load import Base
from ..model import Reglages
from .parts import Strings, text
from .urls import page_url

LONGEST = 8_000
"""Signs of an address that every browser and GitHub accept."""
PLACES = {
    "docs/pratiques/index.md": "pratique",
    "docs/ressources.md": "ressource",
    "docs/faq.md": "question",
    "docs/glossaire.md": "terme",
    "docs/metiers.md": "metier",
    "docs/pays.md": "pays",
    "docs/chiffres.md": "chiffre",
}
"""The page where readers see what they may add, and the template it follows."""
EXPERIENCES = "docs/experiences/"


def edit_url(reglages: Reglages | None, path: str) -> str:
    """Where the forge edits the file `path`."""
    if reglages is None or not reglages.repo_url:
        return ""
    return _at(reglages, f"edit/main/{path}")


def ask_url(reglages: Reglages) -> str:
    """Where to say what the search did not find, up to its words."""
    if not reglages.repo_url:
        return ""
    key = "issue%5Btitle%5D" if _is_gitlab(reglages) else "title"
    return _at(reglages, f"issues/new?{key}={quote('Recherche sans réponse : ')}")


def report_url(reglages: Reglages, path: str) -> str:
    """Where to report an error of the page that the file `path` makes."""
    if not reglages.repo_url:
        return ""
    page = (reglages.site_url or "/") + page_url(path)
    if _is_gitlab(reglages):
        asked = {"issuable_template": forms.ERREUR, "issue[title]": f"Erreur : {page}"}
    else:
        asked = {"template": f"{forms.ERREUR}.yml", "title": f"Erreur : {page}", "page": page}
    return _at(reglages, f"issues/new?{urlencode(asked)}")


def proposal(base: Base, path: str) -> Strings | None:
    """What a list page offers to add: its noun, a form, the editor, the template to copy."""
    name = "experience" if path.startswith(EXPERIENCES) else PLACES.get(path)
    if name is None or base.reglages is None or not base.reglages.repo_url:
        return None
    offer = BY_NAME[name]
    return {
        "nom": text(offer.noun),
        "formulaire": text(form_url(base.reglages, offer)) if offer.form else "",
        "editeur": text(editor_url(base, base.reglages, offer)),
        "modele": text(_template_url(base.reglages, offer)) if _is_gitlab(base.reglages) else "",
    }


def form_url(reglages: Reglages, offer: Offer) -> str:
    """The form of an offer."""
    if _is_gitlab(reglages):
        return _at(reglages, f"issues/new?issuable_template={offer.name}")
    return _at(reglages, f"issues/new?template={offer.name}.yml")


def editor_url(base: Base, reglages: Reglages, offer: Offer) -> str:
    """The editor of the forge on a new file, filled with the template where GitHub allows it."""
    way = f"new/main/{offer.folder.rstrip('/')}"
    name = f"{UNNAMED}{offer.suffix}"
    if _is_gitlab(reglages):
        return _at(reglages, f"{way}?{urlencode({'file_name': name})}")
    texts = (templates.text(base, offer), templates.short(offer))
    asked = (urlencode({"filename": name, "value": one}, quote_via=quote) for one in texts)
    found = (_at(reglages, f"{way}?{one}") for one in asked)
    return next(filter(lambda url: len(url) <= LONGEST, found), _at(reglages, way))


def _template_url(reglages: Reglages, offer: Offer) -> str:
    return _at(reglages, f"blob/main/{templates.path(offer)}?plain=1")


def _at(reglages: Reglages, way: str) -> str:
    bar = "/-/" if _is_gitlab(reglages) else "/"
    return f"{(reglages.repo_url or '').rstrip('/')}{bar}{way}"


def _is_gitlab(reglages: Reglages) -> bool:
    return "gitlab" in (reglages.repo_url or "")
