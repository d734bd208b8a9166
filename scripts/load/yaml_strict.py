"""Reads YAML without its traps, and remembers where everything stands.

Events are scanned first (anchors, aliases, tags, depth), then composed into
nodes, then turned into plain Python values. Whatever YAML 1.1 would quietly
read as something else (`NO`, `14:30`, `0123`) is refused.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import yaml

from ..report import Problem
from .signs import LONGEST_VALUE, MOST_WORK, SPARSER, work

Path = tuple[str | int, ...]
MAX_DEPTH = 12
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVER: Any = yaml.SafeLoader("")
_INT = re.compile(r"-?(0|[1-9][0-9]{0,15})")
_STUCK_KEY = re.compile(r"^(?P<key>[a-z_]+):(?P<start>[^\s:/][^\n]{0,12})", re.M)
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_READ_AS = {
    "bool": "un oui ou un non",
    "int": "un nombre",
    "float": "un nombre à virgule",
    "null": "une absence de valeur",
    "timestamp": "une date avec heure",
    "merge": "une fusion",
    "value": "une valeur par défaut",
}


@dataclass(frozen=True)
class Span:
    """Where a scalar stands: 1-based line and column, and text offsets."""

    line: int
    column: int
    start: int
    end: int
    style: str


@dataclass
class Document:
    """Values of one YAML text, where each key and value stands, what is wrong."""

    data: Any = None
    values: dict[Path, Span] = field(default_factory=dict)
    keys: dict[Path, Span] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def parse(text: str, path: str, line_offset: int = 0) -> Document:
    """Read `text`; `line_offset` is the number of lines above it in the file."""
    return _Reader(text, path, line_offset).read()


class _Reader:
    def __init__(self, text: str, path: str, line_offset: int) -> None:
        self.text = text
        self.path = path
        self.offset = line_offset
        self.document = Document()

    def read(self) -> Document:
        if self._tabs() or self._stuck_keys() or not self._plain_events():
            return self.document
        node = yaml.compose(self.text, Loader=_Loader)
        if node is not None:
            self.document.data = self._value(node, ())
        return self.document

    def _tabs(self) -> bool:
        for number, line in enumerate(self.text.split("\n")):
            indent = line[: len(line) - len(line.lstrip())]
            if "\t" in indent:
                self._say(
                    number,
                    indent.index("\t"),
                    "tabulation en début de ligne.",
                    "YAML n’accepte que des espaces : remplacez la tabulation par deux espaces.",
                )
        return bool(self.document.problems)

    def _stuck_keys(self) -> bool:
        """`titre:Guide` reads as one word, and the error would fall on the next line."""
        for found in _STUCK_KEY.finditer(self.text):
            line = self.text.count("\n", 0, found.start())
            what = f"il manque une espace après « {found['key']}: »."
            self._say(line, 0, what, f"Écrivez « {found['key']}: {found['start']}… ».")
        return bool(self.document.problems)

    def _plain_events(self) -> bool:
        depth = 0
        try:
            for event in yaml.parse(self.text, Loader=_Loader):
                mark: Any = event.start_mark
                if isinstance(event, yaml.CollectionStartEvent):
                    depth += 1
                    if depth > MAX_DEPTH:
                        self._say(
                            mark.line,
                            mark.column,
                            f"plus de {MAX_DEPTH} niveaux d’imbrication.",
                            "Aplatissez les données.",
                        )
                        return False
                elif isinstance(event, yaml.CollectionEndEvent):
                    depth -= 1
                elif isinstance(event, yaml.DocumentEndEvent) and event.explicit:
                    self._say(mark.line, mark.column, "ligne « ... » refusée.", "Supprimez-la.")
                    return False
                elif isinstance(event, yaml.DocumentStartEvent) and self._several(event):
                    return False
                self._anchors_and_tags(event)
        except yaml.MarkedYAMLError as error:
            self._syntax(error)
        except yaml.reader.ReaderError as error:
            line = self.text.count("\n", 0, error.position)
            self._say(line, 0, "caractère interdit dans un fichier YAML.", "Supprimez-le.")
        return not self.document.problems

    def _several(self, event: Any) -> bool:
        if not event.explicit or event.start_mark.index == 0 or self._only_comments(event):
            return False
        self._say(
            event.start_mark.line,
            event.start_mark.column,
            "ligne « --- » au milieu du fichier.",
            "Un fichier porte un seul élément : supprimez cette ligne.",
        )
        return True

    def _only_comments(self, event: Any) -> bool:
        above = self.text[: event.start_mark.index].split("\n")
        return all(not line.strip() or line.lstrip().startswith("#") for line in above)

    def _anchors_and_tags(self, event: Any) -> None:
        mark = event.start_mark
        if isinstance(event, yaml.AliasEvent):
            self._say(
                mark.line,
                mark.column,
                f"renvoi « *{event.anchor} » : les ancres et renvois YAML sont refusés.",
                "Recopiez la valeur, ou mettez le texte entre guillemets.",
            )
        elif getattr(event, "anchor", None):
            self._say(
                mark.line,
                mark.column,
                f"ancre « &{event.anchor} » : les ancres et renvois YAML sont refusés.",
                "Supprimez l’ancre, ou mettez le texte entre guillemets.",
            )
        if getattr(event, "tag", None):
            self._say(
                mark.line,
                mark.column,
                f"étiquette « {_short_tag(event.tag)} » : les étiquettes YAML sont refusées.",
                "Supprimez-la, ou mettez le texte entre guillemets.",
            )

    def _syntax(self, error: yaml.MarkedYAMLError) -> None:
        opened_before = "quoted scalar" in str(error.context) or "flow" in str(error.context)
        mark = error.context_mark if opened_before else error.problem_mark
        mark = mark or error.problem_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        self._say(line, column, *_explain(str(error.problem or ""), str(error.context or "")))

    def _value(self, node: yaml.Node, path: Path) -> Any:
        self.document.values[path] = self._span(node)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(child, (*path, i)) for i, child in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            mark = key_node.start_mark
            if not isinstance(key_node, yaml.ScalarNode):
                self._say(mark.line, mark.column, "clé composée.", "Une clé est un simple mot.")
                continue
            key = key_node.value
            if not getattr(key_node, "style", None):
                self._scalar(key_node)
            if key in found:
                first = self.document.keys[(*path, key)].line
                self._say(
                    mark.line,
                    mark.column,
                    f"clé « {key} » déjà présente ligne {first}.",
                    f"Gardez une seule clé « {key} ».",
                )
                continue
            self.document.keys[(*path, key)] = self._span(key_node)
            found[key] = self._value(value_node, (*path, key))
        return found

    def _scalar(self, node: Any) -> Any:
        text = str(node.value)
        mark = node.start_mark
        if len(text) > LONGEST_VALUE or work(text) > MOST_WORK:
            # Left empty, so that no pattern of the check toils on it.
            self._say(mark.line, mark.column, f"valeur de {len(text)} signes.", SPARSER)
            return ""
        if node.style:
            self._escapes(node)
            return text
        if text == "":
            return None
        if text in ("true", "false"):
            return text == "true"
        if _INT.fullmatch(text):
            return int(text)
        if matched := _DATE.fullmatch(text):
            return self._date(node, *map(int, matched.groups()))
        tag = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False)).rpartition(":")[2]
        if tag != "str":
            self._say(
                node.start_mark.line,
                node.start_mark.column,
                f"« {text} » est ambigu : YAML y lirait {_READ_AS.get(tag, 'autre chose')}.",
                f'Mettez la valeur entre guillemets : "{text}".',
            )
        return text

    def _escapes(self, node: Any) -> None:
        """`\\x3c` would hide a sign from every check that reads the file."""
        raw = self.text[node.start_mark.index : node.end_mark.index]
        if node.style == '"' and re.search(r"\\[^\"]", raw, re.S):
            self._say(
                node.start_mark.line,
                node.start_mark.column,
                "signe écrit par son code (barre oblique inversée).",
                "Écrivez le signe lui-même.",
            )

    def _date(self, node: yaml.Node, year: int, month: int, day: int) -> date | str:
        try:
            return date(year, month, day)
        except ValueError:
            self._say(
                node.start_mark.line,
                node.start_mark.column,
                f"la date « {node.value} » n’existe pas.",
                "Écrivez année-mois-jour, par exemple 2026-11-23.",
            )
            return date(2000, 1, 1)

    def _span(self, node: yaml.Node) -> Span:
        mark, end = node.start_mark, node.end_mark
        style = getattr(node, "style", None) or ""
        return Span(mark.line + 1 + self.offset, mark.column + 1, mark.index, end.index, style)

    def _say(self, line: int, column: int, what: str, *mends: str) -> None:
        self.document.problems.append(
            Problem(self.path, line + 1 + self.offset, column + 1, what, mends)
        )


def _short_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _explain(problem: str, context: str) -> tuple[str, str]:
    """The French message and mend for a syntax error of libyaml or PyYAML."""
    if "mapping values" in problem:
        return (
            "deux-points suivis d’une espace dans un texte sans guillemets.",
            "Mettez le texte entre guillemets, ou sur la ligne suivante après « >- ».",
        )
    if "quoted scalar" in context or "unexpected end of stream" in problem:
        return ("guillemet ouvert et jamais refermé.", "Fermez le guillemet en fin de valeur.")
    if "block mapping" in context or "expected ':'" in problem or "simple key" in context:
        return (
            "ligne mal alignée, ou deux-points oubliés après la clé.",
            "Alignez les clés d’un même niveau et écrivez « clé: valeur ».",
        )
    if "block collection" in context or "block sequence" in context:
        return ("tiret de liste mal aligné.", "Alignez les tirets d’une même liste.")
    if "flow" in context:
        return ("crochet ou accolade mal fermé.", "Fermez-le, ou mettez le texte entre guillemets.")
    if "character" in problem and "start any token" in problem:
        return (
            "caractère qui ne peut pas commencer une valeur.",
            "Mettez la valeur entre guillemets.",
        )
    if "undefined alias" in problem:
        return (
            "les ancres et renvois YAML sont refusés.",
            "Mettez le texte entre guillemets s’il commence par « * ».",
        )
    return ("YAML illisible ici.", "Comparez avec un fichier voisin du même dossier.")
