"""Ways of looking for an original: one file each, found by being here, tried in a fixed order.

A way is a module with one function marked `@way(order)`: given a `Search` it returns what it
`Looked` up. It says by `ClosedError` that it is not set up or has nothing to go by. Cheap and
certain ways come first: one's own store, a folder of licensed feeds, archives, copies, the live
page.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from align.encoders import Encoder
from align.errors import SelarasError
from align.fetching import FetchSettings
from align.model import Article
from align.registry import Registry, module_name
from align.store import default_path


@dataclass(frozen=True, slots=True)
class WaySettings:
    """Where to look. An empty address or path closes its way.

    Attributes:
        fetch: how politely URLs are opened.
        store: a store's file.
        folder: a folder into which licensed feeds are put.
        wayback, gdelt, searxng: base addresses of the services. SearXNG has none for everyone.
        brave, mediacloud, newsapi, serper: the same of services that want a key, which is taken
            from SELARAS_BRAVE_KEY and so on; without a key they are closed.
        publisher: the domain of the originals.
        days: how long before the rewrite an original may have been published.
        most: pages opened by one way.
    """

    fetch: FetchSettings = field(default_factory=FetchSettings)
    store: Path | None = None
    folder: Path | None = None
    wayback: str = "https://web.archive.org"
    gdelt: str = "https://api.gdeltproject.org"
    searxng: str = ""
    brave: str = "https://api.search.brave.com"
    mediacloud: str = "https://search.mediacloud.org"
    newsapi: str = "https://newsapi.org"
    serper: str = "https://google.serper.dev"
    publisher: str = "reuters.com"
    days: int = 7
    most: int = 6

    @classmethod
    def from_environment(cls) -> Self:
        """The user's own store, and the folder and server that SELARAS_FEEDS and SELARAS_SEARXNG
        name. A server on this machine may be opened: it is the user's own."""
        searxng = os.environ.get("SELARAS_SEARXNG", "").rstrip("/")
        feeds = os.environ.get("SELARAS_FEEDS", "")
        return cls(store=default_path(), folder=Path(feeds) if feeds else None, searxng=searxng)


@dataclass(frozen=True, slots=True)
class Lead:
    """An address at which the original or a copy may stand, with the headline stated for it."""

    url: str
    title: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Search:
    """A rewrite, what looks for its original, and the leads that earlier ways have found."""

    rewrite: Article
    settings: WaySettings
    encoder: Encoder
    leads: tuple[Lead, ...] = ()


@dataclass(frozen=True, slots=True)
class Looked:
    """What a way found: articles read, and leads that could not be read or not yet."""

    articles: tuple[Article, ...] = ()
    leads: tuple[Lead, ...] = ()


class ClosedError(SelarasError):
    """A way is not set up, or has nothing to go by; the message says which."""


Way = Callable[[Search], Looked]

_WAYS: Registry[Way] = Registry(__name__, "way")


def way(order: int) -> Callable[[Way], Way]:
    """Register a way of looking. Its name is its file's; lower orders are tried first."""

    def registered(function: Way) -> Way:
        _WAYS.add(module_name(function), function, function, order)
        return function

    return registered


def ways() -> tuple[str, ...]:
    """The names of all ways, in the order in which they are tried."""
    return tuple(_WAYS.all())


def look(name: str, search: Search) -> Looked:
    """Try one way.

    Raises:
        ClosedError: it is not set up or has nothing to go by.
        KeyError: there is no such way.
        SelarasError: it did not work, and why.
    """
    return _WAYS.all()[name](search)
