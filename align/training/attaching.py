"""Fit what tells that a lone sentence belongs to a bead: `Belonging` of the aligner's settings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields

import numpy as np

from align.aligner.attaching import Look, Pair, evidence, join, pairs
from align.aligner.belonging import Evidence
from align.aligner.settings import Belonging
from align.bench.gold import Gold
from align.training.logistic import logistic

_RIDGE = 1.0
NAMES = tuple(each.name for each in fields(Belonging) if each.name != "bias")


def examples(look: Look, gold: Sequence[Gold]) -> Iterator[tuple[Evidence, bool]]:
    """Every lone sentence with every bead around it, and whether gold has them together.

    The right ones are attached one by one, the liker first, so that there are also examples of
    what is left to be said of a bead that has grown.
    """
    while True:
        found = {pair: evidence(look, pair) for pair in pairs(look)}
        right = [pair for pair in found if _together(look, pair, gold)]
        yield from ((each, pair in right) for pair, each in found.items())
        if not right:
            return
        join(look, max(right, key=lambda pair: found[pair]["like"] + found[pair]["own"]), 1.0)


def _together(look: Look, pair: Pair, gold: Sequence[Gold]) -> bool:
    alone, other = look.beads[pair[0]], look.beads[pair[1]]
    source, target = set(alone.source + other.source), set(alone.target + other.target)
    return any(set(alone.source) <= set(ours) and set(alone.target) <= set(theirs)
               and (not source.isdisjoint(ours) and not target.isdisjoint(theirs))
               for ours, theirs in gold)


def fit_belonging(rows: Sequence[tuple[Evidence, bool]]) -> Belonging:
    """The weights of greatest likelihood; those that ship where nothing is to be learnt."""
    if len({right for _, right in rows}) < 2:
        return Belonging()
    table = np.array([[each[name] for name in NAMES] for each, _ in rows])
    found, bias = logistic(table, np.array([right for _, right in rows], dtype=float), _RIDGE)
    return Belonging(bias=bias, **dict(zip(NAMES, found.tolist(), strict=True)))

