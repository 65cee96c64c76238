"""Word pieces: exact places, and the same pieces as the original tokeniser."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.tagger.vocabulary import Vocabulary
from align.training.tagger.base import SPECIAL
from align.training.tagger.wordpieces import model_bytes

BASIC = [*SPECIAL, "▁", *"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,“”’-",
         "▁peng", "adil", "an", "▁court", "▁mem", "erintah", "kan", "▁di", "ing", "▁the", "20"]
SCORES = [0.0] * 4 + [-5.0 - 5 * (len(piece) < 2) for piece in BASIC[4:]]


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary(model_bytes(BASIC, SCORES))


def test_pieces_name_the_characters_they_cover(vocabulary: Vocabulary) -> None:
    text = "pengadilan  memerintahkan"
    pieces = vocabulary.split(text)
    assert [text[a:b] for a, b in pieces.spans] == ["peng", "adil", "an", "mem", "erintah", "kan"]


@pytest.mark.parametrize("text", [
    "ﬁeld", "e\u0301clair", "½ juta", "a\u200bb", "…", "١٢", "日本 ok", "\u00a0a", "",
    "   ", "\u0301"],
    ids=["ligature", "combining", "fraction", "zero width", "ellipsis", "arabic", "kanji",
         "no-break", "empty", "blank", "accent alone"])
def test_normalised_characters_still_have_a_place(vocabulary: Vocabulary, text: str) -> None:
    pieces = vocabulary.split(text)
    assert len(pieces.ids) == len(pieces.spans)
    assert all(0 <= a <= b <= len(text) for a, b in pieces.spans)


@given(st.text(max_size=60))
def test_places_are_in_order_and_inside_the_text(text: str) -> None:
    pieces = Vocabulary(MODEL).split(text)
    assert len(pieces.ids) == len(pieces.spans)
    assert all(0 <= a <= b <= len(text) for a, b in pieces.spans)
    real = [span for span in pieces.spans if span[1] > span[0]]
    assert real == sorted(real)


MODEL = model_bytes(BASIC, SCORES)


def test_the_pieces_are_those_of_transformers(vocabulary: Vocabulary) -> None:
    tokenizers = pytest.importorskip("tokenizers")
    from tokenizers import models, normalizers, pre_tokenizers

    reference = tokenizers.Tokenizer(models.Unigram(
        list(zip(BASIC, SCORES, strict=True)), unk_id=3))
    reference.normalizer = normalizers.NFKC()
    reference.pre_tokenizer = pre_tokenizers.Metaspace()
    for text in ("the court memerintahkan pengadilan 2020", "di pengadilan, “the King’s” ing-an."):
        assert list(vocabulary.split(text).ids) == reference.encode(text).ids
