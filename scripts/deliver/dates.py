"""The date that a deliverable carries: that of what it is made of."""

from datetime import date
from typing import Any

from ..load import Base, Item


def data_date(base: Base, cycle: str) -> date:
    """The last day someone read the sources of a cycle, its ateliers or its practices."""
    dated: list[Item[Any]] = [*base.ateliers, *base.pratiques]
    items = [base.items["cycles"][cycle], *(one for one in dated if one.fiche.cycle == cycle)]
    days: list[date] = [one.fiche.verifie_le for one in items]
    return max(days)
