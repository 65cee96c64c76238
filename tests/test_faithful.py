"""From evidence to the probability that a pair is faithful."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align import faithful
from align.checks import Finding
from align.model import Severity
from align.tagger.run import Tagged, Token

FLAT = {name: {"bias": 0.0, **dict.fromkeys(keys, 0.0)} for name, keys in {
    "all": ("cosine", "far", "senses", "coverage", "tagger", "worst", "critical", "major", "minor",
            "several", "faint"),
    "vectors": ("cosine", "far", "senses", "coverage", "critical", "major", "minor", "several",
                "faint"),
    "exact": ("critical", "major", "minor", "several", "faint")}.items()}


def finding(severity: Severity, confidence: float) -> Finding:
    return Finding("mistranslation", severity, confidence, (), ((0, 1),), "m", "p")


def seen(score: float, wrong: float) -> Tagged:
    return Tagged(score, (Token(0, 1, "fine", wrong, 0.0),), ())


def test_evidence_is_by_severity_and_names_the_worst_word() -> None:
    known = faithful.evidence([finding("major", 0.6), finding("major", 0.8), finding("minor", 0.5)],
                              (), 0.9, seen(0.5, 0.5))
    assert known["critical"] == 0
    assert (known["major"], known["minor"], known["several"]) == (0.8, 0.5, 3)
    assert known["tagger"] == known["worst"] == pytest.approx(0)


def test_the_weights_are_those_of_what_was_looked_at() -> None:
    assert faithful.way(faithful.evidence([])) == "exact"
    assert faithful.way(faithful.evidence([], (), 0.9)) == "vectors"
    assert faithful.way(faithful.evidence([], (), 0.9, seen(0.5, 0.5))) == "all"


@pytest.mark.parametrize("name", FLAT)
def test_shipped_weights_name_all_the_evidence(name: str) -> None:
    assert set(faithful.shipped()[name]) == set(FLAT[name])


def test_a_probability_by_hand() -> None:
    weights = {**FLAT, "exact": FLAT["exact"] | {"bias": 1.0, "critical": -4.0}}
    assert faithful.probability(faithful.evidence([finding("critical", 0.5)]),
                                weights) == pytest.approx(0.2689, abs=1e-4)


@given(st.floats(0, 1), st.floats(-1, 1), st.floats(0, 1))
def test_a_probability_is_one_and_a_grave_error_never_raises_it(
        sure: float, cosine: float, score: float) -> None:
    for more in ((), (cosine,), (cosine, seen(score, 1 - score))):
        calm = faithful.probability(faithful.evidence([], (), *more))
        grave = faithful.probability(faithful.evidence([finding("critical", sure)], (), *more))
        assert 0 <= grave <= calm <= 1


def test_a_doubt_too_faint_to_report_is_evidence() -> None:
    faint = Finding("mistranslation", "minor", 0.3, (), ((0, 1),), "m", "p", "senses")
    known = faithful.evidence([], [faint], 0.9)
    assert (known["senses"], known["coverage"], known["several"]) == (0.3, 0, 0)
