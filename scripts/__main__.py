"""The command line behind the Makefile: `python -m scripts COMMAND`."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from .finish import limits, serve, site
from .finish.failures import explained
from .render.dates import today
from .report import ERROR, FORMATS, Problem, render, summary
from .review import commands as review

ROOT = Path(__file__).resolve().parents[1]


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 when all is right."""
    return _run(_parser().parse_args(arguments))


def _run(options: argparse.Namespace) -> int:
    command: Callable[[argparse.Namespace], int] = options.command
    return explained(lambda: command(options))


def _check(options: argparse.Namespace) -> int:
    from .check import fix, verify

    if options.fix:
        for path in fix.rewrite(options.racine):
            print(f"Typographie corrigée : {path}", file=sys.stderr)
    _, problems = verify(options.racine, today())
    return _report(problems, options.format)


def _schemas(options: argparse.Namespace) -> int:
    from .check import generated, schemas
    from .load import load

    base, problems = load(options.racine)
    if base.taxonomie is None:
        return _report(problems, "texte")
    for path in (*schemas.write(base), *generated.write(base)):
        print(f"Refait : {path}")
    return 0


def _new(options: argparse.Namespace) -> int:
    from .contribute import new

    try:
        return new.create(options.racine, today())
    except (EOFError, KeyboardInterrupt):
        print("\nArrêté : rien n’a été écrit.", file=sys.stderr)
        return 130


def _proposal(options: argparse.Namespace) -> int:
    from .contribute import proposal

    return proposal.propose(options.racine, options.evenement, options.sortie, today())


def _site(options: argparse.Namespace) -> int:
    return site.build(options.racine, options.racine / "site", options.hors_ligne)


def _trees(options: argparse.Namespace) -> int:
    from .check import verify
    from .render.tree_text import heading, tree_text

    base, problems = verify(options.racine, today())
    refused = [one for one in problems if one.severity == ERROR]
    if refused:
        return _report(refused, "texte")
    for item in base.arbres:
        print(heading(base, item), tree_text(base, item), sep="\n\n")
    return 0


def _statements(options: argparse.Namespace) -> int:
    from .check import verify
    from .finish import legal

    base, problems = verify(options.racine, today())
    refused = [one for one in problems if one.severity == ERROR]
    if refused:
        print(f"{render(refused)}\n{summary(refused)}", file=sys.stderr)
        return 1
    print(legal.FORMATS[options.format](legal.rows(base)), end="")
    return 0


def _publishable(options: argparse.Namespace) -> int:
    from .load import load

    base, problems = load(options.racine)
    if base.reglages is None:
        return _report(problems, "texte")
    missing = base.reglages.unpublishable()
    if missing:
        print("Ce site ne peut pas être publié : la loi veut que l’on sache qui le publie.")
        print(f"Remplissez dans data/reglages.yml : {', '.join(missing)}.")
        return 1
    print("Les mentions légales sont complètes.")
    return 0


def _serve(options: argparse.Namespace) -> int:
    return serve.serve(options.racine, options.port, options.livrables)


def _links(options: argparse.Namespace) -> int:
    from .upkeep.commands import probe_links

    return probe_links(options.racine, options.format)


def _weekly(options: argparse.Namespace) -> int:
    from .upkeep.commands import write_weekly

    return write_weekly(options.racine, options.sortie)


def _smoke(options: argparse.Namespace) -> int:
    from .publish.smoke import smoke

    return smoke(options.racine, options.adresse, options.commit)


def _rollback(options: argparse.Namespace) -> int:
    from .publish.rollback import rollback

    return rollback(options.racine, options.version, options.pousser)


def _report(problems: list[Problem], fmt: str) -> int:
    shown = render(problems, fmt)
    if shown:
        print(shown)
    print(summary(problems), file=sys.stdout if fmt == "texte" else sys.stderr)
    return 1 if any(problem.severity == ERROR for problem in problems) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts", description=__doc__)
    parser.add_argument("--racine", type=Path, default=ROOT, help="dossier du dépôt")
    commands = parser.add_subparsers(dest="nom", required=True, metavar="COMMANDE")
    check = commands.add_parser("check", help="vérifier le contenu, sans rien construire")
    check.add_argument("--format", choices=sorted(FORMATS), default="texte")
    check.add_argument("--fix", action="store_true", help="corriger la typographie")
    check.set_defaults(command=_check)
    commands.add_parser(
        "schemas", help="refaire data/schemas/, data/modeles/ et les formulaires"
    ).set_defaults(command=_schemas)
    commands.add_parser("nouveau", help="ajouter un contenu, question par question").set_defaults(
        command=_new
    )
    proposed = commands.add_parser("proposition", help="faire un fichier d’un formulaire rempli")
    proposed.add_argument("--evenement", type=Path, required=True, help="événement de la forge")
    proposed.add_argument(
        "--sortie", type=Path, default=Path("."), help="dossier des textes à publier sur la forge"
    )
    proposed.set_defaults(command=_proposal)
    built = commands.add_parser("site", help="construire site/")
    built.add_argument("--hors-ligne", action="store_true", help="avec son archive sans réseau")
    built.set_defaults(command=_site)
    trees = commands.add_parser("arbres", help="écrire tous les chemins des arbres de décision")
    trees.set_defaults(command=_trees)
    stated = commands.add_parser("enonces", help="lister les énoncés juridiques, pour un juriste")
    stated.add_argument("--format", choices=("texte", "csv"), default="texte")
    stated.set_defaults(command=_statements)
    legal = commands.add_parser("publiable", help="refuser de publier sans mentions légales")
    legal.set_defaults(command=_publishable)
    served = commands.add_parser("serve", help="servir le site sur cette machine")
    served.add_argument("--port", type=int, default=8000)
    served.add_argument("--livrables", action="store_true", help="avec les fichiers à emporter")
    served.set_defaults(command=_serve)
    review.add(commands)
    links = commands.add_parser("liens", help="sonder les liens externes, sans rien refuser")
    links.add_argument("--format", choices=sorted(FORMATS), default="texte")
    links.set_defaults(command=_links)
    weekly = commands.add_parser("hebdomadaire", help="écrire le rapport de la semaine")
    weekly.add_argument("--sortie", type=Path, default=Path("rapport.md"), help="fichier à écrire")
    weekly.set_defaults(command=_weekly)
    smoke = commands.add_parser("fumee", help="contrôler le site une fois en ligne")
    smoke.add_argument("adresse", help="adresse du site, https://…/")
    smoke.add_argument("--commit", default="", help="version que le site doit montrer")
    smoke.set_defaults(command=_smoke)
    rollback = commands.add_parser("retour", help="remettre le site dans un état passé")
    rollback.add_argument("version", help="commit ou étiquette")
    rollback.add_argument("--pousser", action="store_true", help="et l’envoyer à la forge")
    rollback.set_defaults(command=_rollback)
    return parser


if __name__ == "__main__":
    asked = _parser().parse_args()
    limits.bound(asked.nom)
    sys.exit(_run(asked))
