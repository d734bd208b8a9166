"""The French words for the fixed values of the models."""

ETATS = {"annonce": "annoncé", "a-venir": "à venir", "en-cours": "en cours", "publie": "publié"}
LECTURES = {"verifie": "dans la source", "second-rang": "chez un commentateur"}
"""Where a statement was read, after the date of the reading."""
STATUTS = {status: f"vérifié {where}" for status, where in LECTURES.items()}
GENRES = {"possible": "possible", "impossible": "impossible", "a-verifier": "à vérifier"}
MARQUES = {
    **STATUTS,
    "deduction": "déduction de la rédaction",
    "contradictoire": "les sources se contredisent",
    "proposition": "proposition de la rédaction",
    "": "marque mal écrite",
}
"""What a source mark says of the statement it ends."""
PORTEES = {
    "texte": "texte",
    "echeance": "échéance",
    "question-ouverte": "question ouverte",
}
LANGUES = {
    "fr": "",
    "en": "en anglais",
    "es": "en espagnol",
    "it": "en italien",
    "de": "en allemand",
    "nl": "en néerlandais",
    "pt": "en portugais",
}
ENCADRES = ("note", "attention", "exemple", "incertain")
