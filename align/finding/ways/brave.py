"""Brave's news search, with the key in SELARAS_BRAVE_KEY."""

from __future__ import annotations

from urllib.parse import urlencode

from align.fetching import fetch
from align.finding.ways import Lead, Looked, Search, way
from align.finding.ways.searching import asking, key, results, searched


@way(52)
def look(search: Search) -> Looked:
    token = key("SELARAS_BRAVE_KEY")
    base = search.settings.brave

    def ask(query: str, search: Search) -> list[Lead]:
        asked = urlencode({"q": query, "count": "20"})
        answer = fetch(f"{base}/res/v1/news/search?{asked}", settings=asking(search, base),
                       headers={"X-Subscription-Token": token, "Accept": "application/json"})
        return results(answer.data, "Brave", "results", "url", "title", "page_age")

    return searched(search, ask)
