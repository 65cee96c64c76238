"""From a search service's results to articles: the same for every service."""

from __future__ import annotations

import os
from collections.abc import Callable

from align.finding.copies import is_copy
from align.finding.leads import nearest
from align.finding.links import of_publisher
from align.finding.queries import names, phrase, window
from align.finding.ways import ClosedError, Lead, Looked, Search
from align.finding.ways.link import opened
from align.finding.ways.wayback import archived
from align.model import Article

_NAMES = 4
_HEADLINES = 2  # headlines of earlier leads that are searched for

Ask = Callable[[str, Search], list[Lead]]


def searched(search: Search, ask: Ask) -> Looked:
    """Ask for earlier leads' headlines and for the rewrite's names, and open what is likest.

    The publisher's own pages are taken from the archive, and handed on as leads where it has
    none; other sites' pages if they are copies.
    """
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


def key(variable: str) -> str:
    """A service's key, from the environment and nowhere else; it is never logged or written.

    Raises:
        ClosedError: there is none.
    """
    stated = os.environ.get(variable, "").strip()
    if not stated:
        raise ClosedError(f"no key is set in {variable}")
    return stated


def _dated(query: str, search: Search) -> str:
    days = window(search.rewrite, search.settings.days)
    return f"{query} {days[1]:%B %Y}" if days else query


def _accepted(page: Article, search: Search, leads: list[Lead]) -> bool:
    """By the headline of a lead, if one is known; else any credited copy, for ranking to judge."""
    if leads:
        return any(is_copy(page, lead.title, lead.published or search.rewrite.published)
                   for lead in leads)
    return is_copy(page, page.title, page.published)
