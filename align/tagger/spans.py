"""From piece labels to what a reader would underline: whole words, joined to spans, with evidence.

Evidence is a log-odds: how sure the tagger is of the worst word of the span, and of the pair being
wrong at all, half and half. A lone odd piece in a pair that reads well is thereby let go.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from align.odds import log_odds
from align.tagger.run import Tagged, Token
from align.text.tokens import compounds

Kind = Literal["wrong", "gap"]

LOW = 0.3  # trouble at which a word joins a span
BRIDGE = 0.12  # trouble at which a word between two such words does not part them


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of one text, code points [start, end), that is wrong or on this side only."""

    start: int
    end: int
    kind: Kind
    trouble: float
    evidence: float


@dataclass(frozen=True, slots=True)
class _Judged:
    start: int
    end: int
    wrong: float
    gap: float

    @property
    def trouble(self) -> float:
        return self.wrong + self.gap


def spots(text: str, tokens: Sequence[Token], score: float) -> tuple[Spot, ...]:
    """Spans of trouble in one text of a pair that scored `score`, in order."""
    words = judged_words(text, tokens)
    level = [2 if w.trouble >= LOW else 1 if w.trouble >= BRIDGE else 0 for w in words]
    for i in range(1, len(words) - 1):
        if level[i] == 1 and level[i - 1] == 2 == level[i + 1]:
            level[i] = 2
    found = []
    for loud, run in groupby(range(len(words)), key=lambda i: level[i] == 2):
        if loud:
            found.append(_spot([words[i] for i in run], text, score))
    return tuple(spot for spot in found if spot is not None)


def _spot(run: Sequence[_Judged], text: str, score: float) -> Spot | None:
    run = _trimmed(run, text)
    if not run:
        return None
    worst = max(word.trouble for word in run)
    gap = sum(word.gap for word in run) > sum(word.wrong for word in run)
    return Spot(run[0].start, run[-1].end, "gap" if gap else "wrong", worst,
                evidence(worst, score))


def _trimmed(run: Sequence[_Judged], text: str) -> Sequence[_Judged]:
    # Punctuation at either end is nothing to underline.
    first, last = 0, len(run)
    while first < last and not text[run[first].start].isalnum():
        first += 1
    while last > first and not text[run[last - 1].start].isalnum():
        last -= 1
    return run[first:last]


def evidence(trouble: float, score: float) -> float:
    """Mean log-odds of a word being in trouble and of the pair being wrong."""
    return 0.5 * (log_odds(trouble) + log_odds(1 - score))


def judged_words(text: str, tokens: Sequence[Token]) -> list[_Judged]:
    """The words of a text, each as bad as the worst piece that stands in it."""
    words = []
    at = 0
    for word in compounds(text):
        start, end = word.start, word.end
        while at < len(tokens) and tokens[at].end <= start:
            at += 1
        inside = []
        for token in tokens[at:]:
            if token.start >= end:
                break
            if token.end > start and token.end > token.start:
                inside.append(token)
        words.append(_Judged(start, end, max((t.wrong for t in inside), default=0.0),
                             max((t.gap for t in inside), default=0.0)))
    return words


def trouble_within(text: str, tokens: Sequence[Token], start: int, end: int) -> float:
    """Chance that the worst word of `text[start:end]` is in trouble of either kind."""
    return max((word.trouble for word in judged_words(text, tokens)
                if word.start < end and start < word.end), default=0.0)


def strongest(source: str, target: str, tagged: Tagged) -> float:
    """Evidence of the worst span on either side of a pair, -inf where nothing is underlined."""
    both = (*spots(source, tagged.source, tagged.score),
            *spots(target, tagged.target, tagged.score))
    return max((spot.evidence for spot in both), default=float("-inf"))
