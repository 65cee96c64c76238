"""What every format is given: one row per unit of text, with all that a corpus should keep of it.

A column is one line of `Row`: its name, its type, and how it is read off. Every format takes it up
from there, whether it has columns of its own or keeps it as a property.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from math import prod
from typing import Any

from align.errors import InputError
from align.export.documents import Document
from align.export.units import Unit, UnitName, units
from align.model import Article, Category, Decision, Flag, Kind, Severity, Span
from align.naming import bead_names
from align.validation import WrongValueError, demand_sound

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class FlagCell:
    """A flag as a corpus keeps it. Spans are code points [start, end) into the row's texts."""

    id: str
    category: Category
    check: str
    kind: str
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
class SentenceCell:
    """A sentence of the article: its number, its paragraph, its place [start, end) in the row."""

    sentence: int
    paragraph: int
    start: int
    end: int


@dataclass(slots=True)
class _Sides:
    """A unit with the texts of both its sides, where a row's columns are read off."""

    unit: Unit
    name: str
    decision: Decision
    source: str
    target: str
    source_cells: tuple[SentenceCell, ...]
    target_cells: tuple[SentenceCell, ...]
    flags: tuple[FlagCell, ...]
    faithful: float


def _once(value: Callable[[Document], Any]) -> Any:
    """A column that is the same in all rows of a document."""
    return field(metadata={"once": value})


def _each(value: Callable[[_Sides], Any]) -> Any:
    """A column read off each unit."""
    return field(metadata={"each": value})


@dataclass(frozen=True, slots=True)
class Row:
    """One bead, or a paragraph or document of them; a null leaves its other side empty.

    `bead` is the number of the unit's first bead in the review and `name` its name from its
    content, which outlives a re-check. `score` is the probability that the alignment is right (of
    several beads the least), `faithful` that no place of it needs mending (`faithfulness`).
    `decision` is the reviewers'. `story` and `split` are empty until splits are asked for, unless a
    manifest named the story. The hashes are of the bytes the articles came from where those are
    known, else of their cleaned text.
    """

    document: str = _once(lambda document: document.name)
    bead: int = _each(lambda sides: sides.unit.bead)
    source: str = _each(lambda sides: sides.source)
    target: str = _each(lambda sides: sides.target)
    kind: Kind = _each(lambda sides: sides.unit.kind)  # noqa: RUF009  a field, not a default
    moved: bool = _each(lambda sides: sides.unit.moved)
    score: float = _each(lambda sides: sides.unit.score)
    faithful: float = _each(lambda sides: sides.faithful)
    decision: Decision = _each(lambda sides: sides.decision)  # noqa: RUF009
    flags: tuple[FlagCell, ...] = _each(lambda sides: sides.flags)
    name: str = _each(lambda sides: sides.name)
    story: str = _once(lambda document: document.story)
    split: str = _once(lambda document: document.split)
    source_sentences: tuple[SentenceCell, ...] = _each(lambda sides: sides.source_cells)
    target_sentences: tuple[SentenceCell, ...] = _each(lambda sides: sides.target_cells)
    source_language: str = _once(lambda document: document.review.original.language)
    target_language: str = _once(lambda document: document.review.rewrite.language)
    source_url: str = _once(lambda document: document.review.original.url)
    target_url: str = _once(lambda document: document.review.rewrite.url)
    source_published: str = _once(lambda document: document.review.original.published)
    target_published: str = _once(lambda document: document.review.rewrite.published)
    source_licence: str = _once(lambda document: _licence(document.review.original))
    target_licence: str = _once(lambda document: _licence(document.review.rewrite))
    source_sha256: str = _once(lambda document: sha256(document.review.original))
    target_sha256: str = _once(lambda document: sha256(document.review.rewrite))
    signature: str = _once(lambda document: document.review.signature)


COLUMNS: tuple[str, ...] = tuple(each.name for each in fields(Row))


def rows(document: Document, unit: UnitName = "bead") -> Iterator[Row]:
    """The units of one review as rows, in order.

    Raises:
        InputError: a bead or flag points at what is not there, or a score is outside 0..1.
    """
    review = document.review
    try:
        demand_sound(review)  # one that was read from a file is; one made in Python may not be
    except WrongValueError as error:
        raise InputError(f"The review of {document.name} cannot be exported: {error}; check the "
                         "pair again.") from error
    names = bead_names(review)
    flagged = _by_bead(document)
    plan: list[tuple[Any, Callable[[_Sides], Any] | None]] = [
        (_text(once(document)), None) if once else (None, each) for once, each in _readers()]
    for part in units(review, unit):
        sides = _sides(document, part, names, flagged, " " if unit == "bead" else "\n")
        values: list[Any] = [value if read is None else read(sides) for value, read in plan]
        yield Row(*values)


