"""What the booklet of a cycle holds, in order."""

from datetime import date

from ...load import Base, Item
from ...model import Cycle
from ...render.cycle_parts import ateliers_of
from ...render.parts import by_rank, text
from ...render.sorting import sort_key
from ..dates import data_date
from .document import Booklet, Chapter
from .sheets import opening, page, question


def booklet_of(base: Base, item: Item[Cycle], today: date) -> Booklet:
    """The booklet of a cycle: its page, its ateliers, its practices, its questions."""
    fiche = item.fiche
    practices = [one for one in base.pratiques if one.fiche.cycle == item.id]
    practices.sort(key=lambda one: sort_key(one.fiche.titre))
    asked = sorted((one for one in base.questions if item.id in one.fiche.cycles), key=by_rank)
    chapters = [
        Chapter(
            "le-cycle",
            "Le cycle",
            [opening(base, item, today, "cycle.html")],
            text(fiche.resume),
            plain=True,
        ),
        Chapter(
            "ateliers",
            "Les quatre ateliers",
            [page(base, one, today, "atelier.html") for one in ateliers_of(base, item.id)],
            "Quatre séances à conduire dans l’ordre. Chaque fiche suffit pour animer la sienne.",
        ),
        Chapter(
            "pratiques",
            "Les fiches pratiques",
            [page(base, one, today, "pratique.html") for one in practices],
            "Une réponse par fiche. Le tableau des freins, au début du livret, dit laquelle lire.",
        ),
        Chapter(
            "questions", "Les questions fréquentes", [question(base, one, today) for one in asked]
        ),
    ]
    return Booklet(
        title=f"Livret du cycle {fiche.ordre}",
        heading=text(fiche.question),
        above=f"Cycle {fiche.ordre} · {text(fiche.titre)}",
        summary=text(fiche.resume),
        sign=item.id,
        read_on=data_date(base, item.id),
        chapters=[one for one in chapters if one.sheets],
    )
