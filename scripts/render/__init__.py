"""`Base` → what MkDocs shows.

`context` turns items into ready HTML strings for the templates of `overrides/`,
`macros` writes the list pages as Markdown, `markdown` guards and sets the text
of every page, `glossary` links terms in finished pages. `hooks` only calls
these; another renderer would call the same functions.
"""
