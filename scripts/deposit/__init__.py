"""Files that staff drop in `docs/livrables/fichiers/`: is each what its name says, and harmless?

Content comes from strangers: nothing here trusts a file, opens it in a program or
writes. `kinds` picks the room of a suffix; each room yields `Fault`s in French.
`pdfs` reads in a process of its own, so that a file made to hang hangs nothing else.
"""

from .fault import Fault
from .kinds import faults
from .pdfs import PdfReport, report

__all__ = ["Fault", "PdfReport", "faults", "report"]
