"""Reuters 2021–23: `/section/…-YYYY-MM-DD/`, paragraphs by test id."""

from __future__ import annotations

from align.reading.draft import Draft
from align.reading.pages import Page, page_shape
from align.reading.pages.markup import Markup, has, read_markup

REUTERS_2021 = Markup(
    reader="reuters-2021",
    body=(f"//{has('article-body__content', 'div')}",
          "//*[*[starts-with(@data-testid, 'paragraph-')]]"),
    paragraphs=(".//*[starts-with(@data-testid, 'paragraph-')] | "
                f".//*[self::h2 or self::h3 or self::h4][@data-testid='Heading' or {has('article-body__heading', 'self::*')}] | "
                f".//*[self::ul or self::ol][{has('article-body', 'self::*')}]",
                f".//{has('article-body__element', 'p')}", "./p | ./h2 | ./h3"),
    title=("//h1[@data-testid='Heading']", "//h1"),
    authors=("//header//a[contains(@href, '/authors/')]", f"//{has('article-header__author')}//a"),
    published=(f"//{has('article-header')}//time/@datetime", f"//header//time"),
    sign_off=(f"//{has('sign-off__text')}",),
    drop=("registration-prompt", "promo", "read-next", "sign-off", "trust-badge", "newsletter",
          "author-bio", "toolbar", "context-widget", "primary-asset", "caption"),
)


@page_shape(rank=60)
def reuters_2021(page: Page) -> Draft | None:
    """The story of a page of 2021–23."""
    return read_markup(REUTERS_2021, page)
