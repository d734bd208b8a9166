"""How a field is called in French, and who fills it in."""

from .fields import Field

_NAMES = {
    "a_demander": "À demander sur place",
    "a_qui_demander": "À qui demander",
    "annee": "Année",
    "autorite": "Autorité",
    "cite": "Nom court",
    "consulte_le": "Consulté le",
    "definition": "Définition",
    "delai": "Délai",
    "echantillon": "Échantillon",
    "editeur": "Éditeur",
    "etat": "État",
    "experiences": "Expériences",
    "fait": "Ce qui a été fait",
    "levee": "Comment l’obstacle a été levé",
    "libelle": "Libellé",
    "liste": "Dans la liste",
    "metier": "Métier",
    "periode": "Période",
    "portee": "Portée",
    "precautions": "Précautions",
    "precision": "Précision",
    "prouve": "Ce que cela prouve",
    "publie_le": "Publié le",
    "relu_par": "Relu par",
    "reponse": "Réponse",
    "reserve": "Réserve",
    "resume": "Résumé",
    "unite": "Unité",
    "url": "Adresse",
    "valable_jusqu_au": "Valable jusqu’au",
    "verifie_le": "Vérifié le",
}
"""The names of fields that are not French as they stand: an accent, a short form."""
EDITORIAL = {
    *("changements", "cite", "liste", "ordre", "publie_le", "relu_par", "valable_jusqu_au")
}
"""What the editors decide once a proposal is there: forms do not ask for it."""


def label(field: Field) -> str:
    """« verifie_le » → « Vérifié le »."""
    return _NAMES.get(field.name) or field.name.replace("_", " ").capitalize()


def about(field: Field) -> str:
    """What a field holds, for who does not see the file."""
    return field.description.replace(", sans guillemets", "")


def is_asked(field: Field) -> bool:
    """Whether a form asks a stranger for this field."""
    return field.name not in EDITORIAL
