"""How well scores part the good from the bad: area under the curve, F1, calibration, intervals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
RESAMPLES = 1_000


class Measure(NamedTuple):
    """A value with the bounds of its 95 % interval."""

    value: float
    low: float
    high: float


def auc(scores: Sequence[float], right: Sequence[bool]) -> float:
    """Chance that a right pair scores above a wrong one, ties counting half.

    NaN without both sorts. This is the Mann-Whitney statistic over its maximum.
    """
    value, good = np.asarray(scores, float), np.asarray(right, bool)
    if good.all() or not good.any():
        return float("nan")
    order = np.unique(value, return_inverse=True)[1]
    counts = np.bincount(order)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[order]
    n, m = int(good.sum()), int((~good).sum())
    return float((ranks[good].sum() - n * (n + 1) / 2) / (n * m))


def calibration_error(chances: Sequence[float], right: Sequence[bool], bins: int = 10) -> float:
    """Expected calibration error (Naeini et al. 2015): mean gap of chance and truth, by bins."""
    chance, good = np.asarray(chances, float), np.asarray(right, float)
    if not len(chance):
        return float("nan")
    place = np.minimum((chance * bins).astype(int), bins - 1)
    gaps = [abs(chance[place == b].mean() - good[place == b].mean()) * (place == b).mean()
            for b in range(bins) if (place == b).any()]
    return float(sum(gaps))


def f1(hits: float, predicted: float, true: float) -> float:
    """Harmonic mean of precision and recall from counts; 1 where there was nothing to find."""
    return 2 * hits / (predicted + true) if predicted + true else 1.0


def detection_at(bad: Sequence[float], clean: Sequence[float], rate: float) -> tuple[float, float]:
    """Share of `bad` above the threshold that at most `rate` of `clean` exceed, and it.

    Both are signs of trouble: higher is worse.
    """
    calm = np.sort(np.asarray(clean, float))[::-1]
    allowed = int(rate * len(calm))
    threshold = float(calm[allowed]) if allowed < len(calm) else -np.inf
    loud = np.asarray(bad, float)
    return (float((loud > threshold).mean()) if len(loud) else float("nan")), threshold


def resampled(statistic: Callable[[npt.NDArray[np.int64]], float], size: int,
              rng: np.random.Generator) -> Measure:
    """A statistic of the rows it is given, over all of them, with its interval by the bootstrap."""
    drawn = [statistic(rng.integers(0, size, size)) for _ in range(RESAMPLES)]
    return Measure(float(statistic(np.arange(size))), *bounds(drawn))


def bounds(drawn: Any) -> tuple[float, float]:
    """Between which 95 % of the draws of a bootstrap lie, those that are NaN left out."""
    low, high = np.nanpercentile(drawn, (2.5, 97.5))
    return float(low), float(high)
