"""A SearXNG server: the publisher's own page, or a copy of the story that another site carries."""

from __future__ import annotations

from urllib.parse import urlencode

from align.fetching import fetch
from align.finding.ways import ClosedError, Lead, Looked, Search, way
from align.finding.ways.searching import asking, results, searched


@way(50)
def look(search: Search) -> Looked:
    if not search.settings.searxng:
        raise ClosedError("no SearXNG server is set")
    return searched(search, ask)


def ask(query: str, search: Search) -> list[Lead]:
    """The results of one query; SearXNG's settings must allow the format json."""
    base = search.settings.searxng
    asked = urlencode({"q": query, "format": "json", "categories": "news"})
    answer = fetch(f"{base}/search?{asked}", settings=asking(search, base))
    return results(answer.data, "SearXNG", "results", "url", "title", "publishedDate")
