"""What MkDocs is told: nothing but calls to the Python that any engine can call.

On each build the content is loaded and checked again; an error stops it with
the same French messages as `make check`.
"""

import sys
from pathlib import Path
from typing import Any, Literal

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from mkdocs.config.defaults import MkDocsConfig  # noqa: E402
from mkdocs.exceptions import Abort  # noqa: E402
from mkdocs.plugins import event_priority  # noqa: E402
from mkdocs.structure.files import Files  # noqa: E402
from mkdocs.structure.pages import Page  # noqa: E402

from scripts import search  # noqa: E402
from scripts.check import verify  # noqa: E402
from scripts.deliver import files as deliverables  # noqa: E402
from scripts.deliver import opendata  # noqa: E402
from scripts.finish import extras, feeds, redirects  # noqa: E402
from scripts.finish.failures import cause  # noqa: E402
from scripts.load.files import is_linked  # noqa: E402
from scripts.render import citations, moved, state  # noqa: E402
from scripts.render.config import calls_only, macro_pages  # noqa: E402
from scripts.render.context import site_context  # noqa: E402
from scripts.render.dates import today  # noqa: E402
from scripts.render.glossary import Linker  # noqa: E402
from scripts.render.markdown import SiteExtension  # noqa: E402
from scripts.render.terms import glossary_links  # noqa: E402
from scripts.report import ERROR, render, summary  # noqa: E402

_serving = False
_linker = Linker(())


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether a local server asked for the build."""
    global _serving
    _serving = command == "serve"


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Load and check the content, then hand it to the templates and macros."""
    global _linker
    base, problems = verify(ROOT, today())
    errors = [problem for problem in problems if problem.severity == ERROR]
    if errors or base.reglages is None:
        raise Abort(f"\n{render(errors)}\n\n{summary(errors)}")
    state.use(base)
    _linker = Linker(glossary_links(base))
    config.site_name = base.reglages.nom
    config.repo_url = base.reglages.repo_url
    if not _serving:
        config.site_url = base.reglages.site_url
    config.markdown_extensions.append(SiteExtension(citations.names(base)))  # type: ignore[arg-type]
    config.extra["site"] = site_context(base, today())
    if _serving:
        # MkDocs reloads the page through an inline script, which the policy forbids.
        config.extra["site"]["politique"] = ""


def on_files(files: Files, *, config: MkDocsConfig) -> None:
    """Publish nothing of the stock theme, nor how booklets are set: no page refers to them."""
    own = (config.docs_dir, str(ROOT / "overrides"))
    for file in list(files):
        outside = file.src_dir not in own or file.src_uri.startswith("livret/")
        if outside or is_linked(Path(file.src_dir or ""), file.src_uri):
            files.remove(file)


@event_priority(100)
def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Leave the theme a title and a description, escaped; leave the macros only their calls.

    The check refuses the rest; if it were bypassed, it would stay text.
    """
    parts = config.extra["site"]["pages"].get(page.url.removeprefix("./"), {})
    known = {"title": parts.get("titre", ""), "description": parts.get("resume", "")}
    page.meta = {name: value.replace("{", "&#123;") for name, value in known.items()}
    page.title = page.meta["title"]
    if f"docs/{page.file.src_uri}" not in macro_pages(ROOT):
        return markdown
    return calls_only(markdown)


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Resolve the addresses that start at the root, then link the glossary."""
    depth = page.url.count("/")
    up = "../" * depth or "./"
    kept = moved.keep(output, moved.places(state.base()).get(page.url.removeprefix("./"), []))
    linked = kept.replace('href="@/', f'href="{up}')
    return linked if page.url == "glossaire/" else _linker.link(linked, f"{up}glossaire/")


def on_post_build(*, config: MkDocsConfig) -> None:
    """Add the files that stand beside the pages, the search index, the feeds."""
    site = Path(config.site_dir)
    try:
        extras.write(site, config.site_url)
        search.write(site, state.base())
        deliverables.publish(site)
        opendata.publish(state.base(), site)
        feeds.write(site, state.base())
        redirects.write(site, state.base())
    except OSError as error:
        raise Abort(f"\n{cause(error)}") from None
