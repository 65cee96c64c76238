"""Reuters 2021–23: `/section/…-YYYY-MM-DD/`, paragraphs by test id."""

from __future__ import annotations

from align.reading.draft import Draft
from align.reading.pages import Page, page_shape
from align.reading.pages.markup import Markup, has, read_markup

_HEADING = ".//*[self::h2 or self::h3 or self::h4]"

REUTERS_2021 = Markup(
    reader="reuters-2021",
    body=(f"//{has('article-body__content', 'div')}", f"//{has('article-body__container')}",
          "//*[*[starts-with(@data-testid, 'paragraph-')]]"),
    paragraphs=(f".//*[starts-with(@data-testid, 'paragraph-')] | {_HEADING}"
                f"[@data-testid='Heading' or {has('article-body__heading', 'self::*')}]",
                f".//{has('article-body__element', 'p')} | {_HEADING}",
                "./p | ./h2 | ./h3 | ./ul"),
    title=("//h1[@data-testid='Heading']", "//h1"),
    authors=(f"//{has('article-header__author')}",
             "//header//*[starts-with(normalize-space(.), 'By ')][not(.//time)]",
             "//header//a[contains(@href, '/authors/')]"),
    published=(f"//{has('article-header')}//time/@datetime", "//header//time/@datetime",
               "//header//time"),
    sign_off=(f"//{has('sign-off__text')}",),
)


@page_shape(rank=60)
def reuters_2021(page: Page) -> Draft | None:
    """The story of a page of 2021 to 2023."""
    return read_markup(REUTERS_2021, page)
