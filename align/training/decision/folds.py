"""What the judged flags say of weights that were fitted without their sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from random import Random

from align.bench.judged import Found, JudgedBench, JudgedFlag, is_same_place
from align.bench.score import Item
from align.decision import PairFlag
from align.decision.severity import severity
from align.decision.weights import Weights
from align.showing import shown
from align.training.decision.examples import case_examples, matched_examples, pair_examples
from align.training.decision.fitting import fit
from align.training.tagger.cases import Case


def bench_folds(judged: Sequence[JudgedFlag], cases: Sequence[Case], items: Sequence[Item],
                folds: int, seed: int = 1) -> JudgedBench:
    """What the judged flags say of weights fitted without their sentences.

    Args:
        folds: in how many parts the sentences are cut.
    """
    examples, made = matched_examples(judged)
    written = [*case_examples(cases), *pair_examples(items)]
    documents = sorted({one.en for one in judged})
    Random(seed).shuffle(documents)
    part = {document: number % folds for number, document in enumerate(documents)}
    found: list[Found] = []
    for fold in range(folds):
        weights = fit([*(one for one in examples if part[one.document] != fold), *written])
        for (en, own), flags in made.items():
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
