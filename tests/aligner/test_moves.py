"""Sentences that changed place, near and far."""

import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import replace

from align.aligner import AlignerSettings, Side, align_sides

Make = Callable[[Sequence[int]], Side]


def test_a_sentence_that_moved_within_reach_is_paired_and_marked(
        source_of: Make, target_of: Make) -> None:
    meanings = list(range(300))
    moved = [*meanings[:20], *meanings[21:200], 20, *meanings[200:]]
    found = align_sides(source_of(meanings), target_of(moved)).beads
    assert [(b.source, b.target) for b in found if b.moved] == [((20,), (199,))]


def test_a_sentence_beyond_reach_stands_alone_on_both_sides(
        source_of: Make, target_of: Make) -> None:
    meanings = list(range(300))
    moved = [*meanings[:20], *meanings[21:200], 20, *meanings[200:]]
    near = replace(AlignerSettings(), move_reach=100)
    found = align_sides(source_of(meanings), target_of(moved), near).beads
    assert not any(bead.moved for bead in found)
    assert [b.source or b.target for b in found if not (b.source and b.target)] == [(20,), (199,)]


def test_a_long_text_in_which_all_is_alike_grows_no_faster_than_others(
        source_of: Make, target_of: Make) -> None:
    # Every lone sentence is like every other: compared all with all, these would be 4 million.
    source, target = source_of([1] * 2_400), target_of([1] * 2_000)
    tracemalloc.start()
    found = align_sides(source, target).beads
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert sorted(i for bead in found for i in bead.source) == list(range(2_400))
    assert sorted(j for bead in found for j in bead.target) == list(range(2_000))
    assert peak < 200 * 2**20


def test_swapping_the_sides_mirrors_the_moves(source_of: Make, target_of: Make) -> None:
    meanings = list(range(400))
    moved = [*meanings[:20], *meanings[24:90], *meanings[20:24], *meanings[90:300],
             350, *meanings[300:350], *meanings[351:]]
    source, target = source_of(meanings), target_of(moved)
    there = {(b.source, b.target) for b in align_sides(source, target).beads if b.moved}
    back = {(b.target, b.source) for b in align_sides(target, source).beads if b.moved}
    assert there
    assert there == back
