"""Everything between the content (`docs/`, `data/`) and the published site.

One direction of flow, one package a step: `model` says what an item is, `load`
reads files into a `Base`, `check` finds what is wrong with it (`deposit` looks
into the files that staff drop), `deliver` makes the files to take away, `render`
hands the pages to MkDocs, `search` indexes them, `finish` verifies the built pages
and puts them in place.

Around it: `contribute` is the way in, it makes the content files; `review` tells what a
change does to readers; `publish` looks at the site online (through `network`) and goes
back; `upkeep` looks once a week at what ages. `report` says problems, `git` and `node`
ask other programs. `__main__` holds the commands.
"""
