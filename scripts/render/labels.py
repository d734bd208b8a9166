"""The French words for the fixed values of the models."""

ETATS = {"annonce": "annoncé", "a-venir": "à venir", "en-cours": "en cours", "publie": "publié"}
STATUTS = {
    "verifie": "vérifié dans la source",
    "second-rang": "vérifié chez un commentateur",
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
