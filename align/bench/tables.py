"""Parallel tables: TSV without quoting, plain or gzipped, whose first line names its columns."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path

from align.errors import InputError

PAIRS = ("doc", "source", "target")
ENTRIES = ("source", "target", "from")

Documents = dict[str, list[tuple[str, str]]]


def read_table(path: Path, columns: tuple[str, ...] = PAIRS) -> Iterator[tuple[str, ...]]:
    """The rows of a table, each cell without outer blanks; blank lines are passed over.

    What columns it has beyond these, to their right, are left out.

    Raises:
        InputError: the file is missing, not such a table, or a line has other columns.
    """
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rt", encoding="utf-8", newline="\n") as lines:
            header = _cells(next(lines, ""))
            if header[:len(columns)] != columns:
                raise InputError(f"{path} has no header '{' '.join(columns)}' with tabs; add one.")
            for number, line in enumerate(lines, 2):
                cells = _cells(line)
                if len(cells) == len(header):
                    yield cells[:len(columns)]
                elif line.strip():
                    raise InputError(f"{path}, line {number}, has {len(cells)} columns and not "
                                     f"{len(header)}; mend that line.")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read as UTF-8 TSV ({error}); name another.") from error


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.split("\t"))


def read_documents(path: Path) -> Documents:
    """The (source, target) rows of a table of pairs by the document they belong to, in order.

    Raises:
        InputError: the file is missing, not such a table, or empty.
    """
    documents: Documents = {}
    for doc, source, target in read_table(path):
        documents.setdefault(doc, []).append((source, target))
    if not documents:
        raise InputError(f"{path} has no rows; name a table with some.")
    return documents


class Rows:
    """Rows of the tables in a data folder, each table read when first asked for."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._read: dict[str, list[list[str]]] = {}

    def row(self, table: str, number: int) -> tuple[str, str]:
        """Source and target of a row; `table` may name its column: `geovedi:machine_gnmt`."""
        if self._folder is None:
            raise InputError("The lines name rows of tables; say with --data where these are.")
        name, _, column = table.partition(":")
        if name not in self._read:
            path = self._folder / f"{name}.tsv.gz"
            if not path.exists():
                raise InputError(f"There is no {path}; name the folder that holds it with --data.")
            lines = gzip.decompress(path.read_bytes()).decode("utf-8").split("\n")
            self._read[name] = [line.split("\t") for line in lines]
        head, *rows = self._read[name]
        cells = dict(zip(head, rows[number], strict=True))
        return cells["source"], cells[column or "target"]
