"""What whoever reviews a change is told, in words a reader understands.

`scope` reads what git says of a change (through `git`) and names what it touches.
`folders` reads two built sites; `pages` cuts each page into blocks of words, `words`
finds what was added and removed, `compare` puts it all in one `Comparison`, that
`summary` (Markdown) and `preview` (a page to open) show. `builds` makes the two sites
from git. `known` adds to the list of published addresses. Nothing here changes a site.

All of it comes from strangers: names, titles and texts are escaped where they are shown.
"""
