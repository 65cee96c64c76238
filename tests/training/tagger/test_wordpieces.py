"""The cut vocabulary: what is kept of a base's pieces."""

from __future__ import annotations

import math

import pytest

from align.training.tagger.base import SPECIAL
from align.training.tagger.wordpieces import kept_rows, model_bytes


def test_the_cut_keeps_seen_pieces_and_all_plain_characters() -> None:
    pieces = [*SPECIAL, *"abc", "▁", "▁cab", "▁bac", "中", "▁тест", "▁zzz"]
    scores = [0.0] * 4 + [-float(i) for i in range(len(pieces) - 4)]
    kept = [pieces[row] for row in kept_rows(pieces, scores, ["cab"], 10)]
    assert kept[:4] == list(SPECIAL)
    assert {"a", "b", "c", "▁", "▁cab"} <= set(kept)
    assert "▁тест" not in kept


def test_a_vocabulary_must_begin_with_the_special_pieces() -> None:
    with pytest.raises(ValueError, match="begins with"):
        model_bytes(["a", "b"], [math.log(0.5)] * 2)
