"""The Wayback Machine: which captures it has of an address, and the raw pages of some of them.

Captures with different content are different versions of the story, or of the page around it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from urllib.parse import quote, urlencode

from align.errors import FetchError, InputError
from align.fetching import fetch
from align.finding.links import links, wire_day
from align.finding.queries import window
from align.finding.ways import ClosedError, Lead, Looked, Search, way
from align.model import Article
from align.reading import parse

_AFTER = 30  # days after the rewrite in which a capture is still looked for
_COLUMNS = ("timestamp", "original")


@way(30)
def look(search: Search) -> Looked:
    if not search.settings.wayback:
        raise ClosedError("no archive is set")
    found = links(search.rewrite, search.settings.publisher)
    if not found:
        raise ClosedError("the rewrite names no address of the original")
    return archived([Lead(link) for link in found], search)


def archived(leads: Iterable[Lead], search: Search) -> Looked:
    """What the archive has of some leads; those of which it has nothing are handed on.

    Raises:
        FetchError: the archive does not answer.
    """
    articles: list[Article] = []
    missing: list[Lead] = []
    for lead in leads:
        found = list(captures(lead.url, search))
        articles += found
        missing += [] if found else [lead]
    return Looked(tuple(articles), tuple(missing))


def captures(url: str, search: Search) -> Iterator[Article]:
    """Articles captured at an address about the rewrite's time, each content once."""
    settings = search.settings
    for timestamp, original in _index(url, search)[:settings.most]:
        raw = f"{settings.wayback}/web/{timestamp}id_/{quote(original, safe=':/?&=%')}"
        try:
            page = fetch(raw, settings=settings.fetch)
            article = parse(page.data, source=raw, content_type=page.content_type, url=original)
        except (FetchError, InputError):
            continue  # a capture may be damaged, or of a robot check
        yield replace(article, url=original,
                      provenance={**article.provenance, "captured": timestamp, "way": "wayback"})


def _index(url: str, search: Search) -> list[tuple[str, str]]:
    """Timestamps and addresses of captures, from the CDX server's table, oldest first."""
    asked = {"url": url, "output": "json", "filter": "statuscode:200", "collapse": "digest",
             "limit": str(4 * search.settings.most)}
    days = window(search.rewrite, search.settings.days)
    filed = wire_day(url)
    if days or filed:
        first = filed or (days[0] if days else None)
        last = days[1] if days else filed
        if first and last:
            asked["from"] = f"{first - timedelta(days=1):%Y%m%d}"
            asked["to"] = f"{max(first, last) + timedelta(days=_AFTER):%Y%m%d}"
    address = f"{search.settings.wayback}/cdx/search/cdx?{urlencode(asked)}"
    answer = fetch(address, settings=replace(search.settings.fetch, robots=False))
    if not answer.data.strip():
        return []
    try:
        header, *rows = json.loads(answer.data) or [list(_COLUMNS)]
        at = [header.index(column) for column in _COLUMNS]
        return [(str(row[at[0]]), str(row[at[1]])) for row in rows]
    except (ValueError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise FetchError(f"The archive's index cannot be read ({error}); try again later.",
                         "failed") from error
