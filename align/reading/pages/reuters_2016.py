"""Reuters 2016–17: `#rcs-articleContent #article-text`."""

from __future__ import annotations

from align.reading.draft import Draft
from align.reading.pages import Page, page_shape
from align.reading.pages.markup import Markup, has, read_markup

REUTERS_2016 = Markup(
    reader="reuters-2016",
    body=("//*[@id='rcs-articleContent']//*[@id='article-text']", "//*[@id='article-text']",
          "//*[@id='rcs-articleContent']"),
    title=(f"//{has('article-headline', 'h1')}", "//h1"),
    authors=("//*[@id='article-byline']", f"//*[@id='rcs-articleHeader']//{has('author')}",
             f"//{has('byline')}"),
    published=(f"//*[@id='rcs-articleHeader']//{has('timestamp')}", f"//{has('article-timestamp')}",
               f"//{has('timestamp')}", "//meta[@name='REVISION_DATE']/@content"),
    updated=("//meta[@name='REVISION_DATE']/@content",),
    drop=("article-byline", "inline-photo", "inline-video", "related", "article-prompt"),
)


@page_shape(rank=80)
def reuters_2016(page: Page) -> Draft | None:
    """The story of a page of 2016 or 2017."""
    return read_markup(REUTERS_2016, page)
