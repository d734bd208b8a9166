"""Planted payloads: what a hostile pull request would add, and how the check refuses it.

`THREATS` groups them as `.github/SECURITY.md` does. Each breaks the example
repository in one place; `INERT` are those that the renderer meets alone.
"""

import os
from collections.abc import Callable
from pathlib import Path

from .faults import PAGE, RESSOURCE, Fault, Plant, body, link, swap, write

HEAD = "---\ntitre: Un ajout\nresume: R.\nverifie_le: 2026-11-01\npublie_le: 2026-11-01\n---\n\n"
SHEET = "docs/pratiques/ajout.md"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'
SINGLE = "x`\n\n[clic](javascript:alert(1))\n\n`y"
"""Two lone backticks: all between would pass for code."""


def sparse(path: str, size: int) -> Plant:
    """A file of `size` bytes that takes no room."""

    def plant(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        with (root / path).open("wb") as file:
            file.truncate(size)

    return plant


def pipe(path: str) -> Plant:
    return lambda root: os.mkfifo(root / path)


def schemas_elsewhere(target: str) -> Plant:
    """`data/schemas` becomes a link."""

    def plant(root: Path) -> None:
        (root / "data/schemas").rename(root / "ailleurs")
        (root / "data/schemas").symlink_to(target)

    return plant


def endless_schema(root: Path) -> None:
    schema = root / "data/schemas/arbre.json"
    schema.unlink()
    schema.symlink_to("/dev/zero")


def _page(name: str, text: str, column: int, says: str, line: int = 8) -> Fault:
    return Fault(name, body(text), PAGE, line, column, says)


def _file(name: str, plant: Plant, path: str, says: str) -> Fault:
    return Fault(name, plant, path, 1, 1, says)


def _added(name: str, path: str, says: str, content: str | bytes = HEAD) -> Fault:
    return _file(name, write(path, content), path, says)


def _title(name: str, value: str, column: int, says: str) -> Fault:
    return Fault(name, swap(PAGE, "titre: Les cycles", f"titre: {value}"), PAGE, 2, column, says)


def _value(name: str, old: str, new: str, line: int, column: int, says: str) -> Fault:
    return Fault(name, swap(RESSOURCE, old, new), RESSOURCE, line, column, says)


JINJA = [
    _page("jinja-body", "{{ config.theme.get_env() }}", 1, "aucune macro n’est permise"),
    _page("jinja-in-code", "`{{ 7*7 }}`", 2, "aucune macro n’est permise"),
    _page("jinja-comment", "{# a #}", 1, "aucune macro n’est permise"),
    _page("jinja-include", "{% include '/etc/passwd' %}", 1, "aucune macro n’est permise"),
    _title("jinja-title", '"Les {{ 7*7 }}"', 13, "le signe « {{ » est refusé"),
    _value("jinja-data", "Guide d’essai", "'{{ 7*7 }}'", 2, 9, "le signe « {{ » est refusé"),
    Fault(
        "jinja-macro-page",
        swap("docs/faq.md", "{{ liste_questions() }}", "{{ liste_questions().__class__ }}"),
        *("docs/faq.md", 8, 1, "aucune macro n’est permise"),
    ),
    Fault(
        "render-macros",
        swap(PAGE, "titre:", "render_macros: true\ntitre:"),
        *(PAGE, 2, 1, "la clé « render_macros » est interdite"),
    ),
    Fault(
        "template",
        swap(PAGE, "titre:", "template: sitemap.xml\ntitre:"),
        *(PAGE, 2, 1, "la clé « template » est interdite"),
    ),
    _added("jinja-file-name", "docs/{{7*7}}.md", "nom « {{7*7}} » refusé"),
]
HTML = [
    _page("script", "<script>alert(1)</script>", 1, "balise HTML « script » refusée"),
    _page("iframe", "<iframe src=x></iframe>", 1, "balise HTML « iframe » refusée"),
    _page("svg", "<svg/onload=alert(1)>", 1, "balise HTML « svg » refusée"),
    _page("meta", "<meta http-equiv=refresh content=0>", 1, "balise HTML « meta » refusée"),
    _page("form", "<form action=//a.fr>", 1, "balise HTML « form » refusée"),
    _page("base", "<base href=//a.fr>", 1, "balise HTML « base » refusée"),
    _page("event", '<span onclick="alert(1)">x</span>', 1, "attribut refusé"),
    _page("escaped-tag", "\\<script>alert(1)</script>", 2, "balise HTML « script » refusée"),
    _page("attribute-list", "Un *mot*{: onclick=alert(1) }", 9, "accolades refusées"),
    _page("bare-attribute", "Un *mot*{: autofocus }", 9, "accolades refusées"),
    _page("class", "Un *mot*{: .evitement }", 9, "accolades refusées"),
    _page("quoted-brace", '## A {: "}" onclick=alert(1) }', 6, "accolades refusées"),
    _page("long-list", f"*a*{{: {'a' * 200} {'b' * 200} onclick=x }}", 4, "accolades refusées"),
    _page("fence-attributes", "``` { .py onclick=alert(1) }\nx\n```", 5, "accolades refusées"),
    _page("lone-backtick", SINGLE, 2, "accent grave (`) sans son pareil"),
    _page("open-fence", "```\n<script>", 1, "accent grave (`) sans son pareil"),
    _page("ill-closed-fence", "```\na\n``` x\n```\n\n<b>", 1, "balise HTML « b » refusée", 13),
]
LINKS = [
    _page("javascript", "[a](javascript:alert(1))", 5, "adresse « javascript: » refusée"),
    _page("case", "[a](JaVaScRiPt:alert(1))", 5, "adresse « javascript: » refusée"),
    _page("entity", "[a](&#106;avascript:alert(1))", 5, "sans extension"),
    _page("data", "[a](data:text/html,x)", 5, "adresse « data: » refusée"),
    _page("data-image", "![a](data:image/png;base64,AA==)", 6, "image d’un autre site"),
    _page("autolink", "<javascript://%0aalert(1)>", 2, "adresse « javascript: » refusée"),
    _page("definition", "[a]: javascript:alert(1)", 6, "adresse « javascript: » refusée"),
    _page("next-line", "[a]:\njavascript:alert(1)", 1, "adresse « javascript: » refusée", 9),
    _page("link-on-two-lines", "[a](\njavascript:alert(1))", 3, "lien mal formé"),
    _page("nested-brackets", "[a [b [c] d] e](javascript:x)", 15, "lien mal formé"),
    _page("image-in-link", "[![a](https://a.fr/a.png)](../faq.md)", 5, "lien mal formé"),
    _page("other-host", "![a](//a.fr/a.png)", 6, "lien absolu"),
    _page("backslash-host", "![a](/\\a.fr/a.png)", 6, "lien absolu"),
    _page("up", "[a](../../../etc/passwd.md)", 5, "lien mort"),
    _value(
        "joined-lines",
        "Un guide pour les tests.",
        '"Un [a](java\\\n  script:alert(1))"',
        *(14, 9, "signe écrit par son code"),
    ),
    _value(
        "escaped-backslash",
        "Un guide pour les tests.",
        '"Un \\\\` [a](javascript:alert(1)) ` b"',
        *(14, 9, "signe écrit par son code"),
    ),
]
YAML = [
    _value("tag", "langue: fr", "langue: !!python/name:os.system", 7, 9, "étiquette"),
    _value("bomb", "langue: fr", "langue: &a [x, x]\npays: [*a, *a]", 7, 9, "ancre « &a »"),
    _value("depth", "langue: fr", f"langue: {'[ ' * 40}", 7, 31, "niveaux d’imbrication"),
    _value("merge", "langue: fr", "<<: x\nlangue: fr", 7, 1, "« << » est ambigu"),
    _value("second-end", "langue: fr", "langue: fr\n...", 8, 1, "ligne « ... » refusée"),
    _value("long-value", "Un guide pour les tests.", "mot " * 900, 14, 9, "320 au plus"),
]
SIGNS = [
    _page("bidi", "Un \u202etxet", 4, "signe invisible (U+202E"),
    _page("zero-width", "Un mo\u200bt", 6, "signe invisible (U+200B"),
    _page("nul", "Un\x00mot", 3, "signe invisible (U+0000"),
    _page("escape", "Un \x1b[2J", 4, "signe invisible (U+001B"),
    _page("stash", "Un \x02wzxhzdk:0\x03", 4, "signe invisible (U+0002"),
    _page("second-bom", "Un\ufeff", 3, "signe invisible (U+FEFF"),
    _page("separator", "Un\u2028mot", 3, "séparateur de ligne invisible"),
]
FILES = [
    _file("link-out", link("docs/passwd.md", "/etc/passwd"), "docs/passwd.md", "lien symbolique"),
    _file("linked-folder", link("docs/etc", "/etc"), "docs/etc", "lien symbolique"),
    _file("linked-schemas", schemas_elsewhere("/etc"), "data/schemas", "lien symbolique"),
    _file("endless-schema", endless_schema, "data/schemas/arbre.json", "lien symbolique"),
    _file("pipe", pipe("docs/tube.md"), "docs/tube.md", "pas un fichier ordinaire"),
    _added("headers", "docs/_headers", "nom « _headers » refusé"),
    _added("redirects", "docs/_redirects", "nom « _redirects » refusé"),
    _added("htaccess", "docs/.htaccess", "nom « .htaccess » refusé"),
    _added("cname", "docs/cname", "fichier sans extension"),
    _added("robots", "docs/robots.txt", "extension « .txt » refusée"),
    _added("style", "docs/assets/site.css", "fichier actif"),
    _added("index", "docs/search/index.json", "extension « .json » refusée"),
    _added("template-file", "docs/overrides/main.html", "fichier actif"),
    _added("drawing", "docs/images/a.svg", "fichier actif", SVG),
    _added("drawing-as-png", "docs/images/a.png", "pas une image PNG", SVG),
    _added("page-as-webp", "docs/images/a.webp", "pas une image WebP", "<script>"),
    _added("schema-aside", "data/schemas/a.html", "fichier actif"),
    _added("yaml-in-schemas", "data/schemas/a.yml", "extension « .yml » refusée"),
    _added("submodule", "docs/pratiques/.git", "nom « .git » refusé"),
    _added("device", "docs/pratiques/con.md", "nom « con » refusé"),
    _added("long-name", f"docs/pratiques/{'a' * 200}.md", "refusé : réservé, ou trop long"),
    _added("option", "docs/pratiques/-rf.md", "nom « -rf » refusé"),
    Fault(
        "line-in-name",
        write("docs/pratiques/a\n::error::b.md", HEAD),
        *("docs/pratiques/a\\n::error::b.md", 1, 1, "nom « a\\n::error::b » refusé"),
    ),
    _added("case-twin", "docs/FAQ.md", "nom « FAQ » refusé"),
    _added("unicode-twin", "docs/pratiques/e\u0301t\u00e9.md", "refusé"),
    _added("own-404", "docs/404.md", "page absente du menu"),
    _file(
        "deep-folders",
        write(f"docs/{'a/' * 30}a.md", HEAD),
        *("docs/a/a/a/a/a/a/a/a", "plus de 8 dossiers emboîtés"),
    ),
]
WEIGHT = [
    _file("page-3-mb", sparse(SHEET, 3_000_000), SHEET, "3 000 Ko : la limite est de 50 Ko"),
    _file(
        "image-100-mb",
        sparse("docs/images/a.png", 100_000_000),
        *("docs/images/a.png", "100 000 Ko : la limite est de 1 Mo"),
    ),
    _file(
        "deliverable-100-mb",
        sparse("docs/livrables/fichiers/a.pdf", 100_000_000),
        *("docs/livrables/fichiers/a.pdf", "100 000 Ko : la limite est de 5 Mo"),
    ),
    _file(
        "half-a-gigabyte", sparse("docs/images/a.png", 600_000_000), "docs/images", "contenu : 600"
    ),
    _file("emphasis", body("*a* " * 900 + "\n" + "*a* " * 900), PAGE, "texte trop dense"),
    _file("brackets", body("[a" * 1800), PAGE, "texte trop dense"),
    _page("quotations", "> " * 900 + "a", 1, "emboîtées sans fin"),
    _page("lists", "- " * 900 + "a", 1, "emboîtées sans fin"),
]
THREATS = {
    "jinja": JINJA,
    "html": HTML,
    "liens": LINKS,
    "yaml": YAML,
    "signes": SIGNS,
    "fichiers": FILES,
    "poids": WEIGHT,
}
PAYLOADS = [one for group in THREATS.values() for one in group]

EVIL = "\"><img src=x onerror=alert(1)>'<svg onload=alert(2)></script>{{ 7*7 }}[a](javascript:x)"
"""Closes an attribute, a tag, a script; opens others; asks for a macro, a link."""
INERT = f"""
{EVIL}

{{{{ cycler.__init__.__globals__.os.popen("touch pwned").read() }}}} {{% for a in [] %}}

--8<-- "/etc/passwd" ![a](../../../../etc/passwd) [[include /etc/passwd]]

<iframe src="//a.fr"></iframe> <meta http-equiv="refresh" content="0;url=//a.fr"> <base href="//a">

<form action="//a.fr"><object data="x"></object><embed src="x"></form><style>*{{}}</style>

*a*{{: onclick=alert(1) style=x srcdoc=x }} [a](javascript:x){{: href=javascript:x target=_blank }}

![a](https://a.fr/a.png) ![a](/\\a.fr/a.png) ![a](//a.fr/a.png) ![a](data:image/svg+xml,x)

[a](\njavascript:x) [a [b [c] d] e](javascript:x) <javascript://x> [b] [a](&#106;avascript:x)

[b]: javascript:x

``` {{ .py onclick=alert(1) onmouseover="alert(1)" style=x }}
x
```

| a | b |
|---|---|
| {EVIL} | x {{: onclick=x }} |

Terme
: [a](vbscript:x)

!!! note "{EVIL.replace('"', "")}"
    <script>alert(1)</script>

{SINGLE}
"""
"""A body that tries everything at once, for a build whose check is off."""
Check = Callable[..., tuple[int, str]]
