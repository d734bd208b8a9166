"""Which machines may be asked: those of the public network, and no other.

Addresses come from proposals: one that leads to the machine that runs the check,
or to its neighbours, would let a stranger knock on their doors.
"""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

_NAT64 = ip_network("64:ff9b::/96")
_INNER = [ip_network(one) for one in ("::/96", "fec0::/10", "64:ff9b:1::/48")]
"""Old or local ways to a private machine, that Python takes for the public network."""


def is_public(address: str) -> bool:
    """True when the IP `address`, and the one it may carry, is on the public network."""
    ip = ip_address(address.split("%")[0])
    if any(ip in network for network in _INNER):
        return False
    inner = _carried(ip) if isinstance(ip, IPv6Address) else None
    return all(one.is_global and not one.is_multicast for one in (ip, inner) if one is not None)


def _carried(ip: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for, when it does."""
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour
