"""Counting how usual words are."""

import gzip
from pathlib import Path

from align.training.usage import write


def test_words_are_counted_commonest_first_and_slips_left_out(tmp_path: Path) -> None:
    table, out = tmp_path / "news.tsv.gz", tmp_path / "usage.tsv.gz"
    rows = "doc\tsource\ttarget\na\tone\tSatu kapal, dua kapal\na\ttwo\tdua Kapal x 3\n"
    table.write_bytes(gzip.compress(rows.encode()))
    assert write([table], out) == 2
    assert gzip.decompress(out.read_bytes()).decode() == "kapal\t3\ndua\t2\n"
