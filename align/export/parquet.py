"""Parquet: the columns of a row, flags as a list of structs; `datasets` reads it as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from align.errors import MissingExtraError
from align.export import format
from align.export.rows import Row

ROWS_AT_ONCE = 5_000
CHARACTERS_AT_ONCE = 2_000_000  # long texts fill memory sooner than many rows


@format
def write(rows: Iterator[Row], path: Path) -> int:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise MissingExtraError("Parquet needs the package pyarrow; install it with "
                                "pip install 'selaras[corpus]'.") from None
    schema = _schema(pyarrow)
    count = 0
    with pyarrow.parquet.ParquetWriter(str(path), schema, compression="zstd") as table:
        for batch in _batches(rows):
            table.write_table(pyarrow.Table.from_pylist(batch, schema=schema))
            count += len(batch)
    return count


def _batches(rows: Iterator[Row]) -> Iterator[list[dict[str, Any]]]:
    """Rows by the batch, each of which becomes a row group."""
    batch: list[dict[str, Any]] = []
    characters = 0
    for row in rows:
        batch.append(asdict(row))
        characters += len(row.source) + len(row.target)
        if len(batch) == ROWS_AT_ONCE or characters >= CHARACTERS_AT_ONCE:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _schema(pyarrow: Any) -> Any:
    text, span = pyarrow.string(), pyarrow.list_(pyarrow.int32())
    flag = pyarrow.struct([
        ("category", text), ("check", text), ("severity", text),
        ("confidence", pyarrow.float64()), ("source", pyarrow.list_(span)),
        ("target", pyarrow.list_(span)), ("message", text)])
    kinds = {"bead": pyarrow.int32(), "moved": pyarrow.bool_(), "score": pyarrow.float64(),
             "flags": pyarrow.list_(flag)}
    return pyarrow.schema([(name, kinds.get(name, text)) for name in Row.__dataclass_fields__])
