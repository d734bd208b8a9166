"""The renderer’s output → a site that is verified, then published at once.

`site` builds aside and swaps, `html` reads every built page, `serve` runs the
local server, `feeds` writes the Atom feed, `version` marks the commit,
`failures` says in French what a machine refuses.
"""
