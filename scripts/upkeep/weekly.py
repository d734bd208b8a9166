"""The weekly report, in Markdown: links, dates, addresses, settings."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from urllib.parse import urlsplit

from ..load import Base
from ..render.dates import french_date
from ..report import Problem, quote_list, render
from ..report.markdown import code
from ..review.known import unrecorded
from . import dates, links
from .addresses import Place
from .probe import DEAD, MOVED, REVIEW, UNASKED, Verdict

TITLE = "Suivi hebdomadaire"
MOST = 60_000
"""Signs: a forge refuses an issue of 65,536."""
ROWS = 40
"""The most problems that a section lists."""
SECTIONS = {DEAD: "Liens morts", MOVED: "Adresses déplacées", REVIEW: "Liens à revoir"}
CUT = "\n\n… Le rapport est coupé ici. La suite : `make liens`, `make check`.\n"
CALM = "Rien à faire."


def report(
    base: Base,
    today: date,
    found: Mapping[str, Sequence[Place]],
    verdicts: Mapping[str, Verdict] | None,
) -> str:
    """The whole report; `verdicts` is None when the network said nothing."""
    parts = [
        f"# {TITLE} du {french_date(today)}",
        "Ce texte se refait chaque semaine. Fermez le ticket quand tout est traité : "
        "le prochain rapport en ouvrira un autre.",
        *("## Liens", *_links(found, verdicts)),
        *("## Dates", *_dates(base, today)),
        *("## Adresses", _unrecorded(base)),
        *("## Réglages", _settings(base)),
    ]
    text = "\n\n".join(parts) + "\n"
    return text if len(text) <= MOST else text[:MOST].rpartition("\n- ")[0] + CUT


def _links(
    found: Mapping[str, Sequence[Place]], verdicts: Mapping[str, Verdict] | None
) -> Iterator[str]:
    if verdicts is None:
        yield links.NO_NETWORK
        return
    yield links.counts(verdicts)
    for state, title in SECTIONS.items():
        yield from _group(title, links.problems(found, verdicts, state))
    closed = sorted({urlsplit(url).netloc for url, v in verdicts.items() if v.state == UNASKED})
    if closed:
        hosts = quote_list((code(host) for host in closed), most=40)
        yield f"Sites qui refusent les robots, à ouvrir de temps en temps : {hosts}."


def _dates(base: Base, today: date) -> Iterator[str]:
    groups = dates.by_kind(base, today)
    for title, problems in groups.items():
        yield from _group(title, problems)
    if not groups:
        yield CALM
    if said := dates.experiment(base, today):
        yield said


def _group(title: str, problems: Sequence[Problem]) -> Iterator[str]:
    if problems:
        yield f"### {title} ({len(problems)})"
        yield render(problems[:ROWS], "markdown")
    if len(problems) > ROWS:
        yield f"… et {len(problems) - ROWS} autres : `make liens`, `make check`."


def _unrecorded(base: Base) -> str:
    if base.adresses is None:
        return "`data/adresses.yml` ne se lit pas : `make check` dit pourquoi."
    new = unrecorded(base)
    if not new:
        return "Toutes les adresses publiées sont gardées."
    said = quote_list((code(one) for one in new), most=ROWS)
    return f"{said}. Lancez `make adresses`, puis proposez le résultat : elles ne se perdront plus."


def _settings(base: Base) -> str:
    if base.reglages is None:
        return "`data/reglages.yml` ne se lit pas : `make check` dit pourquoi."
    empty = base.reglages.empty()
    if not empty:
        return "Tous les réglages sont remplis."
    said = f"Vides dans `data/reglages.yml` : {', '.join(empty)}."
    missing = base.reglages.unpublishable()
    return f"{said} Sans {', '.join(missing)}, le site ne se publie pas." if missing else said
