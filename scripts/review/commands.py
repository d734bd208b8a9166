"""The commands of a review: `comparer`, `portee`, `adresses`."""

import argparse
import sys
from pathlib import Path
from typing import Any

from ..render.dates import today
from ..report import ERROR, render, summary


def add(commands: Any) -> None:
    """Add the commands to the subparsers of the command line."""
    compared = commands.add_parser("comparer", help="montrer ce qui change pour les lecteurs")
    compared.add_argument("avant", type=Path, nargs="?", help="site construit, avant")
    compared.add_argument("apres", type=Path, nargs="?", help="site construit, après")
    compared.add_argument("--base", help="version de git à construire, au lieu des deux dossiers")
    compared.add_argument("--sortie", type=Path, default=Path("comparaison"))
    compared.set_defaults(command=_compare)
    touched = commands.add_parser("portee", help="dire ce que touche une modification")
    touched.add_argument("--base", default="origin/main", help="version de git d’où elle part")
    touched.add_argument("--format", choices=("texte", "github", "markdown"), default="texte")
    touched.add_argument("--strict", action="store_true", help="refuser ce qui mérite attention")
    touched.set_defaults(command=_scope)
    known = commands.add_parser("adresses", help="ajouter les adresses publiées depuis")
    known.set_defaults(command=_addresses)


def _compare(options: argparse.Namespace) -> int:
    from . import builds, preview
    from . import summary as markdown
    from .compare import compare

    if options.base and not options.avant:
        with builds.both(options.racine, options.base) as (before, after):
            found = compare(before, after)
    elif options.avant and options.apres and not options.base:
        found = compare(options.avant, options.apres)
    else:
        print("Donnez deux dossiers construits, ou --base et une version.", file=sys.stderr)
        return 2
    options.sortie.mkdir(parents=True, exist_ok=True)
    (options.sortie / "resume.md").write_text(markdown.summary(found), "utf-8")
    preview.write(found, options.sortie / "apercu")
    print(f"À lire : {options.sortie}/resume.md, {options.sortie}/apercu/index.html")
    return 0


def _scope(options: argparse.Namespace) -> int:
    from .scope import scope
    from .scope_text import FORMATS

    found = scope(options.racine, options.base)
    if shown := FORMATS[options.format](found):
        print(shown)
    return 1 if options.strict and found.suspect else 0


def _addresses(options: argparse.Namespace) -> int:
    from ..check import verify
    from . import known

    base, problems = verify(options.racine, today())
    refused = [one for one in problems if one.severity == ERROR]
    if refused:
        print(f"{render(refused)}\n{summary(refused)}", file=sys.stderr)
        return 1
    new = known.add(base)
    for one in new:
        print(f"Adresse ajoutée : {one}")
    print(f"data/adresses.yml : {len(new) or 'aucune'} nouvelle{'s' if len(new) > 1 else ''}.")
    return 0
