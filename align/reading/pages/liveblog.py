"""Live blogs: each update a subhead and its paragraphs, newest first as published.

Told by JSON-LD (`LiveBlogPosting.liveBlogUpdate[]`), or by the markup once scripts are gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from align.reading.blocks import paragraphs
from align.reading.draft import Draft
from align.reading.metadata import article_data
from align.reading.pages import Page, page_shape
from align.reading.pages.markup import Markup, has, read_markup
from align.reading.trees import html_tree

LIVE_BLOG = Markup(
    reader="live-blog",
    body=("//*[starts-with(@data-testid, 'live-blog-post')]",
          "//*[starts-with(@data-testid, 'LiveBlogPost')]", f"//{has('live-blog-post', 'article')}",
          f"//{has('live-blog__post')}", f"//{has('liveblog-post')}",
          f"//{has('LiveBlog')}//article", f"//{has('live-blog')}"),
    paragraphs=(),
    drop=("timestamp", "byline", "author"),
)


@page_shape(rank=30)
def liveblog_data(page: Page) -> Draft | None:
    """The story of a live blog's JSON-LD."""
    blog = article_data(page.root)
    updates = blog.get("liveBlogUpdate")
    if not isinstance(updates, list):
        return None
    return Draft(reader="live-blog-data", paragraphs=tuple(_updates(updates)))


@page_shape(rank=95)
def liveblog(page: Page) -> Draft | None:
    """The story of a live blog's markup."""
    return read_markup(LIVE_BLOG, page)


def _updates(updates: list[Any]) -> Iterator[str]:
    for update in updates:
        if not isinstance(update, dict):
            continue
        headline, body = update.get("headline"), update.get("articleBody")
        found = _paragraphs(body) if isinstance(body, str) else []
        if isinstance(headline, str) and headline.strip() and headline.strip() not in found[:1]:
            yield headline.strip()
        yield from found


def _paragraphs(body: str) -> list[str]:
    if re.search(r"</?(?:p|br|div|li)\b", body):
        return paragraphs([html_tree(f"<div>{body}</div>")])
    return [line.strip() for line in re.split(r"\s*\n\s*", body) if line.strip()]
