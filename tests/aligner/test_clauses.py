"""Cutting long sentences into clauses."""

import pytest

from align.aligner.clauses import clause_evidence, cuts
from align.aligner.lattice import Step
from align.encoders import load


@pytest.mark.parametrize(("sentence", "pieces"), [
    ("The vote passed, and the hall fell silent.", ["The vote passed, "]),
    ("Nothing here", []),
    ("Pelabuhan ditutup sementara kapal menunggu.", ["Pelabuhan ditutup "]),
], ids=["comma", "too short", "conjunction"])
def test_cuts(sentence: str, pieces: list[str]) -> None:
    found = [sentence[:at] for at in cuts(sentence)]
    assert found == pieces


def test_a_rendered_sentence_finds_its_piece_and_a_dropped_one_does_not() -> None:
    source = ["The bridge was closed for repairs.", "Two dogs slept in the shade."]
    both = ["Jembatan itu ditutup untuk perbaikan, dan dua anjing tidur di tempat teduh."]
    one = ["Jembatan itu ditutup untuk perbaikan, yang akan berlangsung selama dua bulan."]
    merge = [Step(0, 0, 2, 1, 0.0)]
    encoder = load()
    rendered, = clause_evidence(merge, source, both, encoder, 0.1)
    dropped, = clause_evidence(merge, source, one, encoder, 0.1)
    assert rendered["clause_min"] > 0.5 > dropped["clause_min"]


def test_a_sentence_that_cannot_be_cut_says_nothing() -> None:
    assert clause_evidence([Step(0, 0, 2, 1, 0.0)], ["One.", "Two."], ["Satu dua"], load(),
                           0.1) == [{}]
