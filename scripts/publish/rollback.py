"""`make retour`: a new commit that gives the site the files of a past one.

History goes on, nothing is rewritten, so nobody needs the right to force a push and
going forward again is the same command. What the forge runs stays as it is today:
an old workflow might not know how to publish. So a version without the commands that
the workflows of today run is refused.
"""

import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ..git import GitRefused, answer, says_yes
from ..render.urls import page_url
from ..report import nearest
from .forge import targets_asked, targets_made

KEPT = (".github", ".gitlab", ".gitlab-ci.yml", ".ci")
"""What the forge runs."""
SETTINGS = "data/reglages.yml"


class _Impossible(Exception):  # noqa: N818 (what was asked is impossible)
    """Why, and how to go on, in French."""


def rollback(root: Path, version: str, push: bool = False) -> int:
    """Commit the state of `version` on top of the current branch of `root`; 0 when done."""
    try:
        commit = _found(root, version)
        _ready(root, commit, version)
        lost = list(_lost(root, commit))
        _restore(root, commit)
        _told(root, commit, lost, push)
    except _Impossible as error:
        print(error, file=sys.stderr)
        return 1
    except GitRefused as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _found(root: Path, version: str) -> str:
    try:
        return answer(root, "rev-parse", "--verify", "--end-of-options", f"{version}^{{commit}}")
    except GitRefused:
        tags = answer(root, "tag").splitlines()
        guess = nearest(version, tags)
        hint = f"Vouliez-vous dire « {guess} » ?" if guess else "La liste : git log --oneline"
        raise _Impossible(f"« {version} » n’est ni un commit ni une étiquette. {hint}") from None


def _ready(root: Path, commit: str, version: str) -> None:
    if not says_yes(root, "symbolic-ref", "--quiet", "HEAD"):
        raise _Impossible(
            "Vous n’êtes sur aucune branche : le nouveau commit se perdrait. "
            "Placez-vous sur main (git switch main), puis relancez."
        )
    if answer(root, "status", "--porcelain", "--untracked-files=no"):
        raise _Impossible(
            "Des fichiers sont modifiés. Enregistrez-les (git commit) ou mettez-les de côté "
            "(git stash), puis relancez."
        )
    if not says_yes(root, "merge-base", "--is-ancestor", commit, "HEAD"):
        raise _Impossible(
            f"« {version} » n’est pas une version passée de cette branche. "
            "Placez-vous sur main (git switch main), puis relancez."
        )
    if says_yes(root, "diff", "--quiet", commit, "HEAD", "--", *_scope()):
        raise _Impossible(f"Le site est déjà dans l’état de « {version} » : rien à faire.")
    if missing := sorted(targets_asked(root) - _made(root, commit)):
        raise _Impossible(
            f"« {version} » n’a pas toutes les commandes de publication ({', '.join(missing)}) : "
            f"les robots d’aujourd’hui ne sauraient pas la mettre en ligne. {_usable(root, commit)}"
        )
    if unsaved := list(_in_the_way(root, commit)):
        names = "\n".join(f"  {path}" for path in unsaved)
        raise _Impossible(
            f"Ces fichiers ne sont pas enregistrés, et le retour les remplacerait :\n{names}\n"
            "Enregistrez-les (git add, git commit) ou déplacez-les, puis relancez."
        )


def _scope() -> tuple[str, ...]:
    return (".", *(f":(exclude){name}" for name in KEPT))


def _made(root: Path, commit: str) -> set[str]:
    try:
        return targets_made(answer(root, "show", f"{commit}:Makefile"))
    except GitRefused:
        return set()


def _usable(root: Path, commit: str) -> str:
    """Names the first version after `commit` that the workflows of today can publish."""
    asked = targets_asked(root)
    since = ("log", "--first-parent", "--reverse", "--format=%H", f"{commit}..HEAD")
    for one in answer(root, *since, "--", "Makefile").split():
        if asked <= _made(root, one):
            day = answer(root, "show", "--no-patch", "--format=%cs", one)
            return f"La plus ancienne utilisable : {one[:10]} ({day})."
    return "Prenez une version plus récente : git log --oneline"


def _in_the_way(root: Path, commit: str) -> Iterator[str]:
    """Files that git does not follow, where `commit` has a file or a folder."""
    added = ("diff", "--name-only", "--no-renames", "--diff-filter=A", "-z", "HEAD", commit)
    back = _paths(root, *added, "--", *_scope())
    folders = {parent for path in back for parent in PurePosixPath(path).parents}
    files = {PurePosixPath(path) for path in back}
    for path in _paths(root, "ls-files", "--others", "-z"):
        one = PurePosixPath(path)
        if one in files | folders or not files.isdisjoint(one.parents):
            yield path


def _paths(root: Path, *arguments: str) -> list[str]:
    return [path for path in answer(root, *arguments).split("\0") if path]


def _lost(root: Path, commit: str) -> Iterator[str]:
    """Addresses of pages that today has and `commit` had not."""
    since = _paths(
        root, "diff", "--name-only", "--no-renames", "--diff-filter=A", "-z", commit, "HEAD"
    )
    for path in since:
        if path.startswith("docs/") and path.endswith(".md"):
            yield f"/{page_url(path)}"


def _restore(root: Path, commit: str) -> None:
    answer(root, "restore", f"--source={commit}", "--staged", "--worktree", "--", *_scope())
    day = answer(root, "show", "--no-patch", "--format=%cs", commit)
    message = f"Remettre le site dans l’état du {day} ({commit[:10]})"
    try:
        answer(root, "commit", "--quiet", "-m", message)
    except GitRefused:
        answer(root, "restore", "--source=HEAD", "--staged", "--worktree", "--", *_scope())
        raise


def _told(root: Path, commit: str, lost: list[str], push: bool) -> None:
    print(f"Le dépôt a repris l’état de {commit[:10]}, dans un nouveau commit.")
    if lost:
        print("Attention : ces adresses, publiées depuis, ne répondront plus :")
        print("\n".join(f"  {address}" for address in lost))
    if not says_yes(root, "diff", "--quiet", "HEAD~1", "HEAD", "--", SETTINGS):
        print(f"Attention : {SETTINGS} est aussi revenu en arrière. Relisez-le.")
    branch = answer(root, "symbolic-ref", "--short", "HEAD")
    if branch != "main":
        print(f"Attention : vous êtes sur « {branch} » ; le site se publie depuis main.")
    command = ("push", "origin", f"HEAD:{branch}")
    if push:
        _push(root, command)
    else:
        print(f"Vérifiez (make check), puis envoyez : git {' '.join(command)}")
    print("Pour annuler ce retour : make retour VERSION=HEAD~1")


def _push(root: Path, command: tuple[str, ...]) -> None:
    try:
        answer(root, *command)
    except GitRefused as error:
        raise _Impossible(
            f"La forge refuse l’envoi : {error}\n"
            "Si quelqu’un a publié entre-temps : git pull --rebase, puis "
            f"git {' '.join(command)}"
        ) from None
    print("C’est envoyé : la mise en ligne se lance seule.")
