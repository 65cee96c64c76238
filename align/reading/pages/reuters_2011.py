"""Reuters to 2015: `#articleText`, in some only `<br><br>` between paragraphs."""

from __future__ import annotations

from align.reading.draft import Draft
from align.reading.pages import Page, page_shape
from align.reading.pages.markup import Markup, read_markup

REUTERS_2011 = Markup(
    reader="reuters-2011",
    body=("//*[@id='articleText']",),
    authors=("//*[@id='articleInfo']//*[contains(@class, 'byline')]",
             "//*[contains(@class, 'byline')]"),
    dateline=("//*[@id='articleInfo']//*[contains(@class, 'location')]",),
    published=("//*[@id='articleInfo']//*[contains(@class, 'timestamp')]",
               "//meta[@name='REVISION_DATE']/@content"),
    updated=("//meta[@name='REVISION_DATE']/@content",),
    drop=("relatedTopic", "articleRelated", "linebreak", "columnRight", "relatedPhoto", "module"),
)


@page_shape(rank=90)
def reuters_2011(page: Page) -> Draft | None:
    """The story of a page of 2015 or before."""
    return read_markup(REUTERS_2011, page)
