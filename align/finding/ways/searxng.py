"""A SearXNG server: the publisher's own page, or a copy of the story that another site carries."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import urlencode, urlsplit

from align.errors import FetchError
from align.fetching import fetch
from align.finding.searching import searched
from align.finding.ways import ClosedError, Lead, Looked, Search, way

_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")


@way(50)
def look(search: Search) -> Looked:
    if not search.settings.searxng:
        raise ClosedError("no SearXNG server is set")
    return searched(search, ask)


def ask(query: str, search: Search) -> list[Lead]:
    """The results of one query. The server itself, but nothing it names, may be on this machine.

    Raises:
        FetchError: the server does not answer, or not in JSON.
    """
    base = search.settings.searxng
    polite = search.settings.fetch
    own = urlsplit(base).hostname in _THIS_MACHINE
    asked = urlencode({"q": query, "format": "json", "categories": "news"})
    answer = fetch(f"{base}/search?{asked}", settings=replace(
        polite, robots=False, allow_loopback=own or polite.allow_loopback))
    try:
        found = json.loads(answer.data)["results"]
        return [Lead(str(one["url"]), str(one.get("title") or ""),
                     str(one.get("publishedDate") or "")) for one in found]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise FetchError(f"SearXNG did not answer in JSON ({error!r}); allow the format json in "
                         "its settings.", "failed") from error
