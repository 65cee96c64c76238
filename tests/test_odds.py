"""Log odds and chances."""

from __future__ import annotations

import pytest

from align.odds import chance, log_odds


@pytest.mark.parametrize("of", [0.001, 0.25, 0.5, 0.9, 0.999])
def test_one_undoes_the_other(of: float) -> None:
    assert chance(log_odds(of)) == pytest.approx(of)


def test_nothing_overflows_and_nothing_is_certain() -> None:
    assert 0 < chance(-1e9) < 1e-12
    assert 1 - 1e-12 < chance(1e9) <= 1
    assert log_odds(0.0) == pytest.approx(-log_odds(1.0)) == pytest.approx(-9.21, abs=0.01)
