"""IBM Model 1 on small invented texts: its links and its table."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from align.training.model1 import align_corpus, grow_diagonal, translations

PAIRS = [
    ("The judge opened the trial.", "Hakim membuka persidangan."),
    ("The judge closed the door.", "Hakim menutup pintu."),
    ("The minister opened the door.", "Menteri membuka pintu."),
    ("The minister closed the trial.", "Menteri menutup persidangan."),
    ("A judge met the minister.", "Hakim bertemu menteri."),
]
COLOURS = [("the red house", "rumah merah"), ("the house", "rumah"), ("the red car", "mobil merah"),
           ("a big house", "rumah besar"), ("a big car", "mobil besar")]


def test_alignment_learns_who_is_who() -> None:
    keys = [(s.lower().rstrip(".").split(), t.lower().rstrip(".").split()) for s, t in PAIRS]
    for (source, target), links in zip(keys, align_corpus(keys), strict=True):
        told = {source[i]: target[j] for i, j in links}
        assert told["judge" if "judge" in source else "minister"] in {"hakim", "menteri"}
    assert ("trial", "persidangan") in {
        (s[i], t[j]) for (s, t), found in zip(keys, align_corpus(keys), strict=True)
        for i, j in found}


def test_alignment_of_nothing_is_nothing() -> None:
    assert align_corpus([]) == []


def test_growing_adds_neighbours_but_no_strangers() -> None:
    assert grow_diagonal({(0, 0), (1, 1), (5, 9)}, {(0, 0)}) == [(0, 0), (1, 1)]


def test_the_table_finds_the_translations() -> None:
    table = translations([(s.split(), t.split()) for s, t in COLOURS])
    assert max(table["house"], key=lambda t: table["house"][t]) == "rumah"
    assert max(table["red"], key=lambda t: table["red"][t]) == "merah"
    assert all(sum(row.values()) <= 1 + 1e-9 for row in table.values())


def test_the_table_of_nothing_is_empty() -> None:
    assert translations([]) == {}


@settings(max_examples=50)
@given(st.lists(st.tuples(st.lists(st.sampled_from("abcd"), max_size=5),
                          st.lists(st.sampled_from("wxyz"), max_size=5)), max_size=8))
def test_links_stay_inside_and_shares_sum_to_one(
        pairs: list[tuple[list[str], list[str]]]) -> None:
    for (source, target), links in zip(pairs, align_corpus(pairs), strict=True):
        assert all(0 <= i < len(source) and 0 <= j < len(target) for i, j in links)
    for row in translations(pairs, least=0.0).values():
        assert 0.999 < sum(row.values()) < 1.001
