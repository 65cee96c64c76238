"""Media Cloud's collection of online news, with the key in SELARAS_MEDIACLOUD_KEY."""

from __future__ import annotations

from datetime import date, timedelta
from urllib.parse import urlencode

from align.fetching import fetch
from align.finding.queries import window
from align.finding.ways import Lead, Looked, Search, way
from align.finding.ways.searching import asking, key, results, searched

_BACK = timedelta(days=90)  # looked through where the rewrite states no day of its own


@way(55)
def look(search: Search) -> Looked:
    token = key("SELARAS_MEDIACLOUD_KEY")
    base = search.settings.mediacloud

    def ask(query: str, search: Search) -> list[Lead]:
        days = window(search.rewrite, search.settings.days)
        first, last = days or (date.today() - _BACK, date.today())
        asked = urlencode({"q": query, "start": first.isoformat(), "end": last.isoformat(),
                           "platform": "onlinenews-mediacloud", "page_size": "20"})
        answer = fetch(f"{base}/api/search/story-list?{asked}", settings=asking(search, base),
                       headers={"Authorization": f"Token {token}"})
        return results(answer.data, "Media Cloud", "stories", "url", "title", "publish_date")

    return searched(search, ask, dated=False)
