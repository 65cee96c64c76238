"""How a publisher's markup is described: a table of XPaths, and the one function that reads it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from align.reading.draft import Draft
from align.reading.pages import Page
from align.reading.trees import Element, first_text, paragraphs, select


@dataclass(frozen=True, slots=True)
class Markup:
    """Where one generation of pages keeps what. Several XPaths: the first that finds counts.

    `paragraphs` are relative to the body; without them the whole body is walked. `drop` are parts
    of class names, ids or test ids; an element that has one is passed with all it holds.
    """

    reader: str
    body: tuple[str, ...]
    paragraphs: tuple[str, ...] = ()
    title: tuple[str, ...] = ("//h1",)
    authors: tuple[str, ...] = ()
    dateline: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    sign_off: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()


def has(part: str, name: str = "*") -> str:
    """XPath step for an element whose class holds a string: generated class names vary in tail."""
    return f"{name}[contains(@class, '{part}')]"


def read_markup(markup: Markup, page: Page) -> Draft | None:
    """The story as the markup keeps it; None if the page has no such body."""
    found = body(markup, page.root)
    if not found:
        return None
    return Draft(
        reader=markup.reader,
        paragraphs=tuple(found),
        title=first_text(page.root, *markup.title),
        authors=_authors(page, markup),
        dateline=first_text(page.root, *markup.dateline),
        published=page.head.published or first_text(page.root, *markup.published),
        updated=page.head.updated or first_text(page.root, *markup.updated),
        sign_off=first_text(page.root, *markup.sign_off),
    )


def body(markup: Markup, root: Element) -> list[str]:
    """Body paragraphs in document order."""
    def dropped(node: Element) -> bool:
        marks = " ".join((node.get("class", ""), node.get("id", ""), node.get("data-testid", "")))
        return any(part in marks for part in markup.drop)

    found: list[str] = []
    for place in select(root, *markup.body):
        chosen = select(place, *markup.paragraphs) if markup.paragraphs else [place]
        found += paragraphs(_outermost(node for node in chosen
                                       if node is place or not _inside(node, place, dropped)), dropped)
    return found


def _inside(node: Element, place: Element, dropped: "object") -> bool:
    while node is not None and node is not place:
        if dropped(node):  # type: ignore[operator]
            return True
        node = node.getparent()
    return False


def _outermost(nodes: Iterable[Element]) -> list[Element]:
    """Without elements that lie within one chosen before."""
    chosen: list[Element] = []
    for node in nodes:
        if not any(ancestor in chosen for ancestor in node.iterancestors()):
            chosen.append(node)
    return chosen


def _authors(page: Page, markup: Markup) -> tuple[str, ...]:
    names = [" ".join(paragraphs([node])).strip(" ,") for node in select(page.root, *markup.authors)]
    seen = tuple(dict.fromkeys(name for name in names if name))
    return page.head.authors if len(page.head.authors) >= len(seen) else seen
