"""From raw outputs to probabilities: fitted on held-out pairs after training.

The pair score by logistic regression on its logit (Platt 1999), the confidence in a span by the
share of clean pairs that would be flagged.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from align.odds import log_odds
from align.tagger.run import Calibration, Tagger
from align.tagger.spans import strongest
from align.training.logistic import logistic

_FEW = 5
_RIDGE = 1e-3  # against shares that sum to 1
ALLOWED = (0.08, 0.025, 0.01)  # share of clean pairs flagged at confidence 1/4, 1/2, 3/4


def calibrated(tagger: Tagger, clean: Sequence[tuple[str, str]],
               wrong: Sequence[tuple[str, str]]) -> Calibration:
    """The calibration for pairs known to be clean and known to be wrong.

    The tagger must come with the neutral calibration. Clean and wrong count alike in the score,
    however many there are of each.
    """
    neutral = tagger.calibration
    raw = np.array([log_odds(seen.score) for pairs in (clean, wrong) for seen in tagger.tag(pairs)])
    sizes = (len(clean), len(wrong))
    scale, shift = logistic(raw[:, None], np.repeat((1.0, 0.0), sizes), _RIDGE,
                            np.repeat((0.5 / sizes[0], 0.5 / sizes[1]), sizes))
    fitted = replace(neutral, pair_scale=float(scale[0]), pair_shift=shift)
    tagger.calibration = fitted
    loud = [strongest(*pair, seen) for pair, seen in zip(clean, tagger.tag(clean), strict=True)]
    tagger.calibration = neutral
    return replace(fitted, anchors=anchors(loud))


def anchors(evidence: Sequence[float]) -> tuple[float, float, float]:
    """Evidence that the allowed shares of clean pairs exceed, kept apart and in rising order.

    Where the smallest share is but a pair or two, it is not counted but read off the tail that the
    other two tell, taken as exponential: one odd pair must not set it.
    """
    calm = np.sort(np.asarray(evidence, float))[::-1]
    calm = np.where(np.isneginf(calm), -4.0, calm)
    low, middle, high = (float(calm[min(int(share * len(calm)), len(calm) - 1)]) + 1e-3
                         for share in ALLOWED)
    middle = max(middle, low + 0.05)
    if ALLOWED[2] * len(calm) < _FEW:
        steep = math.log(ALLOWED[1] / ALLOWED[2]) / math.log(ALLOWED[0] / ALLOWED[1])
        high = middle + (middle - low) * steep
    return round(low, 4), round(middle, 4), round(max(high, middle + 0.05), 4)
