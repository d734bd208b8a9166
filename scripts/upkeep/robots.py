"""What each site lets robots read (RFC 9309)."""

from urllib.robotparser import RobotFileParser

from ..network import Answer, Unreachable, follow, uri
from ..network.uri import origin
from .manners import PAUSE, Manners

READ = 32_768
"""Bytes of a robots.txt that are read."""
SLOWEST = 10.0
"""The longest pause, in seconds, that a robots.txt obtains between two requests."""


class Robots:
    """The robots.txt of each site, read once."""

    def __init__(self, manners: Manners) -> None:
        self._manners = manners
        self._read: dict[str, RobotFileParser | Unreachable] = {}

    def allows(self, address: str) -> bool:
        """False when the site of `address` refuses. Raises Unreachable when it is down."""
        site = origin(address)
        if site not in self._read:
            self._read[site] = self._rules(site)
        rules = self._read[site]
        if isinstance(rules, Unreachable):
            raise rules
        return rules.can_fetch(self._manners.agent, address)

    def _rules(self, site: str) -> RobotFileParser | Unreachable:
        try:
            answer = self._fetch(f"{site}/robots.txt")
        except Unreachable as error:
            return Unreachable(str(error), lost=error.lost, passing=False)
        if answer.status >= 500:
            return Unreachable(f"robots.txt répond {answer.status}", passing=False)
        rules = RobotFileParser()
        # No robots.txt: everything may be read.
        text = answer.body.decode("utf-8", "replace") if answer.status < 300 else ""
        rules.parse(text.splitlines())
        if delay := rules.crawl_delay(self._manners.agent):
            host = site.partition("://")[2]
            self._manners.pauses[host] = min(max(float(delay), PAUSE), SLOWEST)
        return rules

    def _fetch(self, address: str) -> Answer:
        return follow(uri(address), lambda here: self._manners.ask("GET", here, READ)).answer
