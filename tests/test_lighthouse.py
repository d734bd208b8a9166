"""Lighthouse, mobile: 100 in accessibility, best practices and SEO."""

import json
import subprocess
from pathlib import Path

import pytest

from .built import Faults, pages
from .conftest import CHROMIUM_FLAGS, ROOT
from .programs import chromium, node, package

# The heaviest scripts and the longest pages; `make test-complet` audits them all.
SOME = ("", "guide-3ds/puis-je-m-engager/", "plan-d-action/")


def audit(addresses: list[str]) -> Faults:
    """The audits that keep a category of a page under 100."""
    package("lighthouse/package.json")
    flags = " ".join(["--headless=new", *CHROMIUM_FLAGS])
    command = [node(), str(ROOT / "tests" / "lighthouse.mjs"), chromium(), flags, *addresses]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    results = json.loads(done.stdout)
    assert len(results) == 3 * len(addresses)
    faults = Faults()
    for result in results:
        if result["score"] < 100:
            place = f"{result['address']} {result['category']} {result['score']}/100"
            for failed in result["audits"] or ["no audit could be run"]:
                faults.add(place, failed)
    return faults


def test_some_pages_have_full_marks(address: str) -> None:
    audit([address + page for page in SOME]).expect_none()


@pytest.mark.complet
def test_every_page_has_full_marks(address: str, site: Path) -> None:
    audit([address + page for page in pages(site) if page != "404.html"]).expect_none()
