"""What the booklet of the guide holds: all its pages, in the order of its menu."""

from datetime import date

from ...load import Base, Item
from ...model import PageGuide
from ...render.navigation import guide_pages
from ...render.parts import text
from .document import Booklet, Chapter
from .sheets import page

TREES, ONE_PAGE = "Répondre pour votre cas", "L’essentiel, en une page"


def booklet_of_guide(base: Base, cycle: str, today: date) -> Booklet:
    """The booklet of the guide, under the sign of `cycle`."""
    pages = guide_pages(base)
    home = pages[0].fiche
    by_chapter = {
        "Le guide": [one for one in pages if _chapter(one) == "Le guide"],
        TREES: [one for one in pages if _chapter(one) == TREES],
        ONE_PAGE: [one for one in pages if _chapter(one) == ONE_PAGE],
    }
    return Booklet(
        title="Le guide 3DS",
        heading=text(home.titre),
        above="Pour les agents et les employeurs publics",
        summary=text(home.resume),
        sign=cycle,
        read_on=max(one.fiche.verifie_le for one in pages),
        chapters=[
            Chapter(
                f"chapitre-{rank}", name, [page(base, one, today, "guide.html") for one in group]
            )
            for rank, (name, group) in enumerate(by_chapter.items(), 1)
            if group
        ],
    )


def _chapter(item: Item[PageGuide]) -> str:
    if item.fiche.arbre:
        return TREES
    return ONE_PAGE if item.id.startswith("en-une-page") else "Le guide"
