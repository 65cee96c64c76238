"""AMP pages, whatever the publisher: no scripts to read, but markup that names its body."""

from __future__ import annotations

import re

from align.reading.draft import Draft
from align.reading.pages import Page, page_shape
from align.reading.pages.markup import Markup, has, read_markup

AMP = Markup(
    reader="amp",
    body=("//*[@itemprop='articleBody']", f"//{has('article-body')}", f"//{has('ArticleBody')}",
          f"//{has('article__body')}", f"//{has('article-content')}", f"//{has('story-body')}",
          "//article", "//main"),
    paragraphs=(),  # the body is walked whole: a publisher's paragraphs may be of any tag
    authors=(f"//{has('byline')}", f"//{has('Byline')}", f"//{has('author')}",
             "//*[@rel='author']"),
    published=("//time/@datetime", f"//{has('timestamp')}", f"//{has('date')}", "//time"),
    drop=("byline", "Byline", "author", "date", "related", "article-header", "tags", "footer"),
)
_MARK = re.compile(r"<html\b[^>]*(?:⚡|\bamp\b)", re.I)


@page_shape(rank=100)
def amp(page: Page) -> Draft | None:
    """The story of an AMP page."""
    if not _MARK.search(page.html[:5000]):
        return None
    return read_markup(AMP, page)
