"""The renderings of a list of problems."""

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import asdict

from .markdown import code, inert, one_line
from .problem import ERROR, WARNING, Problem


def _text(problems: Sequence[Problem]) -> str:
    lines = []
    for problem in problems:
        kind = "attention : " if problem.severity == WARNING else ""
        place = f"{problem.path}:{problem.line}:{problem.column}"
        lines.append(f"{place} : {kind}{one_line(problem.what)}")
        lines.extend(f"  {one_line(mend)}" for mend in problem.mends)
    return "\n".join(lines)


def _github(problems: Sequence[Problem]) -> str:
    """Workflow commands: https://docs.github.com/actions (`::error file=…`)."""
    lines = []
    for problem in problems:
        level = "error" if problem.severity == ERROR else "warning"
        path = _escape(problem.path).replace(":", "%3A").replace(",", "%2C")
        body = _escape("\n".join((problem.what, *problem.mends)))
        lines.append(f"::{level} file={path},line={problem.line},col={problem.column}::{body}")
    return "\n".join(lines)


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _gitlab(problems: Sequence[Problem]) -> str:
    """A Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/."""
    report = [
        {
            "description": " ".join((problem.what, *problem.mends)),
            "check_name": "make check",
            "fingerprint": hashlib.sha256(repr(problem).encode()).hexdigest(),
            "severity": "major" if problem.severity == ERROR else "minor",
            "location": {"path": problem.path, "lines": {"begin": problem.line}},
        }
        for problem in problems
    ]
    return json.dumps(report, ensure_ascii=False, indent=2)


def _json(problems: Sequence[Problem]) -> str:
    """For another program: the fields of `Problem`, one object each."""
    return json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2)


def _markdown(problems: Sequence[Problem]) -> str:
    """For an issue: nothing of the content acts there, no mention, no link, no HTML."""
    lines = []
    for problem in problems:
        place = f"{problem.path}:{problem.line}:{problem.column}"
        lines.append(f"- {code(place)} : {_inert(problem.what)}")
        lines.extend(f"  {_inert(mend)}" for mend in problem.mends)
    return "\n".join(lines)


def _inert(text: str) -> str:
    """Addresses as code, which a forge neither follows nor reads; the rest escaped."""
    parts = re.split(r"(https?://[^\s»]+)", one_line(text))
    return "".join(code(part) if rank % 2 else inert(part) for rank, part in enumerate(parts))


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "texte": _text,
    "github": _github,
    "gitlab": _gitlab,
    "json": _json,
    "markdown": _markdown,
}


def render(problems: Sequence[Problem], fmt: str = "texte") -> str:
    """All problems, sorted by file, line and column, in one of FORMATS."""
    return FORMATS[fmt](sorted(problems))


def summary(problems: Sequence[Problem]) -> str:
    """The closing line: « 2 erreurs, 1 avertissement. »"""
    errors = sum(problem.severity == ERROR for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return "Contenu vérifié : aucune erreur."
    return f"{_count(errors, 'erreur')}, {_count(warnings, 'avertissement')}."


def _count(number: int, noun: str) -> str:
    if number == 0:
        return f"aucun{'e' if noun == 'erreur' else ''} {noun}"
    return f"{number} {noun}{'s' if number > 1 else ''}"
