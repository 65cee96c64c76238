"""Parallel tables: read whole, or said to be something else with the line."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.bench.tables import ENTRIES, read_documents, read_table
from align.errors import InputError

HEAD = b"doc\tsource\ttarget\n"


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


@pytest.mark.parametrize("name", ["a.tsv", "a.tsv.gz"])
def test_rows_stand_by_their_document_in_order(tmp_path: Path, name: str) -> None:
    rows = "b\tOne.\tSatu.\nb\tTwo \t“Dua”\n\na\tx\ty\n"
    path = written(tmp_path / name, HEAD + rows.encode())
    assert read_documents(path) == {"b": [("One.", "Satu."), ("Two", "“Dua”")], "a": [("x", "y")]}


def test_other_columns_may_be_asked_for(tmp_path: Path) -> None:
    path = written(tmp_path / "a.tsv", b"source\ttarget\tfrom\ncourt\tpengadilan\tours\n")
    assert list(read_table(path, ENTRIES)) == [("court", "pengadilan", "ours")]


@pytest.mark.parametrize("suffix", [".tsv", ".tsv.gz"])
@pytest.mark.parametrize(("content", "said"), [
    pytest.param(None, "cannot be read", id="missing"),
    pytest.param(b"", "no header 'doc source target'", id="empty"),
    pytest.param(HEAD, "no rows", id="header only"),
    pytest.param(b"a\tb\tc\n", "no header", id="no header"),
    pytest.param(HEAD + b"a\tb\n", "line 2, has 2 columns and not 3", id="ragged"),
    pytest.param(HEAD + b"a\t\xff\tb\n", "cannot be read", id="not utf-8"),
])
def test_another_file_is_told_with_its_fault(
        tmp_path: Path, content: bytes | None, said: str, suffix: str) -> None:
    path = tmp_path / f"bad{suffix}"
    if content is not None:
        written(path, content)
    with pytest.raises(InputError, match=said):
        read_documents(path)


def test_what_is_no_gzip_under_its_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "bad.tsv.gz").write_bytes(HEAD + b"a\tb\tc\n")
    with pytest.raises(InputError, match="cannot be read"):
        read_documents(tmp_path / "bad.tsv.gz")


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_documents(tmp_path)


CELL = st.text(st.characters(exclude_characters="\t\n\r", exclude_categories=("Cs", "Cc")),
               min_size=1, max_size=12).map(str.strip).filter(bool)


@settings(max_examples=60)
@given(rows=st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=8))
def test_what_was_written_is_read(
        tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str]]) -> None:
    path = tmp_path_factory.mktemp("tables") / "a.tsv"
    path.write_bytes(HEAD + "".join("\t".join(row) + "\n" for row in rows).encode())
    assert list(read_table(path)) == rows
