"""Any other page: `trafilatura` finds the story; all of it is then read from the page itself.

It is good at telling where a story is, and loses paragraphs that are no `<p>`, subheads, lists and
short quotes inside it. So what it finds only shows where to read; `body` reads there.
"""

from __future__ import annotations

from collections.abc import Iterable

from align.reading.blocks import Block, blocks, first_text, paragraphs
from align.reading.draft import Draft
from align.reading.pages import Page, page_shape
from align.reading.pages.beside import beside, is_prose
from align.reading.pages.body import body, headline
from align.reading.pages.facts import bold_place, shown_day
from align.reading.trees import is_unseen

_LARGEST = 2_000_000     # characters; above these two, extraction would take many seconds
_MOST_ELEMENTS = 15_000
_TEI = {"head": "h2", "item": "li", "list": "ul", "quote": "blockquote", "lb": "br"}  # its names


@page_shape(rank=900)
def anypage(page: Page) -> Draft | None:
    """The main text of any page."""
    title = first_text(page.root, "//article//h1", "//main//h1", "//h1")
    seen = blocks(page.root, is_unseen)
    wanted = page.head.title or title
    found = body(blocks(page.root, beside(seen)), _extracted(page), wanted)
    if not found.kept:
        return None
    left = [*found.left_out, *filter(is_prose, seen)]
    place, rest = bold_place(found.kept[0])
    return Draft(reader="page", title=title, paragraphs=(rest, *_texts(found.kept[1:])),
                 dateline=place, left_out=_texts(left),
                 published=page.head.published or shown_day(page.root, seen,
                                                            headline(seen, wanted)))


def _texts(found: Iterable[Block]) -> tuple[str, ...]:
    return tuple(block.text for block in found)


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
    for node in found.body.iter(*_TEI):
        node.tag = _TEI[node.tag]
    return paragraphs([found.body])
