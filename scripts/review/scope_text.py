"""A `Scope` for a terminal, for annotations, and for the top of a summary."""

from collections.abc import Callable

from ..report import render
from ..report.markdown import inert
from .scope import Scope, problems, verdict
from .summary import ROWS


def _plain(found: Scope) -> str:
    lines = [verdict(found)]
    if not found.mixed:
        lines += [f"  {path} {reason}." for path, reason in found.protected.items()]
    return "\n".join([*lines, *filter(None, [render(problems(found))])])


def _annotations(found: Scope) -> str:
    """Warnings at the place of each file, and one that all see when kinds are mixed."""
    shown = render(problems(found), "github")
    loud = f"::warning::{verdict(found)}" if found.mixed else ""
    return "\n".join(filter(None, [loud, shown]))


def _markdown(found: Scope) -> str:
    mark = "⚠ " if found.suspect else ""
    lines = [f"## {mark}Ce que touche la modification\n", f"**{verdict(found)}**\n"]
    rows = [f"- {inert(path)} {inert(reason)}" for path, reason in found.protected.items()]
    rows += [f"- {inert(one.path)} : {inert(one.what)}" for one in found.alerts]
    lines += rows[:ROWS]
    if len(rows) > ROWS:
        lines.append(f"- … et {len(rows) - ROWS} de plus.")
    return "\n".join(lines) + "\n"


FORMATS: dict[str, Callable[[Scope], str]] = {
    "texte": _plain,
    "github": _annotations,
    "markdown": _markdown,
}
