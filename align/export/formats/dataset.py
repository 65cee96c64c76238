"""A Hugging Face dataset folder: Parquet files by split, and the dataset card that finds them.

`datasets.load_dataset(FOLDER)` reads it, offline too. Only rows with both sides; the texts are a
`translation` feature, all other columns stand as in the Parquet format.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict
from typing import Any

from align.errors import MissingExtraError, OutputError
from align.export.arrowfile import ArrowFile, arrow, schema
from align.export.card import card
from align.export.formats import format
from align.export.out import Out
from align.export.pairs import matches, of_one_pair
from align.export.rows import Row
from align.export.splits import SPLITS
from align.export.tally import Tally


@format
def write(rows: Iterator[Row], out: Out) -> int:
    if out.path.exists() and not out.path.is_dir():
        raise OutputError(f"{out.path} is a file; name a folder for the dataset.")
    languages, pairs = of_one_pair(matches(rows))
    keys = languages if languages[0] != languages[1] else ("source", "target")
    shape = _shape(keys)
    tallies: dict[str, Tally] = {}
    with ExitStack() as open_tables:
        tables: dict[str, ArrowFile] = {}
        for row in pairs:
            split = row.split or SPLITS[0]
            if split not in tables:
                path = out.file(out.path / "data" / f"{split}-00000.parquet")
                tables[split] = open_tables.enter_context(ArrowFile(path, shape))
            tables[split].add(_cells(row, keys), len(row.source) + len(row.target))
            tallies.setdefault(split, Tally()).add(row)
        if not tables:
            path = out.file(out.path / "data" / f"{SPLITS[0]}-00000.parquet")
            open_tables.enter_context(ArrowFile(path, shape))
            tallies[SPLITS[0]] = Tally()
    out.file(out.path / "README.md", rb"exported with Selaras").write_text(
        card(out.path.name, languages, {name: tallies[name] for name in SPLITS if name in tallies}),
        encoding="utf-8")
    return sum(tally.rows for tally in tallies.values())


def _cells(row: Row, keys: tuple[str, str]) -> dict[str, Any]:
    cells = asdict(row)
    texts = (cells.pop("source"), cells.pop("target"))
    return {"translation": dict(zip(keys, texts, strict=True)), **cells}


def _shape(keys: tuple[str, str]) -> Any:
    """The columns, with the word for `datasets` that the first is a translation."""
    try:
        from datasets import Features, Translation
    except ImportError:
        raise MissingExtraError("A dataset folder needs the package datasets; install it with "
                                "pip install 'selaras[corpus]'.") from None
    pyarrow = arrow()
    columns = [column for column in schema() if column.name not in ("source", "target")]
    texts = pyarrow.field("translation", pyarrow.struct([(key, pyarrow.string()) for key in keys]))
    features = Features.from_arrow_schema(pyarrow.schema([texts, *columns]))
    features["translation"] = Translation(languages=list(keys))
    return features.arrow_schema
