"""URL to bytes, guarded: the one client for every URL that Selaras opens.

    from align.fetching import FetchSettings, fetch
    page = fetch("https://www.reuters.com/…", settings=FetchSettings(deadline=10))

Only public addresses on the web's ports are opened, also behind redirects; no page outlasts its
deadline or outgrows its limit; robots.txt, a pause per host and an honest User-Agent are kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from align.errors import FetchError
from align.fetching.outcomes import OUTCOMES, Outcome
from align.fetching.settings import FetchSettings

if TYPE_CHECKING:
    from align.fetching.client import Fetched

__all__ = ["OUTCOMES", "FetchError", "FetchSettings", "Fetched", "Outcome", "fetch"]


def fetch(url: str, *, settings: FetchSettings | None = None,
          headers: Mapping[str, str] | None = None, content: bytes | None = None) -> Fetched:
    """What a URL gives.

    Args:
        headers: further ones, such as a key. They are sent to the URL's own host only, and what
            they open is not cached.
        content: posted, if given.

    Raises:
        FetchError: nothing usable; `outcome` is the typed reason, the message says what helps.
    """
    from align.fetching.client import open_url

    return open_url(url, settings or FetchSettings(), headers or {}, content)


def __getattr__(name: str) -> Any:
    if name == "Fetched":
        from align.fetching.client import Fetched

        return Fetched
    raise AttributeError(f"module 'align.fetching' has no attribute {name!r}")
