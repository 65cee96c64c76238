"""Addresses of the publisher that a rewrite names, and the day that a wire id tells."""

from __future__ import annotations

import re
from datetime import date, timedelta
from urllib.parse import urlsplit

from align.model import Article

_URL = re.compile(r"https?://[^\s<>\"'“”]+", re.IGNORECASE)
_TRAILING = ".,;:!?)]}’"
_WIRE_ID = re.compile(r"idUSK[BC]N([0-9A-Z]{3})\b")
_EPOCH = date(2021, 2, 25) - timedelta(days=int("2AP", 36))  # 2AP is 25 February 2021


def links(rewrite: Article, publisher: str) -> list[str]:
    """The publisher's article pages that the rewrite links to or names, each once."""
    linked = rewrite.provenance.get("links")
    written = _URL.findall(f"{rewrite.text}\n{rewrite.source_mark}")
    every = [*map(str, linked if isinstance(linked, list) else ()),
             *(link.rstrip(_TRAILING) for link in written)]
    return list(dict.fromkeys(link for link in every if _is_article(link, publisher)))


def of_publisher(url: str, publisher: str) -> bool:
    """Whether a URL's host is the publisher's domain or within it."""
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return False
    return host == publisher or host.endswith(f".{publisher}")


def wire_day(url: str) -> date | None:
    """The day a story was first filed, from its wire id: the last three characters count days."""
    found = _WIRE_ID.search(url)
    return _EPOCH + timedelta(days=int(found[1], 36)) if found else None


def _is_article(url: str, publisher: str) -> bool:
    return of_publisher(url, publisher) and len(urlsplit(url).path.strip("/")) > 8
