"""How well an alignment agrees with gold beads: strict precision, recall and F1, with intervals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from align.aligner import align
from align.bench.gold import Aligned, Gold, GoldStory, moved_beads
from align.bench.measures import RESAMPLES, bounds, calibration_error
from align.encoders import Encoder
from align.reading.noise import heard

KINDS = ("bead", "match", "omission", "addition", "moved")



@dataclass(frozen=True, slots=True)
class Quality:
    """Agreement of one kind of bead on one profile. `low` and `high` bound F1 at 95 %.

    The interval is from a bootstrap over cases (Koehn 2004).
    """

    profile: str
    kind: str
    precision: float
    recall: float
    f1: float
    low: float
    high: float
    gold: int


def qualities(cases: Sequence[GoldStory], found: Mapping[str, Aligned]) -> list[Quality]:
    """F1 for every profile and kind of bead, and over all profiles under the name `all`.

    `bead` counts all beads, `match` those with sentences on both sides; `moved` those that changed
    place, found only if marked so. For `moved` either of two blocks that swapped may be the one
    that is marked.
    """
    counts = {case.id: _counts(case, found[case.id]) for case in cases}
    profiles: dict[str, list[str]] = {}
    for case in cases:
        profiles.setdefault(case.profile, []).append(case.id)
    if len(profiles) > 1:
        profiles["all"] = [case.id for case in cases]
    return [
        _quality(profile, kind, np.array([counts[each][kind] for each in members]))
        for profile, members in profiles.items() for kind in KINDS
    ]


def _counts(case: GoldStory, beads: Aligned) -> dict[str, tuple[int, int, int]]:
    gold = {(tuple(sorted(source)), tuple(sorted(target))) for source, target in case.gold}
    found = {(bead.source, bead.target) for bead in beads}
    marked = {(bead.source, bead.target) for bead in beads if bead.moved}
    moved = moved_beads(case.gold)
    by_kind: dict[str, Callable[[Gold], bool]] = {
        "bead": lambda bead: True,
        "match": lambda bead: bool(bead[0] and bead[1]),
        "omission": lambda bead: not bead[1],
        "addition": lambda bead: not bead[0],
    }
    counts = {
        kind: (len({b for b in gold & found if wanted(b)}), len({b for b in gold if wanted(b)}),
               len({b for b in found if wanted(b)}))
        for kind, wanted in by_kind.items()
    }
    # Which of two swapped blocks moved is a matter of taste; only the number of sentences counts.
    hits = len(moved & marked)
    if len(marked & gold) == len(moved) == len(marked):
        hits = len(moved)
    return counts | {"moved": (hits, len(moved), len(marked))}


@dataclass(frozen=True, slots=True)
class Width:
    """How many gold beads with so many sentences on the wider side were found, on one profile."""

    profile: str
    sentences: int
    found: int
    gold: int


def widths(cases: Sequence[GoldStory], found: Mapping[str, Aligned]) -> list[Width]:
    """Gold beads with both sides, found and all, by profile and width."""
    counts: dict[tuple[str, int], tuple[int, int]] = {}
    for case in cases:
        told = {(bead.source, bead.target) for bead in found[case.id]}
        for bead in case.gold:
            if bead[0] and bead[1]:
                key = case.profile, max(map(len, bead))
                hits, gold = counts.get(key, (0, 0))
                counts[key] = hits + (bead in told), gold + 1
    return [Width(*key, *count) for key, count in sorted(counts.items())]


def false_moves(cases: Sequence[GoldStory], found: Mapping[str, Aligned]) -> tuple[int, int]:
    """Beads marked as moved, and all beads found, in the cases in which none moved."""
    steady = [case.id for case in cases if not moved_beads(case.gold)]
    return (sum(bead.moved for each in steady for bead in found[each]),
            sum(len(found[each]) for each in steady))


@dataclass(frozen=True, slots=True)
class AlignmentBench:
    """What aligning some cases came to; `found` holds the beads by case id.

    `false_moves` are beads wrongly marked as moved, and all beads they are counted among.
    """

    quality: list[Quality]
    widths: list[Width]
    false_moves: tuple[int, int]
    calibration_error: float
    found: dict[str, Aligned]


def bench_alignment(cases: Sequence[GoldStory], encoder: Encoder, *,
                    progress: Callable[[float], None] = lambda done: None) -> AlignmentBench:
    """Align cases with the weights that ship, as `check` does, and measure."""
    found: dict[str, Aligned] = {}
    for number, case in enumerate(cases):
        found[case.id] = align(heard(case.source), heard(case.target), encoder).beads
        progress((number + 1) / len(cases))
    return measured(cases, found)


def measured(cases: Sequence[GoldStory], found: Mapping[str, Aligned]) -> AlignmentBench:
    """What beads found by case id come to."""
    error = calibration_error(*_judged(cases, found))
    return AlignmentBench(qualities(cases, found), widths(cases, found),
                          false_moves(cases, found), error, dict(found))


def _quality(profile: str, kind: str, counts: np.ndarray[Any, Any]) -> Quality:
    hits, gold, found = counts.sum(axis=0)
    draws = np.random.default_rng(0).integers(0, len(counts), (RESAMPLES, len(counts)))
    low, high = bounds(_f1(*counts[draws].sum(axis=1).T))
    return Quality(profile, kind, float(hits / max(found, 1)), float(hits / max(gold, 1)),
                   float(_f1(hits, gold, found)), low, high, int(gold))


def _f1(hits: Any, gold: Any, found: Any) -> Any:
    return np.where(gold + found > 0, 2 * hits / np.maximum(gold + found, 1), 1.0)


@dataclass(frozen=True, slots=True)
class Reliability:
    """Beads of like score: their mean stated probability, and the share that is right."""

    stated: float
    right: float
    count: int


def reliability(cases: Sequence[GoldStory], found: Mapping[str, Aligned],
                bins: int = 10) -> list[Reliability]:
    """Stated against true shares, in bins of equal width that hold any bead."""
    chances, right = _judged(cases, found)
    place = np.minimum((np.array(chances) * bins).astype(int), bins - 1)
    return [
        Reliability(float(np.mean(np.array(chances)[place == each])),
                    float(np.mean(np.array(right)[place == each])), int((place == each).sum()))
        for each in np.unique(place)
    ]


def _judged(cases: Sequence[GoldStory],
            found: Mapping[str, Aligned]) -> tuple[list[float], list[bool]]:
    """The score of every bead found, and whether it is right."""
    chances, right = [], []
    for case in cases:
        gold = set(case.gold)
        chances += [bead.score for bead in found[case.id]]
        right += [(bead.source, bead.target) in gold for bead in found[case.id]]
    return chances, right
