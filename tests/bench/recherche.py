"""The search at today’s size and at 2,000 pages, beside the stock search of Material.

    python -m tests.bench.recherche

Both sites hold the same sheets. Printed: bytes (gzip) of a first search, and
milliseconds from a keystroke to the list of results, in Chromium: the first
keystroke once the index is loaded, then the median and the 95th percentile.
"""

import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import sync_playwright

from ..conftest import CHROMIUM_FLAGS, TODAY, copy_site
from ..programs import chromium
from .pages import write

TYPED = (
    "mécénat de compétences",
    "chef d'equipe",
    "convention",
    "associatoin",
    "horaires decales",
    "prevenir le responsable",
    "budget",
    "atelier de codéveloppement",
)
OURS = """async (typed) => {
  const field = document.querySelector("#recherche-page");
  const list = document.getElementById("recherche-resultats");
  field.focus();
  await new Promise((done) => setTimeout(done, 8000));
  const times = [];
  for (const text of typed) {
    const before = performance.now();
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    delete list.dataset.pret;
    while (!("pret" in list.dataset)) await Promise.resolve();
    list.getBoundingClientRect();
    times.push(performance.now() - before);
    await new Promise((done) => setTimeout(done, 5));
  }
  return times;
}"""
STOCK = """async (typed) => {
  const field = document.querySelector("[data-md-component=search-query]");
  const results = document.querySelector("[data-md-component=search-result]");
  field.focus();
  await new Promise((done) => setTimeout(done, 8000));
  const times = [];
  for (const text of typed) {
    const before = performance.now();
    const changed = new Promise((done) => {
      const watch = new MutationObserver(() => { watch.disconnect(); done(true); });
      watch.observe(results, { childList: true, subtree: true, characterData: true });
      setTimeout(() => { watch.disconnect(); done(false); }, 5000);
    });
    field.value = text;
    field.dispatchEvent(new Event("keyup", { bubbles: true }));
    if (await changed) times.push(performance.now() - before);
    await new Promise((done) => setTimeout(done, 150));
  }
  return times;
}"""
STOCK_CONFIG = """site_name: Banc
theme:
  name: material
  language: fr
  font: false
plugins:
  - search:
      lang: fr
markdown_extensions: [admonition, attr_list, def_list, footnotes, sane_lists, tables]
"""


def keystrokes() -> list[str]:
    """What the field holds after each keystroke of the typed queries, from the second letter."""
    return [query[:end] for query in TYPED for end in range(2, len(query) + 1)]


def main() -> int:
    print(f"{'':28}{'octets gzip':>12}{'1re frappe':>12}{'médiane':>10}{'p95':>8}  (ms)")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
        for count in (0, 2000):
            root = copy_site(Path(folder) / f"site-{count}")
            write(root, count)
            ours, stock = _ours(root), _stock(root)
            size = f"{len(list((root / 'docs').rglob('*.md')))} pages"
            page = browser.new_page()
            for name, site, way, measure in (
                ("la nôtre", ours, "recherche/", OURS),
                ("Material d’origine", stock, "", STOCK),
            ):
                with _served(site) as address:
                    page.goto(address + way)
                    times = page.evaluate(measure, keystrokes())
                _row(f"{name}, {size}", _weight(site), times)
            page.close()
        browser.close()
    return 0


def _row(name: str, weight: int, times: list[float]) -> None:
    later = times[1:]
    late = quantiles(later, n=20)[-1]
    print(f"{name:28}{weight:>12}{times[0]:>12.1f}{median(later):>10.1f}{late:>8.1f}")


def _ours(root: Path) -> Path:
    environment = {**os.environ, "AUJOURDHUI": TODAY, "SOURCE_DATE_EPOCH": "0"}
    command = [sys.executable, "-m", "scripts", "site"]
    subprocess.run(command, cwd=root, env=environment, check=True, capture_output=True)
    return root / "site"


def _stock(root: Path) -> Path:
    """The same Markdown, built as anyone starts with Material; macros and their pages left out."""
    other = root.with_name(f"{root.name}-material")
    shutil.copytree(root / "docs", other / "docs")
    for page in (other / "docs").rglob("*.md"):
        text = page.read_text("utf-8")
        if "{{" in text:
            page.unlink()
        else:
            page.write_text(re.sub(r"^titre:", "title:", text, count=1, flags=re.M), "utf-8")
    (other / "mkdocs.yml").write_text(STOCK_CONFIG, "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=other, check=True, capture_output=True)
    return other / "site"


def _weight(site: Path) -> int:
    """Bytes that a first search asks for, gzip: the index and the scripts that read it."""
    names = ("analyse", "moteur", "postes", "marques", "criteres", "recherche")
    own = [site / "search" / "index.json", *(site / "assets" / f"{name}.js" for name in names)]
    stock = [site / "search" / "search_index.json", *site.glob("assets/javascripts/workers/*.js")]
    files = own if own[0].exists() else stock
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


if __name__ == "__main__":
    sys.exit(main())
