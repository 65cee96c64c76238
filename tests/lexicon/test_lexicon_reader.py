"""The shipped lexicon and lexicons of one's own."""

import gzip
from pathlib import Path

import pytest

from align import models
from align.errors import InputError
from align.lexicon import Lexicon, alike


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()


@pytest.mark.parametrize(("word", "target"), [
    ("court", "pengadilan"), ("Courts", "pengadilan"), ("government", "pemerintah"),
    ("exhibits", "pameran"), ("exhibits", "barang bukti"), ("human rights", "hak asasi manusia"),
    ("bond", "obligasi"), ("news", "berita"),
])
def test_translations_know(lexicon: Lexicon, word: str, target: str) -> None:
    assert target in dict(lexicon.translations(word))


def test_probabilities_sum_to_one_and_fall(lexicon: Lexicon) -> None:
    shares = [p for _, p in lexicon.translations("order")]
    assert sum(shares) == pytest.approx(1)
    assert shares == sorted(shares, reverse=True)


@pytest.mark.parametrize(("word", "target"), [
    pytest.param("bond", "james bond", id="an instance is no translation"),
    pytest.param("news", "baru", id="news is not new"),
])
def test_noise_is_out(lexicon: Lexicon, word: str, target: str) -> None:
    assert target not in dict(lexicon.translations(word))


def test_senses_stand_apart(lexicon: Lexicon) -> None:
    senses = {sense.gloss: sense.targets for sense in lexicon.senses("charges")}
    assert "dakwaan" in senses["accusation"]
    assert "biaya" in senses["fee"]


def test_unknown_words_have_nothing(lexicon: Lexicon) -> None:
    assert lexicon.translations("qwertyuiop") == []
    assert lexicon.senses("") == ()


def test_a_sense_is_listed_once_per_word(lexicon: Lexicon) -> None:
    for word, senses in lexicon.polysemes.items():
        assert word == word.lower()
        assert senses
        glosses = [sense.gloss for sense in senses]
        assert all(glosses), word
        assert len(set(glosses)) == len(glosses), word
        assert all(target.strip() == target and target for s in senses for target in s.targets)


def test_rows_are_parsed_only_when_a_word_is_asked_for() -> None:
    lexicon = Lexicon.load(_shipped_path())
    assert len(lexicon._known) == 0
    assert lexicon.entries("court")
    assert 0 < len(lexicon._known) < 20


def _shipped_path() -> Path:
    return models.path("lexicon.tsv.gz")


def test_shipped_small() -> None:
    assert _shipped_path().stat().st_size < 2_000_000


@pytest.mark.parametrize("content", [
    pytest.param(b"not gzip", id="not packed"),
    pytest.param(gzip.compress(b"a\tb\n"), id="another table"),
    pytest.param(gzip.compress(b"\xff\xfe"), id="not utf-8"),
])
def test_bad_files_are_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "lexicon.tsv.gz"
    path.write_bytes(content)
    with pytest.raises(InputError, match="selaras train lexicon"):
        Lexicon.load(path)


def test_alike_looks_word_by_word() -> None:
    assert alike("barang bukti", "barang buktinya")
    assert not alike("bukti", "barang bukti")
