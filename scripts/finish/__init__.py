"""The renderer’s output → a site that is verified, then published at once.

`site` builds aside and swaps, `html` reads every built page, `serve` runs the
local server, `feeds` writes the Atom feed, `redirects` forwards the addresses that changed,
`failures` says in French what a machine refuses, `limits` bounds what a build may cost and
see, `inert` says what no page may hold.
"""
