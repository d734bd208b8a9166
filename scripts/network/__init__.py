"""Asks servers that nobody here controls, and trusts none of them.

`uri` turns an address into what may be sent, `public` tells the hosts that may be
asked, `client` opens one connection, asks one question and reads little, `redirects`
follows where it leads.
"""

from .client import Answer, Client, Unreachable
from .redirects import follow
from .uri import uri

__all__ = ["Answer", "Client", "Unreachable", "follow", "uri"]