@cache
def _readers() -> tuple[tuple[Callable[[Document], Any] | None,
                              Callable[[_Sides], Any] | None], ...]:
    """Of each column, how it is read off the document or off the unit."""
    return tuple((each.metadata.get("once"), each.metadata.get("each")) for each in fields(Row))


def _sides(document: Document, part: Unit, names: Sequence[str],
           flagged: dict[int, list[tuple[Flag, bool]]], between: str) -> _Sides:
    review = document.review
    source, source_cells = _join(review.original, part.source, between)
    target, target_cells = _join(review.rewrite, part.target, between)
    found = [each for bead in part.beads for each in flagged.get(bead, ())]
    return _Sides(part, names[part.bead], _joint(document, part, names),
                  source, target, source_cells, target_cells,
                  _cells(found, source_cells, target_cells) if found else (),
                  faithfulness([flag for flag, _ in found]))


def _cells(found: Sequence[tuple[Flag, bool]], source: Sequence[SentenceCell],
           target: Sequence[SentenceCell]) -> tuple[FlagCell, ...]:
    """The shown flags as the row keeps them."""
    source_at = {cell.sentence: cell.start for cell in source}
    target_at = {cell.sentence: cell.start for cell in target}
    return tuple(
        FlagCell(flag.id, flag.category, _text(flag.check), _text(flag.kind), flag.severity,
                 flag.confidence, _shifted(flag.source, source_at),
                 _shifted(flag.target, target_at), _text(flag.message))
        for flag, shown in found if shown)


def _joint(document: Document, part: Unit, names: Sequence[str]) -> Decision:
    """Of several beads: rejected if one is, accepted if all are."""
    if not document.decisions:
        return "open"
    decisions = {document.decisions.get(names[bead], "open") for bead in part.beads}
    if "rejected" in decisions:
        return "rejected"
    return "open" if "open" in decisions else "accepted"


def faithfulness(flags: Sequence[Flag]) -> float:
    """The probability that an editor would mend nothing here: of all findings, shown and quiet.

    A flag's confidence is the probability that its place needs mending; the findings are taken
    as independent, so what they leave is the product of their doubts.
    """
    return round(prod((1.0 - flag.confidence for flag in flags), start=1.0), 4)


def _by_bead(document: Document) -> dict[int, list[tuple[Flag, bool]]]:
    """Each bead's flags, shown ones with True."""
    review = document.review
    flagged: dict[int, list[tuple[Flag, bool]]] = {}
    for shown, flags in ((True, review.flags), (False, review.quiet)):
        for flag in flags:
            flagged.setdefault(flag.bead, []).append((flag, shown))
    return flagged


def _join(article: Article, sentences: Sequence[int],
          between: str) -> tuple[str, tuple[SentenceCell, ...]]:
    """The running text of some sentences, with `between` between paragraphs, and their places."""
    if len(sentences) == 1:
        sentence = article.sentences[sentences[0]]
        text = _text(sentence.text)
        return text, (SentenceCell(sentences[0], sentence.paragraph, 0, len(text)),)
    parts: list[str] = []
    cells: list[SentenceCell] = []
    at = 0
    for number in sentences:
        sentence = article.sentences[number]
        if cells:
            parts.append(" " if cells[-1].paragraph == sentence.paragraph else between)
            at += 1
        text = _text(sentence.text)
        cells.append(SentenceCell(number, sentence.paragraph, at, at + len(text)))
        parts.append(text)
        at += len(text)
    return "".join(parts), tuple(cells)


def _shifted(spans: Sequence[Span], at: dict[int, int]) -> tuple[tuple[int, int], ...]:
    """Spans of single sentences as spans of the joined text; those of other units are dropped."""
    return tuple((span.start + at[span.sentence], span.end + at[span.sentence])
                 for span in spans if span.sentence in at)


def _text(value: Any) -> str:
    """Half a surrogate pair has no UTF-8 form, so it becomes the replacement character."""
    text = str(value)
    return text if text.isascii() else _LONE_SURROGATE.sub("\ufffd", text)


def _licence(article: Article) -> str:
    return str(article.provenance.get("licence", ""))


def sha256(article: Article) -> str:
    """Of the bytes an article came from, where known, else of its cleaned text."""
    known = article.provenance.get("sha256")
    if known:
        return str(known)
    return hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
