"""Stretches of one side of a pair that no word of the other side renders.

Symmetric: told the links, it looks at either side. What it finds is only lexical: a lexicon knows
four content words in five, so whether a gap is a loss is for the caller to measure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from align.text.en.stop import STOP as ENGLISH_STOP
from align.text.id.stop import STOP as INDONESIAN_STOP
from align.text.tokens import Token, is_content

# What a word adds to a stretch. The best stretch has the greatest sum, so a linked word may lie
# inside a gap only if enough unlinked ones lie on both sides of it.
_BARE, _LINKED, _FUNCTION, _MARK, _STOP_LINKED = 1.0, -1.1, 0.0, -0.35, -0.1
_SURE = 0.6        # links at least so strong render a word
LEAST_BARE = 2     # unlinked content words that make a gap worth looking at
MOST_GAPS = 2


@dataclass(frozen=True, slots=True)
class Gap:
    """Words [first, last) of one side. Counts are of content words and figures.

    `bare`: unlinked ones inside; `linked`: linked ones inside; `total`: all of that side;
    `room`: unlinked words of the other side where a rendering would stand; `all_room`: unlinked
    words of the whole other side; `names`: unlinked names and figures inside; `opens` and
    `closes`: whether a mark or the sentence's edge stands before and after.
    """

    first: int
    last: int
    bare: int
    linked: int
    total: int
    room: tuple[int, ...]
    all_room: int
    names: int
    opens: bool
    closes: bool


def gaps(ours: Sequence[Token], theirs: Sequence[Token],
         links: Sequence[tuple[int, int, float]], *, english: bool) -> list[Gap]:
    """Gaps of `ours`, gravest first, at most MOST_GAPS.

    Args:
        links: (index in ours, index in theirs, strength).
        english: whether `ours` is the English side.
    """
    stop, their_stop = (ENGLISH_STOP, INDONESIAN_STOP) if english else (
        INDONESIAN_STOP, ENGLISH_STOP)
    sure = {i for i, _, strength in links if strength >= _SURE}
    their_sure = {j for _, j, strength in links if strength >= _SURE}
    free = [j for j, word in enumerate(theirs) if weighs(word, their_stop) and j not in their_sure]
    worth = [_worth(i, word, sure, stop) for i, word in enumerate(ours)]
    found = []
    for _ in range(MOST_GAPS):
        first, last = _best_stretch(worth)
        gap = _describe(first, last, ours, theirs, links, sure, stop, free)
        if gap.bare < LEAST_BARE:
            break
        found.append(gap)
        worth[first:last] = [-9.0] * (last - first)
    return found


def weighs(word: Token, stop: frozenset[str]) -> bool:
    """Whether the word counts: a content word or a figure."""
    return word.text[0].isdigit() or is_content(word, stop)


def _worth(i: int, word: Token, sure: set[int], stop: frozenset[str]) -> float:
    if weighs(word, stop):
        return _LINKED if i in sure else _BARE
    if not word.is_word:
        return _MARK if word.text in ",;:.?!—–" else _FUNCTION
    return _STOP_LINKED if i in sure else _FUNCTION


def _best_stretch(worth: Sequence[float]) -> tuple[int, int]:
    """Kadane's greatest-sum stretch, without worthless words at its ends."""
    best, first, last, total, start = 0.0, 0, 0, 0.0, 0
    for i, value in enumerate(worth):
        if total <= 0:
            total, start = 0.0, i
        total += value
        if total > best:
            best, first, last = total, start, i + 1
    while first < last and worth[first] < _BARE:
        first += 1
    return first, last


def _describe(first: int, last: int, ours: Sequence[Token], theirs: Sequence[Token],
              links: Sequence[tuple[int, int, float]], sure: set[int], stop: frozenset[str],
              free: Sequence[int]) -> Gap:
    inside = [i for i in range(first, last) if weighs(ours[i], stop)]
    bare = [i for i in inside if i not in sure]
    left, right = _anchors(first, last, len(theirs), links)
    return Gap(
        first, last, len(bare), len(inside) - len(bare),
        sum(weighs(word, stop) for word in ours),
        tuple(j for j in free if left - 2 <= j <= right + 2), len(free),
        sum(ours[i].text[0].isdigit() or (ours[i].text[0].isupper() and i > 0) for i in bare),
        first == 0 or _is_mark(ours[first - 1]),
        last == len(ours) or _is_mark(ours[last]))


def _is_mark(word: Token) -> bool:
    return not word.is_word and not word.text[0].isdigit()


def _anchors(first: int, last: int, length: int,
             links: Sequence[tuple[int, int, float]]) -> tuple[int, int]:
    """Where on the other side a rendering would stand: between the neighbours' renderings."""
    before = [j for i, j, strength in links if strength >= _SURE and first - 4 <= i < first]
    after = [j for i, j, strength in links if strength >= _SURE and last <= i < last + 4]
    if not before and not after:
        return 0, length
    near = before + after
    if not before:
        return (0 if first < 4 else min(near)), max(near)
    if not after:
        return min(near), length
    return min(near), max(near)
