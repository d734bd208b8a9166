"""The Markdown of a page, set as the site sets it, for a printed sheet."""

import posixpath
import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from markdown import Markdown

from ...load import Base, Item
from ...render.citations import names
from ...render.markdown import SiteExtension
from ...render.urls import resolve

ROOT = Path(__file__).resolve().parents[3]
IMAGE = "image:"
"""Scheme of an image of the content: its path from the root of the repository follows."""
_LINK = re.compile(r'(<a\b[^>]*?\bhref=")([^"]*)')
_PICTURE = re.compile(r'(<img\b[^>]*?\bsrc=")([^"]*)')


def body(base: Base, item: Item[Any], top: int) -> str:
    """The HTML of a page; its `##` become headings of rank `top`, its links start at `@/`."""
    extensions, configs = _extensions()
    site = SiteExtension(names(base))
    markdown = Markdown(extensions=[*extensions, site], extension_configs=configs)
    html = markdown.convert(item.body)
    html = _LINK.sub(lambda m: m[1] + resolve(m[2], item.path), html)
    html = _PICTURE.sub(lambda m: m[1] + _image(m[2], item.path), html)
    return re.sub(r"(?<=<h|/h)[2-6](?=[ >])", lambda m: str(min(int(m[0]) - 2 + top, 6)), html)


def _image(source: str, path: str) -> str:
    return IMAGE + posixpath.normpath(posixpath.join(posixpath.dirname(path), source))


@cache
def _extensions() -> tuple[list[str], dict[str, dict[str, Any]]]:
    """What `mkdocs.yml` asks of Markdown, and what MkDocs always adds."""
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    extensions, configs = ["fenced_code"], {}
    for entry in settings["markdown_extensions"]:
        name, config = next(iter(entry.items())) if isinstance(entry, dict) else (entry, {})
        extensions.append(name)
        configs[name] = config or {}
    return extensions, configs
