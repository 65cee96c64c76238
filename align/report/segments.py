"""Overlapping spans over one text, cut into stretches that nest and so can be marked up.

A sentence may carry several flags whose spans overlap in any way. Cutting at every edge gives
stretches over which the set of spans does not change. Each span keeps one lane through all its
stretches, so that its underline runs on at the same depth.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """One flag over one stretch. `last` is true on the final stretch of the flag's span."""

    flag: int
    lane: int
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text and the marks over it, that of the widest span first (outermost)."""

    text: str
    marks: tuple[Mark, ...]


def segments(text: str, spans: Iterable[tuple[int, int, int]]) -> list[Segment]:
    """Cut `text` at the edges of `spans`.

    Args:
        spans: `(flag, start, end)`, code points [start, end) into `text`. What reaches past the
            text is cut off; what is empty is dropped.

    Returns:
        Segments whose texts, joined, are `text` again.
    """
    laned = _lanes(_within(text, spans))
    cuts = sorted({0, len(text), *(e for _, _, start, end in laned for e in (start, end))})
    return [
        Segment(text[left:right], tuple(
            Mark(flag, lane, first=start == left, last=end == right)
            for lane, flag, start, end in laned if start <= left and right <= end
        ))
        for left, right in pairwise(cuts)
    ]


def _within(text: str, spans: Iterable[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    cut = {(flag, max(start, 0), min(end, len(text))) for flag, start, end in spans}
    return [span for span in cut if span[1] < span[2]]


def _lanes(spans: list[tuple[int, int, int]]) -> list[tuple[int, int, int, int]]:
    """`(lane, flag, start, end)`, each in the first lane free where it begins; widest first."""
    free_from: list[int] = []
    laned = []
    for flag, start, end in sorted(spans, key=lambda s: (s[1], -s[2], s[0])):
        lane = next((i for i, until in enumerate(free_from) if until <= start), len(free_from))
        free_from[lane:lane + 1] = [end]
        laned.append((lane, flag, start, end))
    return sorted(laned, key=lambda s: (s[2] - s[3], s[0]))
