"""The content of the build under way, shared by the hook and the macros."""

from ..load import Base
from ..model import Reglages

_current: list[Base] = []


def use(base: Base) -> None:
    """Make `base` the content of the build that starts."""
    _current[:] = [base]


def base() -> Base:
    """The content of the build under way. Raises IndexError before any build."""
    return _current[0]


def reglages() -> Reglages:
    """The settings of the build under way."""
    found = base().reglages
    assert found is not None, "a build starts only once the settings are valid"
    return found
