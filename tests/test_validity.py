"""The Nu Html Checker on everything published: HTML, CSS and SVG, one run of Java."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from .built import Faults
from .programs import java, package

OPTIONS = ["--format", "json", "--exit-zero-always", "--stdout", "--skip-info-messages"]
KINDS = ["--skip-non-html", "--also-check-css", "--also-check-svg"]

IGNORED = re.compile(
    # Sound CSS that this version of the checker has not learnt yet.
    r"CSS: Unrecognized at-rule “@(container|property|starting-style|view-transition)”"
    r"|CSS: “(container(-name|-type)?|interpolate-size)”: Property .* doesn't exist"
    # A file has no origin that 'self' could mean, and JSON-LD is not a script: see test_csp.
    r"|violates Content Security Policy"
)


def audit(folder: Path) -> Faults:
    """The errors and warnings of every .html, .css and .svg file of `folder`."""
    command = [java(), "-Xss4m", "-jar", str(package("vnu-jar/build/dist/vnu.jar"))]
    done = subprocess.run(
        [*command, *OPTIONS, *KINDS, str(folder)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    faults = Faults()
    for message in json.loads(done.stdout)["messages"]:
        if message["type"] == "non-document-error":
            pytest.fail(f"the checker itself failed: {message}")
        if not IGNORED.search(message["message"]):
            faults.add(_place(message, folder), _fault(message))
    return faults


def _place(message: dict[str, Any], folder: Path) -> str:
    file = Path(unquote(urlsplit(message["url"]).path)).resolve()
    column = message.get("firstColumn", message.get("lastColumn", 1))
    return f"{file.relative_to(folder.resolve())}:{message.get('lastLine', 1)}:{column}"


def _fault(message: dict[str, Any]) -> str:
    start = message.get("hiliteStart", 0)
    extract = message.get("extract", "")[start : start + message.get("hiliteLength", 0)]
    kind = message.get("subType", "error")
    return f"{kind}: {message['message']} — {' '.join(extract.split())}"


def test_everything_published_is_valid(site: Path) -> None:
    audit(site).expect_none()


SOUND = """<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>Essai</title></head>
<body><main><h1>Essai</h1></main></body></html>
"""


def test_planted_faults_are_seen(tmp_path: Path) -> None:
    planted = {
        "sound/index.html": SOUND,
        "error/index.html": SOUND.replace("</main>", "<p><div>a</p></div></main>"),
        "warning/index.html": SOUND.replace("<h1>Essai</h1>", "<section>a</section>"),
        "css/site.css": "@container (width > 1px) { p { color: red } }\nb { colour: red }\n",
        "svg/sign.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path dd="M0 0"/></svg>',
    }
    for name, text in planted.items():
        file = tmp_path / name
        file.parent.mkdir()
        file.write_text(text, "utf-8")
    faults = audit(tmp_path)
    files = {place.split(":")[0] for places in faults.places.values() for place in places}
    assert files == set(planted) - {"sound/index.html"}
    assert "css/site.css:2:" in str(faults)
    assert "warning: Section lacks heading" in str(faults)
