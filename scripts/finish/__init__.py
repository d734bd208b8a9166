"""The renderer’s output → a site that is verified, then published at once.

`site` builds aside and swaps, `html` reads every built page, `inert` says what no page may
hold, `serve` runs the local server. Written beside the pages: `extras`, `feeds` (Atom),
`redirects` (addresses that changed), `version` (which commit), `offline` (an archive of it
all). `limits` bounds what a build may cost and see, `failures` says in French what a machine
refuses, `legal` lists every legal statement for a jurist.
"""
