"""The event of a labelled issue → files in place, checked, and what the workflow says of them.

Nothing of the form leaves here but in a file of the content or in a code block: the branch
and the paths are made of letters, digits, hyphens and bars.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ..check import fix, verify
from ..load.front_matter import Page, split
from ..load.yaml_strict import parse
from ..report import ERROR, Problem, Refused
from . import filled, rendered
from .answers import sentence
from .draft import write_new
from .fields import fields_of
from .forms import PAGE, READY
from .words import label

EVENT_LIMIT = 1_000_000
MOST = 60
"""Lines of a list: a form has fewer fields, a hostile one may have more faults."""
LONGEST = 600
"""Signs of a line: with MOST of them, well under the 65,536 that a forge takes."""
INCOMPLETE = 2
"""The exit code when the form lacks something: no file is written."""
_NO_FORM = "les titres « ### » d’un formulaire de proposition manquent."
_MISTAKE = "une erreur signalée se corrige dans la page même, par « Améliorer cette page »."
_LOGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,38}")


@dataclass(frozen=True)
class Event:
    """An issue that a maintainer labelled."""

    number: int
    body: str
    login: str


def propose(root: Path, event: Path, output: Path, today: date) -> int:
    """Write the files of the form in `root` and the outputs in `output`; 0, or INCOMPLETE."""
    issue = read_event(event)
    output.mkdir(parents=True, exist_ok=True)
    base, before = verify(root, today)
    found = filled.read(base, issue.body, today)
    if found is None:
        mistake = issue.body.split()[:2] == ["###", PAGE]
        return _comment(output, [("Formulaire", _MISTAKE if mistake else _NO_FORM)])
    warnings: list[Problem] = []
    if not found.lacks:
        warnings = _write(root, found, before, today)
    if found.lacks:
        return _comment(output, found.lacks)
    branch = f"proposition/{issue.number}-{found.id}"
    lines = {"branche": branch, "chemin": found.path.rpartition(".")[0]}
    (output / "sortie.txt").write_text("".join(f"{k}={v}\n" for k, v in lines.items()), "utf-8")
    (output / "proposition.md").write_text(_request(issue, found, warnings), "utf-8")
    for path in found.files:
        print(f"Écrit : {path}")
    return 0


def read_event(path: Path) -> Event:
    """The issue of an event file. Raises Refused when it is not one, or is too long."""
    try:
        if path.stat().st_size > EVENT_LIMIT:
            raise ValueError
        issue: Any = json.loads(path.read_text("utf-8"))["issue"]
        number, body, login = issue["number"], issue["body"] or "", issue["user"]["login"]
        if not (type(number) is int and 0 < number < 10**9 and isinstance(body, str)):
            raise ValueError
        if len(body) > rendered.LIMIT:
            raise ValueError
    except (ValueError, KeyError, TypeError, RecursionError):
        what = "ce n’est pas l’événement d’une demande, ou il est trop long."
        raise Refused([Problem(path.name, 1, 1, what)]) from None
    known = isinstance(login, str) and _LOGIN.fullmatch(login)
    return Event(number, body, login if known else "")


def _write(root: Path, found: filled.Filled, before: list[Problem], today: date) -> list[Problem]:
    """Write the files and check them; take them back unless they pass. What the check says."""
    written: list[str] = []
    accepted = False
    try:
        for path, text in found.files.items():
            write_new(root, path, text)
            written.append(path)
        fix.rewrite(root, only=written)
        _, after = verify(root, today)
        new = [one for one in after if one not in before]
        found.lacks += [_said(found, one) for one in new if one.severity == ERROR]
        accepted = not found.lacks
        return new
    finally:
        if not accepted:
            for path in written:
                (root / path).unlink()


def _said(found: filled.Filled, problem: Problem) -> tuple[str, str]:
    """A problem under the heading of the form that it is about."""
    if problem.path != found.path:
        return problem.path, sentence(problem)
    text = found.files[found.path]
    names = {one.name: label(one) for one in fields_of(found.offer.collection.model)}
    parts = split(text, "") if found.offer.sections else None
    lead = parts.yaml_line if isinstance(parts, Page) else 0
    keys = parse(parts.yaml if isinstance(parts, Page) else text, "", lead).keys
    above = [key[0] for key, at in keys.items() if len(key) == 1 and at.line <= problem.line]
    place = names[str(above[-1])] if above else "Formulaire"
    if isinstance(parts, Page) and problem.line > parts.body_line:
        lines = text.split("\n")[: problem.line]
        place = next((one[3:] for one in reversed(lines) if one.startswith("## ")), place)
    return place, sentence(problem)


def _comment(output: Path, lacks: list[tuple[str, str]]) -> int:
    said = listed(f"{place} : {what}" for place, what in lacks)
    text = (
        "Merci ! Il manque encore quelque chose pour que cette proposition devienne une page :\n\n"
        f"```text\n{said}\n```\n\n"
        "Modifiez le texte de la demande, sans toucher aux titres « ### ». "
        f"L’équipe remettra ensuite l’étiquette « {READY} ».\n"
    )
    (output / "commentaire.md").write_text(text, "utf-8")
    print(f"Formulaire incomplet. Ce qui manque : {output / 'commentaire.md'}")
    return INCOMPLETE


def _request(issue: Event, found: filled.Filled, warnings: list[Problem]) -> str:
    author = f"de @{issue.login} " if issue.login else ""
    files = "\n".join(f"- `{path}`" for path in found.files)
    text = (
        f"Proposition {author}faite dans #{issue.number}, telle que le formulaire l’a donnée.\n\n"
        f"{files}\n\nLa vérification du contenu l’accepte. Relisez le fond : la source dit-elle "
        "bien cela ? Pour lancer aussi les tests : « Approve workflows to run », si la forge "
        "l’affiche ; sinon, fermez puis rouvrez cette proposition.\n"
    )
    if warnings:
        said = listed(f"{one.path}:{one.line} : {sentence(one)}" for one in warnings)
        text += f"\nÀ regarder :\n\n```text\n{said}\n```\n"
    return f"{text}\nCloses #{issue.number}\n"


def listed(lines: Iterable[str]) -> str:
    """The first lines, each once, for a code block that the forge never finds too long."""
    every = list(dict.fromkeys(_safe(line) for line in lines))
    more = [f"… et {len(every) - MOST} de plus."] if len(every) > MOST else []
    return "\n".join([*every[:MOST], *more])


def _safe(line: str) -> str:
    """One line that cannot close the code block it stands in."""
    return " ".join(line.replace("`", "’").split())[:LONGEST]
