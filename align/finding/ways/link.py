"""The live page, at an address that the rewrite or an earlier way names."""

from __future__ import annotations

from align.errors import FetchError, InputError, SelarasError
from align.fetching import fetch
from align.finding.links import links, of_publisher
from align.finding.ways import ClosedError, Lead, Looked, Search, way
from align.model import Article
from align.reading import read


@way(60)
def look(search: Search) -> Looked:
    publisher = search.settings.publisher
    named = [Lead(link) for link in links(search.rewrite, publisher)]
    leads = [*named, *(lead for lead in search.leads if of_publisher(lead.url, publisher))]
    if not leads:
        raise ClosedError("neither the rewrite nor a search names an address of the original")
    once = {lead.url: lead for lead in leads}.values()
    articles, failed, trouble = opened(list(once)[:search.settings.most], search)
    if not articles and trouble:
        raise trouble
    return Looked(articles, failed)


def opened(leads: list[Lead], search: Search,
           ) -> tuple[tuple[Article, ...], tuple[Lead, ...], SelarasError | None]:
    """Articles at live addresses, the leads that gave none, and the first reason why."""
    articles: list[Article] = []
    failed: list[Lead] = []
    trouble: SelarasError | None = None
    for lead in leads:
        try:
            articles.append(read(lead.url, client=lambda url: fetch(
                url, settings=search.settings.fetch)))
        except (FetchError, InputError) as error:
            failed.append(lead)
            trouble = trouble or error
    return tuple(articles), tuple(failed), trouble
