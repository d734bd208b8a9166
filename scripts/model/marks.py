"""Finds how a field is marked (`Prose`, `Reference`) from its path in the data.

Works on models rather than on items, so that a file with errors elsewhere
still has its references and its prose checked.
"""

import types
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

Path = tuple[str | int, ...]


def mark(model: type[BaseModel], path: Path, kind: type) -> Any | None:
    """The mark of type `kind` on the value at `path`, or None."""
    steps = tuple(0 if isinstance(step, int) else step for step in path)
    return next((one for one in _marks(model, steps) if isinstance(one, kind)), None)


@cache
def _marks(model: type[BaseModel], path: Path) -> tuple[Any, ...]:
    return _walk(model, (), path)


def _walk(annotation: Any, metadata: tuple[Any, ...], path: Path) -> tuple[Any, ...]:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return _walk(inner, (*metadata, *more), path)
    if origin in (Union, types.UnionType):
        inner = next(arg for arg in get_args(annotation) if arg is not type(None))
        return _walk(inner, metadata, path)
    if not path:
        return metadata
    if origin is list:
        return _walk(get_args(annotation)[0], (), path[1:])
    if origin is dict:
        return _walk(get_args(annotation)[1], (), path[1:])
    fields = getattr(annotation, "model_fields", {})
    if path[0] not in fields:
        return ()
    field = fields[path[0]]
    return _walk(field.annotation, tuple(field.metadata), path[1:])
