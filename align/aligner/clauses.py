"""Is each of several sentences rendered somewhere inside the one long sentence opposite?

A newsroom that condenses sentences into one leaves what it keeps of each in order. So the long
sentence is cut into clauses at every punctuation mark and conjunction, and these are handed out
in order to the sentences opposite, to each at least one, as it suits all of them best. A sentence
that was dropped finds no piece of its own. This is what tells a merge from an omission, also
where the dropped sentence is short, and where only a part of a sentence was kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from align.aligner.evidence import SOFT, Array, Evidence
from align.aligner.lattice import Step
from align.aligner.sides import Side
from align.encoders import Encoder, Vectors

_SHORTEST = 8  # code points; a shorter piece says nothing
_MOST = 12  # clauses of a sentence; of more, the shortest neighbours stay together
_AT_ONCE = 64  # long sentences whose clauses are encoded together: bounds the memory
# Where one sentence of a merge may end and the next begin, in English and Indonesian.
_CUT = re.compile(
    r"[,;:.!?)\]”\"’–—-]+\s+"
    r"|\s+(?=(?:and|but|while|as|because|which|who"
    r"|dan|serta|tetapi|tapi|namun|sementara|sedangkan|karena|yang|sehingga|saat|ketika)\b)"
)

_Place = tuple[int, int]  # side of the long sentence, 0 or 1, and its number there


@dataclass(frozen=True, slots=True)
class _Clauses:
    """One sentence cut up. `windows[k - 1, a]` is the vector of clauses a to a + k - 1."""

    lengths: npt.NDArray[np.float32]  # code points, shape (clauses,)
    windows: Vectors


def cuts(sentence: str) -> list[int]:
    """Places, in code points, where the sentence can be cut into clauses."""
    found: list[int] = []
    for each in _CUT.finditer(sentence):
        at = each.end()
        if at - (found[-1] if found else 0) > _SHORTEST < len(sentence) - at:
            found.append(at)
    while len(found) >= _MOST:
        ends = [0, *found, len(sentence)]
        found.pop(min(range(len(found)), key=lambda at: ends[at + 2] - ends[at]))
    return found


def clauses(sentence: str) -> list[str]:
    """The sentence cut up, in order."""
    return [sentence[a:b].strip() for a, b in pairwise([0, *cuts(sentence), len(sentence)])]


def clause_evidence(beads: Sequence[Step], sides: tuple[Side, Side],
                    texts: tuple[Sequence[str], Sequence[str]], encoder: Encoder,
                    floor: float) -> list[Evidence]:
    """Evidence for each of these beads; empty where none can be had.

    Args:
        beads: merges of one sentence with several; others get no evidence.
        sides, texts: source and target.
        floor: the cosine of unrelated sentences.
    """
    found: list[Evidence] = [{} for _ in beads]
    asked: dict[_Place, list[int]] = {}
    for number, bead in enumerate(beads):
        if min(bead.k, bead.m) == 1 and bead.k + bead.m > 2:
            asked.setdefault((1, bead.j) if bead.k > 1 else (0, bead.i), []).append(number)
    for (side, at), cut in _cut_up(list(asked), texts, encoder):
        for number in asked[side, at]:
            bead = beads[number]
            start, count = (bead.i, bead.k) if side else (bead.j, bead.m)
            if count <= len(cut.lengths):
                found[number] = _evidence(sides[1 - side][start:start + count], cut, floor)
    return found


def _cut_up(places: Sequence[_Place], texts: tuple[Sequence[str], Sequence[str]],
            encoder: Encoder) -> Iterator[tuple[_Place, _Clauses]]:
    """The clauses of those sentences that can be cut at all."""
    parted = [(place, clauses(texts[place[0]][place[1]])) for place in places]
    parted = [each for each in parted if len(each[1]) > 1]
    for start in range(0, len(parted), _AT_ONCE):
        some = parted[start:start + _AT_ONCE]
        windows = encoder.encode_windows([clause for _, cut in some for clause in cut],
                                         max(len(cut) for _, cut in some))
        at = 0
        for place, cut in some:
            lengths = np.array([len(clause) for clause in cut], dtype=np.float32)
            yield place, _Clauses(lengths, windows[:len(cut), at:at + len(cut)])
            at += len(cut)


def _evidence(several: Side, cut: _Clauses, floor: float) -> Evidence:
    """What the pieces that suit the sentences best say of these being rendered in them."""
    table = _likeness(several.windows[0], cut, floor)
    pieces = _handed_out(table)
    starts, ends = (np.array(each) for each in zip(*pieces, strict=True))
    all_against_all = table[:, starts, ends]
    own = np.diagonal(all_against_all).copy()
    np.fill_diagonal(all_against_all, -np.inf)
    total = np.concatenate([[0], np.cumsum(cut.lengths)])
    ratios = np.log((total[ends] - total[starts] + SOFT) / (several.lengths + SOFT))
    found = {
        "clause": 1.0,
        "clause_count": len(own) - 2,
        "clause_sum": own.sum(),
        "clause_min": own.min(),
        "clause_gain": (own - all_against_all.max(axis=1)).min(),
        "clause_length": np.abs(ratios).sum(),
    }
    return {name: np.full(1, value, dtype=np.float32) for name, value in found.items()}


def _likeness(sentences: Vectors, cut: _Clauses, floor: float) -> Array:
    """[s, a, b]: how like sentence s and clauses a to b - 1 are; minus infinity where a >= b."""
    count = len(cut.lengths)
    table = np.full((len(sentences), count + 1, count + 1), -np.inf, dtype=np.float32)
    for run in range(1, count + 1):
        starts = np.arange(count - run + 1)
        cosines = sentences @ cut.windows[run - 1, :len(starts)].T
        table[:, starts, starts + run] = (cosines - floor) / (1 - floor)
    return table


def _handed_out(table: Array) -> list[tuple[int, int]]:
    """For each sentence its run of clauses, all in order and none left: the likest of all ways."""
    best = np.full(table.shape[1], -np.inf, dtype=np.float32)
    best[0] = 0
    came = []
    for sentence in table:
        reached = best[:, None] + sentence
        came.append(reached.argmax(axis=0))
        best = reached.max(axis=0)
    pieces: list[tuple[int, int]] = []
    end = len(best) - 1
    for starts in reversed(came):
        pieces.append((int(starts[end]), end))
        end = pieces[-1][0]
    return pieces[::-1]
