"""Parquet: the columns of a row, flags and sentences as lists of structs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from align.export.arrowfile import ArrowFile, schema
from align.export.formats import format
from align.export.out import Out
from align.export.rows import Row


@format
def write(rows: Iterator[Row], out: Out) -> int:
    count = 0
    with ArrowFile(out.file(), schema()) as table:
        for row in rows:
            table.add(asdict(row), len(row.source) + len(row.target))
            count += 1
    return count
