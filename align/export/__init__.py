"""Reviews to corpora: one file per format, found by being here.

A format is a module with one function marked `@format`: given an iterator of rows and a path, it
writes them, holding no more than a batch in memory, and returns how many it wrote. Adding one
touches no other file.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from align.errors import InputError
from align.export.rows import Row, rows
from align.model import Decision, Review
from align.writing import whole_file

Writer = Callable[[Iterator[Row], Path], int]

_registry: dict[str, Writer] = {}


def format(function: Writer) -> Writer:
    """Register a corpus format. Its name is its file's."""
    _registry[function.__module__.rpartition(".")[2]] = function
    return function


@cache
def formats() -> tuple[str, ...]:
    """The names of all formats, in alphabetical order."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return tuple(sorted(_registry))


def export(reviews: Iterable[Review | tuple[str, Review]], path: str | Path, *, to: str = "tsv",
           min_score: float = 0.0, only: Decision | None = None) -> int:
    """Write the beads of many reviews as one corpus file, and return how many rows it holds.

    The reviews are read one at a time, so any number of them fits in memory. The file appears
    whole or not at all: if anything fails, what stood at `path` before still stands there.

    Args:
        reviews: reviews, or pairs of a document id and a review. Without an id a document is
            named by the rewrite's URL, else where it was read from, else a hash of its text.
        to: one of `formats()`.
        min_score: beads scored below it are left out.
        only: keep only beads on which the reviewer decided so. Decisions are read from
            `review.summary["decisions"]`: bead index (as text) to decision.

    Raises:
        InputError: an unknown format, or a score that is no probability.
        OutputError: the path cannot be written.
        MissingExtraError: the format needs a package that is not installed.
    """
    if to not in formats():
        raise InputError(f"There is no export format {to!r}; choose one of {', '.join(formats())}.")
    if not 0.0 <= min_score <= 1.0:
        raise InputError(f"The least score is {min_score}; give a number from 0 to 1.")
    with whole_file(Path(path)) as part:
        return _registry[to](_rows_of(reviews, min_score, only), part)


def _rows_of(reviews: Iterable[Review | tuple[str, Review]], min_score: float,
             only: Decision | None) -> Iterator[Row]:
    for item in reviews:
        document, review = item if isinstance(item, tuple) else ("", item)
        yield from rows(review, document, min_score=min_score, only=only)
