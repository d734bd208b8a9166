"""Glossary terms → what the linker needs."""

import html
import re
from collections.abc import Iterator

from ..load import Base
from .glossary import Link
from .markdown import convert
from .typography import typeset


def glossary_links(base: Base) -> Iterator[Link]:
    """One `Link` a term; its definition as plain, typeset text."""
    for item in base.termes:
        terme = item.fiche
        plain = html.unescape(re.sub(r"<[^>]+>", "", convert(terme.definition)))
        forms = tuple(typeset(form) for form in (terme.terme, *terme.formes))
        yield Link(item.id, forms, " ".join(plain.split()))
