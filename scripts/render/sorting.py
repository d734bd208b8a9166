"""Alphabetical order as a French reader expects it."""

import unicodedata


def sort_key(words: str) -> str:
    """Lower case, accents and leading punctuation gone: « Équité » sorts at E."""
    folded = unicodedata.normalize("NFKD", words.replace("œ", "oe").replace("Œ", "oe"))
    plain = "".join(c for c in folded if not unicodedata.combining(c)).lower()
    return plain.lstrip("«»\"'’ \u00a0\u202f")
