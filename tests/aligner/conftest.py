"""Sides made of random unit vectors: what is alike is a copy with a little noise."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from align.aligner import Side, make_side

DIMENSION = 64

Make = Callable[[Sequence[int]], Side]


def vector(meaning: int, noise: float = 0.0, seed: int = 0) -> np.ndarray:
    """The unit vector of a meaning; with noise, that of a translation."""
    made = np.random.default_rng(meaning).standard_normal(DIMENSION)
    made += noise * np.random.default_rng((seed, meaning)).standard_normal(DIMENSION)
    return (made / np.linalg.norm(made)).astype(np.float32)


@pytest.fixture
def source_of() -> Make:
    """The source sentences of some meanings."""
    return lambda meanings: make_side(
        np.array([vector(m) for m in meanings]).reshape(-1, DIMENSION), ["x" * 80] * len(meanings))


@pytest.fixture
def target_of() -> Make:
    """Their translations."""
    return lambda meanings: make_side(
        np.array([vector(m, 0.4, 1) for m in meanings]).reshape(-1, DIMENSION),
        ["y" * 80] * len(meanings))
