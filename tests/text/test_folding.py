"""Folding makes spellings comparable and is done once."""

from hypothesis import given
from hypothesis import strategies as st

from align.text.folding import fold, index_words


def test_diacritics_and_case_fall_away() -> None:
    assert fold("Erdoğan, São Paulo") == "erdogan, sao paulo"


def test_an_index_cuts_at_every_mark() -> None:
    assert index_words("Pukul 17.30, São_Paulo") == ["pukul", "17", "30", "sao", "paulo"]


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
