"""The local server: check, build, serve on the loopback, reload on change."""

import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from ..check import verify
from ..deliver.files import FOLDER
from ..deliver.produce import produce
from ..render.dates import today
from ..report import ERROR, render, summary
from . import limits
from .site import last_commit

HOST = "127.0.0.1"


def serve(root: Path, port: int, deliverables: bool = False) -> int:
    """Serve the site of `root` until Ctrl+C. Raises OSError when `port` is taken.

    `deliverables` asks for the files to take away, as they are when it starts.
    """
    base, problems = verify(root, today())
    errors = [problem for problem in problems if problem.severity == ERROR]
    if errors:
        print(f"{render(errors)}\n{summary(errors)}", file=sys.stderr)
        return 1
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((HOST, port))
    print(f"Le site : http://{HOST}:{port}/ (prêt quand « Serving » s’affiche ; Ctrl+C arrête)")
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"{HOST}:{port}"]
    with tempfile.TemporaryDirectory(prefix="livrables-") as folder:
        environment = limits.environment()
        if deliverables:
            environment[FOLDER] = str(Path(folder) / "livrables")
            produce(base, Path(environment[FOLDER]), last_commit(root))
        return subprocess.run(command, cwd=root, env=environment).returncode
