"""`data/schemas/*.json`: made from the models, for editors that complete and validate."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..load import COLLECTIONS, SINGLES, Base
from ..load.collections import TAXONOMY, schema_line
from ..load.files import is_linked
from ..model import Fiche
from ..report import Problem, Refused

FOLDER = "data/schemas"


def check(base: Base) -> Iterator[Problem]:
    """Schemas that the models have outgrown; data files that name no schema."""
    if base.taxonomie is None:
        return
    for path, wanted in expected(base).items():
        if read(base.root, path) != wanted:
            yield Problem(
                path, 1, 1, "schéma absent ou périmé.", ("Refaites les schémas : make schemas",)
            )
    for source in base.sources:
        if source.body is None:
            yield from _named(source.path, source.text)


def expected(base: Base) -> dict[str, str]:
    """The text of every schema, by path."""
    models: dict[str, type[Fiche]] = dict(SINGLES.values())
    models |= {one.schema: one.model for one in COLLECTIONS if one.schema}
    return {f"{FOLDER}/{name}.json": _schema(model, base) for name, model in models.items()}


def write(base: Base) -> list[str]:
    """Rewrite the stale schemas and return their paths; see `rewrite`."""
    return rewrite(base.root, expected(base))


def rewrite(root: Path, texts: Mapping[str, str]) -> list[str]:
    """Write those of `texts`, by path, that the files do not hold yet; return their paths.

    Raises Refused rather than follow a link.
    """
    stale = [path for path, text in texts.items() if read(root, path) != text]
    if linked := [path for path in stale if is_linked(root, path)]:
        raise Refused(
            Problem(path, 1, 1, "lien symbolique.", ("Supprimez-le.",)) for path in linked
        )
    for path in stale:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(texts[path], "utf-8")
    return stale


def read(root: Path, path: str) -> str | None:
    """The text of a file; None when it cannot be read, or only through a link."""
    try:
        return None if is_linked(root, path) else (root / path).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _named(path: str, text: str) -> Iterator[Problem]:
    wanted = schema_line(path)
    if text.split("\n", 1)[0].strip() != wanted:
        yield Problem(
            path,
            1,
            1,
            "le fichier ne nomme pas son schéma.",
            (f"Première ligne attendue : {wanted}",),
        )


def _schema(model: type[Fiche], base: Base) -> str:
    schema = model.model_json_schema()
    tidy(schema, base)
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def tidy(node: Any, base: Base) -> None:
    """Drop from a schema the titles that pydantic invents; offer the words of the taxonomy."""
    if isinstance(node, list):
        for child in node:
            tidy(child, base)
    if not isinstance(node, dict):
        return
    if isinstance(node.get("title"), str):
        del node["title"]
    collection = node.pop("reference", None)
    if collection in TAXONOMY or collection == "cycles":
        node["enum"] = sorted(base.ids(collection))
    for child in node.values():
        tidy(child, base)
