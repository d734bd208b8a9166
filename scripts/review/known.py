"""Adds to `data/adresses.yml` the addresses that were published since."""

from ..check.addresses import KNOWN
from ..check.places import published
from ..load import Base


def unrecorded(base: Base) -> list[str]:
    """The published addresses that the file does not hold yet, sorted."""
    assert base.adresses is not None
    return sorted(published(base) - set(base.adresses.adresses))


def add(base: Base) -> list[str]:
    """Rewrite the file when some are missing, sorted, its comments kept; return what it adds."""
    assert base.adresses is not None
    known, new = base.adresses.adresses, unrecorded(base)
    if new:
        file = base.root / KNOWN
        comments = [line for line in file.read_text("utf-8").splitlines() if line.startswith("#")]
        lines = [*comments, "adresses:", *(f"  - {one}" for one in sorted({*known, *new}))]
        file.write_text("\n".join(lines) + "\n", "utf-8")
    return new
