"""What a page says of its story in its head: meta tags, canonical link, JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from align.reading.blocks import first_text
from align.reading.draft import Draft, text_of
from align.reading.trees import Element

_ARTICLES = re.compile(r"\w*Article$|LiveBlogPosting$|BlogPosting$|Report$")
_KEYS = ("property", "name", "itemprop", "http-equiv")
_SITE = re.compile(
    r"\s+(?:[|\-–—:]\s+)(?:[A-Z][\w.]*\s?){0,3}(?:Reuters|\w+\.(?:com|co\.id|id|net|co)|"
    r"CNN Indonesia|CNBC Indonesia|ANTARA News|Antara News|Tempo|Republika Online|Kompas|"
    r"Detik\w*|Liputan6)"
    r"(?:\s+[|\-–—].*)?$")


def metadata(root: Element) -> Draft:
    """Title, authors, times, canonical URL and language; no body."""
    tags = dict(_tags(root))
    story = article_data(root)
    return Draft(
        reader="metadata",
        title=(text_of(story.get("headline")) or tags.get("og:title", "") or tags.get("title", "")
               or tags.get("twitter:title", "")
               or _SITE.sub("", first_text(root, "//h1", "//title/text()"))),
        authors=_authors(story.get("author")) or _listed(tags, "article:author", "author", "byl",
                                                         "og:article:author", "dc.creator",
                                                         "sailthru.author", "parsely-author"),
        published=_first(tags, "article:published_time", "og:article:published_time",
                         "sailthru.date", "pubdate", "publishdate", "date", "dc.date",
                         "dc.date.issued", "content_publishdate", "parsely-pub-date")
        or text_of(story.get("datePublished")),
        updated=_first(tags, "article:modified_time", "og:article:modified_time", "og:updated_time")
        or text_of(story.get("dateModified")) or _first(tags, "lastmod"),
        url=_url(root, tags, story),
        language=first_text(root, "//html/@lang", "//html/@xml:lang")
        or _first(tags, "og:locale", "content-language", "language"),
    )


def article_data(root: Element) -> dict[str, Any]:
    """The JSON-LD object of the page's article; empty without one."""
    for thing in json_ld(root):
        kinds = thing.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(_ARTICLES.match(str(kind)) for kind in kinds):
            return thing
    return {}


def json_ld(root: Element) -> Iterator[dict[str, Any]]:
    """All JSON-LD objects of a page, those within lists and graphs too. Broken ones are passed."""
    for script in root.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            found = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        queue = found if isinstance(found, list) else [found]
        for thing in queue:
            if isinstance(thing, dict):
                yield thing
                graph = thing.get("@graph")
                yield from (part for part in graph or () if isinstance(part, dict))


def _tags(root: Element) -> Iterator[tuple[str, str]]:
    seen = set()
    for tag in root.xpath("//meta[@content]"):
        name = next((tag.get(key) for key in _KEYS if tag.get(key)), "")
        content = tag.get("content", "").strip()
        if name and content and name.lower() not in seen:
            seen.add(name.lower())
            yield name.lower(), content


def _first(tags: dict[str, str], *names: str) -> str:
    return next((tags[name] for name in names if name in tags), "")


def _listed(tags: dict[str, str], *names: str) -> tuple[str, ...]:
    for name in names:
        stated = tags.get(name, "")
        if stated and "://" not in stated:
            parts = re.split(r"\s*[,;]\s*(?!Jr|Sr|I)|\s+and\s+", re.sub(r"^By\s+", "", stated))
            return tuple(part for part in parts if part)
    return ()


def _authors(stated: Any) -> tuple[str, ...]:
    people = stated if isinstance(stated, list) else [stated]
    names = (person if isinstance(person, str)
             else text_of(person.get("name")) or text_of(person.get("byline"))
             if isinstance(person, dict) else "" for person in people)
    return tuple(name for name in names if name and "://" not in name)


def _url(root: Element, tags: dict[str, str], story: dict[str, Any]) -> str:
    page = story.get("mainEntityOfPage")
    stated = (first_text(root, "//link[@rel='canonical']/@href"), tags.get("og:url", ""),
              text_of(page.get("@id")) if isinstance(page, dict) else text_of(page),
              text_of(story.get("url")))
    return next((url for url in stated if url.startswith(("http://", "https://"))), "")
