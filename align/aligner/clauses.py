"""Is each of several sentences rendered somewhere inside the one long sentence opposite?

A rewriter who joins sentences leaves their parts in order. So the long sentence is cut at every
punctuation mark and conjunction, and the pieces before and after the cut are compared with the
sentences before and after: a sentence that was dropped finds no piece. This is what tells a merge
from an omission when the dropped sentence is short.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from align.aligner.evidence import Array, Evidence
from align.aligner.lattice import Step
from align.encoders import Encoder

_SHORTEST = 8  # code points; a shorter piece says nothing
# Where one sentence of a merge may end and the next begin, in English and Indonesian.
_CUT = re.compile(
    r"[,;:.!?)\]”\"’–—-]+\s+"
    r"|\s+(?=(?:and|but|while|as|because|which|who"
    r"|dan|serta|tetapi|tapi|namun|sementara|sedangkan|karena|yang|sehingga|saat|ketika)\b)"
)


@dataclass(frozen=True, slots=True)
class _Question:
    """One way of parting a merge: the sentences before and after, the pieces at each cut."""

    bead: int
    before: str
    after: str
    pieces: tuple[tuple[str, str], ...]


def cuts(sentence: str) -> list[int]:
    """Places, in code points, where the sentence can be cut into two pieces."""
    found = (each.end() for each in _CUT.finditer(sentence))
    return [at for at in found if _SHORTEST < at < len(sentence) - _SHORTEST]


def clause_evidence(beads: Sequence[Step], source: Sequence[str], target: Sequence[str],
                    encoder: Encoder, floor: float) -> list[Evidence]:
    """Evidence for each of these beads; empty where none can be had.

    Args:
        beads: merges of one sentence with several; others get no evidence.
        floor: the cosine of unrelated sentences.
    """
    questions = [question for number, bead in enumerate(beads)
                 for question in _ask(number, bead, source, target)]
    texts: dict[str, int] = {}
    for question in questions:
        for text in (question.before, question.after, *(p for pair in question.pieces
                                                        for p in pair)):
            texts.setdefault(text, len(texts))
    if not texts:
        return [{} for _ in beads]
    vectors = encoder.encode(list(texts))

    def likeness(text: str, pieces: Iterable[str]) -> Array:
        rows = vectors[[texts[piece] for piece in pieces]]
        cosines: Array = rows @ vectors[texts[text]]
        return (cosines - floor) / (1 - floor)

    found: list[Evidence] = [{} for _ in beads]
    for question in questions:
        before = likeness(question.before, (left for left, _ in question.pieces))
        after = likeness(question.after, (right for _, right in question.pieces))
        worse = float(np.minimum(before, after).max())
        known = found[question.bead]
        # Of several ways to part a merge the least convincing decides: all must be rendered.
        if not known or worse < known["clause_min"]:
            found[question.bead] = {
                "clause": np.ones(1, np.float32),
                "clause_min": np.array([worse], np.float32),
                "clause_mean": np.array([(before + after).max() / 2], np.float32),
            }
    return found


def _ask(number: int, bead: Step, source: Sequence[str],
         target: Sequence[str]) -> Iterable[_Question]:
    if min(bead.k, bead.m) != 1 or bead.k + bead.m == 2:
        return
    several = source[bead.i : bead.i + bead.k] if bead.k > 1 else target[bead.j : bead.j + bead.m]
    one = target[bead.j] if bead.k > 1 else source[bead.i]
    pieces = tuple((one[:at].strip(), one[at:].strip()) for at in cuts(one))
    if pieces:
        for parted in range(1, len(several)):
            yield _Question(number, " ".join(several[:parted]), " ".join(several[parted:]), pieces)
