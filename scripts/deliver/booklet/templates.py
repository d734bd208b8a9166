"""The templates of `overrides/livret/`: they print ready strings, as those of the pages do."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

FOLDER = Path(__file__).resolve().parents[3] / "overrides" / "livret"


def fill(name: str, **parts: object) -> str:
    """The HTML of a template; a part that it names and does not get fails."""
    return _environment().get_template(name).render(**parts)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
