"""How a publisher's markup is described: a table of XPaths, and the one function that reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from align.reading.blocks import first_text, paragraphs
from align.reading.draft import Draft
from align.reading.pages import Page
from align.reading.trees import Element, is_unread, select, spaced_text

PROSE = ".//p | .//h2 | .//h3 | .//h4 | .//pre | .//blockquote | .//ul | .//ol"

# What no generation's body holds, by parts of class names, ids and test ids.
_NEVER = (
    "RelatedCoverage", "related-coverage", "relatedcoverage", "Slideshow", "slideshow",
    "Attribution", "rustBadge", "TrustBadge", "trust-badge", "registration-prompt",
    "RegistrationPrompt", "promo", "Promo", "newsletter", "Newsletter", "read-next", "ReadNext",
    "author-bio", "AuthorBio", "Image_", "LazyImage", "PrimaryAsset", "primary-asset", "gallery",
    "caption", "Caption", "sign-off", "SignOff", "oolbar", "social", "Social", "share", "Share",
    "sponsored", "Sponsored", "advert", "Advert", "ad-slot", "AdSlot", "ContextWidget",
    "context-widget", "LicenceContent", "licence-content", "recommended", "Recommended",
    "disclaimer", "info-box", "more-on", "subscribe", "Subscribe", "signup", "SignUp", "comments",
    "breadcrumb", "read-time", "ReadTime", "reading-time",
)
_NOT_A_NAME = re.compile(
    r"\d|\b(?:read|min|minutes?|updated|published|follow|staff writer)\b|[@|:]", re.I)
_BETWEEN_NAMES = re.compile(r"[|,;]|\band\b|&|\bdan\b|^\W*(?:By|BY|Oleh)\b")
_MOSTLY = 0.8  # of a list's text within links: other stories, not this one


@dataclass(frozen=True, slots=True)
class Markup:
    """Where one generation of pages keeps what. Several XPaths: the first that finds counts.

    `paragraphs` are relative to the body; a body in which they find nothing is walked whole.
    `drop` are parts of class names, ids or test ids, beside those that no body holds; an element
    that has one is passed with all it contains.
    """

    reader: str
    body: tuple[str, ...]
    paragraphs: tuple[str, ...] = (PROSE,)
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
        dateline=first_text(page.root, *markup.dateline).strip(" |"),
        published=page.head.published or _time(page.root, markup.published),
        updated=page.head.updated or _time(page.root, markup.updated),
        sign_off=first_text(page.root, *markup.sign_off),
    )


def body(markup: Markup, root: Element) -> list[str]:
    """Body paragraphs in document order."""
    def dropped(node: Element) -> bool:
        return has_no_place(node, markup.drop)

    found: list[str] = []
    for place in outermost(select(root, *markup.body)):
        chosen = [node for node in select(place, *markup.paragraphs)
                  if not any(dropped(each) for each in up_to(node, place))]
        found += paragraphs(outermost(chosen) or [place], dropped)
    return found


def has_no_place(node: Element, also: tuple[str, ...] = ()) -> bool:
    """Whether an element is no part of a story: by its name, or since it only leads elsewhere."""
    return is_apart(node, also) or is_unread(node) or _is_links(node)


def is_apart(node: Element, also: tuple[str, ...] = ()) -> bool:
    """Whether an element is no part of a story by its name."""
    marks = " ".join((node.get("class", ""), node.get("id", ""), node.get("data-testid", "")))
    return any(part in marks for part in (*_NEVER, *also))


def names(node: Element) -> list[str]:
    """The people an element names: "By <a>Ana Dorval</a> and Tim Messner"."""
    text = "|".join(str(piece) for piece in node.itertext())
    parts = (" ".join(part.split()) for part in _BETWEEN_NAMES.split(text))
    return [part for part in parts
            if 2 < len(part) < 60 and part[0].isupper() and not _NOT_A_NAME.search(part)]


def _authors(page: Page, markup: Markup) -> tuple[str, ...]:
    """The longer of the lists that head and body give: either may name only the first."""
    seen = tuple(dict.fromkeys(
        name for node in select(page.root, *markup.authors) for name in names(node)))
    return seen if len(seen) > len(page.head.authors) else page.head.authors


def _time(root: Element, places: Iterable[str]) -> str:
    for place in places:
        for found in root.xpath(place):
            text = found if isinstance(found, str) else spaced_text(found)
            if text.strip():
                return str(text)
    return ""


def up_to(node: Element, place: Element) -> Iterable[Element]:
    """The element and what it lies in, below the body itself."""
    while node is not None and node is not place:
        yield node
        node = node.getparent()


def outermost(nodes: Iterable[Element]) -> list[Element]:
    """Without elements that lie within one chosen before."""
    chosen: list[Element] = []
    known: set[Element] = set()
    for node in nodes:
        if known.isdisjoint(node.iterancestors()):
            chosen.append(node)
            known.add(node)
    return chosen


def _is_links(node: Element) -> bool:
    """A list, or a whole paragraph, that only leads to other stories."""
    if node.tag not in ("ul", "ol", "table", "p"):
        return False
    whole = len(" ".join("".join(node.itertext()).split()))
    linked = sum(len(" ".join("".join(link.itertext()).split())) for link in node.iter("a"))
    if node.tag == "p":
        return bool(linked and linked >= whole and node.get("data-testid") is None)
    return linked > _MOSTLY * whole
