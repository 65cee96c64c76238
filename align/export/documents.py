"""A document of a corpus: a review, and what it is called.

A name must be unique in the corpus and the same every time, wherever the review's folder lies. So
it is the one that a manifest gave, or else it is made from the story itself: the words of its
address or headline, and a hash of both texts.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from align.model import Article, Decision, Review

_HASH = 10  # hex digits: 40 bits; a clash is numbered like a second check of one pair
_WORDS = 40  # characters of the readable part


@dataclass(frozen=True, slots=True)
class Document:
    """A review on its way into a corpus.

    `decisions` are the reviewers', by the name of a bead (naming.py), open where there is none;
    `story` names the event told, common to all its versions; `split` is train, dev, test or empty.
    """

    name: str
    review: Review
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    story: str = ""
    split: str = ""


def documents(reviews: Iterable[Review | Document]) -> Iterator[Document]:
    """Reviews as documents with names of their own, one at a time.

    Of two with the same name the second one is numbered: two checks of one pair are two documents.
    """
    seen: dict[str, int] = {}
    for item in reviews:
        document = item if isinstance(item, Document) else document_of(item)
        name = document.name
        while name in seen:
            seen[document.name] += 1
            name = f"{document.name}-{seen[document.name]}"
        seen[name] = 1
        yield document if name == document.name else replace(document, name=name)


def document_of(review: Review) -> Document:
    """The document a review says it is (a corpus run notes it), or named by its content."""
    name = review.summary.get("document")
    story = review.summary.get("story")
    return Document(str(name) if name else content_name(review), review,
                    story=str(story) if story else "")


def content_name(review: Review) -> str:
    """Such as `ferry-halts-service-0f3c9a71be`."""
    digest = hashlib.sha256()
    for article in (review.original, review.rewrite):
        raw = article.text.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(raw))
        digest.update(raw)
    return f"{slug(_called(review.rewrite))}-{digest.hexdigest()[:_HASH]}"


def slug(text: str) -> str:
    """A text as part of a file name or an XML id: lower-case ASCII words, apart by hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain)[:_WORDS].strip("-") or "story"


def _called(article: Article) -> str:
    """The last words of the address, else the headline."""
    path = re.sub(r"^[a-z]+://[^/]*|[?#].*$", "", article.url)
    words = re.sub(r"\.[a-z]{2,5}$", "", path.rstrip("/").rpartition("/")[2])
    return words if re.search("[A-Za-z]{3}", words) else article.title
