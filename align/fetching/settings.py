"""How politely and how patiently URLs are opened."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from align._version import __version__


def _contact() -> str:
    return os.environ.get("SELARAS_CONTACT", "")


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """Limits of one fetch.

    Attributes:
        deadline: seconds for all of it: look-up, redirects, retries, every byte.
        largest: bytes of a page once inflated.
        redirects: how many are followed.
        attempts: how often a passing fault (429, 503, a cut connection) is met before giving up.
        backoff: seconds before the second attempt, doubled before each further one.
        pause: seconds between two requests to one host.
        robots: whether robots.txt is asked; false only for programming interfaces, which are
            made for programs.
        contact: an address at which a site's owner finds whoever runs this, sent with every
            request; the environment variable SELARAS_CONTACT without it.
        cache: folder of the disk cache; None for none.
        cache_hours: how long a page is taken from there.
        allow_loopback: open this machine's own addresses, at any port. For tests and for
            services that the user runs.
    """

    deadline: float = 30.0
    largest: int = 8 * 2**20
    redirects: int = 8
    attempts: int = 3
    backoff: float = 1.0
    pause: float = 1.0
    robots: bool = True
    contact: str = field(default_factory=_contact)
    cache: Path | None = field(default_factory=lambda: default_cache())
    cache_hours: float = 24.0
    allow_loopback: bool = False

    @property
    def user_agent(self) -> str:
        """Who we are, honestly."""
        contact = "".join(char for char in self.contact if char.isascii() and char.isprintable())
        return f"selaras/{__version__} (compares news stories; contact: {contact or 'none given'})"


def default_cache() -> Path:
    """The user's cache folder for pages."""
    from platformdirs import user_cache_path

    return user_cache_path("selaras") / "http"
