"""The search index: what the site says, cut into items that a reader may look for.

`documents` makes one document of each page and of each entry of a list page,
`outline` reads the sections of the built pages, and `index` has Node weigh the
words of them all with the analyser that the browser runs on what is typed.
"""

from .index import write

__all__ = ["write"]
