"""Which content file is being read: told when the machine gives up on it."""

_current: list[str] = [""]


def now(path: str) -> str:
    """Remember that `path` is being read, and return it."""
    _current[0] = path
    return path


def current() -> str:
    """The path given last, or nothing."""
    return _current[0]
