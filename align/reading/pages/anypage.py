"""Any other page: `trafilatura` finds the story; a page too short for it is walked whole."""

from __future__ import annotations

from align.reading.draft import Draft
from align.reading.pages import Page, page_shape
from align.reading.trees import first_text, paragraphs, select

_LARGEST = 2_000_000     # characters; above these two, extraction would take many seconds
_MOST_ELEMENTS = 15_000


@page_shape(rank=900)
def anypage(page: Page) -> Draft | None:
    """The main text of any page."""
    found = _extracted(page) or _walked(page)
    if not found:
        return None
    return Draft(reader="page", title=first_text(page.root, "//article//h1", "//main//h1", "//h1"),
                 paragraphs=tuple(found))


def _extracted(page: Page) -> list[str]:
    if len(page.html) > _LARGEST or sum(1 for _ in page.root.iter()) > _MOST_ELEMENTS:
        return []
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    found = bare_extraction(page.html, url=page.url or None, include_comments=False,
                            include_tables=False, include_images=False, include_links=False,
                            with_metadata=False)
    if not isinstance(found, Document) or found.body is None:
        return []
    return paragraphs([found.body])


def _walked(page: Page) -> list[str]:
    places = select(page.root, "//article", "//main", "//body", "/*")
    return paragraphs(places[:1], lambda node: node.tag in ("h1", "header"))
