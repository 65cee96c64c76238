"""Which of all flags are shown: sure enough, and of several on the same words the gravest.

Pure functions over flags as they are kept, so that a review can be shown at another point of the
curve of precision against recall without checking anything again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from align import models
from align.model import SEVERITIES, Flag, Point, Review, Severity

# On a tie, the check that stands first here names best what is wrong; the others come last.
SPECIFIC = ("glossary", "numbers", "dates", "names", "titles", "negation", "modality", "opposites",
            "hedges", "speakers", "roles", "untranslated", "senses", "quotes", "omission",
            "addition", "coverage", "meaning")


class Showable(Protocol):
    """What must be known of a flag. Spans end in (start, end), before it may stand a sentence."""

    @property
    def check(self) -> str: ...
    @property
    def severity(self) -> Severity: ...
    @property
    def confidence(self) -> float: ...
    @property
    def source(self) -> Sequence[Any]: ...
    @property
    def target(self) -> Sequence[Any]: ...


S = TypeVar("S", bound=Showable)


def shown(flags: Iterable[S], threshold: float) -> tuple[list[S], list[S]]:
    """Those to show of one pair's flags, gravest first, then in reading order; and the others.

    Of flags about the same words the gravest is shown; of equally grave ones the likeliest; only
    then does the more specific check speak first.

    Args:
        threshold: the least confidence of a flag that is shown.
    """
    kept: list[S] = []
    quiet: list[S] = []
    for flag in sorted(flags, key=_rank):
        loud = flag.confidence >= threshold and not any(_same_matter(flag, one) for one in kept)
        (kept if loud else quiet).append(flag)
    return sorted(kept, key=_reading_order), sorted(quiet, key=_reading_order)


def at(review: Review, point: Point) -> Review:
    """The review as the threshold of that point shows it."""
    return reshown(review, models.weights("decision")["points"][point])


def reshown(review: Review, threshold: float) -> Review:
    """The review with the flags that this threshold shows; names and evidence stay as they are."""
    flags: list[Flag] = []
    quiet: list[Flag] = []
    by_bead: dict[int, list[Flag]] = {}
    for flag in (*review.flags, *review.quiet):
        by_bead.setdefault(flag.bead, []).append(flag)
    for number in sorted(by_bead):
        loud, rest = shown(by_bead[number], threshold)
        flags += loud
        quiet += rest
    return replace(review, flags=tuple(flags), quiet=tuple(quiet),
                   summary=dict(review.summary) | counts(flags))


def counts(flags: Sequence[Showable]) -> dict[str, int]:
    """How many flags there are, in all and of each severity, as a review's summary has them."""
    grave = [flag.severity for flag in flags]
    return {"flags": len(flags), **{severity: grave.count(severity) for severity in SEVERITIES}}


def _rank(flag: Showable) -> tuple[int, float, int, Sequence[Any], Sequence[Any]]:
    place = SPECIFIC.index(flag.check) if flag.check in SPECIFIC else len(SPECIFIC)
    return (SEVERITIES.index(flag.severity), -round(flag.confidence, 2), place, flag.source,
            flag.target)


def _same_matter(one: Showable, other: Showable) -> bool:
    """Whether both point at the same words, on a side where both point at any."""
    return _overlap(one.source, other.source) or _overlap(one.target, other.target)


def _overlap(spans: Sequence[Any], others: Sequence[Any]) -> bool:
    return any((*a,)[:-2] == (*b,)[:-2] and a[-2] < b[-1] and b[-2] < a[-1]
               for a in map(_plain, spans) for b in map(_plain, others))


def _plain(span: Any) -> tuple[int, ...]:
    return span if isinstance(span, tuple) else (span.sentence, span.start, span.end)


def _reading_order(flag: Showable) -> tuple[int, Sequence[Any], Sequence[Any], str]:
    return SEVERITIES.index(flag.severity), flag.source, flag.target, flag.check
