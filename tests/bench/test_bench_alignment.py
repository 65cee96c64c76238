"""Strict measures of an alignment."""

import json
from pathlib import Path

import pytest

from align.bench.alignment import bench_alignment, qualities, reliability
from align.bench.gold import GoldStory, read_cases, written_predictions
from align.encoders import load
from align.model import Bead

DEMO = Path(__file__).resolve().parents[2] / "data" / "demo" / "alignment.jsonl"


def case(gold: list[tuple[tuple[int, ...], tuple[int, ...]]], name: str = "a") -> GoldStory:
    count = [1 + max((n for bead in gold for n in bead[side]), default=-1) for side in (0, 1)]
    return GoldStory(name, "all", ("s",) * count[0], ("t",) * count[1], tuple(gold))


def f1(cases: list[GoldStory], found: list[Bead], kind: str) -> float:
    measured = qualities(cases, {each.id: found for each in cases})
    return next(quality.f1 for quality in measured if quality.kind == kind)


def test_f1_is_strict() -> None:
    gold = [((0,), (0,)), ((1,), ()), ((2,), (1,)), ((), (2,))]
    found = [Bead((0,), (0,)), Bead((1, 2), (1,)), Bead((), (2,))]
    assert f1([case(gold)], found, "bead") == pytest.approx(2 * 2 / 7)
    assert f1([case(gold)], found, "omission") == 0
    assert f1([case(gold)], found, "addition") == 1


def test_either_of_two_swapped_sentences_may_be_marked() -> None:
    gold = [((0,), (1,)), ((1,), (0,))]
    for marked in (0, 1):
        found = [Bead((0,), (1,), moved=marked == 0), Bead((1,), (0,), moved=marked == 1)]
        assert f1([case(gold)], found, "moved") == 1
    assert f1([case(gold)], [Bead((0,), (1,)), Bead((1,), (0,))], "moved") == 0


def test_intervals_hold_the_value_and_are_the_same_every_time() -> None:
    cases = [case([((0,), (0,))], str(n)) for n in range(9)]
    found = {each.id: [Bead((0,), (0,) if int(each.id) % 2 else ())] for each in cases}
    first, *_ = qualities(cases, found)
    assert first.low <= first.f1 <= first.high
    assert qualities(cases, found)[0] == first


def test_calibration() -> None:
    points = reliability([case([((0,), (0,))])], {"a": [Bead((0,), (0,), score=0.9)]})
    assert [(p.stated, p.right, p.count) for p in points] == [(0.9, 1.0, 1)]


def test_the_demo_is_aligned_without_fault_and_predictions_are_written() -> None:
    cases = list(read_cases(DEMO))
    measured = bench_alignment(cases, load())
    assert {quality.f1 for quality in measured.quality} == {1.0}
    written = json.loads(written_predictions(cases, measured.found))
    assert written["id"] == cases[0].id
    assert {(tuple(s), tuple(t)) for s, t in written["beads"]} == set(cases[0].gold)
