"""A Parquet file that takes rows one by one and writes them by the batch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any, Literal, Self, get_args, get_origin, get_type_hints

from align.errors import MissingExtraError
from align.export.rows import Row

ROWS_AT_ONCE = 5_000
CHARACTERS_AT_ONCE = 2_000_000  # long texts fill memory sooner than many rows


class ArrowFile:
    """An open Parquet file; a batch is a row group. Use as a context manager.

    Raises:
        MissingExtraError: the package pyarrow is not there.
    """

    def __init__(self, file: Path | IO[bytes], shape: Any) -> None:
        self._file = arrow().parquet.ParquetWriter(file, shape, compression="zstd")
        self._shape = shape
        self._batch: list[Mapping[str, Any]] = []
        self._characters = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._flush()
        self._file.close()

    def add(self, cells: Mapping[str, Any], characters: int) -> None:
        """Take a row, which weighs so many characters."""
        self._batch.append(cells)
        self._characters += characters
        if len(self._batch) == ROWS_AT_ONCE or self._characters >= CHARACTERS_AT_ONCE:
            self._flush()

    def _flush(self) -> None:
        if self._batch:
            self._file.write_table(arrow().Table.from_pylist(self._batch, schema=self._shape))
            self._batch, self._characters = [], 0


def arrow() -> Any:
    """The package pyarrow, with its Parquet part.

    Raises:
        MissingExtraError: it is not there.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise MissingExtraError("Parquet needs the package pyarrow; install it with "
                                "pip install 'selaras[corpus]'.") from None
    return pyarrow


@cache
def schema() -> Any:
    """The columns of `Row` as pyarrow has them, from their types."""
    hints = get_type_hints(Row)
    return arrow().schema([(each.name, _arrow_type(hints[each.name])) for each in fields(Row)])


def _arrow_type(kind: Any) -> Any:
    pyarrow = arrow()
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return pyarrow.struct([(each.name, _arrow_type(hints[each.name])) for each in fields(kind)])
    if get_origin(kind) is tuple:
        return pyarrow.list_(_arrow_type(get_args(kind)[0]))
    if get_origin(kind) is Literal:
        return pyarrow.string()
    return {str: pyarrow.string(), int: pyarrow.int32(), float: pyarrow.float64(),
            bool: pyarrow.bool_()}[kind]
