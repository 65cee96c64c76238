"""A review laid out for the page: rows and flags in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from align.messages import Said, languages
from align.model import CATEGORIES, SEVERITIES, Article, Bead, Flag, Review
from align.report.segments import Segment, segments

UNCERTAIN = 0.5  # a bead less probable than this is drawn with a broken line


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of one side, cut where flags begin and end."""

    number: int
    headline: bool
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A bead, or (`elsewhere`) the empty place in the rewrite that a moved bead left behind."""

    bead: int
    kind: str
    moved: bool
    score: float
    opens_paragraph: bool
    source: tuple[Line, ...]
    target: tuple[Line, ...]
    source_numbers: tuple[int, ...]
    target_numbers: tuple[int, ...]
    elsewhere: bool = False

    @property
    def uncertain(self) -> bool:
        return self.kind == "match" and self.score < UNCERTAIN


@dataclass(frozen=True, slots=True)
class View:
    """All that the templates show. `flags` are numbered from 1 in reading order; `ranks` gives
    each number its place, from 1, with the gravest first."""

    flags: tuple[tuple[int, Flag], ...]
    ranks: Mapping[int, int]
    rows: tuple[Passage, ...]
    counts: Mapping[str, int]
    notes: tuple[Said, ...]


def lay_out(review: Review) -> View:
    """Number the flags, cut the sentences, and put the beads in the order of the original."""
    flags = tuple(enumerate(as_read(review), start=1))
    ranks = {number: rank for rank, (number, _) in enumerate(
        sorted(flags, key=lambda each: SEVERITIES.index(each[1].severity)), start=1)}
    source = _lines(review.original, flags, "source")
    target = _lines(review.rewrite, flags, "target")
    rows = []
    for number, elsewhere in reading_order(review.beads):
        bead = review.beads[number]
        left = tuple(source[i] for i in bead.source if i in source)
        right = tuple(target[i] for i in bead.target if i in target)
        rows.append(Passage(
            bead=number, kind=bead.kind, moved=bead.moved, score=bead.score,
            opens_paragraph=_opens(review.original, bead.source)
            or (not bead.source and _opens(review.rewrite, bead.target)),
            source=left, target=right,
            source_numbers=bead.source, target_numbers=bead.target, elsewhere=elsewhere,
        ))
    return View(flags, ranks, tuple(rows), counts(review), notes(review))


def as_read(review: Review) -> list[Flag]:
    """The flags as a reader of the two articles comes upon them."""
    place = {number: i for i, (number, ghost) in enumerate(reading_order(review.beads))
             if not ghost}
    return sorted(review.flags, key=lambda flag: (
        place.get(flag.bead, len(place)), _depth(review, flag), flag.source, flag.target,
        SEVERITIES.index(flag.severity), CATEGORIES.index(flag.category), flag.check,
    ))


def _depth(review: Review, flag: Flag) -> float:
    """How far into its passage a flag begins, 0 to 1, on the side of the rewrite if it shows."""
    spans, article, side = ((flag.target, review.rewrite, "target") if flag.target
                            else (flag.source, review.original, "source"))
    numbers = getattr(review.beads[flag.bead], side) if flag.bead < len(review.beads) else ()
    if not spans or spans[0].sentence not in numbers:
        return 0.0
    lengths = [len(article.sentences[i].text) for i in numbers]
    first = min(span for span in spans if span.sentence in numbers)
    before = sum(lengths[:numbers.index(first.sentence)])
    return (before + first.start) / max(sum(lengths), 1)


def by_severity(review: Review) -> list[Flag]:
    """The flags, gravest first, then as they stand in the original."""
    place = {number: i for i, (number, ghost) in enumerate(reading_order(review.beads))
             if not ghost}
    return sorted(review.flags, key=lambda flag: (
        SEVERITIES.index(flag.severity), place.get(flag.bead, len(place)),
        flag.source, flag.target, CATEGORIES.index(flag.category), flag.check,
    ))


def counts(review: Review) -> dict[str, int]:
    """How many flags of each category and severity, and how many beads of each kind."""
    found = Counter[str]()
    for flag in review.flags:
        found.update([flag.category, flag.severity])
    for bead in review.beads:
        found.update([f"bead_{bead.kind}"] + ["moved"] * bead.moved)
    keys = (*CATEGORIES, *SEVERITIES, "bead_match", "bead_omission", "bead_addition", "moved")
    return {key: found[key] for key in keys} | {"flags": len(review.flags)}


def reading_order(beads: tuple[Bead, ...]) -> list[tuple[int, bool]]:
    """Bead numbers in the order of the original; additions follow what they follow in the rewrite.

    A moved bead comes twice: at its place in the original, and, as `(number, True)`, at the place
    that it has in the rewrite.
    """
    steady = sorted((bead.target[0], bead.source[0]) for bead in beads
                    if bead.source and bead.target and not bead.moved)

    def after(target: int) -> int:
        return max((source for there, source in steady if there < target), default=-1)

    keyed = []
    for number, bead in enumerate(beads):
        if bead.source:
            keyed.append(((bead.source[0], 0, 0), number, False))
        if bead.target and (bead.moved or not bead.source):
            keyed.append(((after(bead.target[0]), 1, bead.target[0]), number, bool(bead.source)))
    return [(number, elsewhere) for _, number, elsewhere in sorted(keyed)]


def notes(review: Review) -> tuple[Said, ...]:
    """What the pipeline wants said on top, from the summary's `notes`, if it is there.

    A note is a text, or an object with `message`, `pesan` and `messages`, as in a flag.
    """
    said = review.summary.get("notes", ())
    if not isinstance(said, (list, tuple)):
        return ()
    return tuple(_note(note) if isinstance(note, Mapping) else (str(note),) * len(languages())
                 for note in said)


def _note(note: Mapping[str, Any]) -> Said:
    further = note.get("messages")
    lines = {"id": note.get("pesan"), **(further if isinstance(further, Mapping) else {})}
    return tuple(str(lines.get(code) or note.get("message", "")) for code in languages())


def _lines(article: Article, flags: tuple[tuple[int, Flag], ...], side: str) -> dict[int, Line]:
    spans: dict[int, list[tuple[int, int, int]]] = {}
    for number, flag in flags:
        for span in getattr(flag, side):
            spans.setdefault(span.sentence, []).append((number, span.start, span.end))
    return {
        i: Line(i, bool(article.title) and sentence.paragraph == 0,
                tuple(segments(sentence.text, spans.get(i, ()))))
        for i, sentence in enumerate(article.sentences)
    }


def _opens(article: Article, numbers: tuple[int, ...]) -> bool:
    if not numbers or not 0 < numbers[0] < len(article.sentences):
        return False
    here, before = article.sentences[numbers[0]], article.sentences[numbers[0] - 1]
    return here.paragraph != before.paragraph
