"""What whoever reviews a change is told, in words a reader understands.

`scope` reads what `git` says of a change and names what it touches; `scope_text` says it.
`builds` makes two sites, before and after; `compare` reads them: `pages` cuts each page
into blocks, `words` finds what was added and removed, and `summary` (Markdown) and
`preview` (a page to open) show the `Comparison`. `known` is apart: it adds to the list
of published addresses. `commands` puts it all on the command line. Nothing here changes a site.

All of it comes from strangers: names, titles and texts are escaped where they are shown.
"""
