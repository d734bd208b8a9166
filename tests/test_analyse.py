"""The unit tests of the search, run by Node: see `tests/js/`."""

import subprocess

from .conftest import ROOT
from .programs import node


def test_french_analyser_and_ranking() -> None:
    done = subprocess.run(
        [node(), "--test", str(ROOT / "tests" / "js")], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
