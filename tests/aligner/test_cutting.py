"""Cutting long texts where it is safe."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from align.aligner.cutting import blocks


def unit(rows: np.ndarray) -> np.ndarray:
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


@settings(deadline=None, max_examples=50)
@given(st.integers(0, 300), st.integers(0, 300), st.integers(1, 40), st.integers(0, 99))
def test_blocks_cover_both_texts_in_order(n: int, m: int, size: int, seed: int) -> None:
    draw = np.random.default_rng(seed)
    found = blocks(unit(draw.normal(size=(n, 16)) + 1e-3), unit(draw.normal(size=(m, 16))), size)
    points = [(0, 0), *[end for _, end in found]]
    assert [start for start, _ in found] == points[:-1]
    assert points[-1] == (n, m)


def test_cuts_never_part_a_translation() -> None:
    draw = np.random.default_rng(1)
    source = unit(draw.normal(size=(3_000, 64)))
    keep = np.flatnonzero(draw.random(3_000) > 0.15)
    target = unit(source[keep] + 0.05 * draw.normal(size=(len(keep), 64)))
    found = blocks(source, target, 32)
    assert len(found) > 50
    for (top, left), (bottom, right) in found:
        inside = (keep[left:right] >= top) & (keep[left:right] < bottom)
        assert inside.all()


def test_texts_with_nothing_in_common_are_still_cut_small() -> None:
    draw = np.random.default_rng(2)
    source, target = unit(draw.normal(size=(5_000, 16))), unit(draw.normal(size=(5_000, 16)))
    largest = max((b - t) * (r - left) for (t, left), (b, r) in blocks(source, target, 32))
    assert largest <= 1_100_000
