"""Serper, which asks Google News, with the key in SELARAS_SERPER_KEY."""

from __future__ import annotations

import json

from align.fetching import fetch
from align.finding.ways import Lead, Looked, Search, way
from align.finding.ways.searching import asking, key, results, searched


@way(53)
def look(search: Search) -> Looked:
    token = key("SELARAS_SERPER_KEY")
    base = search.settings.serper

    def ask(query: str, search: Search) -> list[Lead]:
        answer = fetch(f"{base}/news", settings=asking(search, base),
                       headers={"X-API-KEY": token, "Content-Type": "application/json"},
                       content=json.dumps({"q": query, "num": 20}).encode())
        return results(answer.data, "Serper", "news", "link", "title", "")

    return searched(search, ask)
