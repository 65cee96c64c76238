"""Articles of one story together: the same address, the same slug, or the same lead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from align.encoders import Encoder
from align.finding.openings import encode, opening
from align.model import Article
from align.store import lead_mean

_SAME = 0.85  # cosine of two leads from which they tell one story
_SENTENCES = 4


def stories(articles: Sequence[Article], encoder: Encoder) -> list[list[Article]]:
    """The articles in groups, in the order of their first members."""
    leads = [lead_mean(vectors) for vectors in
             encode([opening(article, _SENTENCES) for article in articles], encoder)]
    group = list(range(len(articles)))
    for later in range(len(articles)):
        for earlier in range(later):
            lengths = float((leads[earlier] @ leads[earlier]) * (leads[later] @ leads[later]))
            near = float(leads[earlier] @ leads[later]) >= _SAME * max(lengths, 1e-9) ** 0.5
            if near or _same_file(articles[earlier], articles[later]):
                group = [group[earlier] if g == group[later] else g for g in group]
    return [[article for article, g in zip(articles, group, strict=True) if g == first]
            for first in dict.fromkeys(group)]


def _same_file(one: Article, other: Article) -> bool:
    slugs = slug(one), slug(other)
    return (bool(one.url) and address(one.url) == address(other.url)) or (
        bool(slugs[0]) and slugs[0] == slugs[1])


def address(url: str) -> str:
    """A URL without scheme, "www.", query and trailing slash, in lower case."""
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    return f"{host}{parts.path.rstrip('/').lower()}"


def slug(article: Article) -> str:
    """The wire's name of a story without its filing: "TECH-PARLER/ (UPDATE 2)" is tech-parler."""
    stated = str(article.provenance.get("slug", ""))
    return re.sub(r"\([^)]*\)|/.*", "", stated).strip().lower()
