"""Vectors of runs of texts for an encoder that can only encode whole texts.

Encoding every run of up to four texts would cost ten times the texts alone. The mean of the
texts' own vectors, each weighed by its text's length, is a fair stand-in and costs nothing more.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.encoders import Vectors


def mean_windows(vectors: Vectors, texts: Sequence[str], size: int) -> Vectors:
    """Unit vectors, shape (size, n, d), of runs of 1 to `size` texts, from their vectors (n, d).

    Weights are lengths in code points. Runs past the end, and runs of zero vectors, are zero.
    """
    count, dimension = vectors.shape
    windows = np.zeros((size, count, dimension), dtype=np.float32)
    lengths = np.array([len(text) for text in texts], dtype=np.float32)
    weighed = vectors * lengths[:, None]
    run = np.zeros((count, dimension), dtype=np.float32)
    for more in range(min(size, count)):
        run = run[:count - more] + weighed[more:]
        windows[more, :count - more] = unit(run)
    return windows


def unit(vectors: Vectors) -> Vectors:
    """Each row at length 1; a row of zeros, or one that is not finite, becomes zeros."""
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    sound = np.isfinite(length) & (length > 0)
    scaled: Vectors = np.divide(vectors, length, out=np.zeros_like(vectors), where=sound)
    return scaled
