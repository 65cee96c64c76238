"""A SearXNG server: the publisher's own page, or a copy of the story that another site carries."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import urlencode

from align.errors import FetchError
from align.fetching import fetch
from align.finding.copies import is_copy
from align.finding.leads import nearest
from align.finding.links import of_publisher
from align.finding.queries import names, phrase, window
from align.finding.ways import ClosedError, Lead, Looked, Search, way
from align.finding.ways.link import opened
from align.finding.ways.wayback import archived
from align.model import Article

_NAMES = 4
_HEADLINES = 2  # headlines of earlier leads that are searched for


@way(50)
def look(search: Search) -> Looked:
    if not search.settings.searxng:
        raise ClosedError("no SearXNG server is set")
    queries = [lead.title for lead in search.leads if lead.title][:_HEADLINES]
    known = names(search.rewrite, _NAMES)
    if known:
        queries.append(_dated(phrase(known), search))
    if not queries:
        raise ClosedError("the rewrite's opening names nobody to search for")
    found = nearest([lead for query in queries for lead in ask(query, search)], search)
    own = [lead for lead in found if of_publisher(lead.url, search.settings.publisher)]
    archive = archived(own, search) if search.settings.wayback else Looked(leads=tuple(own))
    pages, _, _ = opened([lead for lead in found if lead not in own], search)
    copies = tuple(page for page in pages if _accepted(page, search, [*search.leads, *own]))
    return Looked(archive.articles + copies, archive.leads)


def ask(query: str, search: Search) -> list[Lead]:
    """The results of one query.

    Raises:
        FetchError: the server does not answer, or not in JSON.
    """
    asked = urlencode({"q": query, "format": "json", "categories": "news"})
    answer = fetch(f"{search.settings.searxng}/search?{asked}",
                   settings=replace(search.settings.fetch, robots=False))
    try:
        found = json.loads(answer.data)["results"]
        return [Lead(str(one["url"]), str(one.get("title") or ""),
                     str(one.get("publishedDate") or "")) for one in found]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise FetchError(f"SearXNG did not answer in JSON ({error!r}); allow the format json in "
                         "its settings.", "failed") from error


def _dated(query: str, search: Search) -> str:
    days = window(search.rewrite, search.settings.days)
    return f"{query} {days[1]:%B %Y}" if days else query


def _accepted(page: Article, search: Search, leads: list[Lead]) -> bool:
    """By the headline of a lead, if one is known; else any credited copy, for ranking to judge."""
    if leads:
        return any(is_copy(page, lead.title, lead.published or search.rewrite.published)
                   for lead in leads)
    return is_copy(page, page.title, page.published)
