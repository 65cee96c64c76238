"""Reuters 2020–21: the story in `#__NEXT_DATA__`, `props.initialState.article.stream[0]`."""

from __future__ import annotations

import json
from collections import deque
from typing import Any

from align.reading.blocks import fragment_text
from align.reading.draft import Draft, text_of
from align.reading.pages import Page, page_shape

_PROSE = ("paragraph", "head", "text", "list", "quote", "pre")
_LOOKED_AT = 20_000  # objects of the page's state


@page_shape(rank=20)
def nextdata(page: Page) -> Draft | None:
    """The story of the page's Next.js state."""
    for script in page.root.xpath("//script[@id='__NEXT_DATA__']"):
        try:
            state = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        story = _story(state)
        if story:
            return _draft(story)
    return None


def _story(state: Any) -> dict[str, Any]:
    """The first object, breadth first, that has body items."""
    queue, seen = deque([state]), 0
    while queue and seen < _LOOKED_AT:
        thing, seen = queue.popleft(), seen + 1
        if isinstance(thing, dict):
            if isinstance(thing.get("body_items"), list):
                return thing
            queue.extend(thing.values())
        elif isinstance(thing, list):
            queue.extend(thing)
    return {}


def _draft(story: dict[str, Any]) -> Draft:
    date = story.get("date")
    date = date if isinstance(date, dict) else {}
    people = story.get("authors")
    return Draft(
        reader="next",
        title=text_of(story.get("headline")) or text_of(story.get("title")),
        paragraphs=tuple(
            fragment_text(content) for item in story["body_items"] if isinstance(item, dict)
            for content in _contents(item)
            if any(kind in str(item.get("type", "")).lower() for kind in _PROSE)),
        authors=tuple(filter(None, (
            text_of(person.get("name")) if isinstance(person, dict) else text_of(person)
            for person in (people if isinstance(people, list) else ())))),
        published=text_of(date.get("published")),
        updated=text_of(date.get("updated")) or text_of(date.get("modified")),
        url=text_of(story.get("canonical_url")) or text_of(story.get("url")),
        slug=text_of(story.get("slug")),
    )


def _contents(item: dict[str, Any]) -> list[str]:
    content = item.get("content", item.get("items"))
    found = content if isinstance(content, list) else [content]
    return [text_of(part.get("content") if isinstance(part, dict) else part) for part in found]
