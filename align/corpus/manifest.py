"""The list of pairs that a corpus is made of.

CSV or TSV with a header, or JSON lines. Columns: `rewrite`, and where known `original` (in JSON
also a list: versions to choose from), `id`, `story`, `licence`. A source is a path, counted from
the manifest's folder, an http(s) URL, or `store:7`, an article of the store. Without an original it
is looked for.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from align.errors import InputError
from align.export.documents import slug

COLUMNS = ("id", "rewrite", "original", "story", "licence")
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_ADDRESS = re.compile(r"[a-z][a-z0-9+]*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the manifest.

    `number` counts from 1; `name` is the document's, unique and fit for a file; sources stand as
    they were written, `base` is the folder that paths are counted from; `problem` says why a row
    cannot be used.
    """

    number: int
    name: str = ""
    rewrite: str = ""
    originals: tuple[str, ...] = ()
    story: str = ""
    licence: str = ""
    base: str = ""
    problem: str = ""

    @property
    def fingerprint(self) -> str:
        """A hash of all that is asked for, whatever the row's place and name, or the folder's."""
        asked = (self.rewrite, self.originals, self.story, self.licence, self.problem)
        return hashlib.sha256(repr(asked).encode("utf-8", "backslashreplace")).hexdigest()[:16]

    def where(self, source: str) -> str:
        """A source of this entry as it is read: a path in full, an address as it is."""
        if _ADDRESS.match(source) and not re.match(r"[A-Za-z]:[\\/]", source):
            return source
        return os.path.join(self.base, source)  # noqa: PTH118  an absolute one stays


def read_manifest(path: str | os.PathLike[str]) -> list[Entry]:
    """The rows of a manifest, broken ones among them with their problem.

    Raises:
        InputError: it cannot be read, is empty, or has no column `rewrite`.
    """
    file = Path(path)
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"The manifest {file} cannot be read ({error.strerror}); name a CSV or "
                         "JSONL file of pairs.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"The manifest {file} is not UTF-8; save it so.") from error
    rows = _from_json(text) if file.suffix in (".jsonl", ".ndjson") else _from_table(text, file)
    entries = list(_named(_entry(number, row, file.parent) for number, row in rows))
    if not entries:
        raise InputError(f"The manifest {file} has no rows; give a row for each pair.")
    return entries


def _from_json(text: str) -> Iterator[tuple[int, dict[str, Any] | str]]:
    lines = (line for line in text.split("\n") if line.strip())
    for number, line in enumerate(lines, start=1):
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            yield number, "This row is no JSON; write one object a line."
            continue
        yield number, row if isinstance(row, dict) else "This row is no JSON object."


def _from_table(text: str, file: Path) -> Iterator[tuple[int, dict[str, Any] | str]]:
    head = text.partition("\n")[0]
    table = csv.reader(io.StringIO(text, newline=""), delimiter="\t" if "\t" in head else ",")
    try:
        header = [name.strip().lower() for name in next(table, [])]
        if "rewrite" not in header:
            raise InputError(f"The manifest {file} has no column 'rewrite'; give it a header with "
                             f"some of {', '.join(COLUMNS)}.")
        for number, cells in enumerate((row for row in table if any(row)), start=1):
            if len(cells) != len(header):
                yield number, (f"This row has {len(cells)} cells where the header has "
                               f"{len(header)}; quote cells that hold the delimiter.")
            else:
                yield number, dict(zip(header, cells, strict=True))
    except csv.Error as error:
        raise InputError(f"The manifest {file} is no table ({error}); save it as CSV.") from error


def _entry(number: int, row: dict[str, Any] | str, folder: Path) -> Entry:
    if isinstance(row, str):
        return Entry(number, problem=row)
    texts = {}
    for column in ("id", "rewrite", "story", "licence"):
        value = row.get(column)
        if value is not None and not isinstance(value, str | int):
            return Entry(number, problem=f"The column {column} is no text; write it as one.")
        texts[column] = "" if value is None else str(value).strip()
    found = row.get("original")
    originals = [found] if isinstance(found, str) else found or []
    if not isinstance(originals, list) or not all(isinstance(each, str) for each in originals):
        return Entry(number, problem="The original is no text and no list of texts.")
    if not texts["rewrite"]:
        return Entry(number, texts["id"], problem="This row names no rewrite.")
    return Entry(number, texts["id"], texts["rewrite"],
                 tuple(each.strip() for each in originals if each.strip()),
                 texts["story"], texts["licence"], os.fspath(folder.resolve()))


def _named(entries: Iterator[Entry]) -> Iterator[Entry]:
    """Entries with names of their own, even where case is not told apart."""
    seen: dict[str, int] = {}
    asked: dict[str, int] = {}
    for entry in entries:
        first = asked.setdefault(entry.fingerprint, entry.number)
        if first != entry.number and not entry.problem:
            entry = replace(entry, problem=f"This row asks for the same as row {first}.")
        name = _name(entry)
        if name.casefold() in seen:
            name = f"{name}-{entry.fingerprint[:6]}"
        while name.casefold() in seen:
            name = f"{name}-{entry.number}"
        seen[name.casefold()] = entry.number
        yield replace(entry, name=name)


def _name(entry: Entry) -> str:
    if _SAFE.fullmatch(entry.name):
        return entry.name
    stem = re.sub(r"[?#].*$", "", entry.rewrite).rstrip("/").rpartition("/")[2].partition(".")[0]
    return f"{slug(entry.name or stem or f'row-{entry.number}')}-{entry.fingerprint[:10]}"
