"""Train, dev and test by story: no version of a story stands in two of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from align.errors import InputError
from align.export.documents import Document
from align.export.duplicates import Likeness, shingles, sketched
from align.export.groups import Groups
from align.export.rows import sha256
from align.model import Article

SPLITS = ("train", "dev", "test")
VERSION = 0.5  # Jaccard likeness of two articles' word runs from which on they tell one story
_RUN = 3  # words


@dataclass(frozen=True, slots=True)
class Shares:
    """How much of the stories goes where, in any unit: 80, 10 and 10 or .8, .1 and .1.

    Raises:
        InputError: a share is negative, or all are nothing.
    """

    train: float
    dev: float
    test: float

    def __post_init__(self) -> None:
        parts = (self.train, self.dev, self.test)
        if not all(0 <= part < float("inf") for part in parts) or sum(parts) <= 0:
            raise InputError("Splits need three shares that are not negative, as in 80:10:10.")


def place(documents: Iterable[Document], shares: Shares) -> dict[str, tuple[str, str]]:
    """Story and split of each document, by its name.

    Documents are of one story if they name the same one, or if their originals or their rewrites
    have the same address, the same text, or texts alike as versions are (MinHash of word runs).
    The story's name is its own, or else the least of its documents' names. The split hangs on that
    name alone: when documents of other stories come or go, nothing changes place.

    Raises:
        MissingExtraError: without the package datasketch.
    """
    groups: Groups[str] = Groups()
    named: dict[str, str] = {}
    holders: dict[str, str] = {}
    alike = Likeness(VERSION)
    for document in documents:
        name = document.name
        groups.add(name)
        if document.story:
            named[name] = document.story
        for mark in _marks(document):
            groups.join(name, holders.setdefault(mark, name))
        for side, article in enumerate((document.review.original, document.review.rewrite)):
            sketch = sketched(_runs(article))
            for other, _ in alike.of(sketch):
                groups.join(name, other)
            alike.add((name, side), sketch)
    stories: dict[str, str] = {}
    for name in sorted(named):
        stories.setdefault(groups.root(name), named[name])
    roots = {name: groups.root(name) for name in groups}
    return {name: (story := stories.get(root, root), _split(story, shares))
            for name, root in roots.items()}


def _marks(document: Document) -> Iterable[str]:
    """What only versions of one story have in common."""
    if document.story:
        yield f"story {document.story}"
    for article in (document.review.original, document.review.rewrite):
        yield f"text {sha256(article)}"
        if article.url:
            yield f"address {article.url}"


def _runs(article: Article) -> set[bytes]:
    words = article.text.casefold().split()
    if len(words) < _RUN:
        return shingles(article.text)
    return {" ".join(words[i:i + _RUN]).encode("utf-8", "replace")
            for i in range(len(words) - _RUN + 1)}


def _split(story: str, shares: Shares) -> str:
    drawn = int.from_bytes(hashlib.sha256(story.encode("utf-8", "replace")).digest()[:8]) / 2**64
    parts = (shares.train, shares.dev, shares.test)
    at = 0.0
    for name, part in zip(SPLITS, parts, strict=True):
        at += part / sum(parts)
        if drawn < at and part > 0:
            return name
    return next(name for name, part in reversed(list(zip(SPLITS, parts, strict=True))) if part > 0)
