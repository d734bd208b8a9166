"""What two items may not share: the address of a resource, a word of the glossary."""

import re
from collections.abc import Iterator
from typing import Any

from ..load.base import Base, Source
from ..load.yaml_strict import Path
from ..report import Problem

_COPY = re.compile(
    r"https?://[^/]*(?:doczz|fdocuments|fdokumen|vdocuments|pdfslide|scribd|pdfhall|issuu"
    r"|readkong|disserty|preprod)|https?://ftp\."
)
"""Hosts of copies: the document is cited by its title and publisher, without a link."""


def check(base: Base) -> Iterator[Problem]:
    """Items in double, and addresses of copies."""
    yield from _addresses([one for one in base.sources if one.collection == "ressources"])
    yield from _words([one for one in base.sources if one.collection == "glossaire"])


def _addresses(resources: list[Source]) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for source in resources:
        url = _data(source).get("url")
        if not isinstance(url, str):
            continue
        if url in taken:
            what = f"même adresse que {taken[url]}."
            yield _at(source, ("url",), what, "Citez cette ressource, et supprimez celle-ci.")
        if _COPY.match(url):
            what = "copie chez un hébergeur : l’adresse d’origine seule se publie."
            yield _at(source, ("url",), what, "Retirez « url » : titre et éditeur suffisent.")
        taken.setdefault(url, source.path)


def _words(terms: list[Source]) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for source in terms:
        for place, form in _forms(_data(source)):
            if form.lower() in taken:
                what = f"« {form} » est déjà dans {taken[form.lower()]}."
                yield _at(source, place, what, "Un mot n’a qu’une définition : retirez-le d’ici.")
            taken.setdefault(form.lower(), source.path)


def _forms(data: dict[str, Any]) -> Iterator[tuple[Path, str]]:
    forms = data.get("formes")
    listed = forms if isinstance(forms, list) else []
    every: list[tuple[Path, Any]] = [(("terme",), data.get("terme"))]
    every += [(("formes", rank), form) for rank, form in enumerate(listed)]
    return ((place, form) for place, form in every if isinstance(form, str))


def _data(source: Source) -> dict[str, Any]:
    data = source.document.data
    return data if isinstance(data, dict) else {}


def _at(source: Source, path: Path, what: str, mend: str) -> Problem:
    span = source.document.values[path]
    return Problem(source.path, span.line, span.column, what, (mend,))
