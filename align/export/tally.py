"""What a corpus amounts to, counted while its rows go by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from align.export.rows import Row

BINS = 10


@dataclass(slots=True)
class Tally:
    """Counts over rows; `add` them one by one. Holds names and numbers, no text.

    Histograms are lists of `BINS` counts over 0..1; `ratios` those of target over source length
    over 0..2, the last one of all that is longer.
    """

    rows: int = 0
    documents: set[str] = field(default_factory=set)
    stories: set[str] = field(default_factory=set)
    kinds: Counter[str] = field(default_factory=Counter)
    splits: Counter[str] = field(default_factory=Counter)
    decisions: Counter[str] = field(default_factory=Counter)
    flags: Counter[tuple[str, str]] = field(default_factory=Counter)  # category, severity
    checks: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    licences: Counter[str] = field(default_factory=Counter)
    signatures: Counter[str] = field(default_factory=Counter)
    characters: Counter[str] = field(default_factory=Counter)  # of "source" and "target"
    scores: list[int] = field(default_factory=lambda: [0] * BINS)
    faithful: list[int] = field(default_factory=lambda: [0] * BINS)
    ratios: list[int] = field(default_factory=lambda: [0] * BINS)

    def add(self, row: Row) -> None:
        self.rows += 1
        self.documents.add(row.document)
        if row.story:
            self.stories.add(row.story)
        self.kinds[row.kind] += 1
        self.splits[row.split or "train"] += 1
        self.decisions[row.decision] += 1
        for flag in row.flags:
            self.flags[flag.category, flag.severity] += 1
            self.checks[flag.check] += 1
        self.languages[f"{row.source_language or 'und'} → {row.target_language or 'und'}"] += 1
        for licence in {row.source_licence, row.target_licence}:
            self.licences[licence or "not stated"] += 1
        self.signatures[row.signature] += 1
        self.characters["source"] += len(row.source)
        self.characters["target"] += len(row.target)
        _count(self.scores, row.score)
        _count(self.faithful, row.faithful)
        if row.kind == "match":
            _count(self.ratios, len(row.target) / max(len(row.source), 1) / 2)


def _count(bins: list[int], share: float) -> None:
    bins[min(int(share * BINS), BINS - 1)] += 1


def flag_table(flags: Mapping[tuple[str, str], int],
               columns: Sequence[str]) -> list[tuple[str, list[int]]]:
    """Categories with their counts by severity, commonest first."""
    totals: Counter[str] = Counter()
    for (category, _), count in flags.items():
        totals[category] += count
    return [(category, [flags.get((category, column), 0) for column in columns])
            for category, _ in sorted(totals.items(), key=lambda item: (-item[1], item[0]))]
