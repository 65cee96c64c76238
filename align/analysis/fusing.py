"""How likely a word renders another: the lexicon's evidence and the tagger's vectors, weighed.

Vectors count by the share of a word's likeness that falls to the other, either way (Dou & Neubig,
"Word alignment by fine-tuning embeddings on parallel corpora", 2021), and so does the lexicon: by
how well it knows the pair, and by how much better it knows another for one of the two.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from align.analysis.lexical import Matrix
from align.tagger.run import Matrix as Cosines

SHARPNESS = 20.0  # of the shares: cosines of a rendering and of another word differ by .2
_LEAST = -7.0     # log of a share that is as good as none
_MOVED = 0.4      # of the sentence: words further apart were moved, and how far says no more


def chances(strengths: Matrix, likeness: Cosines, weights: Mapping[str, float]) -> Matrix:
    """Probability that two words render each other, float64 (source, target).

    Args:
        strengths, likeness: (source, target), by `lexical` and by the tagger's vectors.
        weights: of `features`, by name, and "bias".
    """
    odds = weights["bias"] + sum(weights[name] * value
                                 for name, value in features(strengths, likeness).items())
    found: Matrix = 1 / (1 + np.exp(-odds))
    return found


def features(strengths: Matrix, likeness: Cosines) -> dict[str, Matrix]:
    """What speaks for each pair of words, by name; each (source, target).

    `company`: how well the lexicon knows the pair as a whole; `known`: the strength of the two by
    the lexicon; `rival`: that less the best of either word's others, at most 0; `ahead`, `back`:
    log of the share of a source word's likeness that falls to a target word, and the reverse;
    `apart`: how far apart they stand, as a share of the sentence, at most _MOVED.
    """
    high, wide = strengths.shape
    best = np.maximum(strengths.max(1, keepdims=True), strengths.max(0, keepdims=True))
    place = [(np.arange(size) + 0.5) / size for size in (high, wide)]
    company = max(strengths.max(1).mean(), strengths.max(0).mean())
    return {"company": np.full_like(strengths, company),
            "known": strengths, "rival": strengths - best,
            "ahead": _log_shares(likeness, 1), "back": _log_shares(likeness, 0),
            "apart": np.minimum(np.abs(place[0][:, None] - place[1]), _MOVED)}


def _log_shares(likeness: Cosines, axis: int) -> Matrix:
    sharp = SHARPNESS * (likeness - likeness.max(axis, keepdims=True))
    found: Matrix = np.maximum(
        sharp - np.log(np.exp(sharp).sum(axis, keepdims=True)), _LEAST)
    return found
