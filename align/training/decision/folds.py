"""What the judged flags say of weights that were fitted without their sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from random import Random

from align.bench.judged import Found, JudgedBench, JudgedFlag, is_same_place
from align.decision import PairFlag
from align.decision.severity import severity
from align.decision.weights import Weights
from align.showing import shown
from align.training.decision.examples import Examples
from align.training.decision.fitting import fit


def bench_folds(judged: Sequence[JudgedFlag], examples: Examples, folds: int,
                seed: int = 1) -> JudgedBench:
    """What the judged flags say of weights fitted without their sentences.

    Args:
        examples: gathered from these flags, with what else is fitted to.
        folds: in how many parts the sentences are cut.
    """
    documents = sorted({one.en for one in judged})
    Random(seed).shuffle(documents)
    part = {document: number % folds for number, document in enumerate(documents)}
    found: list[Found] = []
    for fold in range(folds):
        weights = fit([*(one for one in examples.judged if part[one.document] != fold),
                       *examples.written])
        for (en, own), flags in examples.made.items():
            if part[en] == fold:
                here = [one for one in judged if (one.en, one.id) == (en, own)]
                found += _refound(here, [_again(flag, weights) for flag in flags], weights)
    return JudgedBench(tuple(one for one in found if one.judged.verdict != "misaligned"))


def _again(flag: PairFlag, weights: Weights) -> PairFlag:
    """The flag as other weights see it."""
    confidence = weights.probability(flag.kind, flag.evidence)
    return replace(flag, confidence=confidence,
                   severity=severity(flag.kind, confidence, weights.doubt))


def _refound(judged: Iterable[JudgedFlag], flags: Sequence[PairFlag], weights: Weights
             ) -> list[Found]:
    loud, quiet = shown(flags, weights.points["balanced"])
    found = []
    for one in judged:
        there = [*((flag, True) for flag in loud if is_same_place(one, flag)),
                 *((flag, False) for flag in quiet if is_same_place(one, flag))]
        flag, visible = max(there, key=lambda each: (each[1], each[0].confidence),
                            default=(None, False))
        found.append(Found(one, flag, visible))
    return found
