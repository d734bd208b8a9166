"""What WeasyPrint 70 leaves out of its tags, added as it builds them.

The language of foreign words, the scope of table heads, a name for each link
that stays in the booklet, the right to print links; running titles are marked
as such, or a screen reader would say them on every page. It has no public way
to do so: the version is pinned, and the tests read each of these in the file.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

PRINTED = 4
"""The flag of an annotation that is shown on paper too."""


@contextmanager
def completed(document: Any, names: Mapping[str, str]) -> Iterator[None]:
    """While it lasts, WeasyPrint writes complete tags; `names` are those of the anchors."""
    from pydyf import Dictionary
    from weasyprint.formatting_structure.boxes import MarginBox
    from weasyprint.layout.absolute import AbsolutePlaceholder
    from weasyprint.pdf import tags
    from weasyprint.pdf.stream import Stream

    build, marked = tags._build_box_tree, Stream.marked
    margins = {
        box
        for page in document.pages
        for margin in page._page_box.children
        if isinstance(margin, MarginBox)
        for box in margin.descendants()
    }

    def build_complete(box: Any, *context: Any) -> Iterator[Any]:
        inner = box._box if isinstance(box, AbsolutePlaceholder) else box
        if isinstance(inner, MarginBox):
            return
        for element in build(box, *context):
            _complete(element, inner, names)
            yield element

    @contextmanager
    def mark(stream: Any, box: Any, tag: str) -> Iterator[None]:
        if box not in margins:
            with marked(stream, box, tag):
                yield
            return
        stream.begin_marked_content("Artifact", Dictionary({"Type": "/Pagination"}))
        yield
        stream.end_marked_content()

    tags._build_box_tree, Stream.marked = build_complete, mark
    try:
        yield
    finally:
        tags._build_box_tree, Stream.marked = build, marked


def _complete(element: Any, box: Any, names: Mapping[str, str]) -> None:
    from pydyf import String

    attributes = {} if box.element is None else box.element.attrib
    if attributes.get("lang", "fr") != "fr":
        element["Lang"] = String(attributes["lang"])
    if element["S"] == "/TH":
        element["A"]["Scope"] = "/Row" if attributes.get("scope") == "row" else "/Column"
    if annotation := box.link_annotation:
        annotation["F"] = PRINTED
        if "Dest" in annotation:
            anchor = annotation["Dest"].string
            annotation["Contents"] = String(names.get(anchor) or names[anchor.partition("--")[0]])
