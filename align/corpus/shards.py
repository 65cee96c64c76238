"""Shards: the rows of a hundred manifest entries in one Parquet file, with the entries' records.

`shards/rows-00000.parquet` holds the columns of `Row`, `records/00000.jsonl` a line for each entry.
The second is written last, so where it stands its hundred are settled. Both are made from the
reviews alone, in the order of the manifest: whoever made those, and in whatever order, the bytes
are the same.
"""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import asdict

from align.corpus.article import Desk, Record
from align.corpus.manifest import Entry
from align.corpus.place import Place
from align.export.arrowfile import ArrowFile, schema
from align.export.documents import Document
from align.export.rows import rows

PER_SHARD = 100


def groups(entries: Sequence[Entry]) -> list[Sequence[Entry]]:
    """The entries of each shard."""
    return [entries[at:at + PER_SHARD] for at in range(0, len(entries), PER_SHARD)]


def rows_file(shard: int) -> str:
    return f"shards/rows-{shard:05}.parquet"


def records_file(shard: int) -> str:
    return f"records/{shard:05}.jsonl"


def records_of(place: Place, shard: int, entries: Sequence[Entry]) -> list[Record] | None:
    """The records of a shard that is written and holds what is asked for now, else None."""
    raw = place.read(records_file(shard))
    if raw is None or place.read(rows_file(shard)) is None:
        return None
    try:
        records = [Record(**json.loads(line)) for line in raw.splitlines()]
    except (ValueError, TypeError):
        return None
    wanted = [(entry.number, entry.name, entry.fingerprint) for entry in entries]
    found = [(record.number, record.document, record.entry) for record in records]
    return records if found == wanted else None


def write_shard(place: Place, desk: Desk, shard: int, entries: Sequence[Entry],
                records: Sequence[Record]) -> None:
    """Write the rows and records of entries that are all settled.

    Raises:
        OutputError: they cannot be written.
    """
    place.remove(records_file(shard))
    held = io.BytesIO()
    with ArrowFile(held, schema()) as table:
        for entry, record in zip(entries, records, strict=True):
            review = desk.review(entry) if record.status == "done" else None
            if review is None:
                continue
            for row in rows(Document(entry.name, review, story=entry.story)):
                table.add(asdict(row), len(row.source) + len(row.target))
    place.write(rows_file(shard), held.getvalue())
    place.write(records_file(shard), "".join(record.line() for record in records).encode("ascii"))


def trim(place: Place, count: int) -> None:
    """Take away shards beyond those that the manifest has now."""
    wanted = {name for shard in range(count) for name in (rows_file(shard), records_file(shard))}
    for folder in ("records", "shards"):
        for name in place.names(folder):
            if f"{folder}/{name}" not in wanted:
                place.remove(f"{folder}/{name}")


def demand_pyarrow() -> None:
    """Raises MissingExtraError where shards could not be written."""
    schema()


