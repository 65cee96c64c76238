"""NewsAPI's archive of articles, with the key in SELARAS_NEWSAPI_KEY."""

from __future__ import annotations

from urllib.parse import urlencode

from align.fetching import fetch
from align.finding.queries import window
from align.finding.ways import Lead, Looked, Search, way
from align.finding.ways.searching import asking, key, results, searched


@way(54)
def look(search: Search) -> Looked:
    token = key("SELARAS_NEWSAPI_KEY")
    base = search.settings.newsapi

    def ask(query: str, search: Search) -> list[Lead]:
        asked = {"q": query, "language": "en", "sortBy": "relevancy", "pageSize": "20"}
        days = window(search.rewrite, search.settings.days)
        if days:
            asked |= {"from": days[0].isoformat(), "to": days[1].isoformat()}
        answer = fetch(f"{base}/v2/everything?{urlencode(asked)}", settings=asking(search, base),
                       headers={"X-Api-Key": token})
        return results(answer.data, "NewsAPI", "articles", "url", "title", "publishedAt")

    return searched(search, ask, dated=False)
