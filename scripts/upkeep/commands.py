"""`make liens` and `make hebdomadaire`: exit 0 whatever they find."""

import sys
from collections.abc import Mapping
from pathlib import Path

from ..load import Base, load
from ..render.dates import today
from ..report import render
from . import links, weekly
from .addresses import addresses
from .manners import Manners
from .patrol import client, patrol
from .probe import Verdict


def probe_links(root: Path, fmt: str, manners: Manners | None = None) -> int:
    """Print what is wrong with the external links of `root`, in one of FORMATS."""
    base, _ = load(root)
    found = addresses(base)
    verdicts = _probed(base, found, manners)
    if verdicts is None:
        print(links.NO_NETWORK, file=sys.stderr)
        verdicts = {}
    shown = render(links.problems(found, verdicts), fmt)
    if shown:
        print(shown)
    if verdicts:
        print(links.counts(verdicts), file=sys.stdout if fmt == "texte" else sys.stderr)
    return 0


def write_weekly(root: Path, target: Path, manners: Manners | None = None) -> int:
    """Write the weekly report in the file `target`. Raises OSError when it cannot."""
    base, _ = load(root)
    found = addresses(base)
    text = weekly.report(base, today(), found, _probed(base, found, manners))
    target.write_text(text, "utf-8")
    print(f"Rapport écrit dans {target}")
    return 0


def _probed(
    base: Base, found: Mapping[str, object], manners: Manners | None
) -> dict[str, Verdict] | None:
    print(f"Sonde de {len(found)} adresses : quelques minutes.", file=sys.stderr)
    return patrol(found, manners or Manners(client(base.reglages)))
