"""What `mkdocs.yml` says that other rooms need: the menu, the macro pages."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import yaml

Entry = tuple[str, int, int]
"""Path of a page from the root, and where the menu names it: line, column."""


def menu(root: Path) -> list[Entry]:
    """Every page that `nav` names; empty when there is no readable menu."""
    node = _child(_compose(root), "nav")
    try:
        return list(_paths(node)) if node else []
    except RecursionError:
        return []


def labels(root: Path) -> dict[str, str]:
    """The short name that `nav` gives to each page, by path, in the order of the menu."""
    node = _child(_compose(root), "nav")
    try:
        return dict(_named(node)) if node else {}
    except RecursionError:
        return {}


def macro_pages(root: Path) -> set[str]:
    """Paths of the only pages whose macros are run."""
    plugins = _child(_compose(root), "plugins")
    for plugin in getattr(plugins, "value", []):
        settings = _child(plugin, "macros")
        listed = _child(settings, "force_render_paths") if settings else None
        if listed is not None:
            return {f"docs/{line}" for line in str(listed.value).split()}
    return set()


def fault(root: Path) -> tuple[int, int, str] | None:
    """Where `mkdocs.yml` cannot serve the site, and why: line, column, French words."""
    try:
        node = _parsed((root / "mkdocs.yml").read_text("utf-8"))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return line, column, "YAML mal formé : deux-points, alignement ou guillemets."
    except (OSError, yaml.YAMLError, UnicodeDecodeError, RecursionError):
        return 1, 1, "fichier illisible."
    if not isinstance(_child(node, "nav"), yaml.SequenceNode):
        return 1, 1, "le menu (« nav: », puis une liste) manque."
    if not macro_pages(root):
        return 1, 1, "la liste des pages à macros (« force_render_paths ») manque."
    return None


CALL = re.compile(r"\{\{ [a-z_]+\((?:\"[a-z-]+\")?\) \}\}")
"""The only thing a macro page may ask: a named list, with one word at most."""


def calls_only(markdown: str) -> str:
    """The text of a macro page where nothing but its calls can run: other braces are escaped."""
    texts, calls = CALL.split(markdown), [*CALL.findall(markdown), ""]
    return "".join(
        re.sub(r"\{(?=[{%#])", "&#123;", text) + call
        for text, call in zip(texts, calls, strict=True)
    )


def _compose(root: Path) -> yaml.Node | None:
    try:
        return _parsed((root / "mkdocs.yml").read_text("utf-8"))
    except (OSError, yaml.YAMLError, UnicodeDecodeError, RecursionError):
        return None


@lru_cache(maxsize=4)
def _parsed(text: str) -> yaml.Node | None:
    return yaml.compose(text, Loader=yaml.SafeLoader)


def _child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def _paths(node: yaml.Node) -> Iterator[Entry]:
    if isinstance(node, yaml.ScalarNode):
        if node.value.endswith(".md"):
            mark = node.start_mark
            yield f"docs/{node.value}", mark.line + 1, mark.column + 1
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _paths(child)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _paths(value)


def _named(node: yaml.Node) -> Iterator[tuple[str, str]]:
    if isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _named(child)
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if isinstance(value, yaml.ScalarNode):
                yield f"docs/{value.value}", str(name.value)
            else:
                yield from _named(value)
