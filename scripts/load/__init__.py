"""Files of `docs/` and `data/` → a typed, cross-referenced `Base`.

`files` walks the content folders and refuses what may not be there, `yaml_strict`
and `front_matter` read a text without YAML’s traps, `validate` turns model
errors into French, `base` puts the items together. Nothing here writes.
"""

from .base import Base, Item, load
from .collections import COLLECTIONS, SINGLES, Collection

__all__ = ["COLLECTIONS", "SINGLES", "Base", "Collection", "Item", "load"]
