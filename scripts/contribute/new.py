"""`make nouveau`: questions in French, then a file in its place. Nothing else is opened."""

import re
from datetime import date
from pathlib import Path
from typing import Any

from ..check import fix, verify
from ..load import Base, load
from ..model.fields import ID_PATTERN
from ..report import Refused, render
from . import templates
from .ask import Asker
from .draft import data_file, page, place, write_new
from .fields import Field, fields_of, title_field
from .offered import BY_NAME, OFFERS, Offer
from .words import label


def create(root: Path, today: date) -> int:
    """Ask, write, check what was written. Ends at once, and writes nothing, on EOF."""
    base, problems = load(root)
    if base.taxonomie is None:
        raise Refused(problems)
    session = _Session(base, today)
    print("Ctrl+C : tout abandonner, sans rien écrire.", "Que voulez-vous ajouter ?", sep="\n\n")
    rank = session.asker.number([one.noun for one in OFFERS], "> ")
    if rank is None:
        print("Rien n’a été écrit.")
        return 0
    session.describe(OFFERS[rank])
    for path, text in session.files.items():
        write_new(root, path, text)
    fix.rewrite(root, only=session.files)
    return _report(root, list(session.files), today)


class _Session:
    """What one conversation has made so far: the text of each file, by path."""

    def __init__(self, base: Base, today: date) -> None:
        self.base = base
        self.files: dict[str, str] = {}
        self.asker = Asker(base, today, self._resource)

    def describe(self, offer: Offer, name: str = "") -> None:
        """Ask for all the fields of an item, and for its id unless it is given."""
        fields = fields_of(offer.collection.model)
        values = {one.name: self.asker.ask(one) for one in fields if one.required}
        self._optional([one for one in fields if not one.required], values)
        name = name or self._id(offer, str(values[title_field(fields).name]))
        path = offer.path(name)
        ordered = {one.name: values[one.name] for one in fields if one.name in values}
        sheet = page(ordered, templates.body(offer)) if offer.sections else ""
        self.files[path] = sheet or data_file(path, ordered)
        self.base.known.setdefault(offer.collection.name, {})[name] = path

    def _optional(self, fields: list[Field], values: dict[str, Any]) -> None:
        while fields:
            print("\nAutre champ ?")
            rank = self.asker.number([label(one) for one in fields], "Numéro, ou Entrée : ")
            if rank is None:
                return
            field = fields.pop(rank)
            found = self.asker.ask(field)
            if found is not None:
                values[field.name] = found

    def _id(self, offer: Offer, title: str) -> str:
        default, _ = place(self.base, offer, title)
        print("\nIdentifiant : le nom du fichier, qui ne changera plus.")
        while True:
            name = self.asker.line(f"[{default}] > ") or default
            if not re.fullmatch(ID_PATTERN, name) or len(name) > 80:
                print("  Lettres minuscules sans accent, chiffres et tirets seulement.")
            elif name in self.base.ids(offer.collection.name):
                print(f"  « {name} » est déjà pris.")
            elif offer.collection.id_of(offer.path(name)) is None:
                print(f"  « {name} » est réservé.")
            else:
                return name

    def _resource(self, typed: str) -> str:
        """Describe a resource that a source needs, if that is wanted; its id."""
        offer = BY_NAME["ressource"]
        name, _ = place(self.base, offer, typed)
        if not self.asker.agrees(f"  Décrire maintenant la ressource « {name} » ?", False):
            return ""
        print("\nLa ressource d’abord.")
        self.describe(offer, name)
        print("\nRevenons à votre fiche.")
        return name


def _report(root: Path, paths: list[str], today: date) -> int:
    """What remains in the new files, and what to type next."""
    _, problems = verify(root, today)
    remains = [one for one in problems if one.path in paths]
    print()
    for path in paths:
        print(f"Écrit : {path}")
    if remains:
        print(f"\nIl reste :\n{render(remains)}")
    branch = Path(paths[-1]).stem
    print(
        "\nEnsuite :\n"
        "  make check      vérifie le contenu\n"
        "  make serve      montre le site\n"
        f"  git switch -c {branch}\n"
        f"  git add {' '.join(paths)}\n"
        f'  git commit -m "Ajouter {branch}"\n'
        "  git push -u origin HEAD"
    )
    return 0
