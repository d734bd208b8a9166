"""Twenty hostile pull requests, as real branches of a bare repository, and what becomes of each.

`pytest tests/test_hostile_pr.py -s` prints the table that `.github/SECURITY.md` holds.
"""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from .conftest import EXEMPLE, ROOT
from .faults import CYCLE, PAGE, RESSOURCE, Plant, body, executable, link, swap, write
from .hostile import SINGLE, SVG, Check, endless_schema, sparse

REFUSED, TEXT, READ = "refusée", "inerte", "à relire"
Request = tuple[str, Plant, str, str]
"""What it tries (French), how, what becomes of it, and where or why."""

CODE = "Du code : `<script>alert(1)</script>`, `[a](javascript:alert(1))`."
REQUESTS: tuple[Request, ...] = (
    ("lancer un programme par une macro", body("{{ cycler }}"), REFUSED, f"{PAGE}:8:1"),
    (
        "allumer les macros d’une page",
        swap(PAGE, "titre:", "render_macros: true\ntitre:"),
        *(REFUSED, f"{PAGE}:2:1"),
    ),
    (
        "lancer un programme par une étiquette YAML",
        swap(RESSOURCE, "langue: fr", "langue: !!python/object/apply:os.system [id]"),
        *(REFUSED, f"{RESSOURCE}:7:9"),
    ),
    (
        "épuiser la mémoire par des renvois YAML",
        swap(RESSOURCE, "langue: fr", "langue: &a [x]\npays: [*a, *a]"),
        *(REFUSED, f"{RESSOURCE}:7:9"),
    ),
    ("poser un script", body("<script>alert(1)</script>"), REFUSED, f"{PAGE}:8:1"),
    ("poser un script par un lien", body("[a](javascript:x)"), REFUSED, f"{PAGE}:8:5"),
    (
        "poser un événement sur un bloc de code",
        body("``` { .py onclick=alert(1) }\nx\n```"),
        *(REFUSED, f"{PAGE}:8:5"),
    ),
    ("cacher un lien entre deux accents graves", body(SINGLE), REFUSED, f"{PAGE}:8:2"),
    ("cacher le sens d’une ligne (bidi)", body("Un \u202etxet"), REFUSED, f"{PAGE}:8:4"),
    (
        "fermer un attribut dans un titre",
        swap(CYCLE, "titre: Essai", "titre: 'Essai \"><img src=x>'"),
        *(REFUSED, f"{CYCLE}:2:16"),
    ),
    (
        "publier un fichier de la machine",
        link("docs/passwd.png", "/etc/passwd"),
        *(REFUSED, "docs/passwd.png:1:1"),
    ),
    (
        "faire lire un fichier sans fin",
        endless_schema,
        *(REFUSED, "data/schemas/arbre.json:1:1"),
    ),
    (
        "remplacer le style du site",
        write("docs/assets/site.css", "*{}"),
        *(REFUSED, "docs/assets/site.css:1:1"),
    ),
    (
        "changer les en-têtes de sécurité",
        write("docs/_headers", "/*\n"),
        *(REFUSED, "docs/_headers:1:1"),
    ),
    (
        "faire passer un dessin actif pour une image",
        write("docs/images/a.png", SVG),
        *(REFUSED, "docs/images/a.png:1:1"),
    ),
    (
        "remplir le disque",
        sparse("docs/images/a.png", 20_000_000),
        *(REFUSED, "docs/images/a.png:1:1"),
    ),
    ("bloquer le rendu", body("*a* " * 900 + "\n" + "*a* " * 900), REFUSED, f"{PAGE}:1:1"),
    ("déposer un fichier exécutable", executable(PAGE), REFUSED, f"{PAGE}:1:1"),
    ("montrer un script dans du code", body(CODE), TEXT, "la page le montre, rien ne l’exécute"),
    (
        "changer le code de la construction",
        write("scripts/x.py", "import os\n"),
        *(READ, "hors de docs/ et data/ : personne ne fusionne sans relire"),
    ),
)


def git(folder: Path, *options: str) -> str:
    known = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    who = ("-c", "user.name=Proposition", "-c", "user.email=proposition@example.invalid")
    command = ["git", *who, *options]
    done = subprocess.run(command, cwd=folder, env=known, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def forge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare repository: the example on `main`, and one branch a request."""
    folder = tmp_path_factory.mktemp("forge")
    bare, work = folder / "depot.git", folder / "auteur"
    git(folder, "init", "-q", "--bare", "-b", "main", str(bare))
    git(folder, "clone", "-q", str(bare), str(work))
    git(work, "checkout", "-q", "-b", "main")
    subprocess.run(["cp", "-R", f"{EXEMPLE}/.", str(work)], check=True)
    git(work, "add", "-A")
    git(work, "commit", "-q", "-m", "Exemple")
    for rank, (_, plant, _, _) in enumerate(REQUESTS):
        git(work, "checkout", "-q", "-b", f"proposition-{rank}", "main")
        plant(work)
        git(work, "add", "-A")
        git(work, "commit", "-q", "-m", "Proposition")
    git(work, "push", "-q", "--all")
    return bare


def table(rows: Sequence[Request]) -> list[str]:
    """The lines of the policy, one a request."""
    shown = ((*row[::2], f"`{row[3]}`" if row[2] == REFUSED else row[3]) for row in rows)
    return [f"| {tries} | {fate} | {where} |" for tries, fate, where in shown]


@pytest.mark.complet
def test_twenty_hostile_pull_requests(forge: Path, tmp_path: Path, check: Check) -> None:
    reviewer = tmp_path / "relecture"
    git(tmp_path, "clone", "-q", str(forge), str(reviewer))
    seen = []
    for rank, request in enumerate(REQUESTS):
        git(reviewer, "checkout", "-q", f"proposition-{rank}")
        changed = git(reviewer, "diff", "--name-only", "main...HEAD").split()
        code, output = check(reviewer)
        seen.append((*request[:2], *_fate(code, output, changed, request[3])))
    print(*table(seen), sep="\n")
    assert table(seen) == table(REQUESTS)
    assert len(REQUESTS) == 20


def _fate(code: int, output: str, changed: list[str], wanted: str) -> tuple[str, str]:
    assert "Traceback" not in output
    if any(not path.startswith(("docs/", "data/")) for path in changed):
        return READ, wanted
    places = [" ".join(line.split(" : ")[:1]) for line in output.splitlines() if " : " in line]
    if code:
        return REFUSED, wanted if wanted in places else f"{wanted} absent de {places}"
    return TEXT, wanted


def test_policy_tells_each_of_them() -> None:
    policy = (ROOT / ".github/SECURITY.md").read_text("utf-8").splitlines()
    assert [row for row in table(REQUESTS) if row not in policy] == []
