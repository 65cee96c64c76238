"""Any other page: `trafilatura` finds the story; what it drops from within is put back.

It is good at telling where a story is, and loses subheads, lists and short quotes inside it. So
its paragraphs only show which element holds the story; that element is then read in full, from
the first of those paragraphs to the last. A page too short for it is walked whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from align.reading.datelines import split_dateline
from align.reading.draft import Draft
from align.reading.pages import Page, page_shape
from align.reading.pages.markup import PROSE, has_no_place, outermost, up_to
from align.reading.trees import Element, first_text, paragraphs, select

_LARGEST = 2_000_000     # characters; above these two, extraction would take many seconds
_MOST_ELEMENTS = 15_000
_TEI = {"head": "h2", "item": "li", "list": "ul", "quote": "blockquote", "lb": "br"}  # its names
_FOUND_AGAIN = 0.5  # of the extracted paragraphs, for an element to hold the story
_ALL_STORY = 1.5  # times the text of the story, for all text of a page to be the story
_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*$")


@page_shape(rank=900)
def anypage(page: Page) -> Draft | None:
    """The main text of any page."""
    extracted = _extracted(page)
    found = _in_full(page.root, extracted) or extracted
    if len(found) < 2:  # extraction gave up and threw all text together, or found none
        walked = _walked(page)
        if _length(walked) <= _ALL_STORY * _length(found) or not found:
            found = walked
    if not found:
        return None
    return Draft(reader="page", title=first_text(page.root, "//article//h1", "//main//h1", "//h1"),
                 paragraphs=tuple(found))


def _length(texts: Sequence[str]) -> int:
    return sum(map(len, texts))


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


def _in_full(root: Element, extracted: Sequence[str]) -> list[str]:
    """All paragraphs of the element that holds the extracted ones; [] if none plainly does."""
    known = {_bare(text) for text in extracted}
    read = [(node, paragraphs([node], has_no_place)) for node in outermost(select(root, PROSE))]
    places = [index for index, (_, texts) in enumerate(read)
              if any(_bare(text) in known for text in texts)]
    if len(places) < 2 or len(places) < _FOUND_AGAIN * len(extracted):
        return []
    holder = _holder([read[index][0] for index in places])
    full = [text for node, texts in read[places[0]:places[-1] + 1]
            if holder in node.iterancestors() and not any(map(has_no_place, up_to(node, holder)))
            for text in texts if _bare(text) in known or _belongs(node, text)]
    return [*_dateline_above(holder, full), *full]


def _belongs(node: Element, text: str) -> bool:
    """A subhead, a list item or a full sentence between paragraphs of the story is of the story."""
    return node.tag != "p" or (bool(_SENTENCE.search(text)) and len(text.split()) > 2)


def _holder(nodes: Sequence[Element]) -> Element:
    """The lowest element that holds all of some elements."""
    shared = list(nodes[0].iterancestors())
    for node in nodes[1:]:
        above = set(node.iterancestors())
        shared = [ancestor for ancestor in shared if ancestor in above]
    return shared[0]


def _dateline_above(holder: Element, body: Sequence[str]) -> list[str]:
    """"Jakarta, CNN Indonesia --", where it stands bare above the first paragraph."""
    blocks = paragraphs([holder], has_no_place)
    if body and body[0] in blocks[1:]:
        above = blocks[blocks.index(body[0]) - 1]
        if split_dateline(f"{above} x")[1] == "x":
            return [above]
    return []


def _bare(text: str) -> str:
    """Letters and digits only: extraction may have changed blanks and marks."""
    return "".join(filter(str.isalnum, text))


def _walked(page: Page) -> list[str]:
    places = select(page.root, "//article", "//main", "//body", "/*")
    return paragraphs(places[:1], lambda node: node.tag in ("h1", "header"))
