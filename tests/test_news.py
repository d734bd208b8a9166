"""« Nouveautés »: what changed meaning comes first, a later reading is told."""

from pathlib import Path

from scripts.load import load
from scripts.render import news

from .faults import CYCLE, QUESTION, swap


def test_days_are_told_latest_first(depot: Path) -> None:
    swap(QUESTION, "verifie_le: 2026-11-01", "verifie_le: 2026-11-20")(depot)
    swap(
        CYCLE,
        "statut: verifie",
        "changements:\n  - le: 2026-11-20\n    note: La durée passe à 18 mois.\nstatut: verifie",
    )(depot)
    base, problems = load(depot)
    assert problems == []
    assert news.markdown(base) == (
        "## 20\u00a0novembre\u00a02026 {#jour-2026-11-20}\n\n"
        "- **Changé.** [Essai](cycles/essai/index.md) : La durée passe à 18 mois.\n"
        "- **Relu.** [Une première question](faq.md#premiere-question)\n\n"
        "## 1er\u00a0novembre\u00a02026 {#jour-2026-11-01}\n\n"
        "- **Publié.** [1 arbre de décision](arbres/index.md)\n"
        "- **Publié.** [4 pages du guide 3DS](guide-3ds/index.md)\n"
        "- **Publié.** [3 évolutions suivies](guide-3ds/veille.md)\n"
        "- **Publié.** [1 cycle](cycles/index.md)\n"
        "- **Publié.** [4 fiches d’atelier](cycles/index.md)\n"
        "- **Publié.** [1 question](faq.md)\n"
        "- **Publié.** [1 mot du glossaire](glossaire.md)\n"
        "- **Publié.** [2 ressources consultées](ressources.md)"
    )
