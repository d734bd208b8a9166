"""Planted faults: one mistake each, and where and how the check must say it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Plant = Callable[[Path], object]

RESSOURCE = "data/ressources/guide-essai.yml"
QUESTION = "data/faq/premiere-question.yml"
PAGE = "docs/cycles/index.md"
CYCLE = "docs/cycles/essai/index.md"
ATELIER = "docs/cycles/essai/atelier-2-deux.md"
TAXONOMIE = "data/taxonomie.yml"
ARBRE = "data/arbres/essai.yml"
PAGE_ARBRE = "docs/arbres/essai.md"
GUIDE = "docs/guide-3ds/index.md"


@dataclass(frozen=True)
class Fault:
    """`plant` breaks a valid repository; `says` stands on the line that names the place."""

    name: str
    plant: Plant
    path: str
    line: int
    column: int
    says: str
    warning: bool = False

    def is_said(self, output: str) -> bool:
        """One line of `output` is about this fault, at its exact place."""
        kind = "attention : " if self.warning else ""
        place = f"{self.path}:{self.line}:{self.column} : {kind}"
        return any(
            line.startswith(place) and self.says in line.removeprefix(place)
            for line in output.splitlines()
        )


def swap(path: str, old: str, new: str) -> Plant:
    def plant(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        assert old in text, f"{old!r} is not in {path}"
        (root / path).write_text(text.replace(old, new, 1), "utf-8")

    return plant


def write(path: str, content: str | bytes) -> Plant:
    def plant(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        raw = content.encode() if isinstance(content, str) else content
        (root / path).write_bytes(raw)

    return plant


def body(text: str) -> Plant:
    """Replaces the body of PAGE, which begins on line 8."""

    def plant(root: Path) -> None:
        head = re.match(r"---\n.*?\n---\n", (root / PAGE).read_text("utf-8"), re.S)
        assert head
        (root / PAGE).write_text(f"{head[0]}\n{text}\n\n## Liste\n\nFin.\n", "utf-8")

    return plant


def copy(source: str, target: str, *edits: tuple[str, str]) -> Plant:
    def plant(root: Path) -> None:
        text = (root / source).read_text("utf-8")
        for old, new in edits:
            text = text.replace(old, new, 1)
        (root / target).write_text(text, "utf-8")

    return plant


def remove(path: str) -> Plant:
    return lambda root: (root / path).unlink()


def link(path: str, target: str) -> Plant:
    return lambda root: (root / path).symlink_to(target)


def executable(path: str) -> Plant:
    return lambda root: (root / path).chmod(0o755)


def _page(name: str, plant: str, column: int, says: str, line: int = 8) -> Fault:
    return Fault(name, body(plant), PAGE, line, column, says)


def _value(name: str, old: str, new: str, line: int, column: int, says: str) -> Fault:
    return Fault(name, swap(RESSOURCE, old, new), RESSOURCE, line, column, says)


def _file(name: str, plant: Plant, path: str, says: str) -> Fault:
    return Fault(name, plant, path, 1, 1, says)


def _tree(name: str, old: str, new: str, line: int, column: int, says: str) -> Fault:
    return Fault(name, swap(ARBRE, old, new), ARBRE, line, column, says)


def guide(text: str) -> Plant:
    """Replaces the body of GUIDE, which begins on line 18."""

    def plant(root: Path) -> None:
        head = re.match(r"---\n.*?\n---\n", (root / GUIDE).read_text("utf-8"), re.S)
        assert head
        (root / GUIDE).write_text(f"{head[0]}\n{text}\n\nFin. [@texte-essai]\n", "utf-8")

    return plant


def _guide(
    name: str, text: str, column: int, says: str, line: int = 18, warning: bool = False
) -> Fault:
    return Fault(name, guide(text), GUIDE, line, column, says, warning)


def _chain(length: int, answers: int) -> Plant:
    """The first question of ARBRE becomes a chain of `length`, each with as many `answers`."""
    places = [f"etape-{rank}" for rank in range(length)]
    text = "questions:\n"
    for here, to in zip(places, [*places[1:], "lieu"], strict=True):
        text += f"  {here}:\n    question: Combien ?\n    reponses:\n"
        leads = ["ailleurs", *[to] * (answers - 1)]
        text += "".join(
            f"      - reponse: {n}e\n        vers: {to}\n" for n, to in enumerate(leads)
        )
        text += "    sources:\n      - ressource: guide-essai\n"

    def plant(root: Path) -> None:
        swap(ARBRE, "questions:\n", text)(root)
        swap(ARBRE, "debut: lieu", "debut: etape-0")(root)

    return plant


YAML = [
    _value("syntax", "titre: Guide", "titre: Guide: x", 2, 13, "deux-points suivis d’une espace"),
    _value(
        "no-space-after-colon",
        "titre: Guide",
        "titre:Guide",
        2,
        1,
        "il manque une espace après « titre: »",
    ),
    _value("quote", "titre: Guide", 'titre: "Guide', 2, 8, "guillemet ouvert et jamais refermé"),
    _value("tab", "  - entreprises", "\t- entreprises", 9, 1, "tabulation en début de ligne"),
    _value(
        "duplicate-key",
        "langue: fr",
        "langue: fr\nlangue: en",
        8,
        1,
        "clé « langue » déjà présente ligne 7",
    ),
    _value(
        "escape", "titre: Guide d’essai", 'titre: "Guide \\x3cb"', 2, 8, "signe écrit par son code"
    ),
    _value("no-text", "resume: Un guide pour les tests.\n", "resume: |", 14, 9, "il en faut"),
    _value("anchor", "langue: fr", "langue: &x fr", 7, 9, "ancre « &x »"),
    _value("alias", "langue: fr", "langue: *x", 7, 9, "renvoi « *x »"),
    _value(
        "tag",
        "langue: fr",
        "langue: !!python/object/apply:os.system [ls]",
        7,
        9,
        "étiquette « !!python/object/apply:os.system »",
    ),
    _value("ambiguous-no", "langue: fr", "langue: NO", 7, 9, "« NO » est ambigu"),
    _value("ambiguous-time", "langue: fr", "langue: 14:30", 7, 9, "« 14:30 » est ambigu"),
    _value("ambiguous-octal", "annee: 2024", "annee: 0123", 4, 8, "« 0123 » est ambigu"),
    _value("ambiguous-float", "annee: 2024", "annee: 1.10", 4, 8, "« 1.10 » est ambigu"),
    _value(
        "impossible-date",
        "consulte_le: 2026-11-01",
        "consulte_le: 2026-02-30",
        13,
        14,
        "la date « 2026-02-30 » n’existe pas",
    ),
    _value("wrong-type", "annee: 2024", 'annee: "2024"', 4, 8, "il faut un nombre entier"),
    _value("wrong-shape", "  - entreprises", "  entreprises: oui", 9, 3, "il faut une liste"),
    _value(
        "unknown-key", "langue: fr", "langue: fr\npays: fr", 8, 1, "la clé « pays » n’existe pas"
    ),
    _value("missing-key", "editeur: Éditeur d’essai\n", "", 1, 1, "il manque la clé « editeur »"),
    _value("no-value", "langue: fr", "langue:", 7, 8, "« langue » est vide"),
    _value("choice", "langue: fr", "langue: fra", 7, 9, "« langue: fra » n’existe pas"),
    _value("long", "Un guide", "Un " + "très " * 80 + "guide", 14, 9, "320 au plus"),
    _value("address", "https://exemple.fr", "exemple.fr", 5, 6, "l’adresse commence par https://"),
    _value("deep", "langue: fr", "langue: " + "[" * 40 + "]" * 40, 7, 20, "niveaux d’imbrication"),
    _file("empty", write(RESSOURCE, "\n"), RESSOURCE, "fichier vide"),
    Fault(
        "not-utf8",
        write(RESSOURCE, "# é\ntitre: é".encode("latin-1")),
        RESSOURCE,
        1,
        3,
        "le fichier n’est pas en UTF-8",
    ),
    _file(
        "heavy", write(RESSOURCE, "# x\n" * 60_000), RESSOURCE, "240 Ko : la limite est de 200 Ko"
    ),
    _file(
        "yaml-extension",
        copy(RESSOURCE, "data/ressources/autre.yaml"),
        "data/ressources/autre.yaml",
        "extension « .yaml » refusée",
    ),
    _file(
        "no-schema",
        swap(RESSOURCE, "# yaml-language-server", "# schema"),
        RESSOURCE,
        "le fichier ne nomme pas son schéma",
    ),
    _file(
        "stale-schema",
        swap("data/schemas/ressource.json", "Titre exact", "Titre"),
        "data/schemas/ressource.json",
        "schéma absent ou périmé",
    ),
    _file(
        "unknown-folder", write("data/divers/x.yml", "a: b"), "data/divers/x.yml", "aucun contenu"
    ),
    _file("no-settings", remove("data/reglages.yml"), "data/reglages.yml", "fichier indispensable"),
]

UNFILLED = [
    Fault(
        "unfilled-value",
        swap(QUESTION, "Une première question", "À REMPLIR"),
        QUESTION,
        2,
        11,
        "« À REMPLIR » : cette ligne attend votre texte",
    ),
    Fault(
        "unfilled-date",
        swap(QUESTION, "2026-11-01", "À REMPLIR"),
        QUESTION,
        12,
        13,
        "« À REMPLIR » : cette ligne attend",
    ),
    _page("unfilled-body", "À REMPLIR : le problème.", 1, "« À REMPLIR » : cette ligne attend"),
    _page("unfilled-body-unaccented", "Un A REMPLIR.", 4, "« À REMPLIR » : cette ligne attend"),
    _file(
        "unnamed-copy",
        copy(QUESTION, "data/faq/a-remplir.yml"),
        "data/faq/a-remplir.yml",
        "nom « a-remplir » à remplacer",
    ),
    _file(
        "stale-template",
        swap("data/modeles/question.yml", "conclusion", "réponse"),
        "data/modeles/question.yml",
        "modèle absent ou périmé",
    ),
]

FRONT_MATTER = [
    _file("no-front-matter", write(PAGE, "Bonjour\n"), PAGE, "il manque l’en-tête"),
    _file("open-front-matter", write(PAGE, "---\ntitre: x\n"), PAGE, "jamais refermé"),
    Fault(
        "broken-front-matter",
        swap(PAGE, "titre: Les cycles", "titre: Les: cycles"),
        PAGE,
        2,
        11,
        "deux-points suivis d’une espace",
    ),
    Fault(
        "missing-in-front-matter",
        swap(PAGE, "titre: Les cycles\n", ""),
        PAGE,
        2,
        1,
        "il manque la clé « titre »",
    ),
    Fault(
        "unknown-in-front-matter",
        swap(PAGE, "resume:", "resumé: x\nresume:"),
        PAGE,
        3,
        1,
        "la clé « resumé » n’existe pas",
    ),
    *(
        Fault(
            f"forbidden-{key}",
            swap(PAGE, "resume:", f"{key}: x\nresume:"),
            PAGE,
            3,
            1,
            f"la clé « {key} » est interdite",
        )
        for key in ("template", "icon", "render_macros")
    ),
    *(
        Fault(
            f"sign-{index}",
            swap(PAGE, "titre: Les cycles", f"titre: Les {sign} cycles"),
            PAGE,
            2,
            12,
            f"le signe « {sign} » est refusé",
        )
        for index, sign in enumerate(("<", ">", "{{", "{%"))
    ),
]

REFERENCES = [
    _file(
        "forgotten-copy",
        copy(RESSOURCE, "data/ressources/le-meme.yml"),
        "data/ressources/le-meme.yml",
        "même document que data/ressources/guide-essai.yml",
    ),
    Fault(
        "unknown-public",
        swap(RESSOURCE, "  - entreprises", "  - entreprise"),
        RESSOURCE,
        9,
        5,
        "« publics: entreprise » n’existe pas",
    ),
    Fault(
        "unknown-source",
        swap(QUESTION, "ressource: guide-essai", "ressource: guide-esai"),
        QUESTION,
        9,
        16,
        "« ressource: guide-esai » n’existe pas",
    ),
    Fault(
        "twice-in-list",
        swap(RESSOURCE, "  - entreprises", "  - entreprises\n  - entreprises"),
        RESSOURCE,
        10,
        5,
        "« entreprises » figure deux fois",
    ),
    Fault(
        "duplicate-frein",
        swap(
            TAXONOMIE,
            "formats:",
            "  manque-de-temps:\n    nom: x\nformats:",
        ),
        TAXONOMIE,
        16,
        3,
        "clé « manque-de-temps » déjà présente ligne 10",
    ),
    _file(
        "duplicate-by-case",
        copy(RESSOURCE, "data/ressources/Guide-essai.yml"),
        "data/ressources/Guide-essai.yml",
        "nom « Guide-essai » refusé",
    ),
    _file(
        "two-files-one-address",
        copy(PAGE, "docs/cycles.md"),
        "docs/cycles.md",
        "même adresse /cycles/",
    ),
    Fault(
        "orphan",
        copy(
            RESSOURCE,
            "data/ressources/seule.yml",
            ("statut:", "liste: false\nstatut:"),
            ("/guide", "/autre"),
        ),
        "data/ressources/seule.yml",
        1,
        1,
        "rien ne cite cette ressource",
        warning=True,
    ),
    Fault(
        "unused-frein",
        swap(QUESTION, "freins:\n  - manque-de-temps\n", ""),
        TAXONOMIE,
        10,
        3,
        "aucun contenu ne répond au frein « manque-de-temps »",
        warning=True,
    ),
    _file(
        "three-ateliers",
        remove(ATELIER),
        CYCLE,
        "il manque au cycle l’atelier 2",
    ),
    Fault(
        "order-twice",
        swap(ATELIER, "ordre: 2", "ordre: 1"),
        ATELIER,
        5,
        8,
        "« ordre: 1 » est déjà pris par docs/cycles/essai/atelier-1-un.md",
    ),
    Fault(
        "rank-of-a-cycle-twice",
        write("docs/cycles/second/index.md", "---\nordre: 1\n---\n"),
        "docs/cycles/second/index.md",
        2,
        8,
        "« ordre: 1 » est déjà pris par docs/cycles/essai/index.md",
    ),
    Fault(
        "question-of-a-cycle-twice",
        swap(CYCLE, "question: Est-ce que cela marche", "question: Atelier deux"),
        CYCLE,
        3,
        11,
        "question « Atelier deux » : déjà dans docs/cycles/essai/atelier-2-deux.md",
    ),
    Fault(
        "experience-shown-nowhere",
        write("data/experiences/une.yml", "titre: Une\ncycle: essai\n"),
        "data/experiences/une.yml",
        2,
        8,
        "aucune page ne montre les expériences du cycle « essai »",
    ),
    Fault(
        "agenda-sum",
        swap(ATELIER, "minutes: 50", "minutes: 45"),
        ATELIER,
        11,
        8,
        "le déroulé fait 85 minutes, la durée en annonce 90",
    ),
    Fault(
        "too-long",
        swap(ATELIER, "duree: 90", "duree: 150"),
        ATELIER,
        11,
        8,
        "« duree: 150 » : un atelier dure de 1 h 30 à 2 h",
    ),
    Fault(
        "upside-down",
        swap(ATELIER, "max: 10", "max: 3"),
        ATELIER,
        14,
        8,
        "« max: 3 » est plus petit que « min: 6 »",
    ),
]

LINKS = [
    _page("dead-link", "Voir [ici](esai/index.md).", 12, "lien mort : « esai/index.md »"),
    _page("dead-anchor", "Voir [ici](../faq.md#non).", 12, "ancre « #non » absente de docs/faq.md"),
    _page("dead-own-anchor", "Voir [ici](#non).", 12, "ancre « #non » absente de docs/cycles"),
    _page("dead-html-link", 'Voir <a href="non.md">ici</a>.', 15, "lien mort : « non.md »"),
    _page("dead-definition", "Voir [ici][x].\n\n[x]: non.md", 6, "lien mort : « non.md »", 10),
    _page("undefined-reference", "Voir [ici][x].", 6, "référence « [x] » sans définition"),
    _page("undefined-footnote", "Voir[^1].", 5, "note « [^1] » sans texte"),
    _page("absolute-link", "Voir [ici](/faq/).", 12, "lien absolu « /faq/ »"),
    _page("extensionless-link", "Voir [ici](../faq).", 12, "lien « ../faq » sans extension"),
    _page("script-link", "Voir [ici](javascript:alert(1)).", 12, "adresse « javascript: » refusée"),
    _page("data-link", "Voir [ici](data:text/html,x).", 12, "adresse « data: » refusée"),
    _page("bad-mailto", "Voir [ici](mailto:nom).", 12, "adresse « mailto:nom » mal formée"),
    _page("bad-tel", "Voir [ici](tel:allo).", 12, "adresse « tel:allo » mal formée"),
    _page("bad-web", "Voir [ici](https://localhost).", 12, "adresse « https://localhost » mal"),
    _page("missing-image", "![Un carré](images/non.png)", 13, "image absente : « images/non.png »"),
    _page("no-alternative", "![](../images/carre.png)", 1, "image sans texte de remplacement"),
    _page("outside", "Voir [ici](../../mkdocs.yml).", 12, "lien mort : « ../../mkdocs.yml »"),
    Fault(
        "dead-link-in-data",
        swap(QUESTION, "faq.md#premiere-question", "faq.md#premiere"),
        QUESTION,
        3,
        45,
        "ancre « #premiere » absente de docs/faq.md",
    ),
]

TEXT = [
    _page("second-h1", "# Encore un titre", 1, "second titre de page : « Encore un titre »"),
    _page("underlined-h1", "Encore\n======", 1, "second titre de page : « Encore »"),
    _page(
        "heading-jump", "## Un\n\n#### Deux", 1, "saut de titre : niveau 4 après le niveau 2", 10
    ),
    _page("duplicate-anchor", "## Un\n\n## Un", 1, "ancre « un » déjà donnée", 10),
    _page("raw-html", "Un <div>bloc</div>.", 4, "balise HTML « div » refusée"),
    _page("script", "<script>alert(1)</script>", 1, "balise HTML « script » refusée"),
    _page("comment", "<!-- note -->", 1, "balise HTML « commentaire » refusée"),
    _page(
        "html-attribute", '<span onclick="x">a</span>', 1, "attribut refusé dans la balise « span »"
    ),
    _page("attribute-list", "*Un*{: onclick=x }", 5, "accolades refusées : « {: onclick=x } »"),
    _page("unknown-notice", "!!! avis\n    Texte.", 1, "encadré « avis » inconnu"),
    _page("glued-list", "Une liste :\n- un\n- deux", 1, "liste collée au paragraphe", 9),
    _page("glued-table", "Un tableau :\n| a | b |\n| - | - |\n| 1 | 2 |", 1, "tableau collé", 9),
    _page("icon", "Une icône :material-home: ici.", 11, "icône « :material-home: » inconnue"),
    Fault(
        "code-in-a-macro-page",
        swap("docs/faq.md", "{{ liste_questions() }}", "{{ cycler.__init__.__globals__ }}"),
        "docs/faq.md",
        8,
        1,
        "« {{ » : aucune macro",
    ),
    _page("endless-line", "ab " * 1400, 1, "ligne de plus de 4 000 signes"),
    _page("endless-spaces", "a" + " " * 300 + "x", 2, "ligne de plus de 4 000 signes"),
    _page("image-elsewhere", "![Un carré](https://a.fr/b.png)", 13, "image d’un autre site"),
    _page("macro", "Ceci {{ config }}.", 6, "« {{ » : aucune macro"),
    _page("statement", "Ceci {% raw %}.", 6, "« {% » : aucune macro"),
    Fault(
        "empty-page",
        swap(PAGE, "## Liste\n\nUn seul : [l’essai](essai/index.md).\n", ""),
        PAGE,
        7,
        1,
        "page vide",
    ),
    Fault(
        "duplicate-title",
        swap(PAGE, "titre: Les cycles", "titre: Questions"),
        "docs/faq.md",
        2,
        8,
        "titre « Questions » : déjà dans docs/cycles/index.md",
    ),
    _file(
        "not-in-menu",
        copy(
            PAGE,
            "docs/seule.md",
            ("titre: Les cycles", "titre: Seule"),
            ("essai/", "cycles/essai/"),
        ),
        "docs/seule.md",
        "page absente du menu",
    ),
    Fault(
        "menu-to-nowhere",
        swap("mkdocs.yml", "faq.md", "fak.md"),
        "mkdocs.yml",
        10,
        16,
        "le menu mène à « docs/fak.md »",
    ),
    Fault(
        "typography",
        body("C'est-à-dire l'essai."),
        PAGE,
        8,
        2,
        "typographie : C'est-à-dire l'…",
        warning=True,
    ),
    Fault(
        "typography-in-data",
        swap(QUESTION, "Une première question", "Une premiere question?"),
        QUESTION,
        2,
        32,
        "typographie : …ere question?",
        warning=True,
    ),
]

TREES = [
    _tree("no-start", "debut: lieu", "debut: leiu", 6, 8, "« debut: leiu » n’existe pas"),
    _tree("start-at-the-end", "debut: lieu", "debut: possible", 6, 8, "est une conclusion"),
    _tree("nowhere", "vers: temps", "vers: tems", 14, 15, "« vers: tems » n’existe pas"),
    _tree(
        "one-name-twice",
        "  a-demander:\n    genre",
        "  temps:\n    genre",
        73,
        3,
        "« temps » est déjà le nom d’une question, ligne 22",
    ),
    _tree(
        "loop",
        "vers: possible",
        "vers: lieu",
        35,
        15,
        "l’arbre tourne en rond : lieu → temps → accord → lieu",
    ),
    _tree("own-loop", "vers: sans-temps", "vers: temps", 28, 15, "en rond : temps → temps"),
    _tree(
        "unreached-question",
        "vers: temps",
        "vers: accord",
        22,
        3,
        "aucune réponse ne mène à la question « temps »",
    ),
    _tree(
        "unreached-conclusion",
        "vers: ailleurs",
        "vers: accord",
        63,
        3,
        "aucune réponse ne mène à la conclusion « ailleurs »",
    ),
    _tree("same-answer", "reponse: Non", "reponse: oui", 27, 18, "« oui » déjà donnée ligne 25"),
    _tree(
        "no-other-way",
        "    autres_voies:\n      - Lisez le guide.\n",
        "",
        54,
        12,
        "« genre: impossible » sans « autres_voies »",
    ),
    _tree("unknown-verdict", "genre: a-verifier", "genre: non", 74, 12, "« genre: non » n’existe"),
    _tree("long-question", "Où travaillez", "Où " * 40 + "travaillez", 9, 15, "120 au plus"),
    _tree(
        "unsourced-conclusion",
        "    sources:\n      - ressource: guide-essai\n        precision: p. 2\n",
        "",
        43,
        3,
        "il manque la clé « sources »",
    ),
    _tree(
        "unsourced-answer", "guide-essai\n        precision: p. 1", "guide", 20, 20, "n’existe pas"
    ),
    Fault(
        "eleven-questions", _chain(9, 2), ARBRE, 95, 15, "un chemin pose 12 questions : 10 au plus"
    ),
    Fault("too-many-paths", _chain(7, 6), ARBRE, 7, 1, "chemins : 1000 au plus"),
    Fault("too-many-questions", _chain(41, 2), ARBRE, 7, 1, "plus de 40 questions"),
    Fault(
        "two-pages-one-tree",
        copy(PAGE_ARBRE, "docs/arbres/essai-bis.md", ("titre: Puis-je", "titre: Dois-je")),
        PAGE_ARBRE,
        4,
        8,
        "« arbre: essai » est déjà montré par docs/arbres/essai-bis.md",
    ),
    Fault(
        "unknown-tree",
        swap(PAGE_ARBRE, "arbre: essai", "arbre: esai"),
        PAGE_ARBRE,
        4,
        8,
        "« arbre: esai » n’existe pas",
    ),
    Fault(
        "tree-without-page",
        remove(PAGE_ARBRE),
        ARBRE,
        1,
        1,
        "aucune page ne montre cet arbre",
        warning=True,
    ),
    _file(
        "tree-page-without-tree",
        swap(PAGE_ARBRE, "arbre: essai\n", ""),
        PAGE_ARBRE,
        "page absente du menu",
    ),
    Fault(
        "heading-named-as-a-place",
        swap(PAGE_ARBRE, "Répondez", "## Question lieu\n\nRépondez"),
        PAGE_ARBRE,
        9,
        1,
        "ancre « question-lieu » déjà donnée par l’arbre de la page",
    ),
    Fault(
        "dead-link-to-a-place",
        body("Voir [ici](../arbres/essai.md#conclusion-posible)."),
        PAGE,
        8,
        12,
        "ancre « #conclusion-posible » absente de docs/arbres/essai.md",
    ),
    Fault(
        "dead-link-in-a-tree",
        swap(ARBRE, "faq.md#premiere-question", "faq.md#premiere"),
        ARBRE,
        46,
        62,
        "ancre « #premiere » absente de docs/faq.md",
    ),
]

FILES = [
    _file("symlink", link("docs/secret.md", "/etc/passwd"), "docs/secret.md", "lien symbolique"),
    _file("linked-folder", link("docs/tout", "/etc"), "docs/tout", "lien symbolique"),
    _file("capitals", copy(PAGE, "docs/Essai.md"), "docs/Essai.md", "nom « Essai » refusé"),
    _file("accents", copy(PAGE, "docs/été.md"), "docs/été.md", "nom « été » refusé"),
    _file("executable", executable(PAGE), PAGE, "fichier exécutable"),
    *(
        _file(f"active-{name}", write(f"docs/{name}", "x"), f"docs/{name}", "fichier actif")
        for name in ("page.html", "image.svg", "code.js", "_headers")
    ),
    _file("odd", write("docs/note.txt", "x"), "docs/note.txt", "extension « .txt » refusée ici"),
    _file(
        "big-image",
        write("docs/images/grande.png", b"\0" * 1_200_000),
        "docs/images/grande.png",
        "1 200 Ko : la limite est de 1 Mo",
    ),
    _file(
        "big-deliverable",
        write("docs/livrables/fichiers/gros.pdf", b"\0" * 5_100_000),
        "docs/livrables/fichiers/gros.pdf",
        "5 100 Ko : la limite est de 5 Mo",
    ),
]

DATES = [
    Fault(
        "future",
        swap(QUESTION, "verifie_le: 2026-11-01", "verifie_le: 2026-12-01"),
        QUESTION,
        12,
        13,
        "« verifie_le: 2026-12-01 » est dans le futur",
    ),
    Fault(
        "stale",
        swap(QUESTION, "verifie_le: 2026-11-01", "verifie_le: 2025-11-01"),
        QUESTION,
        12,
        13,
        "« verifie_le: 2025-11-01 » : plus de 12 mois",
        warning=True,
    ),
    Fault(
        "ended",
        swap(QUESTION, "statut:", "valable_jusqu_au: 2026-11-22\nstatut:"),
        QUESTION,
        11,
        19,
        "« valable_jusqu_au: 2026-11-22 » est passé",
        warning=True,
    ),
    Fault(
        "ending",
        swap(QUESTION, "statut:", "valable_jusqu_au: 2027-05-23\nstatut:"),
        QUESTION,
        11,
        19,
        "« valable_jusqu_au: 2027-05-23 » : moins de 6 mois",
        warning=True,
    ),
]

SESSION = """\
seances:
  - id: nantes
    jour: 2027-01-14
    heure: "09:30"
    lieu: Salle B
