"""Two built sites → one `Comparison`: pages, files, addresses and weight."""

import filecmp
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..finish.version import FILE as VERSION
from .pages import Page, read
from .scope import shown
from .words import ADDED, REMOVED, Change, changes

UNSHARED = ("assets/", "search/", "_", "404.html")
"""Files that no reader keeps the address of."""
ORDER = ("ajoutée", "retirée", "redirigée", "changée")
"""Pages in the order a reviewer wants them: what is new first."""
NOTABLE = 0.02
"""A page whose weight moves by more than this share is worth a line."""


@dataclass(frozen=True)
class Weight:
    """Bytes before and after; 0 where there is nothing."""

    before: int
    after: int

    @property
    def notable(self) -> bool:
        return abs(self.after - self.before) > NOTABLE * max(self.before, 1)


@dataclass(frozen=True)
class Difference:
    """A page that was added, removed or changed; `url` from the root, `/faq/`."""

    url: str
    state: str
    titre: str
    weight: Weight
    changes: tuple[Change, ...] = ()
    links_added: tuple[str, ...] = ()
    links_removed: tuple[str, ...] = ()

    @property
    def added(self) -> int:
        """Words added."""
        return sum(one.count(ADDED) for one in self.changes)

    @property
    def removed(self) -> int:
        """Words removed."""
        return sum(one.count(REMOVED) for one in self.changes)


@dataclass(frozen=True)
class FileChange:
    """A file that is not a page."""

    url: str
    state: str
    weight: Weight


@dataclass
class Comparison:
    """All that differs, by address; `silent` are pages whose code alone differs."""

    pages: list[Difference] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    files: list[FileChange] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    weight: Weight = Weight(0, 0)

    def of(self, state: str) -> list[Difference]:
        """The pages in a state: « ajoutée », « changée », « retirée » or « redirigée »."""
        return [one for one in self.pages if one.state == state]


def compare(before: Path, after: Path) -> Comparison:
    """What readers of `after` find that those of `before` did not. Raises OSError."""
    old, new = files(before), files(after)
    found = Comparison(weight=Weight(sum(old.values()), sum(new.values())))
    for name in sorted({*old, *new} - {VERSION}):
        same = name in old and name in new and old[name] == new[name]
        if same and filecmp.cmp(before / name, after / name, shallow=False):
            continue
        weight = Weight(old.get(name, 0), new.get(name, 0))
        if name.endswith(".html"):
            _page(found, name, _read(before, name, old), _read(after, name, new), weight)
        else:
            state = "ajouté" if name not in old else "changé" if name in new else "retiré"
            found.files.append(FileChange(f"/{shown(name)}", state, weight))
            if state == "retiré" and not name.startswith(UNSHARED):
                found.lost.append(f"/{shown(name)}")
    found.pages.sort(key=lambda one: ORDER.index(one.state))
    return found


def files(site: Path) -> dict[str, int]:
    """The files of a built site and their weight; links are not followed. Raises OSError."""
    if not (site / "index.html").is_file():
        raise OSError(f"{site} n’est pas un site construit : index.html y manque.")
    return {path.relative_to(site).as_posix(): path.lstat().st_size for path in _walk(site)}


def _walk(site: Path) -> Iterator[Path]:
    for parent, _, names in os.walk(site, followlinks=False):
        for name in names:
            path = Path(parent) / name
            if path.is_file() and not path.is_symlink():
                yield path


def _read(site: Path, name: str, known: dict[str, int]) -> Page | None:
    return read((site / name).read_text("utf-8", "replace")) if name in known else None


def _page(found: Comparison, name: str, old: Page | None, new: Page | None, weight: Weight) -> None:
    whole = f"/{shown(name)}"
    url = whole.removesuffix("index.html") if whole.endswith("/index.html") else whole
    state = _state(old, new)
    if state is None:
        return
    if state == "retirée" and not name.startswith(UNSHARED):
        found.lost.append(url)
    old, new = old or Page(), new or Page()
    if state == "changée":
        found.lost += [f"{url}#{one}" for one in sorted(old.anchors - new.ids)]
    places = () if state == "redirigée" else tuple(changes(old.blocks, new.blocks))
    more, fewer = tuple(sorted(new.links - old.links)), tuple(sorted(old.links - new.links))
    if state == "changée" and not (places or more or fewer):
        found.silent.append(url)
        return
    titre = (new.titre if state != "redirigée" else "") or old.titre
    found.pages.append(Difference(url, state, titre, weight, places, more, fewer))


def _state(old: Page | None, new: Page | None) -> str | None:
    """None for what is not a page that readers read: a forwarding one that comes or changes."""
    was, is_now = old is not None and not old.forwards, new is not None and not new.forwards
    if was and is_now:
        return "changée"
    if was:
        return "redirigée" if new is not None else "retirée"
    return "ajoutée" if is_now else None
