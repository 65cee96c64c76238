"""Errors made for fitting can be undone, and the small models learn and judge as told."""

from dataclasses import replace
from random import Random

import pytest

from align.analysis.links import linked
from align.analysis.substitutions import substitutions
from align.encoders import load
from align.lexicon import Lexicon
from align.lexicon.logistic import logit, shipped
from align.training.lexicon.tune import (
    drop_phrase,
    finds,
    measured_gaps,
    measured_substitutions,
    mends,
    wrong_sense,
)

LEXICON = Lexicon.load()
SOURCE = ("The court ordered the company to pay a fine after a trial that lasted two weeks, "
          "the judge said on Monday.")
TARGET = ("Pengadilan memerintahkan perusahaan itu membayar denda setelah sidang yang berlangsung "
          "dua pekan, kata hakim pada hari Senin.")


@pytest.mark.parametrize("seed", range(8))
def test_a_wrong_sense_changes_its_word_alone(seed: int) -> None:
    made = wrong_sense(SOURCE, TARGET, LEXICON, Random(seed))
    assert made is not None
    wrong, error = made
    assert wrong != TARGET
    end = error.start + len(error.put)
    assert wrong[:error.start] + TARGET[error.start:error.end] + wrong[end:] == TARGET


def test_most_wrong_senses_are_mended_by_a_substitution_on_offer() -> None:
    mended = 0
    for seed in range(12):
        made = wrong_sense(SOURCE, TARGET, LEXICON, Random(seed))
        assert made is not None
        wrong, error = made
        offered = substitutions(linked(SOURCE, wrong, LEXICON), LEXICON)
        mended += any(mends(swap, error) for swap in offered)
    assert mended >= 8  # where two senses share a rendering, the swap back is not thought of


@pytest.mark.parametrize("seed", range(8))
def test_a_dropped_phrase_was_there_and_is_gone(seed: int) -> None:
    made = drop_phrase(SOURCE, TARGET, Random(seed), 2)
    assert made is not None
    cut, whole = (made.target, TARGET) if made.omitted else (made.source, SOURCE)
    assert made.phrase in whole
    assert made.phrase not in cut
    assert made.size >= 2


def test_the_shipped_model_finds_a_dropped_phrase() -> None:
    source = SOURCE
    target = "Pengadilan memerintahkan perusahaan itu membayar denda, kata hakim pada hari Senin."
    error = drop_phrase(SOURCE, TARGET, Random(1), 2)
    assert error is not None
    found = measured_gaps([(source, target)], LEXICON, load())[0]
    weights = shipped("coverage")
    best = max(found, key=lambda item: logit(weights, item[1]))[0]
    assert best.omitted
    assert "trial" in best.text
    assert finds(best, replace(error, omitted=True, place=(0.5, 0.8)))
    assert not finds(best, replace(error, omitted=False))


def test_weights_only_leave_out_the_hopeless() -> None:
    pairs = [(SOURCE, TARGET, "")]
    weights = shipped("contrast")
    every = measured_substitutions(pairs, LEXICON, load())[0]
    hopeful = measured_substitutions(pairs, LEXICON, load(), weights)[0]
    assert {swap for swap, _ in hopeful} <= {swap for swap, _ in every}
    assert all(set(row) == set(weights) - {"bias"} for _, row in every)
