"""Models → what a person fills in, and what they fill in → a file that passes the check.

`offered` says which collections are open, `fields` derives from a model the ordered
fields to ask for. Two ways out: `templates` (files to copy) and `forms` (what a forge
shows) are generated from the fields; `answers` reads what was typed back into values,
`draft` writes them as a file. `ask` puts the questions in a terminal (`nouveau`),
`rendered` and `cited` read a form that somebody else filled in (`proposal`): as data only.
"""
