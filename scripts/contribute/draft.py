"""Values → the text of a file that the loader reads back as the same values."""

import re
import textwrap
from collections.abc import Container, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ..load import Base
from ..load.collections import schema_line
from ..load.names import clean_name
from ..load.yaml_strict import parse
from .offered import Offer

WIDTH = 96
LONGEST_ID = 60
_UNREADABLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)


def cleaned(text: str) -> str:
    """`text` without what no file may hold: control signs, tabs, spaces at the ends of lines."""
    readable = _UNREADABLE.sub("", re.sub(r"\r\n?", "\n", text).replace("\t", " "))
    return "\n".join(line.rstrip() for line in readable.split("\n")).strip()


def new_id(title: str, taken: Container[str]) -> str:
    """An id from a title that is not among `taken`; « sans-titre » when nothing is left of it."""
    name = clean_name(title) or "sans-titre"
    if len(name) > LONGEST_ID:
        name = name[: LONGEST_ID + 1].rpartition("-")[0] or name[:LONGEST_ID]
    rank = 2
    found = name
    while found in taken:
        found, rank = f"{name}-{rank}", rank + 1
    return found


def place(base: Base, offer: Offer, title: str) -> tuple[str, str]:
    """A free id for an item of that title, and the path of its file."""
    name = new_id(title, taken := base.ids(offer.collection.name))
    if offer.collection.id_of(offer.path(name)) is None:
        name = new_id(f"fiche {title}", taken)
    return name, offer.path(name)


def data_file(path: str, values: Mapping[str, Any]) -> str:
    """The whole text of a data file, its schema named on the first line."""
    return f"{schema_line(path)}\n{yaml_text(values)}"


def page(values: Mapping[str, Any], body: str) -> str:
    """The whole text of a page: front matter, then Markdown."""
    return f"---\n{yaml_text(values)}---\n\n{body.strip()}\n"


def yaml_text(values: Mapping[str, Any]) -> str:
    """YAML that reads back as `values`. Raises ValueError if no writing does."""
    text = "".join(f"{line}\n" for line in yaml_lines(values))
    read = parse(text, "")
    if read.problems or read.data != values:
        raise ValueError("a value cannot be written in YAML")
    return text


def yaml_lines(values: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """The lines of a mapping, in the order of its keys."""
    for key, value in values.items():
        if isinstance(value, list) and value:
            yield f"{indent}{key}:"
            for one in value:
                yield from _element(one, f"{indent}  ")
        elif isinstance(value, Mapping):
            yield f"{indent}{key}:"
            yield from yaml_lines(value, f"{indent}  ")
        else:
            yield from _scalar(f"{indent}{key}:", value, f"{indent}  ")


def write_new(root: Path, path: str, text: str) -> None:
    """Write a file that does not exist yet. Raises FileExistsError if it does."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    with open(root / path, "x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _element(value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        first, *rest = yaml_lines(value, f"{indent}  ")
        yield f"{indent}- {first.strip()}"
        yield from rest
    else:
        yield from _scalar(f"{indent}-", value, f"{indent}  ")


def _scalar(lead: str, value: Any, indent: str) -> list[str]:
    if isinstance(value, bool):
        return [f"{lead} {'true' if value else 'false'}"]
    if isinstance(value, int | date):
        return [f"{lead} {value}"]
    if value == []:
        return [f"{lead} []"]
    return next(
        (lines for lines in _writings(lead, value, indent) if _reads_back(lines, lead, value)),
        [f"{lead} {value}"],
    )


def _writings(lead: str, text: str, indent: str) -> Iterator[list[str]]:
    """Every way of writing a string, the most readable first."""
    short = len(lead) + len(text) < WIDTH
    if "\n" in text:
        yield [f"{lead} |-", *(f"{indent}{line}".rstrip() for line in text.split("\n"))]
    elif short:
        yield [f"{lead} {text}"]
    else:
        folded = textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)
        yield [f"{lead} >-", *(f"{indent}{line}" for line in folded)]
        yield [f"{lead} >-", f"{indent}{text}"]
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    yield [f'{lead} "{escaped}"']
    yield [f"{lead} '{text.replace(chr(39), chr(39) * 2)}'"]


def _reads_back(lines: list[str], lead: str, value: str) -> bool:
    """Whether the lines, set alone, hold the same string."""
    alone = [f"x:{lines[0][len(lead) :]}", *lines[1:]]
    read = parse("\n".join(alone) + "\n", "")
    return not read.problems and read.data == {"x": value}
