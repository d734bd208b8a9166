"""Turns any French words into an id: lower-case ASCII, digits and hyphens."""

import re
import unicodedata

_PLAIN = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae", "’": "-", "–": "-", "—": "-"})


def clean_name(words: str) -> str:
    """« Été à l’œuvre » → « ete-a-l-oeuvre »; empty when nothing is left."""
    folded = unicodedata.normalize("NFKD", words.translate(_PLAIN))
    ascii_only = folded.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")
