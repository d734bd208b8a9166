"""What a change touches: content, what the site runs on, or both, which is said loudly."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..check.addresses import KNOWN
from ..load.files import DELIVERABLE_LIMIT, DELIVERABLES, FILE_LIMIT
from ..report import WARNING, Problem
from . import git
from .git import Entry

CONTENT = re.compile(r"(?!docs/CODEOWNERS)docs/|data/(?!schemas/|reglages\.yml$)")
"""GitHub obeys a CODEOWNERS in `docs/` too."""
FREE = re.compile(r"(README|CONTRIBUTING)\.md")
"""Neither content nor protected: words for those who contribute."""
PROTECTED = (
    (r"(.*/)?CODEOWNERS.*", "dit qui relit"),
    (r"\.github/|\.gitlab|\.ci/", "est lancé par la forge"),
    (r"scripts/|mkdocs\.yml|Makefile|pyproject\.toml", "construit et vérifie le site"),
    (r"overrides/", "met en page et s’exécute chez les lecteurs"),
    (r"tests/", "prouve que le site tient ses promesses"),
    (r"requirements/|package.*\.json|.*\.lock|\.npmrc", "fixe ce qui s’installe"),
    (r"LICEN[CS]E", "fixe les droits"),
    (r"data/reglages\.yml", "dit qui publie le site"),
    (r"data/schemas/", "se fait seul : make schemas"),
)
OTHER = "n’est pas du contenu"
NAME = re.compile(r"[A-Za-z0-9._/-]+")
KINDS = {git.LINK: "lien symbolique", git.MODULE: "sous-module", git.PROGRAM: "fichier exécutable"}


@dataclass
class Scope:
    """Paths by kind, protected ones with the reason; `alerts` are what no change needs."""

    content: list[str] = field(default_factory=list)
    protected: dict[str, str] = field(default_factory=dict)
    alerts: list[Problem] = field(default_factory=list)

    @property
    def mixed(self) -> bool:
        return bool(self.content and self.protected)

    @property
    def suspect(self) -> bool:
        """True for what `--strict` refuses."""
        return self.mixed or bool(self.alerts)


def scope(root: Path, base: str, head: str = "HEAD") -> Scope:
    """What the commits of `head` change since they left `base`. Raises OSError."""
    start, end = git.commit(root, base), git.commit(root, head)
    entries = git.differences(root, git.merge_base(root, start, end), end)
    present = [one.blob for one in entries if one.status != "D" and one.mode != git.MODULE]
    weights = git.sizes(root, present)
    found = Scope()
    for one in entries:
        name = shown(one.path)
        removed = _withdrawn(root, one) if one.path == KNOWN else []
        if removed:
            found.protected[name] = f"perd des adresses publiées : {', '.join(removed[:5])}"
        elif CONTENT.match(one.path):
            found.content.append(name)
        elif not FREE.fullmatch(one.path):
            found.protected[name] = _reason(one.path)
        found.alerts += _alerts(one, weights.get(one.blob, 0))
    return found


def shown(path: str) -> str:
    """A path on one line, its odd signs written by their code."""
    return path if path.isprintable() else path.encode("unicode_escape").decode()


def problems(found: Scope) -> list[Problem]:
    """What to say at the place of each file; nothing for an ordinary change of content."""
    touched = []
    if found.mixed:
        touched = [
            Problem(path, 1, 1, f"fichier protégé : il {reason}.", (), WARNING)
            for path, reason in found.protected.items()
        ]
    return sorted([*touched, *found.alerts])


def verdict(found: Scope) -> str:
    """What the change is, in one sentence."""
    if found.mixed:
        return (
            "Attention : cette modification mêle du contenu et des fichiers protégés. "
            "Relisez-les à part, ou demandez deux propositions."
        )
    if found.protected:
        return "Cette modification ne touche pas au contenu : relecture technique."
    if found.content:
        return "Cette modification ne touche que du contenu : relecture de rédaction."
    return "Cette modification ne touche ni le contenu ni un fichier protégé."


def _reason(path: str) -> str:
    return next((why for pattern, why in PROTECTED if re.match(pattern, path)), OTHER)


def _withdrawn(root: Path, one: Entry) -> list[str]:
    """The addresses that the change takes off the list."""
    before, after = (
        {line.strip() for line in git.text(root, blob).splitlines() if "- /" in line}
        for blob in (one.blob_before, one.blob)
    )
    return sorted(shown(line.removeprefix("- ")) for line in before - after)


def _alerts(one: Entry, weight: int) -> Iterator[Problem]:
    name = shown(one.path)
    if not NAME.fullmatch(one.path):
        yield _alert(name, "nom de fichier inhabituel.", "Lettres sans accent, chiffres, tirets.")
    if one.status == "D":
        return
    if one.mode in KINDS and one.mode != one.mode_before:
        yield _alert(name, f"{KINDS[one.mode]}.", "Refusez-le s’il n’est pas expliqué.")
    limit = DELIVERABLE_LIMIT if one.path.startswith(DELIVERABLES) else FILE_LIMIT
    if weight > limit:
        yield _alert(
            name,
            f"{weight / 1_000_000:.1f} Mo, {limit // 1_000_000} au plus.".replace(".", ",", 1),
            "L’historique le gardera pour toujours : allégez-le avant de fusionner.",
        )


def _alert(path: str, what: str, mend: str) -> Problem:
    return Problem(path, 1, 1, what, (mend,), WARNING)
