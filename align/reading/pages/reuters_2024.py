"""Reuters since 2024: `article-body-module`, with summary bullets and promos among the body."""

from __future__ import annotations

from align.reading.draft import Draft
from align.reading.pages import Page, page_shape
from align.reading.pages.markup import Markup, has, read_markup

_HEADING = ".//*[self::h2 or self::h3 or self::h4]"

REUTERS_2024 = Markup(
    reader="reuters-2024",
    body=(f"//{has('article-body-module__content', 'div')}",
          "//*[@data-testid='ArticleBody' or @data-testid='article-body']",
          f"//{has('article-body-module__container')}"),
    paragraphs=(f".//*[starts-with(@data-testid, 'paragraph-')] | {_HEADING}"
                f"[@data-testid='Heading' or {has('article-body-module__heading', 'self::*')}]",
                f".//{has('article-body-module__paragraph')} | {_HEADING}",
                "./p | ./h2 | ./h3 | ./ul"),
    title=("//h1[@data-testid='Heading']", "//h1"),
    authors=("//*[@data-testid='AuthorNameLink' or @data-testid='AuthorName']/..",
             "//header//*[starts-with(normalize-space(.), 'By ')][not(.//time)]",
             "//header//a[contains(@href, '/authors/')]"),
    published=("//header//time/@datetime", "//header//time"),
    sign_off=("//*[@data-testid='SignOff']", f"//{has('sign-off-module__text')}"),
    drop=("Summary", "summary-tab"),
)


@page_shape(rank=50)
def reuters_2024(page: Page) -> Draft | None:
    """The story of a page of 2024 or later."""
    return read_markup(REUTERS_2024, page)
