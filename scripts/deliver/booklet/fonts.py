"""The fonts of the booklet: free ones from npm, so that no machine lends its own.

Source Serif 4 and Source Sans 3 (OFL), by their Fontsource packages. A sign that
they lack would be drawn by whatever font a machine has: it is refused instead.
"""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[3] / "node_modules" / "@fontsource"
FAMILIES = {"Livret Serif": "source-serif-4", "Livret Sans": "source-sans-3"}
FACES = (("400", "normal"), ("400", "italic"), ("600", "normal"))
PARTS = {"": "latin", " Ext": "latin-ext"}
"""The fonts come cut by alphabet; each part is a family, the second helps the first."""
_DRAWN_BY_NONE = frozenset("\n\t\u00a0\u202f\u00ad\u200b")


def absent() -> bool:
    """True where npm has not brought the fonts yet."""
    return not all(_file(*one).is_file() for one in _faces())


def css() -> str:
    """The `@font-face` rules of every face."""
    return "\n".join(
        f'@font-face {{ font-family: "{family}{suffix}"; font-weight: {weight}; '
        f'font-style: {style}; src: url("{_file(family, suffix, weight, style).as_uri()}"); }}'
        for family, suffix, weight, style in _faces()
    )


def read(name: str) -> bytes:
    """A face as TrueType, by the name of its file. Raises StopIteration for any other name.

    Unpacked here: WeasyPrint would date the font of the moment, and no two booklets be equal.
    """
    from fontTools.ttLib import TTFont

    file = next(path for one in _faces() if (path := _file(*one)).name == name)
    font, unpacked = TTFont(file, recalcTimestamp=False, recalcBBoxes=False), BytesIO()
    font.flavor = None
    font.save(unpacked, reorderTables=None)
    return unpacked.getvalue()


def undrawn(text: str) -> set[str]:
    """The signs of `text` that no face has."""
    return {sign for sign in set(text) - _DRAWN_BY_NONE if ord(sign) not in _drawn()}


@cache
def _drawn() -> frozenset[int]:
    from fontTools.ttLib import TTFont

    fonts = [
        {*TTFont(_file(family, suffix, "400", "normal"), lazy=True).getBestCmap()}
        for family in FAMILIES
        for suffix in PARTS
    ]
    serif, sans = fonts[0] | fonts[1], fonts[2] | fonts[3]
    return frozenset(serif & sans)


def _faces() -> Iterator[tuple[str, str, str, str]]:
    for family in FAMILIES:
        for suffix in PARTS:
            for weight, style in FACES:
                yield family, suffix, weight, style


def _file(family: str, suffix: str, weight: str, style: str) -> Path:
    package = FAMILIES[family]
    return FOLDER / package / "files" / f"{package}-{PARTS[suffix]}-{weight}-{style}.woff"
