"""What time does to the content, looked at once a week.

`addresses` finds every external address and its places, `patrol` has each one
probed (`probe`, which obeys `robots` and keeps to its `manners`), `links` turns
the verdicts into problems, `dates` sorts out what ends or ages, `weekly` writes
the report, `commands` prints. Nothing here stops a proposal, nor changes the content.
"""
