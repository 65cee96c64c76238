"""Rows that say the same as one before, in this document or another."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal, get_args

from align.errors import InputError, MissingExtraError
from align.export.rows import Row

Duplicates = Literal["keep", "exact", "near"]

LIKENESS = 0.8  # Jaccard likeness of two rows' shingles from which on they say the same
_PERMUTATIONS = 128
_SLACK = 0.15
_SHINGLE = 5  # characters
_DULL = re.compile(r"[\W_]+")


def unlike(rows: Iterable[Row], which: Duplicates, left_out: Counter[str]) -> Iterator[Row]:
    """The rows without those that are like an earlier one, which are counted in `left_out`.

    "exact" compares letters and digits alone, in lower case; "near" the shingles of both sides by
    MinHash. What was seen is kept in memory.

    Raises:
        InputError: no such way.
        MissingExtraError: "near" without the package datasketch.
    """
    if which not in get_args(Duplicates):
        raise InputError(f"Duplicates cannot be {which!r}; choose keep, exact or near.")
    if which == "keep":
        yield from rows
        return
    seen: set[bytes] = set()
    near = _neighbours() if which == "near" else None
    for row in rows:
        key = hashlib.blake2b(_plain(row).encode("utf-8"), digest_size=12).digest()
        if key in seen or (near is not None and near(_plain(row))):
            left_out["duplicate"] += 1
            continue
        seen.add(key)
        yield row


def _plain(row: Row) -> str:
    """Both sides without case, marks of punctuation and kinds of white space."""
    both = unicodedata.normalize("NFKC", f"{row.source}\n{row.target}").casefold()
    source, _, target = both.partition("\n")
    return f"{_DULL.sub(' ', source).strip()}\n{_DULL.sub(' ', target).strip()}"


def _neighbours() -> Callable[[str], bool]:
    """A function that says whether a text is like one it was given before, and remembers it."""
    alike = Likeness(LIKENESS)

    def known(text: str) -> bool:
        sketch = sketched(shingles(text))
        if any(True for _ in alike.of(sketch)):
            return True
        alike.add(alike.count, sketch)
        return False

    return known


class Likeness:
    """Finds sets that are alike by their MinHash (Broder 1997), by way of datasketch's index.

    The index is asked for less likeness than is wanted, since it misses what lies near its
    threshold; what it finds is then compared sketch by sketch. A Jaccard likeness is told to within
    .05 or so.

    Raises:
        MissingExtraError: the package datasketch is not there.
    """

    def __init__(self, wanted: float) -> None:
        try:
            from datasketch import MinHashLSH
        except ImportError:
            raise MissingExtraError("Telling what is alike needs the package datasketch; install "
                                    "it with pip install 'selaras[corpus]'.") from None
        self.count = 0
        self._wanted = wanted
        self._index = MinHashLSH(threshold=wanted - _SLACK, num_perm=_PERMUTATIONS,
                                 weights=(0.2, 0.8))
        self._sketches: dict[Any, Any] = {}

    def of(self, sketch: Any) -> Iterator[Any]:
        """The keys of all sets whose sketches are like this one."""
        return (key for key in self._index.query(sketch)
                if sketch.jaccard(self._sketches[key]) >= self._wanted)

    def add(self, key: Any, sketch: Any) -> None:
        """Remember a set by a key that is not in use."""
        self._index.insert(key, sketch, check_duplication=False)
        self._sketches[key] = sketch
        self.count += 1


def sketched(pieces: set[bytes]) -> Any:
    """The MinHash of a set."""
    from datasketch import MinHash

    sketch = MinHash(num_perm=_PERMUTATIONS)
    sketch.update_batch(list(pieces))
    return sketch


def shingles(text: str) -> set[bytes]:
    """All runs of characters of a text, as the likeness of texts is told by."""
    return {text[i:i + _SHINGLE].encode("utf-8", "replace")
            for i in range(max(len(text) - _SHINGLE + 1, 1))}
