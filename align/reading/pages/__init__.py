"""HTML pages: one file per shape, found by being here.

A shape is a module with one function marked `@page_shape(rank)`: given a `Page` it answers with a
`Draft`, or None if the page is not of its shape. Lower ranks are asked first: page data before
markup, a publisher's own markup before anything.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from align.errors import InputError
from align.fetching.blocks import is_block_page
from align.fetching.outcomes import OTHER_WAYS
from align.reading.draft import Draft, completed
from align.reading.links import linked
from align.reading.metadata import metadata
from align.reading.trees import Element, html_tree
from align.registry import Registry


@dataclass(frozen=True)
class Page:
    """One HTML page: its source, its tree, the address it came from, what its head states."""

    html: str
    root: Element
    url: str = ""
    head: Draft = field(default_factory=lambda: Draft("metadata"))


class BlockedError(InputError):
    """The page is a robot check, not an article."""


Shape = Callable[[Page], Draft | None]

_SHAPES: Registry[Shape] = Registry(__name__, "page shape")
_MOST_ELEMENTS = 50_000
_WHOLE = 0.8  # of the stated word count


def page_shape(rank: int) -> Callable[[Shape], Shape]:
    """Register a page shape, named as its function; lower ranks are asked first."""

    def register(shape: Shape) -> Shape:
        _SHAPES.add(shape.__name__, shape, shape, rank)
        return shape

    return register


def shapes() -> tuple[Shape, ...]:
    """All page shapes in the order they are asked."""
    return tuple(_SHAPES.all().values())


def read_page(html: str, url: str = "") -> Draft:
    """The story of an HTML page.

    Raises:
        BlockedError: the page is a robot check.
        InputError: the page holds no story.
    """
    if is_block_page(html):
        raise BlockedError("This page is a site's robot check in place of the article; "
                           f"{OTHER_WAYS}.")
    root = html_tree(html)
    if sum(1 for _ in root.iter()) > _MOST_ELEMENTS:
        raise InputError(f"This page has more than {_MOST_ELEMENTS:,} parts, which no article has; "
                         "save its text as .txt.")
    page = Page(html, root, url, metadata(root))
    found: Draft | None = None
    for shape in shapes():
        draft = shape(page)
        if draft is None or not draft.paragraphs:
            continue
        if found is None or _nearer(draft, found):
            found = replace(draft, word_count=found.word_count if found else draft.word_count)
        if _is_whole(found):
            break
    if found is not None:
        return _with_links(completed(completed(found, page.head), Draft("address", url=url)), page)
    raise InputError("No article was found on this page; save the article's text as .txt, or give "
                     "the address of the article itself.")


def _with_links(draft: Draft, page: Page) -> Draft:
    from align.reading.pages.markup import is_apart

    own = [url for url in (page.url, draft.url) if url]
    return replace(draft, linked=linked(page.root, own, is_apart))


def _words(draft: Draft) -> int:
    return sum(len(text.split()) for text in (*draft.paragraphs, draft.dateline))


def _is_whole(draft: Draft) -> bool:
    """False if the publisher's word count says that much of the body is missing."""
    return _words(draft) >= _WHOLE * draft.word_count


def _nearer(draft: Draft, found: Draft) -> bool:
    """Whether another shape came nearer to the stated word count without passing it by much."""
    return _words(found) < _words(draft) <= found.word_count * (2 - _WHOLE)
