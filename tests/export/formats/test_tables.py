"""TSV, CSV, JSONL and Parquet, read back with other people's software."""

import csv
import json
from collections.abc import Callable
from dataclasses import asdict
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pandas
import polars
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.export import export
from align.export.cells import cell, lines, normalised
from align.export.documents import Document
from align.export.rows import COLUMNS, rows
from align.model import Review

Written = Callable[..., tuple[dict[str, bytes], Any]]
Make = Callable[..., Review]
quick = settings(max_examples=60, deadline=None)


def test_tsv_is_one_line_a_row_and_reads_back_normalised(
        plain_review: Make, written: Written, any_text: Any) -> None:
    @given(any_text, any_text)
    @quick
    def holds(source: str, target: str) -> None:
        document = Document("dok/1", plain_review(source, target))
        text = written("tsv", document)[0]["corpus"].decode("utf-8")
        assert len(text.splitlines()) == 3
        back = list(csv.DictReader(text.splitlines(keepends=True), dialect="excel-tab"))
        for cells, row in zip(back, rows(document), strict=True):
            assert list(cells.values()) == lines(row)
            assert cells["source"] == normalised(row.source)
            assert (cells["document"], cells["bead"]) == ("dok/1", str(row.bead))
            assert cells["flags"] == " ".join(flag.short for flag in row.flags)
            assert float(cells["score"]) == row.score

    holds()


def test_pandas_and_polars_read_the_same_of_a_tsv(plain_review: Make, written: Written,
                                                  any_text: Any) -> None:
    @given(any_text, any_text)
    @quick
    def holds(source: str, target: str) -> None:
        review = plain_review(source, target)
        raw = written("tsv", review)[0]["corpus"]
        wanted = [normalised(row.target) for row in rows(Document("", review))]
        frame = pandas.read_csv(BytesIO(raw), sep="\t", dtype=str, keep_default_na=False)
        assert list(frame["target"]) == wanted
        other = polars.read_csv(raw, separator="\t", infer_schema=False,
                                empty_string_is_null=False)
        assert other["target"].to_list() == wanted

    holds()


@pytest.mark.parametrize("text", ["=SUM(A1)", "+1", "-2+3", "@cmd", "\t=1", "\uff1d1", "- Ya."])
def test_no_cell_of_a_csv_is_a_formula(text: str, plain_review: Make, written: Written) -> None:
    raw = written("csv", plain_review(text, text))[0]["corpus"]
    assert raw.startswith(b"\xef\xbb\xbf")
    found = list(csv.reader(StringIO(raw.decode("utf-8-sig"))))
    assert not any(each.startswith(("=", "+", "-", "@", "\uff1d")) for row in found for each in row)
    assert found[1][COLUMNS.index("source")] == f"'{normalised(text)}"


def test_jsonl_reads_back_exactly(plain_review: Make, written: Written, any_text: Any) -> None:
    @given(any_text, any_text)
    @quick
    def holds(source: str, target: str) -> None:
        document = Document("dok/1", plain_review(source, target))
        raw = written("jsonl", document)[0]["corpus"]
        wanted = json.loads(json.dumps([asdict(row) for row in rows(document)]))
        assert [json.loads(line) for line in raw.decode("utf-8").splitlines()] == wanted
        other = polars.read_ndjson(raw)
        assert other["target"].to_list() == [row["target"] for row in wanted]

    holds()


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_parquet_reads_back_exactly(plain_review: Make, written: Written, any_text: Any,
                                    data: Any) -> None:
    document = Document("dok/1", plain_review(data.draw(any_text), data.draw(any_text)))
    raw = written("parquet", document)[0]["corpus"]
    wanted = json.loads(json.dumps([asdict(row) for row in rows(document)]))
    assert polars.read_parquet(raw).to_dicts() == wanted
    frame = pandas.read_parquet(BytesIO(raw))
    for name in ("source", "target", "document", "score", "moved"):
        assert list(frame[name]) == [row[name] for row in wanted]


def test_parquet_loads_as_a_dataset(plain_review: Make, tmp_path: Path) -> None:
    import datasets

    reviews = [Document(f"dok/{n}", plain_review(f"Number {n}", f"Nomor {n}")) for n in range(7)]
    assert export(reviews, tmp_path / "corpus.parquet", to="parquet").rows == 14
    table = datasets.load_dataset("parquet", data_files=str(tmp_path / "corpus.parquet"),
                                  split="train", cache_dir=str(tmp_path / "cache"))
    assert table.num_rows == 14
    assert table[2]["source"] == "Number 1"
    assert table[2]["flags"][0]["check"] == "numbers"
    assert table[2]["flags"][0]["source"] == [[0, 1]]
    assert table[3]["kind"] == "omission"


def test_every_column_stands_in_every_table(ferry: Review, written: Written) -> None:
    row = next(rows(Document("dok", ferry)))
    tsv = written("tsv", ferry)[0]["corpus"].decode().splitlines()[0].split("\t")
    jsonl = json.loads(written("jsonl", ferry)[0]["corpus"].decode().splitlines()[0])
    parquet = polars.read_parquet(written("parquet", ferry)[0]["corpus"]).columns
    assert tsv == list(jsonl) == parquet == list(COLUMNS)
    assert all(isinstance(cell(row, column), str) for column in COLUMNS)
