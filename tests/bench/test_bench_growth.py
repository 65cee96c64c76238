"""Aligning texts of growing length, laid end to end from tables."""

from pathlib import Path

import pytest

from align.bench.growth import growth, laid_end_to_end
from align.errors import InputError

TABLE = """doc\tsource\ttarget
a\tThe mayor left. He was late.\tWali kota pergi. Dia terlambat.
a\tIt rained all day, officials said.\tHujan turun. Sepanjang hari, kata pejabat.
b\tPrices rose.\tHarga naik.
"""


@pytest.fixture
def tables(tmp_path: Path) -> list[Path]:
    path = tmp_path / "pairs.tsv"
    path.write_text(TABLE, encoding="utf-8")
    return [path, path]


def test_rows_fall_apart_only_where_both_sides_do(tables: list[Path]) -> None:
    pairs = laid_end_to_end(tables)
    assert sorted(set(pairs)) == [
        ("He was late.", "Dia terlambat."),
        ("It rained all day, officials said.", "Hujan turun. Sepanjang hari, kata pejabat."),
        ("Prices rose.", "Harga naik."),
        ("The mayor left.", "Wali kota pergi."),
    ]
    assert len(pairs) == 8


def test_a_size_beyond_the_text_is_the_whole_text(tables: list[Path]) -> None:
    points = list(growth(laid_end_to_end(tables), [4, 1000, 3000]))
    assert [point.sentences for point in points] == [4, 8]
    assert all(point.seconds > 0 and point.megabytes > 0 for point in points)


def test_no_sentences_are_said_so() -> None:
    with pytest.raises(InputError, match="no sentences"):
        list(growth([], [10]))
