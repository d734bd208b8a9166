"""Model errors, said in French at the line where they stand."""

from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..model import Fiche
from ..model.addresses import ADDRESS_PATTERN
from ..model.cycles import TIME_PATTERN
from ..model.fields import ID_PATTERN, URL_PATTERN
from ..model.notices import FILE_PATTERN
from ..report import Problem, nearest, quote_list
from .yaml_strict import Document, Path

T = TypeVar("T", bound=Fiche)
_KINDS = {
    "string_type": "un texte",
    "int_type": "un nombre entier",
    "bool_type": "true ou false",
    "list_type": "une liste : une ligne « - … » par élément",
    "dict_type": "des champs « clé: valeur »",
    "model_type": "des champs « clé: valeur »",
    "model_attributes_type": "des champs « clé: valeur »",
    "date_type": "une date année-mois-jour, sans guillemets : 2026-11-23",
}
_FORBIDDEN = {"template", "icon", "render_macros", "hide", "search", "status"}
_SHAPES = {
    ID_PATTERN: "lettres minuscules sans accent, chiffres et tirets seulement",
    "/$": "l’adresse doit finir par « / »",
    FILE_PATTERN: "il faut le nom d’un fichier, sans dossier : « bilan-2026.pdf »",
    ADDRESS_PATTERN: "il faut une adresse du site, depuis la racine : « /faq/ », « /faq/#exemple »",
    TIME_PATTERN: "il faut heures et minutes sur deux chiffres : « 09:30 »",
    URL_PATTERN: "l’adresse commence par https:// et ne contient pas d’espace",
}


def validate(
    model: type[T], document: Document, path: str, first_line: int
) -> tuple[T | None, list[Problem]]:
    """The item, or every reason why it is not one."""
    data = {} if document.data is None else document.data
    if not isinstance(data, dict):
        return None, [Problem(path, first_line, 1, "il faut des champs « clé: valeur ».")]
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        say = _Teller(model, document, path, first_line)
        return None, [say(detail) for detail in error.errors(include_url=False)]


class _Teller:
    def __init__(self, model: type[Fiche], document: Document, path: str, line: int) -> None:
        self.model = model
        self.document = document
        self.path = path
        self.first_line = line

    def __call__(self, detail: ErrorDetails) -> Problem:
        loc = tuple(part for part in detail["loc"] if part != "[key]")
        kind = detail["type"]
        if detail["input"] is None and kind not in ("missing", "extra_forbidden"):
            return self._refused(loc, detail)
        handler: Callable[..., Problem] = {
            "missing": self._missing,
            "extra_forbidden": self._unknown,
            "literal_error": self._choice,
        }.get(kind, self._refused)
        return handler(loc, detail)

    def _missing(self, loc: Path, detail: ErrorDetails) -> Problem:
        line, column = self._place(loc[:-1])
        key = str(loc[-1])
        return self._say(
            line,
            column,
            f"il manque la clé « {key} ».",
            f"Ajoutez « {key}: … ». {self._description(loc)}",
        )

    def _unknown(self, loc: Path, detail: ErrorDetails) -> Problem:
        line, column = self._place(loc)
        known = list(self._fields(loc[:-1]))
        key = str(loc[-1])
        if key in _FORBIDDEN:
            return self._say(
                line,
                column,
                f"la clé « {key} » est interdite dans le contenu.",
                "Supprimez la ligne : le gabarit vient du dossier de la page.",
            )
        return self._say(
            line,
            column,
            f"la clé « {key} » n’existe pas.",
            f"Clés possibles : {quote_list(known, 24)}.",
            *_guess(key, known, line),
        )

    def _choice(self, loc: Path, detail: ErrorDetails) -> Problem:
        line, column = self._place(loc, value=True)
        choices = [
            c.strip(" '") for c in detail["ctx"]["expected"].replace(" or ", ", ").split(",")
        ]
        value = str(detail["input"])
        return self._say(
            line,
            column,
            f"« {_field(loc)}: {_short(value)} » n’existe pas.",
            f"Valeurs possibles : {quote_list(choices)}.",
            *_guess(value, choices, line),
        )

    def _refused(self, loc: Path, detail: ErrorDetails) -> Problem:
        line, column = self._place(loc, value=True)
        value, context = detail["input"], detail.get("ctx", {})
        kind = detail["type"]
        name = _field(loc)
        mend = f"{self._description(loc)}"
        if value is None:
            return self._say(
                line,
                column,
                f"« {name} » est vide.",
                f"Remplissez la valeur, ou supprimez la ligne si le champ est facultatif. {mend}",
            )
        if kind in _KINDS:
            what = f"« {name}: {_short(value)} » : il faut {_KINDS[kind]}."
        elif kind == "string_pattern_mismatch":
            shape = _SHAPES.get(context.get("pattern", ""), "forme refusée")
            what = f"« {name}: {_short(value)} » : {shape}."
        elif kind == "string_too_long":
            what = f"« {name} » compte {len(value)} signes, {context['max_length']} au plus."
        elif kind in ("too_short", "string_too_short"):
            what = f"« {name} » : il en faut au moins {context['min_length']}."
        elif kind in ("greater_than_equal", "less_than_equal"):
            bound = context.get("ge", context.get("le"))
            way = "au moins" if "ge" in context else "au plus"
            what = f"« {name}: {_short(value)} » : il faut {way} {bound}."
        else:
            what = f"« {name}: {_short(value)} » est refusé."
        return self._say(line, column, what, mend)

    def _place(self, loc: Path, value: bool = False) -> tuple[int, int]:
        spans = self.document.values if value else self.document.keys
        span = spans.get(loc) or self.document.values.get(loc)
        if span is None or loc == ():
            return self.first_line, 1
        return span.line, span.column

    def _fields(self, loc: Path) -> dict[str, str]:
        model: Any = self.model
        for part in loc:
            if isinstance(part, int) or part not in getattr(model, "model_fields", {}):
                continue
            model = _inner_model(model.model_fields[part].annotation) or model
        return {name: field.description or "" for name, field in model.model_fields.items()}

    def _description(self, loc: Path) -> str:
        names = [part for part in loc if isinstance(part, str)]
        return self._fields(loc[:-1]).get(names[-1], "") if names else ""

    def _say(self, line: int, column: int, what: str, *mends: str) -> Problem:
        return Problem(self.path, line, column, what, tuple(m.strip() for m in mends if m.strip()))


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        if found := _inner_model(inner):
            return found
    return None


def _guess(word: str, choices: list[str], line: int) -> list[str]:
    found = nearest(word, choices)
    return [f"Vouliez-vous dire « {found} » ? Corrigez la ligne {line}."] if found else []


def _field(loc: Path) -> str:
    names = [str(part) for part in loc if isinstance(part, str)]
    return names[-1] if names else "valeur"


def _short(value: object) -> str:
    if isinstance(value, dict | list):
        return "…"
    text = " ".join(str(value).split())
    return f"{text[:60]}…" if len(text) > 60 else text
