"""Whole alignments of what newsrooms do: condense, list, keep a part, put in their house style."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from align.aligner import align
from align.encoders import load
from align.reading.noise import heard

ENGLISH = [
    "Fire tears through garment factory in Dhaka",
    "A fire swept through a six-storey garment factory on Thursday, police said.",
    "The victims came from five districts.",
    "Twelve were from Rangpur.", "Nine were from Sylhet.", "Seven were from Khulna.",
    "Four were from Barisal.", "Two were from Bogra.",
    "The factory made shirts for European brands, including two that had left the country.",
    "The owner could not be reached for comment.",
]
INDONESIAN = [
    "Kebakaran melanda pabrik garmen di Dhaka",
    "Kebakaran melanda pabrik garmen enam lantai pada Kamis, kata polisi.",
    "Para korban berasal dari lima distrik.",
    "Dua belas orang dari Rangpur, sembilan dari Sylhet, tujuh dari Khulna, empat dari Barisal, "
    "dan dua dari Bogra.",
    "Pabrik itu membuat kemeja untuk merek-merek Eropa, dan pemiliknya tidak dapat dihubungi.",
]
GOLD = [((0,), (0,)), ((1,), (1,)), ((2,), (2,)), ((3, 4, 5, 6, 7), (3,)), ((8, 9), (4,))]


def beads(source: list[str], target: list[str]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.source, bead.target) for bead in align(source, target, load()).beads]


def test_a_list_of_five_and_a_merge_that_keeps_a_part() -> None:
    assert beads(ENGLISH, INDONESIAN) == GOLD


def test_the_same_with_the_sides_swapped() -> None:
    assert sorted((b, a) for a, b in beads(INDONESIAN, ENGLISH)) == GOLD


DATELINE = st.sampled_from(["DHAKA, 16 Agustus (Reuters) – ", "Jakarta, CNN Indonesia -- ",
                            "Liputan6.com, Dhaka - "])
CREDIT = st.sampled_from([", seperti dinukil dari Reuters, Ahad (10/5).",
                          ", demikian dilaporkan Antara.", " (ANTARA)."])
OPENING = st.sampled_from(["Dikutip suaramelm.com dari CNA, ", "Seperti diberitakan Reuters, "])
ALONE = st.sampled_from(["Baca selengkapnya", "Baca juga: Gempa mengguncang Manila",
                         "Demikian dilansir dari laman BBC, Senin (3/2/2020)."])


@settings(max_examples=8, deadline=None, phases=[Phase.generate],
          suppress_health_check=list(HealthCheck))
@given(st.data())
def test_noise_of_the_press_moves_no_bead(data: st.DataObject) -> None:
    said, place = [], {}
    for number, sentence in enumerate(INDONESIAN):
        if number and data.draw(st.booleans()):
            said.append(data.draw(ALONE))
        dated = sentence.replace("pada Kamis", f"pada Kamis ({data.draw(st.integers(1, 28))}/5)")
        if number and data.draw(st.booleans()):
            dated = data.draw(OPENING) + dated
        if number and data.draw(st.booleans()):
            dated = dated[:-1] + data.draw(CREDIT)
        if number == 1:
            dated = data.draw(DATELINE) + dated
        place[len(said)] = number
        said.append(dated)
    found = [(source, tuple(place[j] for j in target))
             for source, target in beads(ENGLISH, heard(said)) if source]
    assert found == GOLD


@pytest.mark.parametrize(("source", "target"), [
    (["Chapter 1", "The harbour lay still.", "Chapter 2", "Nobody had seen the boat leave."],
     ["Bab I", "Pelabuhan itu tenang.", "Bab II", "Tak seorang pun melihat perahu itu pergi."]),
    (["1. Wash the rice.", "2. Boil the water.", "3. Salt"],
     ["a. Cuci beras.", "b. Didihkan air.", "c. Garam"]),
], ids=["chapters", "a list with other numbers"])
def test_short_lines(source: list[str], target: list[str]) -> None:
    assert beads(source, target) == [((i,), (i,)) for i in range(len(source))]
