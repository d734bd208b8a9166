"""Cuts Markdown prose into statements: paragraphs, list items, table rows.

A line-by-line reader rather than a Markdown parser: a statement must know its
offsets in the file, which no parser at hand keeps. Titles, code, table heads
and definitions of links are no statements.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_FENCE = re.compile(r"[ \t>]*(?P<sign>`{3,}|~{3,})")
_LEAD = re.compile(r"(?P<quote>(?:[ ]{0,3}>[ ]?)*)(?P<indent>[ \t]*)")
_ITEM = re.compile(r"(?:[-*+]|\d+[.)])[ \t]+(?=\S)")
_TERM = re.compile(r":[ \t]+(?=\S)")
_RULE_ROW = re.compile(r"[ >]*\|?(?:[ ]*:?-+:?[ ]*\|)+[ ]*(?::?-+:?)?[ ]*\|?[ ]*")
_ASIDE = re.compile(r"#{1,6}[ \t]|!!!|\?\?\?|\[[^\]^@][^\]]*\]:|\{:?[^{}]*\}$|(?:[-*_][ ]*){3,}$")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*")


@dataclass(frozen=True)
class Statement:
    """`kind` is paragraphe, élément or ligne; `start` and `end` leave its marker out.

    `leads`: it ends with a colon and announces what stands below it.
    """

    kind: str
    start: int
    end: int
    indent: int = 0
    quoted: bool = False
    leads: bool = False


def statements(text: str) -> list[Statement]:
    """The statements of `text` in order."""
    blocks = list(_Reader(text).blocks())
    return [
        replace(one, leads=_leads(text, one, below))
        for one, below in zip(blocks, [*blocks[1:], None], strict=True)
        if one.kind in ("paragraphe", "élément", "ligne")
    ]


def _leads(text: str, one: Statement, below: Statement | None) -> bool:
    if below is None or not text[one.start : one.end].rstrip("*_").endswith(":"):
        return False
    if below.kind == "élément":
        return below.indent >= one.indent + (one.kind == "élément")
    return below.kind == "tableau" or (below.quoted and not one.quoted)


class _Reader:
    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.open: Statement | None = None
        self.nested = False

    def blocks(self) -> Iterator[Statement]:
        """Statements, and the blocks between them: titre, code, tableau."""
        offset, fence, rows = 0, "", False
        for number, line in enumerate(self.lines):
            start, offset = offset, offset + len(line) + 1
            sign = _FENCE.match(line)
            if fence or sign:
                yield from self._close()
                if not fence:
                    yield Statement("code", start, start)
                closes = sign is not None and sign["sign"].startswith(fence)
                fence = "" if fence and closes else fence or (sign["sign"] if sign else "")
            elif rows and line.strip():
                if not _RULE_ROW.fullmatch(line):
                    yield _row(line, start)
            elif self._begins_table(number, line):
                yield from self._close()
                yield Statement("tableau", start, start)
                rows = True
            else:
                rows = False
                yield from self._line(line, start)
        yield from self._close()

    def _begins_table(self, number: int, line: str) -> bool:
        below = self.lines[number + 1] if number + 1 < len(self.lines) else ""
        return "|" in line and _RULE_ROW.fullmatch(below) is not None

    def _line(self, line: str, offset: int) -> Iterator[Statement]:
        lead = _LEAD.match(line)
        assert lead
        rest, start, end = line[lead.end() :], offset + lead.end(), offset + len(line.rstrip())
        indent, quoted = len(lead["indent"].expandtabs(4)), bool(lead["quote"])
        fresh = self.open is None
        if not rest.strip():
            yield from self._close()
        elif not fresh and _UNDERLINE.fullmatch(rest):
            self.open = None
            yield Statement("titre", start, start)
        elif marker := _ITEM.match(rest):
            yield from self._close()
            self.open = Statement("élément", start + marker.end(), end, indent, quoted)
            self.nested = True
        elif marker := _TERM.match(rest):
            self.open = Statement("élément", start + marker.end(), end, indent, quoted)
            self.nested = True
        elif _ASIDE.match(rest):
            yield from self._close()
            self.nested = rest.startswith(("!!!", "???"))
            yield Statement("titre", start, start)
        elif self.open:
            self.open = replace(self.open, end=end)
        elif indent >= 4 and not self.nested:
            yield Statement("code", start, start)
        else:
            self.nested = self.nested and indent > 0
            self.open = Statement("paragraphe", start, end, indent, quoted)

    def _close(self) -> Iterator[Statement]:
        if self.open:
            yield self.open
        self.open = None


def _row(line: str, offset: int) -> Statement:
    inside = line.strip(" >|\t")
    start = offset + line.index(inside)
    return Statement("ligne", start, start + len(inside))
