"""The likeness of words is that of their pieces, and of nothing else."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.tagger.likeness import word_likeness
from align.tagger.run import Tagged, ready
from align.tagger.run import Token as Piece
from align.text.tokens import Token, words

TAGGER = ready()
TEXT = st.text("aku beli 2,5 don't U.S. (anak-anak) ’s", min_size=1, max_size=40)


def slowly(tagged: Tagged, ours: list[Token], theirs: list[Token]) -> list[list[float]]:
    """By the words of the docstring, one pair at a time."""
    assert tagged.likeness is not None

    def of(pieces: tuple[Piece, ...], word: Token) -> list[int]:
        return [at for at, piece in enumerate(pieces)
                if piece.start < word.end and word.start < piece.end and piece.start < piece.end]

    def one(row: list[int], column: list[int]) -> float:
        if not row or not column:
            return 0.0
        block = tagged.likeness[np.ix_(row, column)]
        return float(block.max(0).mean() + block.max(1).mean()) / 2

    return [[one(of(tagged.source, word), of(tagged.target, other)) for other in theirs]
            for word in ours]


@given(TEXT, TEXT)
def test_words_are_alike_as_their_pieces_are(source: str, target: str) -> None:
    assert TAGGER is not None
    tagged = TAGGER.tag([(source, target)])[0]
    ours, theirs = words(source), words(target, doubling=True)
    found = word_likeness(tagged, ours, theirs)
    if ours and theirs and tagged.source and tagged.target:
        assert found == pytest.approx(np.array(slowly(tagged, ours, theirs)), abs=1e-5)


def test_a_pair_that_is_not_seen_at_once_has_no_likeness() -> None:
    assert word_likeness(Tagged(0.5, (), ()), words("a"), words("b")) is None
