"""Fits the decision: evidence -> the probability that a careful editor would mend the place.

Learns from flags that people judged and from written cases, whose errors are true and whose fair
changes are not. How often a flag is true in life is taken from the judged ones alone: cases have a
bias of their own, which is left out of what ships. Evidence that all kinds share is fitted once;
the exact readers together and each check may lean from it, and each kind has a bias, all drawn to
zero by a ridge penalty.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import numpy.typing as npt

from align.analysis import Pair, Tools, analyse
from align.bench.judged import Found, JudgedBench, JudgedFlag, is_same_place
from align.bench.score import Item
from align.checks import Range, run
from align.checks import exact as exact_checks
from align.decision import PairFlag, assess
from align.decision.severity import severity
from align.decision.weights import Weights, read, shipped
from align.errors import InputError
from align.lexicon.terms import Glossary
from align.scoring import BATCH, tools_for
from align.showing import shown
from align.training.logistic import Floats, logistic
from align.training.tagger.cases import Case, draft
from align.writing import write_whole

# Scales: how freely each may move.
KIND, CHECK, GROUP, LEAN, SHARED, OWN = 1.0, 1.0, 0.7, 0.35, 1.0, 0.6
RIDGE = 3.0
CASE, PAIR = 0.3, 1.0  # how much a finding on a case or on a hand-made pair counts beside a judged
# Evidence that can only speak for a finding (1) or against it (-1); a weight against that is noise.
SIGNS = {**dict.fromkeys(("contrast", "unrendered", "tagged", "trouble", "trouble_source",
                          "trouble_target", "doubted", "cue_near", "cue_beside", "cue_form",
                          "agreed", "seen_other", "p_other", "share_other", "bare"), 1),
         **dict.fromkeys(("said", "said_there", "elsewhere", "usual", "quoted", "strayed",
                          "seen_found", "p_found", "share_found", "likeness", "spelling", "soft",
                          "same", "same_there"), -1)}
FEWEST = 8         # examples that evidence must stand in to be weighed for one check
POINTS = {"precision": 0.45, "balanced": 0.25, "recall": 0.12}  # least confidence shown
DOUBT = {"critical": 0.5, "major": 0.3}  # confidence below which a flag is a step less grave


@dataclass(frozen=True, slots=True)
class Example:
    """One finding with its evidence, and whether it is true.

    `document` keeps folds apart; `share` is how much it counts beside a judged flag; `written` is
    of a text that was written to hold errors, so that they are commoner there than in life.
    """

    kind: str
    check: str
    evidence: Mapping[str, float]
    true: bool
    document: str
    share: float = 1.0
    written: bool = False


def fit_decision(judged: Sequence[JudgedFlag], cases: Sequence[Case], items: Sequence[Item],
                 out: Path) -> None:
    """Write the weights of `decision`.

    Raises:
        InputError: nothing that was judged is flagged any more.
    """
    examples = [*judged_examples(judged), *case_examples(cases), *pair_examples(items)]
    write_whole(out, json.dumps(_plain(fit(examples)), indent=1, sort_keys=True) + "\n")


def bench_folds(judged: Sequence[JudgedFlag], cases: Sequence[Case], items: Sequence[Item],
                folds: int, seed: int = 1) -> JudgedBench:
    """What the judged flags say of weights fitted without their sentences.

    Args:
        folds: in how many parts the sentences are cut.
    """
    examples, made = _examples(judged)
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


# ------------------------------------------------------------------------------ the examples


def judged_examples(judged: Sequence[JudgedFlag]) -> list[Example]:
    """The findings that people judged, as they are made now; those of misaligned pairs are not.

    Raises:
        InputError: none is made any more.
    """
    return _examples(judged)[0]


def _examples(judged: Sequence[JudgedFlag]
              ) -> tuple[list[Example], dict[tuple[str, str], list[PairFlag]]]:
    texts = list(dict.fromkeys((one.en, one.id) for one in judged))
    made = dict(zip(texts, _flags(texts), strict=True))
    examples = []
    for one in judged:
        there = [flag for flag in made[one.en, one.id] if is_same_place(one, flag)]
        if there and one.verdict != "misaligned":
            flag = max(there, key=lambda each: _shared_words(one, each))
            examples.append(Example(flag.kind, flag.check, flag.evidence, one.verdict == "true",
                                    one.en))
    if not examples:
        raise InputError("None of the judged flags is made any more; judge newer ones.")
    return examples, made


def _shared_words(judged: JudgedFlag, flag: PairFlag) -> int:
    """Characters that both mark."""
    return sum(max(0, min(b, d) - max(a, c))
               for some, others in ((judged.source, flag.source), (judged.target, flag.target))
               for a, b in some for c, d in others)


def case_examples(cases: Sequence[Case]) -> list[Example]:
    """Findings on written cases: true where an error was put, false on fair and right texts."""
    texts: list[tuple[str, str]] = []
    marks: list[tuple[frozenset[int], frozenset[int]] | None] = []
    for case in cases:
        for wrong, changes in ((False, case.fair), (True, case.errors)):
            for change in changes:
                only = replace(case, errors=(change,) if wrong else (),
                               fair=() if wrong else (change,))
                made, _ = draft(only, Random(1), wrong)
                texts.append((made.source, made.target))
                marks.append((_marked(made.source_labels), _marked(made.target_labels))
                             if wrong else None)
    examples = []
    for (source, _), mark, flags in zip(texts, marks, _flags(texts), strict=True):
        for flag in flags:
            hit = mark is not None and (_covers(flag.source, mark[0])
                                        or _covers(flag.target, mark[1]))
            examples.append(Example(flag.kind, flag.check, flag.evidence, hit, source, CASE, True))
    return examples


def pair_examples(items: Sequence[Item]) -> list[Example]:
    """Findings on hand-made pairs: true on the words that are wrong, false on the right twin.

    What is found elsewhere in a wrong pair says nothing: its maker marked one error only.
    """
    examples = []
    flagged = _flags([(item.source, item.target) for item in items])
    for item, flags in zip(items, flagged, strict=True):
        for flag in flags:
            hit = any(_touches(spans, marked) for spans, marked in (
                (flag.source, item.source_spans), (flag.target, item.target_spans)))
            if hit or item.faithful:
                examples.append(Example(flag.kind, flag.check, flag.evidence, hit, item.source,
                                        PAIR, True))
    return examples


def _touches(spans: Sequence[Range], marked: Sequence[Range] | None) -> bool:
    return any(a < d and c < b for a, b in spans for c, d in marked or ())


def _marked(labels: Sequence[int]) -> frozenset[int]:
    return frozenset(at for at, label in enumerate(labels) if label > 0)


def _covers(spans: Iterable[tuple[int, int]], marked: frozenset[int]) -> bool:
    return any(not marked.isdisjoint(range(*span)) for span in spans)


def _flags(texts: Sequence[tuple[str, str]]) -> Iterable[list[PairFlag]]:
    tools: Tools = tools_for(None, Glossary())
    for start in range(0, len(texts), BATCH):
        pairs = analyse([Pair.of(*text) for text in texts[start:start + BATCH]], tools)
        for pair, findings in zip(pairs, run(pairs), strict=True):
            yield assess(pair, findings, shipped())


# ------------------------------------------------------------------------------ the fit


def fit(examples: Sequence[Example]) -> Weights:
    """Weights of greatest likelihood less a ridge penalty."""
    kinds = sorted({one.kind for one in examples})
    checks = sorted({one.check for one in examples})
    names = sorted({name for one in examples for name in one.evidence})
    exact = set(exact_checks())
    means, spreads = _moments(examples, names)
    common = [name for name in names if len({one.check for one in examples
                                             if name in one.evidence}) > 1]
    lean = [(check, name) for check in checks for name in names
            if sum(one.check == check and name in one.evidence for one in examples) >= FEWEST]
    columns: list[tuple[float, Callable[[Example], float]]] = [
        *((KIND, _is_kind(kind)) for kind in kinds),
        *((CHECK, _is_check(check)) for check in checks),
        *((SHARED, _value(name, means[name], spreads[name])) for name in common),
        *((GROUP, _own(exact, name, means[name], spreads[name])) for name in common),
        *((LEAN if name in common else OWN, _own({check}, name, means[name], spreads[name]))
          for check, name in lean),
        (1.0, lambda one: float(one.written))]
    features = np.array([[scale * value(one) for scale, value in columns] for one in examples])
    labels = np.array([one.true for one in examples], float)
    shares = np.array([one.share for one in examples])
    signs = np.array([0] * (len(kinds) + len(checks))
                     + [SIGNS.get(name, 0) for name in common] + [0] * len(common)
                     + [SIGNS.get(name, 0) for _, name in lean]
                     + [0])
    beta, bias = _signed(features, labels, shares, signs)
    scaled = beta * np.array([scale for scale, _ in columns])
    a, b, c, d = np.cumsum([len(kinds), len(checks), len(common), len(common)]).tolist()
    by_check = dict(zip(checks, scaled[a:b], strict=True))
    check_of = {one.kind: one.check for one in examples}
    own: dict[str, dict[str, float]] = {check: {} for check in checks}
    for check in exact & set(checks):
        own[check] = {name: value / spreads[name]
                      for name, value in zip(common, scaled[c:d], strict=True)}
    for (check, name), value in zip(lean, scaled[d:-1], strict=True):
        own[check][name] = own[check].get(name, 0.0) + value / spreads[name]
    return read(_rounded({
        "other": bias,
        "kinds": {kind: bias + value + by_check[check_of[kind]]
                  for kind, value in zip(kinds, scaled[:a], strict=True)},
        "shared": {name: value / spreads[name]
                   for name, value in zip(common, scaled[b:c], strict=True)},
        "means": means,
        "own": {kind: own[check_of[kind]] for kind in kinds},
        "points": POINTS, "doubt": DOUBT}))


def _ridge(features: Floats, labels: Floats, shares: Floats) -> tuple[Floats, float]:
    """Weights and bias; features are not standardised again, for their scale is their freedom."""
    spread = features.std(axis=0) + 1e-9
    weights, bias = logistic(features, labels, RIDGE * spread ** -2, shares)
    return weights, bias


def _signed(features: Floats, labels: Floats, shares: Floats, signs: npt.NDArray[np.int64]
            ) -> tuple[Floats, float]:
    """The same, with the features left out whose weight has not the sign that it must have."""
    kept = np.ones(features.shape[1], bool)
    beta = np.zeros(features.shape[1])
    while True:
        beta[:] = 0.0
        beta[kept], bias = _ridge(features[:, kept], labels, shares)
        wrong = beta * signs < 0
        if not wrong.any():
            return beta, bias
        kept &= ~wrong


def _moments(examples: Sequence[Example], names: Sequence[str]
             ) -> tuple[dict[str, float], dict[str, float]]:
    """Mean and spread of each piece of evidence, over the examples that have it."""
    means, spreads = {}, {}
    for name in names:
        values = np.array([one.evidence[name] for one in examples if name in one.evidence])
        means[name], spreads[name] = float(values.mean()), float(values.std()) + 1e-3
    return means, spreads


def _is_kind(kind: str) -> Callable[[Example], float]:
    return lambda one: float(one.kind == kind)


def _is_check(check: str) -> Callable[[Example], float]:
    return lambda one: float(one.check == check)


def _value(name: str, mean: float, spread: float) -> Callable[[Example], float]:
    return lambda one: (one.evidence.get(name, mean) - mean) / spread


def _own(checks: Collection[str], name: str, mean: float, spread: float
         ) -> Callable[[Example], float]:
    shared = _value(name, mean, spread)
    return lambda one: shared(one) if one.check in checks else 0.0


def _rounded(plain: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _rounded(value) if isinstance(value, Mapping) else round(float(value), 4)
            for name, value in plain.items()}


def _plain(weights: Weights) -> dict[str, Any]:
    return {name: getattr(weights, name) for name in Weights.__dataclass_fields__}
