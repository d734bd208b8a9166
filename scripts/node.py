"""Runs our own scripts by the Node of the machine, or the one that `make` installed."""

import shutil
import subprocess
import sys
from pathlib import Path

_NO_NODE = "Node est introuvable : {what} en a besoin. « make site » l’installe au besoin."


def run(script: Path, content: str, what: str) -> str:
    """What `script` prints when it reads `content`; `what` names, in French, who asks.

    Raises OSError without Node or when the script fails.
    """
    command = [_node(what), str(script)]
    done = subprocess.run(command, input=content, capture_output=True, text=True)
    if done.returncode:
        raise OSError(f"{what} n’a pas pu être fait. {done.stderr.strip()}")
    return done.stdout


def _node(what: str) -> str:
    beside = Path(sys.executable).parent / "node"
    if found := shutil.which("node") or (str(beside) if beside.exists() else None):
        return found
    raise OSError(_NO_NODE.format(what=what))
