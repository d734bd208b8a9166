"""What would act on the page: raw HTML, attributes, macros out of place."""

import re
from collections.abc import Iterator

from ..load.base import Base
from ..render.config import CALL, fault, macro_pages
from ..render.markdown import ALLOWED_TAGS, INLINE_TAG
from ..report import Problem, quote_list
from .passages import Passage, passages

_TAG = re.compile(r"<(?P<name>/?[a-zA-Z][a-zA-Z0-9-]*|!--|!|\?)")
_SAFE_TAG = re.compile(INLINE_TAG)
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^<>\s]+>|<[^<>\s@]+@[^<>\s@]+>")
_MACRO = re.compile(r"\{\{|\{%|\{#(?![\w-]+[^{}\n]*\})")
_BRACE = re.compile(r"\{+")
_LIST = re.compile(r"\{:?[ ]*(?:(?:#[a-z0-9][\w-]*|lang=[a-z]{2})[ ]*)+\}")
"""What may stand between braces: an anchor, a language."""


def check(base: Base) -> Iterator[Problem]:
    """Bodies and fields alike. In code, HTML is text and stays; macros are not."""
    # A broken mkdocs.yml names no page: it is told by itself, and the lists keep their calls.
    macros = None if fault(base.root) else macro_pages(base.root)
    for passage in passages(base):
        yield from _html(passage)
        if passage.kind == "page":
            yield from _macros(passage, macros is None or passage.source.path in macros)
        yield from _attributes(passage)


def _html(passage: Passage) -> Iterator[Problem]:
    if passage.kind == "plain":
        return
    for found in _TAG.finditer(passage.masked):
        at = found.start()
        if _SAFE_TAG.match(passage.masked, at) or _AUTOLINK.match(passage.masked, at):
            continue
        name = found["name"].strip("/").lower()
        if name in ALLOWED_TAGS:
            what = f"attribut refusé dans la balise « {name} »."
            mend = "Attributs permis : lang, title."
        else:
            what = f"balise HTML « {'commentaire' if name.startswith('!') else name} » refusée."
            mend = f"Écrivez en Markdown. Balises permises : {quote_list(ALLOWED_TAGS)}."
        yield passage.problem(at, what, mend)


def _macros(passage: Passage, may_call: bool) -> Iterator[Problem]:
    text = passage.text
    if may_call:
        text = CALL.sub(lambda call: " " * len(call[0]), text)
    for found in _MACRO.finditer(text):
        yield passage.problem(
            found.start(),
            f"« {found[0]} » : aucune macro n’est permise ici.",
            "Retirez les accolades ; seules les pages de listes appellent une liste par son nom.",
        )


def _attributes(passage: Passage) -> Iterator[Problem]:
    for found in _BRACE.finditer(passage.masked):
        at = found.start()
        if not (_LIST.match(passage.masked, at) or _MACRO.match(passage.text, at)):
            yield passage.problem(
                at,
                f"accolades refusées : « {_shown(passage.text, at)} ».",
                "Entre accolades, seuls sont permis : #ancre, lang=en. Ailleurs : \\{.",
            )


def _shown(text: str, at: int) -> str:
    return text[at : at + 40].split("\n", 1)[0].strip()
