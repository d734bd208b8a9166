"""Addresses as people write them → addresses as they travel."""

from urllib.parse import quote, urlsplit, urlunsplit

_KEPT = "%/:;=?@!$&'()*+,~"
PORTS = {"http": 80, "https": 443}


def uri(address: str) -> str:
    """`address` in plain ASCII, without fragment, name or password.

    Raises ValueError when it is not an http or https address of a host.
    """
    parts = urlsplit(address)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ValueError(f"pas une adresse web : {address}")
    host = parts.hostname if ":" in parts.hostname else _ascii(parts.hostname)
    place = f"[{host}]" if ":" in host else host
    if parts.port not in (None, PORTS[parts.scheme]):
        place = f"{place}:{parts.port}"
    path = quote(parts.path, safe=_KEPT) or "/"
    return urlunsplit((parts.scheme, place, path, quote(parts.query, safe=_KEPT), ""))


def _ascii(host: str) -> str:
    """The name of a host as DNS knows it. Raises ValueError when it cannot be one."""
    return host.encode("idna").decode("ascii").lower()


def origin(address: str) -> str:
    """`https://exemple.fr:8443/page` → `https://exemple.fr:8443`."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
