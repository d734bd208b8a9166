"""Items → a booklet to print: PDF, tagged, with its own fonts.

`cycle` (or `pages`, for any list of pages) chooses what a booklet holds, as
chapters of `sheets`; `body` sets the Markdown of each, `rewrite` gives it its
place among the others (anchors, page references, numbered addresses),
`document` makes the whole page; `pdf` prints it, with complete `tags`, and
refuses the `faults` that paper shows. No string is written twice: all come from
the parts that the pages of the site are made of.
"""

from .make import write_all

__all__ = ["write_all"]
