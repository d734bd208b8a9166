"""`Base` → files to take away: plans (ODT, DOCX), booklets (PDF), calendars (ICS), open data.

`produce` writes them in a folder before the pages are rendered, since a page
says the format and weight of what it links to; `files` is what the pages read
of that folder, and copies it into the built site. `opendata` is quick: it writes
straight into the built site, `make serve` included.
"""
