"""Where a long pair of texts can safely be cut, so that time and memory grow with its length.

A cut lies between two sentences that are each other's best across the whole neighbourhood and
whose neighbours are too: there the exact programme would pass as well. Texts of thousands of
sentences are first cut coarsely, by a sample of source sentences sought in the whole target.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from align.encoders import Vectors

Cut = tuple[int, int]  # sentences before it on both sides
Block = tuple[Cut, Cut]

_SAMPLE = 1_500  # source sentences in the coarse look
_COARSE = 1_500  # sentences on the longer side above which a block gets a coarse look first
_PIECE = 500  # sentences between coarse cuts
_SURE = 0.25  # cosine by which a best must beat its second in the coarse look
_FIRM = 0.1  # the same in the fine look, where it must be the best both ways
_LARGEST = 1_000_000  # cells of a fine look; beyond that a block is cut by proportion
_SQUARE = 200  # sentences on the shorter side of a block in which no safe cut is left


def blocks(source: Vectors, target: Vectors, size: int) -> list[Block]:
    """Consecutive blocks that cover both texts, of about `size` sentences where cuts allow it.

    Args:
        source, target: unit vectors of the single sentences, shapes (n, d) and (m, d).
    """
    found = []
    whole = ((0, 0), (len(source), len(target)))
    for coarse in _between(whole, _spaced(whole, list(_coarse_cuts(source, target)), _PIECE)):
        for part in _by_proportion(coarse, _LARGEST, _LARGEST):
            (top, left), (bottom, right) = part
            fine = _fine_cuts(source[top:bottom], target[left:right])
            cuts = [(top + i, left + j) for i, j in fine]
            for safe in _between(part, _spaced(part, cuts, size)):
                found += _by_proportion(safe, _LARGEST, _SQUARE)
    return found


def _coarse_cuts(source: Vectors, target: Vectors) -> Iterator[Cut]:
    if max(len(source), len(target)) <= _COARSE or not len(target):
        return
    rows = np.unique(np.linspace(0, len(source) - 1, _SAMPLE).astype(int))
    anchors = []
    for part in np.array_split(rows, max(1, len(rows) * len(target) // _LARGEST)):
        likeness = source[part] @ target.T
        best = likeness.argmax(axis=1)
        top = likeness[np.arange(len(part)), best]
        likeness[np.arange(len(part)), best] = -1
        sure = top - likeness.max(axis=1) > _SURE
        anchors += list(zip(part[sure].tolist(), best[sure].tolist(), strict=True))
    chain = _rising(anchors)
    # An anchor that strayed shows by a jump: only those that both neighbours bear out are kept.
    for (i0, j0), (i1, j1), (i2, j2) in zip(chain, chain[1:], chain[2:], strict=False):
        if max(j1 - j0, j2 - j1) <= 4 * max(i1 - i0, i2 - i1) + 20:
            yield i1, j1


def _fine_cuts(source: Vectors, target: Vectors) -> list[Cut]:
    if min(len(source), len(target)) < 4:
        return []
    likeness = source @ target.T
    best = likeness.argmax(axis=1)
    back = likeness.argmax(axis=0)
    rows = np.arange(len(source))
    top = likeness[rows, best]
    likeness[rows, best] = -1
    firm = (back[best] == rows) & (top - likeness.max(axis=1) > _FIRM)
    chain = _rising([(int(i), int(best[i])) for i in np.flatnonzero(firm)])
    links = set(chain)
    # Between two firm pairs that follow each other no merge can lie: the cut is safe. A third
    # next to them keeps out two strays that happen to be neighbours.
    return [
        (i + 1, j + 1) for i, j in chain
        if (i + 1, j + 1) in links and {(i - 1, j - 1), (i + 2, j + 2)} & links
    ]


def _rising(pairs: list[Cut]) -> list[Cut]:
    """The longest chain in which both numbers rise (patience sorting, Fredman 1975)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    pairs = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    for at, (_, j) in enumerate(pairs):
        place = bisect_left(tails, j)
        before.append(ends[place - 1] if place else -1)
        if place == len(tails):
            tails.append(j)
            ends.append(at)
        else:
            tails[place], ends[place] = j, at
    chain = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _by_proportion(block: Block, cells: int, shorter: int) -> list[Block]:
    """A block with more cells, or more sentences on its shorter side, cut along its diagonal.

    A last resort: such a cut may part a sentence from its translation.
    """
    (top, left), (bottom, right) = block
    parts = max(int(np.ceil(np.sqrt(max(1, (bottom - top) * (right - left)) / cells))),
                int(np.ceil(min(bottom - top, right - left) / shorter)))
    if parts <= 1:
        return [block]
    rows: npt.NDArray[np.int64] = np.linspace(top, bottom, parts + 1).astype(int)
    columns: npt.NDArray[np.int64] = np.linspace(left, right, parts + 1).astype(int)
    return _between(block, list(zip(rows[1:-1].tolist(), columns[1:-1].tolist(), strict=True)))


def _spaced(block: Block, cuts: list[Cut], size: int) -> list[Cut]:
    """Of many cuts as few as keep both sides of a piece at about `size`."""
    kept: list[Cut] = []
    last, end = block
    for here, after in pairwise([*cuts, end]):
        if max(after[0] - last[0], after[1] - last[1]) > size:
            kept.append(here)
            last = here
    return kept


def _between(block: Block, cuts: list[Cut]) -> list[Block]:
    points = [block[0], *cuts, block[1]]
    return [
        (start, end) for start, end in pairwise(points) if start != end
    ]
