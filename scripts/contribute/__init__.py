"""Models → what a person fills in, and what they fill in → a file that passes the check.

`offered` says which collections are open, `fields` derives from a model the ordered
fields to ask for, `words` names them. Generated from the fields: `templates` (files to
copy), `forms` and `gitlab` (what a forge shows). Read back: `answers` turns what was typed
into values, `draft` writes values as a file. Two commands join both ends: `new`, whose
`ask` puts the questions in a terminal; `proposal`, which takes a form that a stranger
filled in (`rendered`, `cited`, then `filled`) as data only.
"""
