"""From a search service's results to articles: the same for every service."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from align.errors import FetchError
from align.fetching import FetchSettings
from align.finding.copies import is_copy
from align.finding.links import of_publisher
from align.finding.queries import names, phrase, window
from align.finding.ways import ClosedError, Lead, Looked, Search
from align.finding.ways.leads import nearest
from align.finding.ways.link import opened
from align.finding.ways.wayback import archived
from align.model import Article

_NAMES = 4
_HEADLINES = 2  # headlines of earlier leads that are searched for
_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")

Ask = Callable[[str, Search], list[Lead]]


def searched(search: Search, ask: Ask, *, dated: bool = True) -> Looked:
    """Ask for earlier leads' headlines and for the rewrite's names, and open what is likest.

    The publisher's own pages are taken from the archive, and handed on as leads where it has
    none; other sites' pages if they are copies.

    Args:
        ask: one query to the service.
        dated: name the month in the query, for services that are not told the days.
    """
    queries = [lead.title for lead in search.leads if lead.title][:_HEADLINES]
    known = names(search.rewrite, _NAMES)
    if known:
        queries.append(_dated(phrase(known), search) if dated else phrase(known))
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
        ClosedError: there is none, or one that cannot be sent.
    """
    stated = os.environ.get(variable, "").strip()
    if not stated:
        raise ClosedError(f"no key is set in {variable}")
    if not (stated.isascii() and stated.isprintable()):
        raise ClosedError(f"{variable} holds characters that no key has; set it anew")
    return stated


def results(data: bytes, service: str, among: str, url: str, title: str,
            published: str) -> list[Lead]:
    """The leads in a service's JSON answer: a list under `among`, of objects with these names.

    Raises:
        FetchError: the answer has another shape.
    """
    try:
        found = json.loads(data)[among]
        return [Lead(str(one[url]), str(one.get(title) or ""), str(one.get(published) or ""))
                for one in found if one.get(url)]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise FetchError(f"{service} did not answer with a list of results "
                         f"({type(error).__name__}); look at its settings, or try again later.",
                         "failed") from error


def asking(search: Search, base: str) -> FetchSettings:
    """Settings for a programming interface: no robots.txt; on this machine if it is named there."""
    polite = search.settings.fetch
    own = urlsplit(base).hostname in _THIS_MACHINE
    return replace(polite, robots=False, allow_loopback=own or polite.allow_loopback)


def _dated(query: str, search: Search) -> str:
    days = window(search.rewrite, search.settings.days)
    return f"{query} {days[1]:%B %Y}" if days else query


def _accepted(page: Article, search: Search, leads: list[Lead]) -> bool:
    """By the headline of a lead, if one is known; else any credited copy, for ranking to judge."""
    if leads:
        return any(is_copy(page, lead.title, lead.published or search.rewrite.published)
                   for lead in leads)
    return is_copy(page, page.title, page.published)
