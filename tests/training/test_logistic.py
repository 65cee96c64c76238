"""The one logistic fit: it finds what the examples were drawn with, and never runs away."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.lexicon.logistic import logit
from align.training.logistic import fit, logistic


def drawn(weights: list[float], bias: float, count: int = 4000,
          scale: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(1)
    features = random.normal(size=(count, len(weights))) * scale
    chance = 1 / (1 + np.exp(-(features @ weights + bias)))
    return features, (random.random(count) < chance).astype(float)


@pytest.mark.parametrize("scale", [1.0, 20.0], ids=["features of one", "large features"])
def test_the_weights_that_drew_the_labels_are_found(scale: float) -> None:
    true = [2.0 / scale, -1.0 / scale]
    features, labels = drawn(true, -1.0, scale=scale)
    weights, bias = logistic(features, labels, ridge=1e-3)
    assert weights * scale == pytest.approx([2.0, -1.0], abs=0.25)
    assert bias == pytest.approx(-1, abs=0.2)


def test_the_mean_chance_is_the_share_of_ones() -> None:
    features, labels = drawn([1.0, -0.5], 0.3)
    weights, bias = logistic(features, labels, ridge=200.0)
    chance = 1 / (1 + np.exp(-(features @ weights + bias)))
    assert chance.mean() == pytest.approx(labels.mean(), abs=1e-6)


def test_an_example_counted_twice_is_as_two_examples() -> None:
    features, labels = drawn([1.0], 0.0, 200)
    # Each is repeated as often as it counts, so that the standardising sees the same spread.
    evenly = logistic(features, labels, 1.0, np.full(200, 2.0))
    twice = logistic(np.repeat(features, 2, 0), np.repeat(labels, 2), 1.0)
    assert evenly[0] == pytest.approx(twice[0], abs=1e-6)
    assert evenly[1] == pytest.approx(twice[1], abs=1e-6)


def test_heaps_that_do_not_touch_give_finite_weights() -> None:
    weights, bias = logistic(np.array([[-2.0], [-1.0], [1.0], [2.0]]),
                             np.array([0.0, 0.0, 1.0, 1.0]), ridge=0.1)
    assert 1 < weights[0] < 100
    assert abs(bias) < 0.5


def test_a_fit_tells_two_heaps_apart_by_name() -> None:
    rows = [{"x": float(x), "noise": float(x % 3)} for x in range(40)]
    weights = fit(rows, [int(row["x"] > 20) for row in rows])
    assert logit(weights, {"x": 38.0, "noise": 1.0}) > 2
    assert logit(weights, {"x": 2.0, "noise": 1.0}) < -2


@settings(max_examples=60)
@given(st.lists(st.tuples(st.floats(-5, 5), st.booleans()), min_size=2, max_size=40))
def test_more_of_what_speaks_for_it_is_never_held_against_it(
        examples: list[tuple[float, bool]]) -> None:
    features = np.array([[x] for x, _ in examples])
    labels = np.array([float(label) for _, label in examples])
    weights, bias = logistic(features, labels, ridge=1.0)
    assert np.isfinite(weights).all()
    assert np.isfinite(bias)
    covariance = float(((features[:, 0] - features.mean()) * (labels - labels.mean())).mean())
    if abs(covariance) > 1e-6:
        assert (weights[0] > 0) == (covariance > 0)
