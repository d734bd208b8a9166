"""What is wrong with a dropped file."""

from typing import NamedTuple

from ..report import ERROR


class Fault(NamedTuple):
    """`what` and `mend` are French sentences; `line` and `column` count from 1."""

    what: str
    mend: str
    line: int = 1
    column: int = 1
    severity: str = ERROR
