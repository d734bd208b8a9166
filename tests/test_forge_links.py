"""Links to the forge: what they open, on GitHub and on GitLab, and none without a repository."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from scripts.contribute import templates
from scripts.contribute.offered import BY_NAME, OFFERS, Offer
from scripts.load import Base, load
from scripts.render import forge
from scripts.render.prose import improve

from .conftest import ROOT

GITHUB = "https://github.com/equipe/un-depot-au-nom-plutot-long-pour-voir/"
GITLAB = "https://gitlab.exemple.fr/equipe/site"


@pytest.fixture(scope="module")
def base() -> Base:
    return load(ROOT)[0]


def _on(base: Base, url: str | None) -> Base:
    assert base.reglages is not None
    settings = base.reglages.model_copy(update={"repo_url": url})
    return Base(base.root, base.items, taxonomie=base.taxonomie, reglages=settings)


def _asked(url: str) -> dict[str, str]:
    return {key: value[0] for key, value in parse_qs(urlsplit(url).query).items()}


def test_without_a_repository_there_is_no_link(base: Base) -> None:
    alone = _on(base, None)
    assert alone.reglages is not None
    assert forge.edit_url(alone.reglages, "docs/faq.md") == ""
    assert forge.report_url(alone.reglages, "docs/faq.md") == ""
    assert forge.ask_url(alone.reglages) == ""
    assert forge.proposal(alone, "docs/faq.md") is None
    assert improve(alone, base.questions[0]) == ""


@pytest.mark.parametrize("offer", OFFERS, ids=lambda one: one.name)
def test_github_opens_a_filled_editor(base: Base, offer: Offer) -> None:
    here = _on(base, GITHUB)
    assert here.reglages is not None
    url = forge.editor_url(here, here.reglages, offer)
    assert len(url) <= forge.LONGEST
    assert url.startswith(f"{GITHUB}new/main/{offer.folder.rstrip('/')}?filename=a-remplir.")
    assert _asked(url)["value"] in (templates.text(here, offer), templates.short(offer))


def test_gitlab_opens_an_editor_and_shows_the_template(base: Base) -> None:
    found = forge.proposal(_on(base, GITLAB), "docs/pratiques/index.md")
    assert found == {
        "nom": "une pratique",
        "formulaire": f"{GITLAB}/-/issues/new?issuable_template=pratique",
        "editeur": f"{GITLAB}/-/new/main/docs/pratiques?file_name=a-remplir.md",
        "modele": f"{GITLAB}/-/blob/main/data/modeles/pratique.md?plain=1",
    }
    assert (ROOT / ".gitlab/issue_templates/pratique.md").is_file()


def test_an_error_is_reported_with_its_page(base: Base) -> None:
    here, there = _on(base, GITHUB).reglages, _on(base, GITLAB).reglages
    assert here is not None
    assert there is not None
    asked = _asked(forge.report_url(here, "docs/guide-3ds/argent.md"))
    assert asked["template"] == "erreur.yml"
    assert asked["page"] == "/guide-3ds/argent/"
    url = forge.report_url(there, "docs/faq.md")
    assert url.startswith(f"{GITLAB}/-/issues/new?issuable_template=erreur&")
    assert _asked(url)["issue[title]"] == "Erreur : /faq/"
    published = here.model_copy(update={"site_url": "https://exemple.fr/"})
    assert _asked(forge.report_url(published, "docs/faq.md"))["page"] == "https://exemple.fr/faq/"


def test_each_entry_of_a_list_leads_to_its_file(base: Base) -> None:
    item = base.questions[0]
    assert improve(_on(base, GITHUB), item) == f" [Améliorer]({GITHUB}edit/main/{item.path})"


def test_each_place_is_a_page_and_each_form_a_file(base: Base) -> None:
    for path, name in forge.PLACES.items():
        assert (ROOT / path).is_file()
        assert name in BY_NAME
    for offer in OFFERS:
        if offer.form:
            assert Path(ROOT, ".github/ISSUE_TEMPLATE", f"{offer.name}.yml").is_file()
