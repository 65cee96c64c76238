"""What every format is given: one row per bead, with all that a corpus should keep of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from align.errors import InputError
from align.model import Article, Bead, Decision, Flag, Kind, Review, Severity, Span

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class FlagCell:
    """A flag as a corpus keeps it. Spans are code points [start, end) into the row's texts."""

    category: str
    check: str
    severity: Severity
    confidence: float
    source: tuple[tuple[int, int], ...]
    target: tuple[tuple[int, int], ...]
    message: str

    @property
    def short(self) -> str:
        """For formats without nesting: `category/check/severity`."""
        return f"{self.category}/{self.check}/{self.severity}"


@dataclass(frozen=True, slots=True)
class Row:
    """One bead. Sentences of one side are joined by a space; a null leaves its other side empty.

    `bead` counts from 0 within the review; `score` is the probability that the bead is right;
    `decision` is the reviewer's, or empty; the hashes are of the bytes the articles came from
    where those are known, else of their cleaned text.
    """

    document: str
    bead: int
    source: str
    target: str
    kind: Kind
    moved: bool
    score: float
    decision: str
    flags: tuple[FlagCell, ...]
    source_language: str
    target_language: str
    source_url: str
    target_url: str
    source_sha256: str
    target_sha256: str
    signature: str


def rows(review: Review, document: str = "", *, min_score: float = 0.0,
         only: Decision | None = None) -> Iterator[Row]:
    """The beads of one review as rows, in order.

    Raises:
        InputError: a bead names a sentence that is not there, or has a score outside 0..1.
    """
    decisions = review.summary.get("decisions") or {}
    document = _text(document or _name(review))
    shared = {
        "document": document,
        "source_language": _text(review.original.language),
        "target_language": _text(review.rewrite.language),
        "source_url": _text(review.original.url),
        "target_url": _text(review.rewrite.url),
        "source_sha256": _sha256(review.original),
        "target_sha256": _sha256(review.rewrite),
        "signature": _text(review.signature),
    }
    for index, bead in enumerate(review.beads):
        decision = str(decisions.get(str(index), ""))
        if not 0.0 <= bead.score <= 1.0:
            raise InputError(f"Bead {index} of {document} has the score {bead.score}, which is no "
                             "probability; check the pair again.")
        if bead.score < min_score or (only is not None and decision != only):
            continue
        flags = [flag for flag in review.flags if flag.bead == index]
        yield _row(review, bead, flags, bead_index=index, decision=decision, shared=shared)


def _row(review: Review, bead: Bead, flags: list[Flag], *, bead_index: int, decision: str,
         shared: dict[str, str]) -> Row:
    try:
        source, source_at = _join(review.original, bead.source)
        target, target_at = _join(review.rewrite, bead.target)
    except IndexError:
        raise InputError(f"Bead {bead_index} of {shared['document']} names a sentence that is not "
                         "in its article; check the pair again.") from None
    cells = tuple(
        FlagCell(flag.category, _text(flag.check), flag.severity, flag.confidence,
                 _shift(flag.source, source_at), _shift(flag.target, target_at),
                 _text(flag.message))
        for flag in flags)
    return Row(bead=bead_index, source=source, target=target, kind=bead.kind, moved=bead.moved,
               score=bead.score, decision=decision, flags=cells, **shared)


def _join(article: Article, sentences: tuple[int, ...]) -> tuple[str, dict[int, int]]:
    """The running text of some sentences, and where in it each of them starts."""
    parts: list[str] = []
    starts: dict[int, int] = {}
    length = 0
    for sentence in sentences:
        text = _text(article.sentences[sentence].text)
        starts[sentence] = length
        parts.append(text)
        length += len(text) + 1
    return " ".join(parts), starts


def _shift(spans: tuple[Span, ...], starts: dict[int, int]) -> tuple[tuple[int, int], ...]:
    """Spans of single sentences as spans of the joined text; those of other beads are dropped."""
    return tuple((span.start + starts[span.sentence], span.end + starts[span.sentence])
                 for span in spans if span.sentence in starts)


def _text(value: Any) -> str:
    """Half a surrogate pair has no UTF-8 form, so it becomes the replacement character."""
    return _LONE_SURROGATE.sub("\ufffd", str(value))


def _name(review: Review) -> str:
    source = review.rewrite.provenance.get("source")
    return review.rewrite.url or str(source or "") or _sha256(review.rewrite)[:16]


def _sha256(article: Article) -> str:
    known = article.provenance.get("sha256")
    if known:
        return _text(known)
    return hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
