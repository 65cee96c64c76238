"""Sentences that stand twice, and lines without words."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.aligner import LONGEST, Alignment, align, align_sides
from align.aligner.repeats import in_order, runs, told_elsewhere, told_of_each
from align.aligner.sides import Side
from align.encoders import load
from align.errors import InputError
from align.model import Bead

MAYOR = "The mayor of the town resigned on Monday.", "Wali kota itu mengundurkan diri pada Senin."
RAIN = "Rain fell all night.", "Hujan turun sepanjang malam."
DOGS = "Three dogs barked at the gate.", "Tiga anjing menggonggong di gerbang."

Beads = list[tuple[tuple[int, ...], tuple[int, ...]]]


def beads(source: Sequence[str], target: Sequence[str]) -> Beads:
    found = align(source, target, load()).beads
    assert not any(bead.moved for bead in found)
    return [(bead.source, bead.target) for bead in found]


def sides(pairs: Sequence[tuple[str, str]]) -> tuple[list[str], list[str]]:
    return [source for source, _ in pairs], [target for _, target in pairs]


def test_the_same_sentence_ten_times_on_both_sides() -> None:
    assert beads([MAYOR[0]] * 10, [MAYOR[1]] * 10) == [((i,), (i,)) for i in range(10)]


def test_refrains_do_not_cancel_each_other() -> None:
    source, target = sides([MAYOR, RAIN, DOGS, RAIN, MAYOR, RAIN])
    assert beads(source, target) == [((i,), (i,)) for i in range(6)]


def test_twins_that_were_rendered_once_are_one_bead() -> None:
    assert beads([MAYOR[0], MAYOR[0], RAIN[0]], [MAYOR[1], RAIN[1]]) == [
        ((0, 1), (0,)), ((2,), (1,))]


def test_the_first_of_two_equal_ones_did_not_move() -> None:
    assert beads([MAYOR[0], RAIN[0], MAYOR[0], DOGS[0]], [RAIN[1], MAYOR[1], DOGS[1]]) == [
        ((0,), ()), ((1,), (0,)), ((2,), (1,)), ((3,), (2,))]


def test_a_refrain_left_out_once_is_told_elsewhere() -> None:
    source, target = [MAYOR[0], RAIN[0], MAYOR[0], DOGS[0]], [MAYOR[1], RAIN[1]]
    found = align(source, target, load()).beads
    told = told_elsewhere(found, source, target)
    assert [bead.source for bead, twin in zip(found, told, strict=True) if twin] == [(2,)]


def test_blank_lines_stand_alone() -> None:
    found = beads([MAYOR[0], "", RAIN[0]], ["  ", MAYOR[1], RAIN[1]])
    assert sorted(found) == [((), (0,)), ((0,), (1,)), ((1,), ()), ((2,), (2,))]


def test_runs_leave_out_the_blank() -> None:
    assert runs(["a", "A", "", "a", "b"]) == [(0, 1, 3), (4,)]


@given(st.lists(st.integers(1, 9), min_size=1, max_size=5),
       st.lists(st.integers(1, 9), min_size=1, max_size=5), st.data())
def test_every_sentence_is_told_once(ours: list[int], theirs: list[int],
                                     data: st.DataObject) -> None:
    def laid(counts: list[int]) -> tuple[list[tuple[int, ...]], int]:
        runs, at = [], 0
        for count in counts:
            at += data.draw(st.integers(0, 1))  # a blank line before it
            runs.append(tuple(range(at, at + count)))
            at += count
        return runs, at

    (source, n), (target, m) = laid(ours), laid(theirs)
    both = min(len(ours), len(theirs))
    found = [Bead((i,), (i,)) for i in range(both)]
    found += [Bead((i,), ()) for i in range(both, len(ours))]
    found += [Bead((), (j,)) for j in range(both, len(theirs))]
    told = told_of_each(found, source, target, (n, m), 6)
    assert sorted(i for bead in told for i in bead.source) == list(range(n))
    assert sorted(j for bead in told for j in bead.target) == list(range(m))


def test_additions_stand_where_they_stand_in_the_target() -> None:
    found = [Bead((0,), (0,)), Bead((), (1,)), Bead((1,), ()), Bead((2,), (2,)), Bead((), (3,))]
    assert list(in_order(found[::-1])) == [found[0], found[2], found[1], found[3], found[4]]


def test_thousands_of_identical_sentences_are_one_to_the_search(
        monkeypatch: pytest.MonkeyPatch) -> None:
    searched = []

    def search(source: Side, target: Side, *rest: Any, **named: Any) -> Alignment:
        searched.append((source.windows.shape[1], target.windows.shape[1]))
        return align_sides(source, target, *rest, **named)

    monkeypatch.setattr("align.aligner.align_sides", search)
    found = align([MAYOR[0]] * 10_000, [MAYOR[1]] * 8_500, load()).beads
    assert searched == [(1, 1)]
    assert sum(bead.kind == "match" for bead in found) == 8_500


def test_a_book_is_refused_in_one_sentence() -> None:
    with pytest.raises(InputError, match="30,000"):
        align(["A line."] * (LONGEST + 1), ["Satu baris."], load())
