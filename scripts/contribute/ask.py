"""Questions in a terminal, one field after the other, each answer checked at once."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from ..load import Base
from ..load.collections import TAXONOMY
from ..load.names import clean_name
from ..report import nearest
from . import answers
from .draft import cleaned
from .fields import Field, Kind
from .words import about, label

Describe = Callable[[str], str]
"""Offers to describe a resource that does not exist yet; its id, empty if that is refused."""
SMALL = 20
"""Up to so many ids are shown as a numbered list."""


class Asker:
    """Prints and reads lines. EOF raises EOFError: the caller writes nothing."""

    def __init__(self, base: Base, today: date, describe: Describe) -> None:
        self.base = base
        self.today = today
        self.describe = describe

    def ask(self, field: Field) -> Any:
        """A value of the field that the check accepts; None for an optional one left empty."""
        print(f"\n{label(field)}{'' if field.required else ' (facultatif)'}. {about(field)}")
        self._show_choices(field)
        while True:
            found = self._many(field) if field.many else self._one(field)
            if found in (None, []) and not field.required:
                return None
            said = [] if found is None else answers.faults(self.base, field, found)
            if found is not None and not said:
                return found
            for line in said or ["Il faut une réponse."]:
                print(f"  {line}")

    def line(self, prompt: str) -> str:
        """What is typed on one line, without what no file may hold."""
        return cleaned(input(prompt))

    def agrees(self, question: str, default: bool) -> bool:
        """Oui or non; Entrée means `default`."""
        typed = self.line(f"{question} [{'O/n' if default else 'o/N'}] ").lower()
        return typed.startswith("o") if typed else default

    def number(self, words: list[str], prompt: str) -> int | None:
        """The rank that was chosen among `words`, from 0; None for Entrée."""
        for rank, word in enumerate(words, 1):
            print(f"  {rank}. {word}")
        ranks = {re.sub("^une?-", "", clean_name(word)): rank for rank, word in enumerate(words)}
        while typed := self.line(prompt):
            if typed.isdecimal() and 0 < int(typed) <= len(words):
                return int(typed) - 1
            guess = nearest(clean_name(typed), ranks)
            if guess == clean_name(typed) or (guess and self._is_meant(words[ranks[guess]])):
                return ranks[guess]
            print(f"  Répondez par un nombre, de 1 à {len(words)}.")
        return None

    def _show_choices(self, field: Field) -> None:
        for rank, word in enumerate(self._choices(field), 1):
            name = self._name(field, word)
            print(f"  {rank}. {word}{f' : {name}' if name else ''}")

    def _choices(self, field: Field) -> list[str]:
        """The numbered choices of a field; empty when there are none, or too many to show."""
        words = list(field.choices)
        if field.kind is Kind.REFERENCE:
            words = self.base.ids(field.collection)
        return words if len(words) <= SMALL else []

    def _name(self, field: Field, word: str) -> str:
        if field.collection == "cycles" and word in self.base.items.get("cycles", {}):
            return str(self.base.items["cycles"][word].fiche.titre)
        taxonomy = TAXONOMY.get(field.collection)
        words = getattr(self.base.taxonomie, taxonomy) if taxonomy else {}
        return str(words[word].nom) if word in words else ""

    def _many(self, field: Field) -> list[Any]:
        if field.kind is Kind.GROUP:
            return self._groups(field)
        if self._choices(field):
            typed = re.split(r"[,\s]+", self.line("Un ou plusieurs, séparés par des virgules : "))
            return list(dict.fromkeys(self._word(field, one) for one in typed if one))
        print("  Un par ligne ; une ligne vide pour finir.")
        found: list[Any] = []
        while typed_line := self.line("- "):
            found.append(self._value(field, typed_line))
        return found

    def _groups(self, field: Field) -> list[Any]:
        first, *others = field.fields
        found: list[Any] = []
        while True:
            print(f"  {label(field)}, n° {len(found) + 1} (une ligne vide pour finir).")
            asked = self._first(first)
            if asked is None:
                return found
            group = {first.name: asked} | {one.name: self.ask(one) for one in others}
            found.append({name: value for name, value in group.items() if value is not None})

    def _first(self, field: Field) -> Any:
        """The value that opens a group; None for an empty line, which closes the list."""
        print(f"  {label(field)}. {about(field)}")
        while typed := self.line("> "):
            found = self._value(field, typed)
            said = answers.faults(self.base, field, found)
            if not said:
                return found
            print("\n".join(f"  {line}" for line in said))
        return None

    def _one(self, field: Field) -> Any:
        if field.kind is Kind.GROUP:
            group = {one.name: self.ask(one) for one in field.fields}
            return {name: value for name, value in group.items() if value is not None}
        if field.kind is Kind.LONG_TEXT:
            return self._paragraph(field)
        default = str(self.today) if field.kind is Kind.DATE and field.required else ""
        typed = self.line(f"[{default}] > " if default else "> ") or default
        return self._value(field, typed) if typed else None

    def _paragraph(self, field: Field) -> Any:
        print("  Plusieurs lignes possibles ; une ligne vide pour finir.")
        lines = []
        while typed := self.line("> "):
            lines.append(typed)
        return self._value(field, " ".join(lines)) if lines else None

    def _value(self, field: Field, typed: str) -> Any:
        if field.kind in (Kind.CHOICE, Kind.REFERENCE):
            return self._word(field, typed)
        return answers.value(field, typed)

    def _word(self, field: Field, typed: str) -> str:
        """The word or id that was meant: its number, itself, or the nearest if that is agreed."""
        choices = self._choices(field)
        if typed.isdecimal() and 0 < int(typed) <= len(choices):
            return choices[int(typed) - 1]
        known = list(field.choices) or self.base.ids(field.collection)
        if typed in known:
            return typed
        guess = nearest(typed, known)
        if guess and self._is_meant(guess):
            return guess
        described = self.describe(typed) if field.collection == "ressources" else ""
        return described or typed

    def _is_meant(self, guess: str) -> bool:
        return self.agrees(f"  Vouliez-vous dire « {guess} » ?", True)
