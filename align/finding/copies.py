"""When a page elsewhere is taken for a syndicated copy of a wire story."""

from __future__ import annotations

from align.finding.evidence import day
from align.model import Article
from align.text.folding import index_words

_ALIKE, _ALIKE_AND_NEAR = 0.6, 0.35  # overlap of headlines; the second if days are near
_DAYS = 2
_SEARCHED = 1000  # characters at either end in which the agency is named
_SHORTEST = 400  # characters of a body


def is_copy(page: Article, headline: str, published: str, agency: str = "Reuters") -> bool:
    """Whether a page carries the agency's story of that headline and day."""
    body = page.text[len(page.title):].strip()
    credited = any(agency.lower() in text.lower() for text in (
        page.byline, page.dateline, page.source_mark, str(page.provenance.get("sign_off", "")),
        body[:_SEARCHED], body[-_SEARCHED:]))
    if len(body) < _SHORTEST or not credited:
        return False
    alike = overlap(page.title, headline)
    first, second = day(page.published), day(published)
    near = bool(first and second and abs((first - second).days) <= _DAYS)
    return alike >= (_ALIKE_AND_NEAR if near else _ALIKE)


def overlap(one: str, other: str) -> float:
    """Words that two headlines share, as a share of the shorter one's."""
    first, second = set(index_words(one)), set(index_words(other))
    return len(first & second) / max(min(len(first), len(second)), 1)
