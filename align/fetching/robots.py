"""robots.txt, asked for once per host and process, by the rules of RFC 9309."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import SplitResult

from align.fetching.outcomes import refusal

AGENT = "selaras"
LARGEST = 500 * 2**10  # bytes that are read of it, as the RFC asks

Ask = Callable[[str], tuple[int, bytes]]  # URL -> status, body; status 0 for no answer


class Robots:
    """What each host asks of robots."""

    def __init__(self) -> None:
        self._rules: dict[str, str | None] = {}

    def refuse_forbidden(self, parts: SplitResult, ask: Ask) -> None:
        """Raises:
            FetchError: the host asks robots not to open this page.
        """
        from protego import Protego

        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = _rules(*ask(f"{site}/robots.txt"))
        rules = self._rules[site]
        if rules is None or not Protego.parse(rules).can_fetch(parts.geturl(), AGENT):
            raise refusal("blocked", f"{parts.hostname} asks programs not to open this page "
                                     "(robots.txt)")


def _rules(status: int, body: bytes) -> str | None:
    """The text of the rules; no rules where there is no such file, None where all is forbidden."""
    if 500 <= status < 600:
        return None
    if status != 200:
        return ""
    return body[:LARGEST].decode("utf-8", "ignore").lstrip("\ufeff")


ROBOTS = Robots()
