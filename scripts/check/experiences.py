"""An experience is shown by the page of its cycle: `docs/experiences/<cycle>.md`."""

from collections.abc import Iterator

from ..load.base import Base
from ..report import Problem


def check(base: Base) -> Iterator[Problem]:
    """Experiences that no page shows: the links to them would lead nowhere."""
    cycles = base.ids("cycles")
    for source in base.sources:
        data = source.document.data
        if source.collection != "experiences" or not isinstance(data, dict):
            continue
        cycle = data.get("cycle")
        page = f"docs/experiences/{cycle}.md"
        if cycle in cycles and page not in base.paths:
            span = source.document.values[("cycle",)]
            yield Problem(
                source.path,
                span.line,
                span.column,
                f"aucune page ne montre les expériences du cycle « {cycle} ».",
                (
                    f"Créez {page} d’après une page voisine ; dans mkdocs.yml, ajoutez-la à "
                    "« nav » et à « force_render_paths ».",
                ),
            )
