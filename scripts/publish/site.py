"""The published site as a reader’s browser meets it, each file asked once."""

from dataclasses import dataclass, field
from functools import partial

from ..network import Answer, Client, follow, uri

LIMIT = 8_000_000
"""Bytes read of a file: more than the search index weighs."""


@dataclass
class Site:
    """`address` ends with a slash."""

    address: str
    client: Client
    _read: dict[str, Answer] = field(default_factory=dict)

    def get(self, path: str) -> Answer:
        """The answer for `path`, from the root of the site. Raises Unreachable."""
        if path not in self._read:
            ask = partial(self.client.ask, "GET", limit=LIMIT)
            self._read[path] = follow(uri(self.address + path), ask).answer
        return self._read[path]

    def text(self, path: str) -> str:
        """The body for `path`, as text."""
        return self.get(path).body.decode("utf-8", "replace")
