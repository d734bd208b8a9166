"""Everything between the content (`docs/`, `data/`) and the published site.

One direction of flow, one package a step: `model` says what an item is, `load`
reads files into a `Base`, `check` finds what is wrong with it (`deposit` looks
into the files that staff drop), `deliver` makes the files to take away, `render`
hands the pages to MkDocs, `search` indexes them, `finish` verifies the built pages
and publishes them. `contribute` is the way in: it makes the content files.
"""
