"""The local server: check, build, serve on the loopback, reload on change."""

import socket
import subprocess
import sys
from pathlib import Path

from ..check import verify
from ..render.dates import today
from ..report import ERROR, render, summary

HOST = "127.0.0.1"


def serve(root: Path, port: int) -> int:
    """Serve the site of `root` until Ctrl+C. Raises OSError when `port` is taken."""
    _, problems = verify(root, today())
    errors = [problem for problem in problems if problem.severity == ERROR]
    if errors:
        print(f"{render(errors)}\n{summary(errors)}", file=sys.stderr)
        return 1
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((HOST, port))
    print(f"Le site : http://{HOST}:{port}/ (prêt quand « Serving » s’affiche ; Ctrl+C arrête)")
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"{HOST}:{port}"]
    return subprocess.run(command, cwd=root).returncode