sorties:
"""
"""Its hour stands on line 41 of ATELIER, column 12."""


def session(old: str, new: str) -> Plant:
    return swap(ATELIER, "sorties:\n", SESSION.replace(old, new))


SESSIONS = [
    Fault(
        "session-hour-unquoted",
        session('"09:30"', "14:30"),
        ATELIER,
        41,
        12,
        "« 14:30 » est ambigu",
    ),
    Fault(
        "session-hour-shape",
        session('"09:30"', "9h30"),
        ATELIER,
        41,
        12,
        "« heure: 9h30 » : il faut heures et minutes sur deux chiffres",
    ),
    Fault(
        "session-hour-skipped",
        session('2027-01-14\n    heure: "09:30"', '2027-03-28\n    heure: "02:30"'),
        ATELIER,
        41,
        12,
        "« heure: 02:30 » : les horloges changent cette nuit-là",
    ),
    Fault(
        "session-hour-twice",
        session('2027-01-14\n    heure: "09:30"', '2027-10-31\n    heure: "02:30"'),
        ATELIER,
        41,
        12,
        "« heure: 02:30 » : les horloges changent cette nuit-là",
    ),
    Fault(
        "session-id-twice",
        session(
            "sorties:",
            '  - id: nantes\n    jour: 2027-02-02\n    heure: "10:00"\n    lieu: Ici\nsorties:',
        ),
        ATELIER,
        43,
        9,
        "la séance « nantes » est déjà décrite ligne 39",
    ),
]

DROPPED = "docs/livrables/fichiers/photo.png"
DELIVERABLE = "data/livrables/photo.yml"


def dropped(*edits: tuple[str, str]) -> Plant:
    """A picture dropped by staff, and its description with `edits`."""
    described = (
        "# yaml-language-server: $schema=../schemas/livrable.json\n"
        "titre: Photo\ncycle: essai\ntype: document\nresume: Une photo.\netat: publie\n"
        "fichier: photo.png\nlangue: fr\nlicence: CC BY 4.0\ndate: 2026-10-12\n"
    )
    for old, new in edits:
        assert old in described
        described = described.replace(old, new)

    def plant(root: Path) -> None:
        write(DROPPED, (root / "docs/images/carre.png").read_bytes())(root)
        write(DELIVERABLE, described)(root)

    return plant


def _deliverable(name: str, old: str, new: str, line: int, column: int, says: str) -> Fault:
    return Fault(name, dropped((old, new)), DELIVERABLE, line, column, says)


DEPOSITS = [
    _deliverable("file-absent", "photo.png", "phot.png", 7, 10, "« phot.png » n’existe pas"),
    _deliverable("file-elsewhere", "photo.png", "../x.png", 7, 10, "le nom d’un fichier, sans"),
    _deliverable("file-no-licence", "licence: CC BY 4.0\n", "", 7, 10, "la clé « licence »"),
    _deliverable("file-no-date", "date: 2026-10-12\n", "", 7, 10, "la clé « date »"),
    _deliverable("file-no-language", "langue: fr\n", "", 7, 10, "la clé « langue »"),
    _deliverable("file-odd-licence", "CC BY 4.0", "CC BY", 9, 10, "« licence: CC BY » n’existe"),
    _deliverable("file-to-come", "etat: publie", "etat: a-venir", 6, 7, "le fichier est là"),
    _deliverable("no-file", "fichier: photo.png\n", "", 6, 7, "un document publié a un fichier"),
    _file(
        "file-orphan", lambda root: (dropped()(root), remove(DELIVERABLE)(root)), DROPPED, "rien"
    ),
    Fault(
        "file-twice",
        lambda root: (
            dropped()(root),
            copy(DELIVERABLE, "data/livrables/photos.yml")(root),
        ),
        "data/livrables/photos.yml",
        7,
        10,
        "« photo.png » est déjà décrit par data/livrables/photo.yml",
    ),
    _file(
        "file-lies",
        lambda root: (dropped()(root), write(DROPPED, "<script>alert(1)</script>")(root)),
        DROPPED,
        "ce n’est pas une image PNG",
    ),
]

GUIDE_PAGES = [
    _guide("unmarked-paragraph", "Un.", 4, "paragraphe sans marque de source à la fin : « Un. »"),
    _guide("unmarked-item", "- Un. [@texte-essai]\n- Deux.", 8, "élément de liste sans marque", 19),
    _guide(
        "unmarked-nested-item",
        "- Un :\n    - deux. [@texte-essai]\n    - trois.",
        13,
        "élément de liste sans marque",
        20,
    ),
    _guide(
        "unmarked-second-paragraph",
        "- Un. [@texte-essai]\n\n    Et deux.\n",
        13,
        "paragraphe sans marque",
        20,
    ),
    _guide(
        "unmarked-row",
        "| a | b |\n| - | - |\n| un | deux [@texte-essai] |\n| trois | quatre |",
        17,
        "ligne de tableau sans marque",
        21,
    ),
    _guide("unmarked-quotation", "> Un.", 6, "paragraphe sans marque"),
    _guide("unmarked-notice", "!!! note\n    Un.", 8, "paragraphe sans marque", 19),
    _guide("colon-before-nothing", "Voici :\n\nUn. [@texte-essai]", 8, "paragraphe sans marque"),
    _guide(
        "colon-before-code", "Écrivez :\n\n```\nUn.\n```\n\n- Un. [proposition]", 10, "sans marque"
    ),
    _guide("mark-in-code", "Un. `[@texte-essai]`", 21, "paragraphe sans marque"),
    _guide("mark-before-the-end", "Un [@texte-essai].", 19, "paragraphe sans marque"),
    _guide("unknown-cited", "Un. [@texte-esai]", 6, "« @texte-esai » n’existe pas"),
    _guide(
        "cited-not-listed", "Un. [@guide-essai]", 6, "« @guide-essai » n’est pas dans les sources"
    ),
    _guide("ill-written-id", "Un. [@Texte]", 5, "marque « [@Texte] » mal écrite"),
    _guide("ill-written-word", "Un. [second ran : @texte-essai]", 5, "mal écrite"),
    _guide("missing-colon", "Un. [déduction @texte-essai]", 5, "mal écrite"),
    _guide("missing-semicolon", "Un. [@texte-essai @guide-essai]", 5, "mal écrite"),
    _guide("sourced-proposal", "Un. [proposition : @texte-essai]", 5, "mal écrite"),
    _guide(
        "lonely-contradiction",
        "Un. [contradictoire : @texte-essai]",
        5,
        "une contradiction oppose deux sources",
    ),
    Fault(
        "listed-not-cited",
        swap(GUIDE, "statut:", "  - ressource: guide-essai\nstatut:"),
        GUIDE,
        12,
        16,
        "aucune marque du texte ne cite « guide-essai »",
    ),
    Fault(
        "second-hand-source",
        swap("data/ressources/texte-essai.yml", "statut: verifie", "statut: second-rang"),
        GUIDE,
        20,
        23,
        "« @texte-essai » n’est connue que par un commentateur",
        warning=True,
    ),
    _page("mark-elsewhere", "Un. [@guide-essai]", 5, "réservées au texte des pages du guide"),
    Fault(
        "mark-in-a-field",
        swap(GUIDE, "Une autre.", "Une autre. [@texte-essai]"),
        GUIDE,
        6,
        16,
        "réservées au texte des pages du guide",
    ),
    Fault(
        "upside-down-experiment",
        swap("data/experimentation.yml", "fin: 2027", "fin: 2021"),
        "data/experimentation.yml",
        3,
        6,
        "« fin: 2021-12-27 » ne vient pas après « debut: 2022-12-29 »",
    ),
]

FAULTS = [
    *(*YAML, *UNFILLED, *FRONT_MATTER, *REFERENCES, *LINKS, *TEXT),
    *(*TREES, *GUIDE_PAGES, *FILES, *DATES, *SESSIONS, *DEPOSITS),
]
