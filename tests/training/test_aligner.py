"""The aligner's weights: fitted to gold paths, in parts, and written as they are to stand."""

from __future__ import annotations

from pathlib import Path

from align.aligner import AlignerSettings
from align.bench.gold import GoldStory, read_cases
from align.encoders import load
from align.training.aligner import Fitter
from align.training.paths import gold_path

DEMO = Path(__file__).resolve().parents[2] / "data" / "demo" / "alignment.jsonl"


def case(gold: list[tuple[tuple[int, ...], tuple[int, ...]]], name: str = "a") -> GoldStory:
    count = [1 + max((n for bead in gold for n in bead[side]), default=-1) for side in (0, 1)]
    return GoldStory(name, "all", ("s",) * count[0], ("t",) * count[1], tuple(gold))


def test_the_gold_path_leaves_moved_sentences_alone() -> None:
    gold = [((0,), (2,)), ((1,), (0,)), ((2,), (1,)), ((3, 4), (3,)), ((), (4,))]
    assert [(s.i, s.j, s.k, s.m) for s in gold_path(case(gold))] == [
        (0, 0, 1, 0), (1, 0, 1, 1), (2, 1, 1, 1), (3, 2, 0, 1), (3, 3, 2, 1), (5, 4, 0, 1)]


def test_of_a_bead_in_pieces_the_gold_path_takes_the_longest() -> None:
    gold = [((0,), (0,)), ((1, 3, 4), (1,)), ((2,), (2,)), ((5,), (3,))]
    assert [(s.i, s.j, s.k, s.m) for s in gold_path(case(gold))] == [
        (0, 0, 1, 1), (1, 1, 1, 0), (2, 1, 1, 0), (3, 1, 2, 1), (5, 2, 0, 1), (5, 3, 1, 1)]


def test_fitting_finds_weights_that_align_what_they_were_fitted_on() -> None:
    cases = list(read_cases(DEMO))
    fitted = Fitter(cases, load(), AlignerSettings()).fit(lambda each: True)
    assert fitted.weights.likeness > 0 > fitted.weights.length
    assert (fitted.move_slope, fitted.move_intercept) == (
        AlignerSettings().move_slope, AlignerSettings().move_intercept)  # nothing moves in it
