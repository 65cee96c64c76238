"""How well an alignment agrees with gold beads: strict precision, recall and F1, with intervals."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from align.aligner import align
from align.bench.measures import calibration_error
from align.encoders import Encoder
from align.errors import InputError
from align.model import Bead
from align.reading.noise import heard

Gold = tuple[tuple[int, ...], tuple[int, ...]]
Aligned = Sequence[Bead]

KINDS = ("bead", "match", "omission", "addition", "moved")

_RESAMPLES = 1_000
_BRACKETS = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Case:
    """Two texts as sentences, with the beads that are right."""

    id: str
    profile: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    gold: tuple[Gold, ...]


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


def read_cases(path: Path) -> Iterator[Case]:
    """Read JSON lines of `id`, `profile`, `source`, `target`, `beads`.

    Raises:
        InputError: the file is missing, or a line is not such a case.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read as text ({error}); name a JSON lines file of "
                         "cases.") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _case(json.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(
                f"{path}, line {number} is not an alignment case ({error!r}); each line needs "
                "id, source, target and beads."
            ) from error


def _case(plain: dict[str, Any]) -> Case:
    gold = tuple((tuple(map(int, source)), tuple(map(int, target)))
                 for source, target in plain["beads"])
    return Case(str(plain["id"]), str(plain.get("profile", "all")), tuple(plain["source"]),
                tuple(plain["target"]), gold)


def read_brackets(text: str) -> tuple[Gold, ...]:
    """Read gold or predicted beads in the form of Vecalign and Bertalign, `[0]:[0, 1]` a line.

    What follows a second colon (Vecalign's cost) is ignored.

    Raises:
        InputError: a line is not of that form.
    """
    beads = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        sides = _BRACKETS.findall(line)
        try:
            if len(sides) != 2:
                raise ValueError
            source, target = (tuple(int(at) for at in side.split(",") if at.strip())
                              for side in sides)
        except ValueError as error:
            raise InputError(
                f"Line {number} of the gold alignment is not of the form [0]:[0, 1]."
            ) from error
        beads.append((source, target))
    return tuple(beads)


def read_gold(gold: Path, source: Path, target: Path) -> list[Case]:
    """One case from a gold file in brackets and its two texts, one sentence a line.

    Raises:
        InputError: a file cannot be read, or the gold names a sentence that is not there.
    """
    from align.reading.lines import read_lines

    texts = tuple(read_lines(source)), tuple(read_lines(target))
    beads = read_brackets("\n".join(read_lines(gold)))
    for side, sentences in enumerate(texts):
        highest = max((number for bead in beads for number in bead[side]), default=-1)
        if highest >= len(sentences):
            raise InputError(f"{gold} names sentence {highest}, but "
                             f"{(source, target)[side]} has {len(sentences)} lines.")
    return [Case(gold.stem, "all", *texts, beads)]


def written_predictions(cases: Sequence[Case], found: Mapping[str, Aligned]) -> str:
    """The beads found, one case a line: `{"id", "beads": [[[source…], [target…]]…]}`."""
    return "".join(
        json.dumps({"id": case.id,
                    "beads": [[list(bead.source), list(bead.target)] for bead in found[case.id]]})
        + "\n" for case in cases)


def moved_beads(gold: Sequence[Gold]) -> frozenset[Gold]:
    """Which gold beads changed place: all but the heaviest chain in which both sides rise.

    Of equally heavy chains the one that keeps earlier source sentences in place is meant.
    """
    matches = sorted(bead for bead in gold if bead[0] and bead[1])
    weight = [len(source) + len(target) for source, target in matches]
    best, before = weight[:], [-1] * len(matches)
    for here in range(len(matches)):
        for earlier in range(here):
            if (matches[earlier][1][0] < matches[here][1][0]
                    and best[earlier] + weight[here] > best[here]):
                best[here], before[here] = best[earlier] + weight[here], earlier
    chain = set()
    at = max(range(len(matches)), key=lambda each: best[each]) if matches else -1
    while at >= 0:
        chain.add(matches[at])
        at = before[at]
    return frozenset(matches) - chain


def qualities(cases: Sequence[Case], found: Mapping[str, Aligned]) -> list[Quality]:
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


def _counts(case: Case, beads: Aligned) -> dict[str, tuple[int, int, int]]:
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


def widths(cases: Sequence[Case], found: Mapping[str, Aligned]) -> list[Width]:
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


def false_moves(cases: Sequence[Case], found: Mapping[str, Aligned]) -> tuple[int, int]:
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


def bench_alignment(cases: Sequence[Case], encoder: Encoder, *,
                    progress: Callable[[float], None] = lambda done: None) -> AlignmentBench:
    """Align cases with the weights that ship, as `check` does, and measure."""
    found: dict[str, Aligned] = {}
    for number, case in enumerate(cases):
        found[case.id] = align(heard(case.source), heard(case.target), encoder).beads
        progress((number + 1) / len(cases))
    return measured(cases, found)


def measured(cases: Sequence[Case], found: Mapping[str, Aligned]) -> AlignmentBench:
    """What beads found by case id come to."""
    error = calibration_error(*_judged(cases, found))
    return AlignmentBench(qualities(cases, found), widths(cases, found),
                          false_moves(cases, found), error, dict(found))


def _quality(profile: str, kind: str, counts: np.ndarray[Any, Any]) -> Quality:
    hits, gold, found = counts.sum(axis=0)
    draws = np.random.default_rng(0).integers(0, len(counts), (_RESAMPLES, len(counts)))
    low, high = np.percentile(_f1(*counts[draws].sum(axis=1).T), [2.5, 97.5])
    return Quality(profile, kind, float(hits / max(found, 1)), float(hits / max(gold, 1)),
                   float(_f1(hits, gold, found)), float(low), float(high), int(gold))


def _f1(hits: Any, gold: Any, found: Any) -> Any:
    return np.where(gold + found > 0, 2 * hits / np.maximum(gold + found, 1), 1.0)


@dataclass(frozen=True, slots=True)
class Reliability:
    """Beads of like score: their mean stated probability, and the share that is right."""

    stated: float
    right: float
    count: int


def reliability(cases: Sequence[Case], found: Mapping[str, Aligned],
                bins: int = 10) -> list[Reliability]:
    """Stated against true shares, in bins of equal width that hold any bead."""
    chances, right = _judged(cases, found)
    place = np.minimum((np.array(chances) * bins).astype(int), bins - 1)
    return [
        Reliability(float(np.mean(np.array(chances)[place == each])),
                    float(np.mean(np.array(right)[place == each])), int((place == each).sum()))
        for each in np.unique(place)
    ]


def _judged(cases: Sequence[Case],
            found: Mapping[str, Aligned]) -> tuple[list[float], list[bool]]:
    """The score of every bead found, and whether it is right."""
    chances, right = [], []
    for case in cases:
        gold = set(case.gold)
        chances += [bead.score for bead in found[case.id]]
        right += [(bead.source, bead.target) in gold for bead in found[case.id]]
    return chances, right
