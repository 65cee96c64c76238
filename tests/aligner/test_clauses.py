"""Cutting long sentences into clauses, and handing these out."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.aligner import encode_side
from align.aligner.clauses import clause_evidence, clauses, cuts
from align.aligner.evidence import Evidence
from align.aligner.lattice import Step
from align.encoders import load

VILLAGES = ["Twelve were from Rangpur.", "Nine were from Sylhet.", "Seven were from Khulna.",
            "Four were from Barisal."]
LISTED = ("Dua belas orang dari Rangpur, sembilan dari Sylhet, tujuh dari Khulna, dan empat dari "
          "Barisal.")


def evidence(source: list[str], target: list[str], *merges: Step) -> list[Evidence]:
    encoder = load()
    sides = encode_side(source, encoder), encode_side(target, encoder)
    return clause_evidence(merges, sides, (source, target), encoder, 0.1)


@pytest.mark.parametrize(("sentence", "pieces"), [
    ("The vote passed, and the hall fell silent.",
     ["The vote passed,", "and the hall fell silent."]),
    ("Nothing here", ["Nothing here"]),
    ("Pelabuhan ditutup sementara kapal menunggu.",
     ["Pelabuhan ditutup", "sementara kapal menunggu."]),
    ("Ia pergi, dan, karena hujan turun, kembali.",
     ["Ia pergi,", "dan, karena hujan turun, kembali."]),
], ids=["comma", "too short", "conjunction", "no scraps"])
def test_clauses(sentence: str, pieces: list[str]) -> None:
    assert clauses(sentence) == pieces


@given(st.lists(st.sampled_from(["satu dua tiga", "dan", ", ", "; ", " ", "empat lima"])))
def test_cuts_rise_and_are_few(parts: list[str]) -> None:
    sentence = "".join(parts)
    found = cuts(sentence)
    assert found == sorted(set(found))
    assert len(found) < 12
    assert "".join(clauses(sentence)).replace(" ", "") == sentence.replace(" ", "")


def test_a_rendered_sentence_finds_its_piece_and_a_dropped_one_does_not() -> None:
    source = ["The bridge was closed for repairs.", "Two dogs slept in the shade."]
    both = "Jembatan itu ditutup untuk perbaikan, dan dua anjing tidur di tempat teduh."
    one = "Jembatan itu ditutup untuk perbaikan, yang akan berlangsung selama dua bulan."
    rendered, dropped = evidence(source, [both, one], Step(0, 0, 2, 1, 0.0), Step(0, 1, 2, 1, 0.0))
    assert rendered["clause_min"] > 0.5 > dropped["clause_min"]
    assert rendered["clause_gain"] > 0.3 > dropped["clause_gain"]


def test_a_list_has_a_piece_for_each_sentence() -> None:
    whole, = evidence(VILLAGES, [LISTED], Step(0, 0, 4, 1, 0.0))
    assert whole["clause_count"] == 2
    assert whole["clause_min"] > 0.4
    assert whole["clause_gain"] > 0


def test_the_sides_can_be_swapped() -> None:
    there, = evidence(VILLAGES, [LISTED], Step(0, 0, 4, 1, 0.0))
    back, = evidence([LISTED], VILLAGES, Step(0, 0, 1, 4, 0.0))
    assert there.keys() == back.keys()
    assert all(np.allclose(there[name], back[name], atol=1e-5) for name in there)


def test_a_sentence_with_fewer_clauses_than_there_are_sentences_says_nothing() -> None:
    assert evidence(["One.", "Two."], ["Satu dua"], Step(0, 0, 2, 1, 0.0)) == [{}]
    assert evidence(VILLAGES, ["Dua belas dari Rangpur, sembilan dari Sylhet."],
                    Step(0, 0, 3, 1, 0.0), Step(0, 0, 1, 1, 0.0)) == [{}, {}]
