"""Sentences that stand twice in a row, and lines without words: aligned once, told of each.

Equal neighbours are one sentence to the aligner, so that none competes with its twin; a bead of
them is then told of each. Blank lines are no sentences: they stand alone wherever they lie.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from align.encoders import Vectors
from align.model import Bead

Run = tuple[int, ...]  # numbers of equal neighbours


def runs(texts: Sequence[str]) -> list[Run]:
    """Sentences with their equal neighbours, in order; blank ones are left out."""
    found: list[list[int]] = []
    last = ""
    for number, text in enumerate(texts):
        folded = _folded(text)
        if folded and folded == last:
            found[-1].append(number)
        elif folded:
            found.append([number])
            last = folded
    return [tuple(each) for each in found]


def told_of_each(beads: Sequence[Bead], source: Sequence[Run], target: Sequence[Run],
                 sizes: tuple[int, int], widest: int) -> list[Bead]:
    """Beads between runs as beads between sentences, in no order.

    Args:
        sizes: sentences of both sides, the blank ones among them.
        widest: sentences that one may stand for; of a longer run the rest stand alone.
    """
    blank_source = set(range(sizes[0])).difference(*source)
    blank_target = set(range(sizes[1])).difference(*target)
    told = [_filled(each, blank_source, blank_target) if each.kind == "match" else each
            for bead in beads
            for each in _told(bead, [source[at] for at in bead.source],
                              [target[at] for at in bead.target], widest)]
    blank_source.difference_update(*(bead.source for bead in told))
    blank_target.difference_update(*(bead.target for bead in told))
    return [*told, *(Bead((i,), ()) for i in sorted(blank_source)),
            *(Bead((), (j,)) for j in sorted(blank_target))]


def in_order(beads: Sequence[Bead]) -> Iterator[Bead]:
    """Beads in the order of the source, each addition where it stands in the target."""
    additions = sorted((bead for bead in beads if not bead.source), key=lambda each: each.target)
    at = 0
    for bead in sorted((bead for bead in beads if bead.source), key=lambda each: each.source):
        while (bead.target and not bead.moved and at < len(additions)
               and additions[at].target < bead.target):
            yield additions[at]
            at += 1
        yield bead
    yield from additions[at:]


def told_elsewhere(beads: Sequence[Bead], source: Sequence[str],
                   target: Sequence[str]) -> list[bool]:
    """For each bead whether it is a lone sentence that also stands elsewhere and is matched there.

    Nothing is missing from a rewrite that says it once.
    """
    matched = [bead for bead in beads if bead.kind == "match"]
    ours = {_folded(source[i]) for bead in matched for i in bead.source}
    theirs = {_folded(target[j]) for bead in matched for j in bead.target}
    return [bead.kind != "match" and all(_folded(source[i]) in ours for i in bead.source)
            and all(_folded(target[j]) in theirs for j in bead.target) for bead in beads]


def spread(likeness: Vectors, source: Sequence[Run], target: Sequence[Run],
           sizes: tuple[int, int]) -> Vectors:
    """A matrix over runs as one over sentences, zero at blank ones."""
    rows, columns = (_run_of(each, size) for each, size in zip((source, target), sizes,
                                                               strict=True))
    whole = np.zeros((len(source) + 1, len(target) + 1), dtype=np.float32)
    whole[:-1, :-1] = likeness
    return whole[np.ix_(rows, columns)]


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _run_of(side: Sequence[Run], size: int) -> list[int]:
    found = [len(side)] * size
    for number, run in enumerate(side):
        for at in run:
            found[at] = number
    return found


def _told(bead: Bead, source: Sequence[Run], target: Sequence[Run],
          widest: int) -> Iterator[Bead]:
    ours, theirs = (tuple(at for run in side for at in run) for side in (source, target))
    paired = 0
    if len(source) == len(target) == 1:  # twins against twins go in pairs
        paired = min(len(ours), len(theirs)) - 1
        for i, j in zip(ours[:paired], theirs[:paired], strict=True):
            yield replace(bead, source=(i,), target=(j,))
    end = paired
    if ours and theirs:
        end += widest if paired + widest >= max(len(ours), len(theirs)) else 1
        yield replace(bead, source=ours[paired:end], target=theirs[paired:end])
    for i in ours[end:]:
        yield replace(bead, source=(i,), target=())
    for j in theirs[end:]:
        yield replace(bead, source=(), target=(j,))


def _filled(bead: Bead, blank_source: set[int], blank_target: set[int]) -> Bead:
    """With the blank lines that lie between two of its neighbours."""
    source, target = (
        tuple(at for one, other in pairwise((*side, side[-1] + 1))
              for at in (range(one, other) if blank.issuperset(range(one + 1, other)) else (one,)))
        for side, blank in ((bead.source, blank_source), (bead.target, blank_target)))
    return replace(bead, source=source, target=target)
