"""What a reader of one page or feed shape hands over: the story as found, before cleaning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from align.reading.links import Linked


@dataclass(frozen=True, slots=True)
class Draft:
    """One story as its page or feed states it.

    `paragraphs` are the body's, subheads among them, without the headline; they may still hold
    page leftovers, the dateline and the sign-off. `published` and `updated` may be in any form
    that `moments.moment` reads. `word_count` is what the publisher says the body has. `linked` are
    paragraphs of the page that link elsewhere, whether of the body or not; `left_out` what stands
    among the body and was not taken for the story.
    """

    reader: str
    title: str = ""
    paragraphs: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    dateline: str = ""
    published: str = ""
    updated: str = ""
    url: str = ""
    language: str = ""
    sign_off: str = ""
    slug: str = ""
    word_count: int = 0
    linked: tuple[Linked, ...] = ()
    left_out: tuple[str, ...] = ()
    notes: Mapping[str, object] = field(default_factory=dict)


def completed(draft: Draft, by: Draft) -> Draft:
    """The draft with each empty field taken from another account of the same story.

    Body and reader are never taken over.
    """
    gaps = {
        name: getattr(by, name)
        for name in ("title", "authors", "dateline", "published", "updated", "url", "language",
                     "slug", "sign_off")
        if not getattr(draft, name)
    }
    return replace(draft, **gaps)


def text_of(value: object) -> str:
    """What a page's JSON states as text, without outer blanks; empty where it is no text."""
    return value.strip() if isinstance(value, str) else ""
