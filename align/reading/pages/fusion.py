"""Reuters 2021 and later, and other Arc sites: the story in `Fusion.globalContent={…}`.

The object is read by `raw_decode`, since its strings may hold anything a pattern would stop at.
Dateline and sign-off stand outside the body there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from align.reading.blocks import fragment_text
from align.reading.draft import Draft, text_of
from align.reading.pages import Page, page_shape

_START = re.compile(r"Fusion\.globalContent\s*=\s*(?=\{)")
_PROSE = ("paragraph", "text", "header", "heading", "subheading")
_SITE = "https://www.reuters.com"


@page_shape(rank=10)
def fusion(page: Page) -> Draft | None:
    """The story of the page's Fusion object."""
    found = _START.search(page.html)
    if not found:
        return None
    try:
        content, _ = json.JSONDecoder(strict=False).raw_decode(page.html, found.end())
    except (ValueError, RecursionError):
        return None
    story = content.get("result", content)
    if not isinstance(story, dict) or not isinstance(story.get("content_elements"), list):
        return None
    return story_draft(story, "fusion")


def story_draft(story: dict[str, Any], reader: str) -> Draft:
    """The draft of an Arc story object."""
    headlines = story.get("headlines")
    count = story.get("word_count")
    return Draft(
        reader=reader,
        title=text_of(story.get("title"))
        or text_of(isinstance(headlines, dict) and headlines.get("basic")),
        paragraphs=tuple(body(story["content_elements"])),
        authors=tuple(filter(None, map(_author, _items(story.get("authors"))))),
        dateline="; ".join(filter(None, map(text_of, _items(story.get("dateline"))))),
        published=text_of(story.get("display_time")) or text_of(story.get("published_time"))
        or text_of(story.get("display_date")) or text_of(story.get("publish_date")),
        updated=text_of(story.get("updated_time")) or text_of(story.get("last_updated_date")),
        url=_address(text_of(story.get("canonical_url"))),
        language=text_of(story.get("language")),
        sign_off=fragment_text(text_of(story.get("sign_off"))),
        slug=text_of(story.get("slug")),
        word_count=count if isinstance(count, int) else 0,
    )


def body(elements: list[Any]) -> Iterator[str]:
    """Paragraphs, subheads and list items, in order; pictures, promos and the like passed."""
    for element in elements:
        if not isinstance(element, dict):
            continue
        kind = element.get("type")
        if kind in _PROSE:
            yield fragment_text(text_of(element.get("content")))
        elif kind == "list":
            for item in _items(element.get("items")):
                content = item.get("content") if isinstance(item, dict) else item
                yield fragment_text(text_of(content))
        elif kind in ("quote", "blockquote"):
            yield fragment_text(text_of(element.get("content")))
            yield from body(_items(element.get("content_elements")))


def _author(person: Any) -> str:
    if isinstance(person, dict):
        return text_of(person.get("name")) or text_of(person.get("byline"))
    return text_of(person)


def _address(stated: str) -> str:
    return _SITE + stated if stated.startswith("/") else stated


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []
