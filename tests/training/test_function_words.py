"""Fitting which function words an English sentence calls for, on an invented language of two."""

import gzip
from pathlib import Path

import pytest

from align.errors import InputError
from align.training import function_words
from align.training.function_words import write


def _table(path: Path, rows: int) -> Path:
    lines = ["doc\tsource\ttarget"]
    for number in range(rows):
        lines += [f"a{number}\tthey wait because it rains\tmereka menunggu karena hujan turun",
                  f"b{number}\tthey wait until it rains\tmereka menunggu sampai hujan turun"]
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    return path


def test_a_word_calls_for_what_it_was_seen_with(tmp_path: Path, monkeypatch) -> None:
    from align import models
    from align.lexicon import expected

    monkeypatch.setattr(function_words, "BATCH", 16)
    out = tmp_path / "function_words.npz"
    assert write([_table(tmp_path / "table.tsv.gz", 400)], out) > 0
    again = tmp_path / "again.npz"
    write([tmp_path / "table.tsv.gz"], again)
    assert again.read_bytes() == out.read_bytes()
    monkeypatch.setattr(models, "FOLDER", tmp_path)
    expected.shipped.cache_clear()
    try:
        model = expected.shipped()
        source, target = "they wait because it rains", "mereka menunggu karena hujan turun"
        odds = model.odds(source, target)
        assert odds["cause"] > 0 > odds["until"]
        assert "because" in source[slice(*model.calling(source, "cause"))]
    finally:
        expected.shipped.cache_clear()


def test_sentences_are_left_out(tmp_path: Path) -> None:
    table = _table(tmp_path / "table.tsv.gz", 5)
    with pytest.raises(InputError, match="no pairs"):
        write([table], tmp_path / "out.npz",
              {"they wait because it rains", "they wait until it rains"})
