import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.text.tokens import tokens
from align.text.vocabulary import is_derived, is_english, is_indonesian, stem


@given(st.text(max_size=120))
def test_tokens_stand_where_they_say(text):
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end <= len(text)
        assert token.text == text[token.start:token.end].replace("’", "'")
        end = token.end


@pytest.mark.parametrize(("text", "words"), [
    ("He isn’t 3.5% U.S.", ["He", "isn't", "3.5", "%", "U.S."]),
    ("Rp1.5 juta, ke-3", ["Rp", "1.5", "juta", "ke", "3"]),
    ("pukul 17:30 (14/1/2021)", ["pukul", "17:30", "14/1/2021"]),
])
def test_cuts(text, words):
    assert [token.text for token in tokens(text)] == words


@pytest.mark.parametrize(("word", "english", "indonesian"), [
    ("dropped", True, False), ("the", True, False), ("pengadilan", False, True),
    ("database", True, True), ("air", True, True), ("memoderasi", False, True),
    ("harper", False, False),
])
def test_the_vocabulary_tells_languages_apart(word, english, indonesian):
    assert (is_english(word), is_indonesian(word)) == (english, indonesian)


@pytest.mark.parametrize(("word", "root"), [
    ("penyedia", "sedia"), ("dropped", None), ("harper", None),
])
def test_stem(word, root):
    assert stem(word) == root


def test_derived_words_have_an_english_stem():
    assert is_derived("hikers")
    assert not is_derived("kelas")
