"""More evidence of a link makes it likelier, whatever else is known."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from align.analysis.fusing import chances, features
from align.lexicon.logistic import shipped

UNIT = st.floats(0, 1, width=32)
SHAPE = (3, 4)


def likely(known: np.ndarray, likeness: np.ndarray) -> np.ndarray:
    return chances(known.astype(float), likeness, shipped("links"))


@given(arrays(np.float32, SHAPE, elements=UNIT), arrays(np.float32, SHAPE, elements=UNIT))
def test_chances_are_chances(known: np.ndarray, likeness: np.ndarray) -> None:
    found = likely(known, likeness)
    assert found.shape == SHAPE
    assert ((found > 0) & (found < 1)).all()


@given(arrays(np.float32, SHAPE, elements=UNIT), arrays(np.float32, SHAPE, elements=UNIT),
       st.integers(0, 2), st.integers(0, 3))
def test_more_evidence_is_likelier(known: np.ndarray, likeness: np.ndarray, i: int,
                                   j: int) -> None:
    before = likely(known, likeness)[i, j]
    more = np.zeros(SHAPE, np.float32)
    more[i, j] = 0.1
    assert likely(known + more, likeness)[i, j] > before
    assert likely(known, likeness + more)[i, j] >= before  # shares have a floor


def test_a_better_known_rival_tells_against_a_link() -> None:
    alike = np.full((1, 2), 0.8, np.float32)
    rival = features(np.array([[0.6, 0.9]]), alike)["rival"]
    assert rival.round(6).tolist() == [[-0.3, 0.0]]
