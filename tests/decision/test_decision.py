"""Findings become flags: sure, grave, told in both languages, on both sides."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align import checks, messages
from align.analysis import Pair, analyse
from align.checks import Finding
from align.decision import DecisionSettings, assess, decide
from align.decision.severity import severity
from align.decision.weights import Weights, shipped
from align.model import SEVERITIES

SOURCE, TARGET = "They filed 12 exhibits on Monday.", "Mereka mengajukan 21 pameran pada Senin."
PLAIN = Weights(other=0.0, kinds={"number-changed": 2.0}, shared={"cosine": 1.0},
                means={"cosine": 0.5}, own={"number-changed": {"cosine": -1.0}},
                points={"precision": 0.9, "balanced": 0.6, "recall": 0.1}, doubt={})


def number() -> Finding:
    return Finding("number-changed", "mistranslation", ((11, 13),), ((18, 20),), check="numbers")


def test_probability_is_of_kind_and_evidence() -> None:
    assert PLAIN.log_odds("number-changed", {}) == 2.0
    assert PLAIN.log_odds("never seen", {"cosine": 1.5}) == 1.0
    assert PLAIN.log_odds("number-changed", {"cosine": 1.5}) == 2.0  # its own weight undoes it


@given(st.floats(-1e9, 1e9))
@settings(max_examples=60, deadline=None)
def test_a_probability_is_one(odds: float) -> None:
    assert 0.0 <= PLAIN.probability("any", {"cosine": odds}) <= 1.0


@pytest.mark.parametrize(("confidence", "grave"), [
    (0.9, "critical"), (0.6, "major"), (0.2, "minor")])
def test_doubt_lowers_a_severity_by_steps(confidence: float, grave: str) -> None:
    assert severity("number-changed", confidence, {"critical": 0.8, "major": 0.5}) == grave


def test_a_kind_that_no_table_knows_is_major_and_is_told() -> None:
    pair, = analyse([Pair.of(SOURCE, TARGET)])
    flag, = assess(pair, [Finding("new", "mistranslation", ((11, 13),), ((18, 20),))], PLAIN)
    assert (flag.severity, flag.message) == ("major", "“21” does not say “12”.")
    assert flag.pesan == "“21” tidak sesuai dengan “12”."


def test_what_is_below_the_threshold_stays_quiet_and_is_kept() -> None:
    pair, = analyse([Pair.of(SOURCE, TARGET)])
    for point, loud in (("precision", 0), ("balanced", 1), ("recall", 1)):
        decided = decide(pair, [number()], DecisionSettings(point), PLAIN)  # type: ignore[arg-type]
        assert (len(decided.flags), len(decided.quiet)) == (loud, 1 - loud)


def test_words_to_be_left_alone_are_in_no_flag() -> None:
    pair, = analyse([Pair.of(SOURCE, TARGET)])
    decided = decide(pair, [number()], DecisionSettings(ignored=frozenset({"21"})), PLAIN)
    assert decided.flags == decided.quiet == ()


def test_every_kind_that_was_fitted_has_its_own_line() -> None:
    assert set(shipped().kinds) <= set(messages._catalogue("en")["findings"])


def test_shipped_points_go_from_sure_to_doubtful() -> None:
    points = shipped().points
    assert 1 > points["precision"] > points["balanced"] > points["recall"] > 0
    assert set(shipped().doubt) <= set(SEVERITIES)


def test_many_findings_on_one_text_are_bounded() -> None:
    pair, = analyse([Pair.of("not " * 5000, "Dia pergi.")])
    assert len(assess(pair, checks.run([pair])[0], shipped())) <= 64
