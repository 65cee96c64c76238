"""What decisions teach: how often flags of a kind are true, and judged flags to fit on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any

from align.review import journal
from align.review.fold import Judgement, fold
from align.review.folder import reviews_in

Z = 1.959964  # of the normal distribution, for 95 %


@dataclass(frozen=True, slots=True)
class Precision:
    """Of `flags` that were judged true or false, the share that is true, with its 95 % interval."""

    kind: str
    flags: int
    true: int
    low: float
    high: float

    @property
    def precision(self) -> float:
        return self.true / self.flags


def judged_flags(root: Path) -> Iterator[tuple[str, str, Judgement]]:
    """Place, reviewer and word on each flag judged true or false at or below a folder; the flags
    that reviewers added are not among them."""
    for folder in reviews_in(root):
        place = folder.relative_to(root).as_posix()
        for by, opinion in fold(journal.read(folder / journal.FOLDER).events).items():
            for word in opinion.flags.values():
                if word.verdict in ("true", "false") and not word.added and word.shown:
                    yield place, by, word


def precision(words: Iterable[Judgement]) -> tuple[Precision, ...]:
    """Precision of all (kind "") and of each severity and check, in alphabetical order."""
    said: dict[str, list[bool]] = {}
    for word in words:
        for kind in ("", str(word.shown.get("severity", "")), str(word.shown.get("check", ""))):
            said.setdefault(kind, []).append(word.verdict == "true")
    return tuple(Precision(kind, len(each), sum(each), *wilson(sum(each), len(each)))
                 for kind, each in sorted(said.items()))


def wilson(hits: int, n: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927); of nothing, all is possible."""
    if n == 0:
        return 0.0, 1.0
    share, square = hits / n, Z * Z / n
    middle = (share + square / 2) / (1 + square)
    reach = Z * sqrt(share * (1 - share) / n + square / (4 * n)) / (1 + square)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def as_judged(words: Sequence[tuple[str, str, Judgement]]) -> list[dict[str, Any]]:
    """Lines in the form in which flags are judged by hand: spans are code points of `en`, `id`.

    The reviewer's severity stands for a true flag, the comment for the kind of a false one.
    """
    kept = ("en", "id", "category", "check", "severity", "confidence", "source", "target")
    return [{"set": place, **{name: word.shown.get(name) for name in kept},
             "verdict": word.verdict, "kind": word.comment if word.verdict == "false" else "",
             "judged_severity": (word.severity or word.shown.get("severity"))
             if word.verdict == "true" else None}
            for place, _, word in words]
