"""From evidence to the probability that a pair is faithful."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align import models
from align.analysis import Analysis, Pair, Vectored
from align.decision import PairFlag, quality
from align.model import Severity
from align.tagger.run import Tagged, Token

NAMES = {"exact": {"worst", "critical", "grave", "faults"}}
NAMES["vectors"] = NAMES["exact"] | {"cosine", "far"}
NAMES["all"] = NAMES["vectors"] | {"tagger", "doubt"}


def flag(severity: Severity, confidence: float) -> PairFlag:
    return PairFlag("mistranslation", "any", "any", severity, confidence, (), ((0, 1),), "m", "p",
                    "", {})


def seen(cosine: float | None = None, score: float | None = None) -> Analysis:
    tagged = None if score is None else Tagged(score, (Token(0, 1, "fine", 1 - score, 0.0),), ())
    return Analysis(Pair.of("He left.", "Dia pergi."),
                    vectored=None if cosine is None else Vectored(cosine), tagged=tagged)


def test_evidence_is_of_the_worst_flag_and_of_all() -> None:
    known = quality.evidence(seen(0.9, 0.5), [flag("major", 0.6), flag("major", 0.8),
                                              flag("minor", 0.9)])
    assert (known["critical"], known["grave"]) == (0, 0.8)
    assert known["faults"] == pytest.approx(2.3)
    assert known["tagger"] == known["doubt"] == pytest.approx(0)


@pytest.mark.parametrize(("pair", "way"), [
    (seen(), "exact"), (seen(0.9), "vectors"), (seen(0.9, 0.5), "all")])
def test_the_weights_are_those_of_what_was_looked_at(pair: Analysis, way: str) -> None:
    known = quality.evidence(pair, [])
    assert quality.way(known) == way
    assert set(known) == NAMES[way] == set(models.weights("quality")[way]) - {"bias"}


def test_a_probability_by_hand() -> None:
    weights = {"exact": dict.fromkeys(NAMES["exact"], 0.0) | {"bias": 1.0, "critical": -4.0}}
    known = quality.evidence(seen(), [flag("critical", 0.5)])
    assert quality.probability(known, weights) == pytest.approx(0.2689, abs=1e-4)


@settings(max_examples=60, deadline=None)
@given(st.floats(0, 1), st.floats(-1, 1), st.floats(0, 1))
def test_a_probability_is_one_and_a_grave_error_never_raises_it(
        sure: float, cosine: float, score: float) -> None:
    for pair in (seen(), seen(cosine), seen(cosine, score)):
        calm = quality.probability(quality.evidence(pair, []))
        grave = quality.probability(quality.evidence(pair, [flag("critical", sure)]))
        assert 0 <= grave <= calm <= 1
