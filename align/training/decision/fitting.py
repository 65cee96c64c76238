"""The fit: a bias for every kind, weights that all share, and what each check leans from them.

Evidence that all kinds share is fitted once; the exact readers together and each check may lean
from it, and each kind has a bias, all drawn to zero by a ridge penalty.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from align.checks import exact as exact_checks
from align.decision.weights import Weights, read
from align.training.decision.examples import Example
from align.training.logistic import Floats, logistic

# Scales: how freely each may move.
KIND, CHECK, GROUP, LEAN, SHARED, OWN = 1.0, 1.0, 0.7, 0.35, 1.0, 0.6
RIDGE = 3.0
# Evidence that can only speak for a finding (1) or against it (-1); a weight against that is noise.
SIGNS = {**dict.fromkeys(("contrast", "unrendered", "tagged", "trouble", "trouble_source",
                          "trouble_target", "doubted", "cue_near", "cue_beside", "cue_form",
                          "agreed", "missing", "unforeseen", "exchanged", "confusable",
                          "countries", "turned", "seen_other", "p_other", "share_other",
                          "bare"), 1),
         **dict.fromkeys(("said", "said_there", "elsewhere", "usual", "quoted", "strayed",
                          "seen_found", "p_found", "share_found", "likeness", "spelling", "soft",
                          "same", "same_there", "exchange_usual"), -1)}
FEWEST = 8         # examples that evidence must stand in to be weighed for one check
POINTS = {"precision": 0.45, "balanced": 0.25, "recall": 0.12}  # least confidence shown
DOUBT = {"critical": 0.65, "major": 0.3}  # confidence below which a flag is a step less grave


class _Columns(NamedTuple):
    """What is weighed, in the order of the columns of the design.

    A bias for each kind and each check, what all share, the same once more for the exact readers
    together, and what each check leans from it or has of its own; last the bias of written texts.
    """

    kinds: Sequence[str]
    checks: Sequence[str]
    common: Sequence[str]
    lean: Sequence[tuple[str, str]]

    @property
    def signs(self) -> npt.NDArray[np.int64]:
        """The sign that each weight must have, 0 for either."""
        return np.array([0] * (len(self.kinds) + len(self.checks))
                        + [SIGNS.get(name, 0) for name in self.common] + [0] * len(self.common)
                        + [SIGNS.get(name, 0) for _, name in self.lean] + [0])


def fit(examples: Sequence[Example]) -> Weights:
    """Weights of greatest likelihood less a ridge penalty."""
    columns = _columns(examples)
    means, spreads = _moments(examples, sorted({name for one in examples for name in one.evidence}))
    scaled = _scaled(columns, means, spreads)
    features = np.array([[scale * value(one) for scale, value in scaled] for one in examples])
    labels = np.array([one.true for one in examples], float)
    shares = np.array([one.share for one in examples])
    beta, bias = _signed(features, labels, shares, columns.signs)
    weights = beta * np.array([scale for scale, _ in scaled])
    return _told(columns, weights, bias, means, spreads,
                 {one.kind: one.check for one in examples})


def _columns(examples: Sequence[Example]) -> _Columns:
    checks = sorted({one.check for one in examples})
    names = sorted({name for one in examples for name in one.evidence})
    common = [name for name in names if len({one.check for one in examples
                                             if name in one.evidence}) > 1]
    lean = [(check, name) for check in checks for name in names
            if sum(one.check == check and name in one.evidence for one in examples) >= FEWEST]
    return _Columns(sorted({one.kind for one in examples}), checks, common, lean)


def _scaled(columns: _Columns, means: Mapping[str, float], spreads: Mapping[str, float]
            ) -> list[tuple[float, Callable[[Example], float]]]:
    """How freely each column may move, and what it is of an example."""
    exact = set(exact_checks())
    return [
        *((KIND, _is_kind(kind)) for kind in columns.kinds),
        *((CHECK, _is_check(check)) for check in columns.checks),
        *((SHARED, _value(name, means[name], spreads[name])) for name in columns.common),
        *((GROUP, _own(exact, name, means[name], spreads[name])) for name in columns.common),
        *((LEAN if name in columns.common else OWN,
           _own({check}, name, means[name], spreads[name])) for check, name in columns.lean),
        (1.0, lambda one: float(one.written))]


def _told(columns: _Columns, weights: Floats, bias: float, means: Mapping[str, float],
          spreads: Mapping[str, float], check_of: Mapping[str, str]) -> Weights:
    """The weights by name, on the evidence's own scale; that of written texts is left out."""
    kinds, checks, common, lean = columns
    a, b, c, d = np.cumsum([len(kinds), len(checks), len(common), len(common)]).tolist()
    by_check = dict(zip(checks, weights[a:b], strict=True))
    own: dict[str, dict[str, float]] = {check: {} for check in checks}
    for check in set(exact_checks()) & set(checks):
        own[check] = {name: value / spreads[name]
                      for name, value in zip(common, weights[c:d], strict=True)}
    for (check, name), value in zip(lean, weights[d:-1], strict=True):
        own[check][name] = own[check].get(name, 0.0) + value / spreads[name]
    return read(_rounded({
        "other": bias,
        "kinds": {kind: bias + value + by_check[check_of[kind]]
                  for kind, value in zip(kinds, weights[:a], strict=True)},
        "shared": {name: value / spreads[name]
                   for name, value in zip(common, weights[b:c], strict=True)},
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


def plain(weights: Weights) -> dict[str, Any]:
    """The weights as JSON, as `align.decision.weights.read` takes them."""
    return {name: getattr(weights, name) for name in Weights.__dataclass_fields__}
