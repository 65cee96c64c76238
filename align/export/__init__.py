"""Reviews to corpora: documents become rows, rows are chosen, a format writes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from align.errors import InputError
from align.export.documents import Document, documents
from align.export.duplicates import Duplicates, unlike
from align.export.filters import EVERYTHING, Filter, kept
from align.export.formats import writer
from align.export.out import opened
from align.export.rows import Row, rows
from align.export.splits import Shares, place
from align.export.units import UNITS, UnitName
from align.model import Review


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export did.

    `rows` were written, of `documents`; `replaced` characters could not be held by the format and
    were replaced; `left_out` says of the others why, and how many.
    """

    rows: int
    documents: int
    replaced: int = 0
    left_out: Mapping[str, int] = field(default_factory=dict)


def export(reviews: Iterable[Review | Document], path: str | Path, *, to: str = "tsv",
           keep: Filter = EVERYTHING, duplicates: Duplicates = "keep", unit: UnitName = "bead",
           split: Shares | None = None, watch: Callable[[Row], None] | None = None,
           force: bool = True) -> Exported:
    """Write many reviews as one corpus.

    The reviews are read one at a time, so any number of them fits in memory. Each file appears
    whole or not at all: if anything fails, what stood there before still stands there.

    Args:
        reviews: reviews, or documents that carry a name and decisions. For splits they are gone
            through twice, so give a list or anything else that can be begun again.
        path: the file; for formats of several files, the name they share; for `dataset`, a folder.
        to: a format of `align.export.formats.names()`.
        keep: which rows to keep.
        duplicates: "exact" or "near" drops rows that say the same as one before, over all reviews.
        unit: "bead", "paragraph" or "document".
        split: shares of train, dev and test; a story and all its versions go into one of them.
        watch: is shown every row that is written.
        force: replace whatever stands there; without it, only a corpus.

    Raises:
        InputError: an unknown format, a review that points at what is not there, or languages that
            the format cannot hold together.
        OutputError: the path cannot be written, or holds something else.
        MissingExtraError: the format needs a package that is not installed.
    """
    write = writer(to)
    if unit not in UNITS:
        raise InputError(f"There is no unit {unit!r}; choose one of {', '.join(UNITS)}.")
    left_out: Counter[str] = Counter()
    seen: set[str] = set()

    def chosen() -> Iterator[Row]:
        every = (row for document in _placed(reviews, split) for row in rows(document, unit))
        for row in unlike(kept(every, keep, left_out), duplicates, left_out):
            seen.add(row.document)
            if watch is not None:
                watch(row)
            yield row

    with opened(Path(path), force=force) as out:
        count = write(chosen(), out)
    return Exported(count, len(seen), out.replaced, dict(left_out))


def _placed(reviews: Iterable[Review | Document], split: Shares | None) -> Iterator[Document]:
    """Documents with their names, and their stories and splits where those are asked for."""
    if split is None:
        yield from documents(reviews)
        return
    if iter(reviews) is reviews:
        raise InputError("Splits need to go through the reviews twice; give a list of them, not an "
                         "iterator.")
    places = place(documents(reviews), split)
    for document in documents(reviews):
        story, part = places[document.name]
        yield replace(document, story=story, split=part)
