"""Sentences that the path left alone, taken up by beads that render them out of order."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from align.aligner import AlignerSettings, align
from align.bench.alignment import bench_alignment
from align.bench.gold import read_cases
from align.encoders import load
from align.model import Bead

ENGLISH = [
    "Ferry sinks off Corvan island, nine missing",
    "A ferry carrying 61 people sank in a storm off the island of Corvan on Monday.",
    "Fishermen pulled 52 passengers from the water before nightfall.",
    "The transport minister, Ilse Harmon, ordered an inquiry into the operator.",
    "Corvan has no airport and depends on two boats a day.",
    "Nine people, among them the captain, are still missing.",
    "The harbour master said the vessel had passed its last inspection in March.",
]
INDONESIAN = [
    "Feri Tenggelam di Lepas Pulau Corvan, Sembilan Hilang",
    "Sebuah feri yang mengangkut 61 orang tenggelam dihantam badai di lepas Pulau Corvan pada "
    "Senin, dan sembilan orang termasuk kaptennya masih hilang.",
    "Nelayan menyelamatkan 52 penumpang dari air sebelum malam.",
    "Menteri Perhubungan Ilse Harmon memerintahkan penyelidikan terhadap operator kapal.",
]
DATA = Path(__file__).resolve().parents[2] / "data" / "newsroom"


def beads(source: list[str], target: list[str]) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(bead.source, bead.target) for bead in align(source, target, load()).beads}


def test_a_bead_takes_up_a_sentence_from_further_on() -> None:
    found = beads(ENGLISH, INDONESIAN)
    assert ((1, 5), (1,)) in found
    assert {((4,), ()), ((6,), ())} <= found  # what nothing renders stays alone


def test_swapping_the_sides_mirrors_the_result() -> None:
    assert {(b, a) for a, b in beads(INDONESIAN, ENGLISH)} == beads(ENGLISH, INDONESIAN)


def test_without_the_look_the_sentence_stands_alone() -> None:
    found = align(ENGLISH, INDONESIAN, load(), AlignerSettings(attaches=False)).beads
    assert Bead((5,), ()) in [Bead(each.source, each.target) for each in found]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from([*ENGLISH, "", " "]), max_size=12),
       st.lists(st.sampled_from([*INDONESIAN, *ENGLISH[3:5], ""]), max_size=9))
def test_every_sentence_stands_in_exactly_one_bead(source: list[str], target: list[str]) -> None:
    found = align(source, target, load()).beads
    assert sorted(i for bead in found for i in bead.source) == list(range(len(source)))
    assert sorted(j for bead in found for j in bead.target) == list(range(len(target)))
    assert all(0 <= bead.score <= 1 for bead in found)


@pytest.mark.parametrize(("name", "match", "omission"), [
    ("rewrites.jsonl", 0.88, 0.83), ("second.jsonl", 0.90, 0.84)])
def test_rewrites_by_hand(name: str, match: float, omission: float) -> None:
    measured = bench_alignment(list(read_cases(DATA / name)), load())
    f1 = {each.kind: each.f1 for each in measured.quality}
    assert f1["match"] >= match
    assert f1["omission"] >= omission
