"""The shards of a corpus as tables of other libraries."""

from __future__ import annotations

import io
from typing import Any

from align.corpus.place import place
from align.errors import MissingExtraError
from align.export.arrowfile import arrow, schema


def table(where: str) -> Any:
    """All rows as a `pyarrow.Table`, in the order of the manifest."""
    pyarrow = arrow()
    files = place(where)
    parts = [pyarrow.parquet.read_table(io.BytesIO(raw))
             for name in files.names("shards") if name.endswith(".parquet")
             if (raw := files.read(f"shards/{name}")) is not None]
    return pyarrow.concat_tables(parts) if parts else schema().empty_table()


def dataset(where: str) -> Any:
    """All rows as a `datasets.Dataset`.

    Raises:
        MissingExtraError: the package datasets is not there.
    """
    try:
        from datasets import Dataset
    except ImportError:
        raise MissingExtraError("A dataset needs the package datasets; install it with "
                                "pip install 'selaras[corpus]'.") from None
    return Dataset(table(where))
