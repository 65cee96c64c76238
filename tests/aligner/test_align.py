"""Whole alignments: invariants for any input, and cases with one right answer."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from align.aligner import Side, align, align_sides, make_side
from align.aligner.settings import AlignerSettings
from align.encoders import load
from align.errors import InputError
from align.model import Bead
from tests.aligner.conftest import DIMENSION, Make, vector

MEANINGS = st.lists(st.integers(0, 40), max_size=14)


def beads(source: Side, target: Side) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(bead.source, bead.target) for bead in align_sides(source, target).beads}


def sides(left: list[int], right: list[int]) -> tuple[Side, Side]:
    def side(meanings: list[int], noise: float) -> Side:
        vectors = np.array([vector(m, noise, 1) for m in meanings]).reshape(-1, DIMENSION)
        return make_side(vectors, [f"Sentence {m} says {m}." for m in meanings])

    return side(left, 0.0), side(right, 0.5)


@given(MEANINGS, MEANINGS)
def test_every_sentence_stands_in_exactly_one_bead(left: list[int], right: list[int]) -> None:
    found = align_sides(*sides(left, right)).beads
    assert sorted(i for bead in found for i in bead.source) == list(range(len(left)))
    assert sorted(j for bead in found for j in bead.target) == list(range(len(right)))


@given(MEANINGS, MEANINGS)
def test_beads_are_contiguous_and_rise_unless_moved(left: list[int], right: list[int]) -> None:
    found = align_sides(*sides(left, right)).beads
    for bead in found:
        for side in (bead.source, bead.target):
            assert list(side) == list(range(side[0], side[0] + len(side))) if side else True
        assert bead.source or bead.target
        assert len(bead.source) + len(bead.target) <= 7
        assert 0 <= bead.score <= 1
    steady = [bead for bead in found if bead.source and bead.target and not bead.moved]
    assert all(a.source[-1] < b.source[0] and a.target[-1] < b.target[0]
               for a, b in pairwise(steady))


@given(st.lists(st.integers(0, 400), min_size=1, max_size=12, unique=True), st.data())
def test_swapping_the_sides_mirrors_the_result(left: list[int], data: st.DataObject) -> None:
    right = [m for m in left if data.draw(st.booleans())]
    source, target = sides(left, right)
    mirrored = {(b, a) for a, b in beads(target, source)}
    assert beads(source, target) == mirrored


@given(st.lists(st.integers(0, 400), min_size=3, max_size=14, unique=True))
def test_appending_an_unrelated_sentence_adds_exactly_one_null(meanings: list[int]) -> None:
    source, target = sides(meanings, meanings)
    _, longer = sides([], [*meanings, 999])
    assert beads(source, longer) == beads(source, target) | {((), (len(meanings),))}


def test_identity(source_of: Make, target_of: Make) -> None:
    assert beads(source_of(range(9)), target_of(range(9))) == {((i,), (i,)) for i in range(9)}


def test_omission_and_addition(source_of: Make, target_of: Make) -> None:
    found = beads(source_of([1, 2, 3, 4, 5]), target_of([1, 3, 4, 77, 5]))
    assert found == {((0,), (0,)), ((1,), ()), ((2,), (1,)), ((3,), (2,)), ((), (3,)),
                     ((4,), (4,))}


def test_a_moved_sentence_is_paired_and_marked(source_of: Make, target_of: Make) -> None:
    found = align_sides(source_of([1, 2, 3, 4, 5, 6, 7]), target_of([1, 6, 2, 3, 4, 5, 7])).beads
    moved = [bead for bead in found if bead.moved]
    assert [(bead.source, bead.target) for bead in moved] == [((5,), (1,))]
    assert moved[0].score > 0.5


def test_a_moved_block_is_paired_and_marked(source_of: Make, target_of: Make) -> None:
    found = align_sides(source_of(range(10)), target_of([0, 1, 7, 8, 2, 3, 4, 5, 6, 9])).beads
    assert {(b.source, b.target) for b in found if b.moved} == {((7,), (2,)), ((8,), (3,))}


@pytest.mark.parametrize("counts", [(0, 0), (0, 4), (4, 0)], ids=["both", "source", "target"])
def test_an_empty_side_leaves_only_nulls(counts: tuple[int, int], source_of: Make,
                                         target_of: Make) -> None:
    found = beads(source_of(range(counts[0])), target_of(range(counts[1])))
    assert found == ({((i,), ()) for i in range(counts[0])}
                     | {((), (j,)) for j in range(counts[1])})


def test_one_against_five_hundred(source_of: Make, target_of: Make) -> None:
    found = align_sides(source_of([250]), target_of(range(500))).beads
    assert Bead((0,), (250,)) in [Bead(bead.source, bead.target) for bead in found]
    assert len(found) == 500


def test_sentences_all_the_same(source_of: Make, target_of: Make) -> None:
    found = align_sides(source_of([3] * 30), target_of([3] * 30)).beads
    assert sorted(i for bead in found for i in bead.source) == list(range(30))


def test_zero_vectors_are_like_nothing() -> None:
    nothing = make_side(np.zeros((4, DIMENSION), np.float32), ["a sentence"] * 4)
    assert all(bead.kind != "match" or bead.score < 0.5
               for bead in align_sides(nothing, nothing).beads)


@pytest.mark.parametrize(("vectors", "says"), [
    (np.full((2, 8), np.nan), "not numbers"),
    (np.ones((3, 8)), "shape"),
    (np.ones(8), "shape"),
    (np.ones((9, 2, 8)), "shape"),
    (np.full((2, 8), np.inf), "not numbers"),
], ids=["nan", "too many", "one axis", "too many runs", "infinite"])
def test_bad_vectors_are_refused_in_one_sentence(vectors: np.ndarray, says: str) -> None:
    with pytest.raises(InputError, match=says):
        make_side(vectors, ["one", "two"])


def test_merges_of_real_sentences_are_told_from_omissions() -> None:
    encoder = load()
    english = ["The ferry left the harbour before dawn.", "It was raining.",
               "Nobody on the quay saw the captain leave his cabin."]
    joined = ["Feri itu meninggalkan pelabuhan sebelum fajar, dan saat itu hujan.",
              "Tak seorang pun di dermaga melihat kapten meninggalkan kabinnya."]
    dropped = ["Feri itu meninggalkan pelabuhan sebelum fajar.", joined[1]]
    found = {(b.source, b.target) for b in align(english, joined, encoder).beads}
    assert found == {((0, 1), (0,)), ((2,), (1,))}
    found = {(b.source, b.target) for b in align(english, dropped, encoder).beads}
    assert found == {((0,), (0,)), ((1,), ()), ((2,), (1,))}


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**16))
def test_cut_and_whole_agree_on_long_texts(seed: int) -> None:
    draw = np.random.default_rng(seed)
    meanings = draw.permutation(400).tolist()
    right = [m for m in meanings if draw.random() > 0.1]
    source, target = sides(meanings, right)
    cut = align_sides(source, target, AlignerSettings(exact_cells=1_000)).beads
    whole = align_sides(source, target, AlignerSettings(exact_cells=10**9)).beads
    cut_set = {(b.source, b.target) for b in cut}
    whole_set = {(b.source, b.target) for b in whole}
    assert len(cut_set & whole_set) >= 0.99 * len(whole_set)


@given(st.lists(st.integers(0, 400), min_size=3, max_size=12, unique=True), st.data())
def test_the_scale_of_an_encoder_is_found_from_the_data(meanings: list[int],
                                                        data: st.DataObject) -> None:
    """An encoder whose cosines all lie between .7 and 1, as those of e5 do, aligns the same."""
    kept = [m for m in meanings if data.draw(st.booleans())]
    common = vector(10_000)

    def side(chosen: list[int], noise: float, shift: float) -> Side:
        made = np.array([vector(m, noise, 1) for m in chosen]).reshape(-1, DIMENSION)
        made = made + shift * common
        made /= np.linalg.norm(made, axis=1, keepdims=True) + 1e-9
        return make_side(made, ["A sentence of some length."] * len(chosen))

    plain = beads(side(meanings, 0, 0), side(kept, 0.5, 0))
    narrow = beads(side(meanings, 0, 1.6), side(kept, 0.5, 1.6))
    assert plain == narrow
