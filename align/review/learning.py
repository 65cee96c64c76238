"""What decisions teach: how often flags of a kind are true, and judged flags to fit on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any

from align.model import Review
from align.naming import bead_names
from align.review import journal
from align.review.fold import Judgement, fold
from align.review.folder import load_review, reviews_in
from align.review.links import linked

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


def drawn(review: Review, count: int) -> tuple[int, ...]:
    """Beads without a shown flag, drawn for judging: the same ones for every reviewer."""
    flagged = {flag.bead for flag in review.flags}
    clean = [(name, number) for number, (name, bead) in enumerate(
        zip(bead_names(review), review.beads, strict=True))
        if bead.kind == "match" and number not in flagged]
    return tuple(sorted(number for _, number in sorted(clean)[:count]))


@dataclass(frozen=True, slots=True)
class Misses:
    """Of `pairs` without a flag that a reviewer judged, those with something wrong, and the 95 %
    interval of their share."""

    pairs: int
    wrong: int
    low: float
    high: float


def misses(root: Path) -> Misses:
    """How often something is wrong in pairs that show no flag, by the words of all reviewers.

    Counted are pairs that a reviewer accepted, rejected or added a flag to.
    """
    pairs = wrong = 0
    for folder in reviews_in(root):
        events = journal.read(folder / journal.FOLDER).events
        review = linked(load_review(folder), events)
        names = bead_names(review)
        flagged = {names[flag.bead] for flag in review.flags}
        for opinion in fold(events).values():
            added = {word.bead for word in opinion.flags.values() if word.added}
            said = {name: word.verdict for name, word in opinion.pairs.items()}
            for name in names:
                if name not in flagged and (name in added or said.get(name) in (
                        "accepted", "rejected")):
                    pairs += 1
                    wrong += name in added or said.get(name) == "rejected"
    return Misses(pairs, wrong, *wilson(wrong, pairs))


def judged_flags(root: Path) -> Iterator[tuple[str, str, Judgement]]:
    """Place, reviewer and word on each flag judged true or false at or below a folder; the flags
    that reviewers added are not among them."""
    for folder in reviews_in(root):
        place = folder.relative_to(root).as_posix()
        for by, opinion in fold(journal.read(folder / journal.FOLDER).events).items():
            for word in opinion.flags.values():
                if word.verdict in ("true", "false") and not word.added and word.shown.get("check"):
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
            for place, _, word in words if word.shown.get("en") or word.shown.get("id")]
