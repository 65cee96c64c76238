"""Reuters 2017–20: `StandardArticleBody_body`, whose own children are the paragraphs."""

from __future__ import annotations

from align.reading.draft import Draft
from align.reading.pages import Page, page_shape
from align.reading.pages.markup import PROSE, Markup, has, read_markup

REUTERS_2017 = Markup(
    reader="reuters-2017",
    body=(f"//{has('StandardArticleBody_body')}",),
    paragraphs=("./p | ./h2 | ./h3 | ./h4 | ./pre | ./blockquote | ./ul | ./ol"
                f" | ./div[not({has('_', 'self::*')})]/p", PROSE),
    title=(f"//{has('ArticleHeader_headline')}", "//h1"),
    authors=(f"//{has('BylineBar_byline')}",),
    published=(f"//{has('ArticleHeader_date')}", "//meta[@name='REVISION_DATE']/@content"),
    updated=("//meta[@name='REVISION_DATE']/@content",),
    sign_off=(f"//{has('Attribution_content')}", f"//{has('Attribution_attribution')}"),
)


@page_shape(rank=70)
def reuters_2017(page: Page) -> Draft | None:
    """The story of a page of 2017 to 2020."""
    return read_markup(REUTERS_2017, page)
