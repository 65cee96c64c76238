"""Area under the curve, calibration error, detection at a rate, F1."""

from __future__ import annotations

import pytest

from align.bench.measures import auc, calibration_error, detection_at, f1


def test_auc_counts_ties_half() -> None:
    assert auc([0.9, 0.5, 0.5, 0.1], [True, True, False, False]) == pytest.approx(0.875)


def test_a_calibrated_judge_has_no_calibration_error() -> None:
    assert calibration_error([0.25] * 4, [True, False, False, False]) == pytest.approx(0)
    assert calibration_error([0.5] * 10, [True, False] * 5) == pytest.approx(0)


def test_the_calibration_error_is_the_gap_of_what_is_said_and_what_is_true() -> None:
    assert calibration_error([1.0] * 10, [False] * 10) == 1
    assert calibration_error([0.8] * 5 + [0.1] * 5, [False] * 10) == pytest.approx(0.45)


def test_detection_at_a_rate() -> None:
    share, threshold = detection_at([0.1, 0.6, 0.9], [i / 100 for i in range(100)], 0.05)
    assert threshold == pytest.approx(0.94)
    assert share == 0
    assert detection_at([0.95], [i / 100 for i in range(100)], 0.05)[0] == 1


def test_f1_of_nothing_to_find_is_one() -> None:
    assert f1(0, 0, 0) == 1
