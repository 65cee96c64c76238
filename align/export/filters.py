"""Which rows to keep. Nothing is computed anew: the scores are in every review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from align.errors import InputError
from align.export.rows import Row
from align.model import SEVERITIES, Category, Decision, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a row must be to be kept; by default anything.

    `min_score` and `min_faithful` are probabilities. A row with a flag of one of the categories in
    `without`, or with one as grave as `below` or graver, goes. `only` is the reviewers' decision.
    `ratio` bounds the length of the target over that of the source, in characters, and says nothing
    of omissions and additions; `languages` is (source, target), and "" means any.

    Raises:
        InputError: a probability outside 0..1, or a ratio whose bounds no length can keep.
    """

    min_score: float = 0.0
    min_faithful: float = 0.0
    without: frozenset[Category] = frozenset()
    below: Severity | None = None
    only: Decision | None = None
    ratio: tuple[float, float] | None = None
    languages: tuple[str, str] = ("", "")

    def __post_init__(self) -> None:
        for value in (self.min_score, self.min_faithful):
            if not 0.0 <= value <= 1.0:
                raise InputError(f"{value} is no probability; give a number from 0 to 1.")
        if self.ratio is not None and not 0.0 <= self.ratio[0] <= self.ratio[1]:
            raise InputError(f"No text has a length ratio from {self.ratio[0]} to {self.ratio[1]}; "
                             "give the lower bound first, as in 0.5:2.")


EVERYTHING = Filter()


def kept(rows: Iterable[Row], keep: Filter, left_out: Counter[str]) -> Iterator[Row]:
    """The rows that pass; the others are counted in `left_out` by the first reason."""
    if keep == EVERYTHING:
        yield from rows
        return
    for row in rows:
        reason = _reason(row, keep)
        if reason:
            left_out[reason] += 1
        else:
            yield row


def _reason(row: Row, keep: Filter) -> str:
    """Why a row is left out, or nothing."""
    if row.score < keep.min_score:
        return "score"
    if row.faithful < keep.min_faithful:
        return "faithful"
    if keep.only is not None and row.decision != keep.only:
        return "decision"
    if any(wanted not in ("", found) for wanted, found in zip(
            keep.languages, (row.source_language, row.target_language), strict=True)):
        return "language"
    if keep.without and any(flag.category in keep.without for flag in row.flags):
        return "category"
    if keep.below is not None and any(
            SEVERITIES.index(flag.severity) <= SEVERITIES.index(keep.below) for flag in row.flags):
        return "severity"
    if keep.ratio is not None and row.kind == "match":
        low, high = keep.ratio
        if not low <= len(row.target) / max(len(row.source), 1) <= high:
            return "ratio"
    return ""
