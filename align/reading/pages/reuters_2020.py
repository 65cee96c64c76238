"""Reuters 2020–21: `p[class*=ArticleBody-para]`."""

from __future__ import annotations

from align.reading.draft import Draft
from align.reading.pages import Page, page_shape
from align.reading.pages.markup import Markup, has, read_markup

_PARAGRAPH = has("ArticleBody-para", "p")

REUTERS_2020 = Markup(
    reader="reuters-2020",
    body=(f"//{has('ArticleBodyWrapper')}[.//{_PARAGRAPH}]",
          f"//{has('ArticleBody-')}[.//{_PARAGRAPH}]", f"//*[{_PARAGRAPH}]"),
    paragraphs=(f".//{_PARAGRAPH} | .//h2 | .//h3 | .//h4 | .//pre"
                f" | .//ul[{has('ArticleBody', 'self::*')}]",),
    title=(f"//{has('Headline-headline', 'h1')}", "//h1"),
    authors=(f"//{has('ArticleBody-byline')}//a", f"//{has('AuthorByline')}",
             f"//{has('Byline-author')}", f"//{has('Byline-byline')}",
             f"//{has('ArticleHeader-author')}"),
    published=(f"//{has('ArticleHeader-date')}", f"//{has('ArticleHeader')}//time",
               "//meta[@name='REVISION_DATE']/@content"),
    updated=("//meta[@name='REVISION_DATE']/@content",),
    sign_off=(f"//{has('Attribution-attribution')}",),
    drop=("ArticleBody-byline", "RelatedContent"),
)


@page_shape(rank=65)
def reuters_2020(page: Page) -> Draft | None:
    """The story of a page of 2020 or 2021."""
    return read_markup(REUTERS_2020, page)
