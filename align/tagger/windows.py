"""Pairs cut to what the network sees at once, and put together into runs of like length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.tagger.vocabulary import BEGIN, END, PADDING, Pieces

WINDOW = 230  # pieces of both sides seen at once; more are looked at in overlapping windows
MOST = 1840  # pieces of a side that are looked at; what follows counts as fine
BATCH = 640  # pieces in one run, padding included: what the caches hold; larger is slower


@dataclass(frozen=True, slots=True)
class Window:
    """Part of a pair that is run at once: which pieces of which side, from where."""

    pair: int
    ids: tuple[int, ...]
    lengths: tuple[int, int]
    starts: tuple[int, int]

    def spread(self, row: npt.NDArray[np.float32],
               chances: tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]) -> None:
        """Write this window's probabilities; where two windows saw a piece, the calmer holds."""
        at = 1  # past the marker that opens each side
        for length, start, into in zip(self.lengths, self.starts, chances, strict=True):
            fresh, place = row[at:at + length], into[start:start + length]
            calmer = np.isnan(place[:, 0]) | (fresh[:, 0] > place[:, 0])
            place[calmer] = fresh[calmer]
            at += length + 2

    def across(self, row: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """What a (length, length) output says of the source's pieces against the target's."""
        source, target = self.lengths
        return row[1:source + 1, source + 3:source + 3 + target].copy()  # past the markers


def windows(pair: int, source: Pieces, target: Pieces) -> Iterator[Window]:
    """The windows of one pair, none where a side is empty; a long pair's overlap by half."""
    if not source.ids or not target.ids:
        return
    sides = source.ids[:MOST], target.ids[:MOST]
    total = len(sides[0]) + len(sides[1])
    count = 1 if total <= WINDOW else -(-2 * total // WINDOW)  # each half overlaps the next
    for number in range(count):
        cut = [_part(len(ids), number, count) for ids in sides]
        parts = [ids[a:b] for ids, (a, b) in zip(sides, cut, strict=True)]
        yield Window(pair, (BEGIN, *parts[0], END, BEGIN, *parts[1], END),
                      (len(parts[0]), len(parts[1])), (cut[0][0], cut[1][0]))


def _part(length: int, number: int, count: int) -> tuple[int, int]:
    if count == 1:
        return 0, length
    step = length / (count + 1)
    return int(step * number), max(int(step * number) + 1, int(-(-step * (number + 2) // 1)))


def groups(windows: Sequence[Window]) -> Iterator[list[Window]]:
    """Windows, shortest first, in runs of at most BATCH pieces with their padding."""
    group: list[Window] = []
    for window in windows:
        if group and len(window.ids) * (len(group) + 1) > BATCH:
            yield group
            group = []
        group.append(window)
    if group:
        yield group


def inputs(group: Sequence[Window]) -> dict[str, npt.NDArray[np.int64]]:
    """The network's arrays `ids` and `sides` of a run, (batch, length) int64."""
    width = max(len(window.ids) for window in group)
    ids = np.full((len(group), width), PADDING, np.int64)
    sides = np.ones((len(group), width), np.int64)
    for row, window in enumerate(group):
        ids[row, :len(window.ids)] = window.ids
        sides[row, :window.lengths[0] + 2] = 0
    return {"ids": ids, "sides": sides}
