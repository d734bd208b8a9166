"""Lists of the service pages: legal notice, contact."""

from ..model import Reglages
from .prose import md


def mentions(reglages: Reglages) -> str:
    """Who publishes, as far as the settings say, and what they do not say yet."""
    labels = {
        "editeur": "Éditeur",
        "directeur_publication": "Direction de la publication",
        "hebergeur": "Hébergement",
        "contact": "Contact",
        "soutien": "Soutien",
    }
    filled = {label: getattr(reglages, key) for key, label in labels.items()}
    lines = [f"- {label} : {md(value)}" for label, value in filled.items() if value]
    if reglages.unpublishable():
        lines.insert(
            0,
            "Cette copie du site n’a pas encore d’éditeur complet : elle sert à la préparation "
            "et n’est pas destinée au public.\n",
        )
    return "\n".join(["## Qui publie {#qui-publie}", "", *lines])


def contact(reglages: Reglages) -> str:
    """How to write to the team: through the repository, when there is one."""
    if not reglages.repo_url:
        return ""
    return (
        "## Nous écrire {#contact}\n\n"
        f"Une erreur, une source, une question : ouvrez un ticket dans [le dépôt du site]"
        f"({reglages.repo_url}). Il est public : n’y mettez aucune donnée personnelle."
    )
