"""The nouns: Article, Sentence, Bead, Span, Flag, Review.

All are frozen, all compare by value. Offsets are code points. A `Review` is the whole result of
one comparison and is what `review.json` holds (see serial.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, Literal, get_args

Category = Literal["omission", "addition", "mistranslation", "untranslated"]
Severity = Literal["critical", "major", "minor"]
Kind = Literal["match", "omission", "addition"]
Point = Literal["precision", "balanced", "recall"]
Decision = Literal["accepted", "rejected", "open"]

CATEGORIES: tuple[Category, ...] = get_args(Category)
SEVERITIES: tuple[Severity, ...] = get_args(Severity)  # gravest first


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of an article: `article.text[start:end] == text`.

    Paragraph 0 is the headline, if the article has a title.
    """

    text: str
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One story, cleaned. `text` begins with the title, if there is one; a blank line is between
    paragraphs.

    `published` and `updated` are ISO 8601 as far as the page states them (a date, or a date and
    time with zone). `source_mark` is the credit line as found ("Sumber : Reuters"). `provenance`
    holds where the bytes came from: `source`, `reader`, `sha256`, `charset` and the like.
    """

    title: str = ""
    byline: str = ""
    dateline: str = ""
    published: str = ""
    updated: str = ""
    url: str = ""
    language: str = ""
    source_mark: str = ""
    text: str = ""
    sentences: tuple[Sentence, ...] = ()
    provenance: Mapping[str, Any] = field(default_factory=dict)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Headline and body paragraphs, in order."""
        return tuple(line for line in self.text.split("\n") if line.strip())


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that say the same: indices into both sides, empty on one side for a null.

    `score` is the calibrated probability that the bead is right.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    moved: bool = False
    score: float = 1.0

    @property
    def kind(self) -> Kind:
        if not self.target:
            return "omission"
        return "match" if self.source else "addition"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points [start, end) of one sentence's text."""

    sentence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """One thing wrong in one bead, with its places on the sides where it shows.

    `check` names the file in `checks/` that spoke and `kind` what it saw ("sign lost"); `message`
    is English, `pesan` Indonesian, `messages` the same in further languages that have a catalogue;
    `suggestion` is Indonesian that could stand there, if one is known. `confidence` is the
    probability that a careful editor would mend the place, `evidence` what it was reckoned from.
    `id` is made from the content (naming.py), so it outlives a re-check.
    """

    id: str = ""
    bead: int
    category: Category
    check: str
    kind: str = ""
    severity: Severity
    confidence: float
    source: tuple[Span, ...]
    target: tuple[Span, ...]
    message: str
    pesan: str = ""
    messages: Mapping[str, str] = field(default_factory=dict)
    suggestion: str = ""
    evidence: Mapping[str, float] = field(default_factory=dict)

    def said(self, language: str) -> str:
        """The line in a language; a flag that has none in it speaks English."""
        return {"id": self.pesan, **self.messages}.get(language) or self.message


@dataclass(frozen=True, slots=True)
class Review:
    """The whole comparison of a rewrite (target) with its original (source).

    `flags` are shown; `quiet` were found too, but stay below the threshold.
    """

    signature: str
    original: Article
    rewrite: Article
    beads: tuple[Bead, ...]
    flags: tuple[Flag, ...]
    quiet: tuple[Flag, ...] = ()
    summary: Mapping[str, Any] = field(default_factory=dict)

    # Who shows a review or makes a table of it is known by name alone: it knows this file.

    def at(self, point: Point) -> Review:
        """The same review at another point of the curve of precision against recall.

        Nothing is checked again: every flag is kept in `flags` or `quiet`.
        """
        again: Review = import_module("align.showing").at(self, point)
        return again

    def __repr__(self) -> str:
        title = self.rewrite.title or self.original.title
        return (f"<Review of {title!r}: {len(self.beads)} pairs, {len(self.flags)} flags, "
                f"{len(self.quiet)} quiet>")

    def _repr_html_(self) -> str:
        """What a notebook shows of it: HTML without a script."""
        shown: str = import_module("align.report.notebook").still(self)
        return shown

    def frame(self) -> Any:
        """The flags as a pandas DataFrame; see `align.review.frames.flags_frame`."""
        return import_module("align.review.frames").flags_frame(self)
