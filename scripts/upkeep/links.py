"""What the probes found, as problems at the places that give the addresses."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from ..report import WARNING, Problem
from .addresses import Place
from .probe import ALIVE, DEAD, MOVED, REVIEW, STATES, UNASKED, Verdict

NO_NETWORK = "Aucune réponse du réseau : rien n’est conclu sur les liens."
_FEMININE = {ALIVE: "vivante", MOVED: "redirigée", DEAD: "morte", UNASKED: "non sondée"}


def problems(
    found: Mapping[str, Sequence[Place]], verdicts: Mapping[str, Verdict], *states: str
) -> list[Problem]:
    """The problems of the addresses in `states`, all of them by default, at every place."""
    return sorted(
        Problem(place.path, place.line, place.column, *said, WARNING)
        for address, verdict in verdicts.items()
        if not states or verdict.state in states
        for said in _said(address, verdict)
        for place in found[address]
    )


def counts(verdicts: Mapping[str, Verdict]) -> str:
    """« 250 adresses : 240 vivantes, 3 mortes… »"""
    number = Counter(verdict.state for verdict in verdicts.values())
    parts = [f"{number[state]} {_plural(state, number[state])}" for state in STATES]
    return f"{_adresses(len(verdicts))} : {', '.join(parts)}."


def _adresses(number: int) -> str:
    return f"{number} adresse{'s' if number > 1 else ''}"


def _plural(state: str, number: int) -> str:
    word = _FEMININE.get(state, state)
    return f"{word}s" if state in _FEMININE and number > 1 else word


def _said(address: str, verdict: Verdict) -> Iterator[tuple[str, tuple[str, ...]]]:
    if verdict.state == DEAD:
        yield (
            f"lien mort : « {address} », {verdict.why}.",
            ("Cherchez la nouvelle adresse chez l’éditeur ; à défaut, retirez le lien.",),
        )
    elif verdict.state == MOVED and verdict.moved:
        yield f"adresse déplacée : « {address} ».", _moved(address, verdict.moved)
    elif verdict.state == REVIEW:
        yield (
            f"lien à revoir : « {address} », {verdict.why}.",
            ("Ouvrez-le dans un navigateur : s’il s’affiche, ne changez rien.",),
        )


def _moved(address: str, target: str) -> tuple[str, ...]:
    if urlsplit(target).path in ("", "/") and urlsplit(address).path not in ("", "/"):
        return (f"Elle mène à l’accueil, « {target} » : la page a sans doute disparu.",)
    return (f"Vérifiez que la page est la bonne, puis écrivez : {target}",)
