"""Who takes part: the phrases of a pair that name a doer or a done-to, found on both sides.

A party is a noun phrase led by an article or a possessive ("the shipping company"), or a name
alone, that the word links hold to be one stretch of the other side and no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from align.text.tokens import Token
from align.training.tagger.errors.edit import Side
from align.training.tagger.errors.material import Material, Range

_LEADS = frozenset((
    "the", "a", "an", "its", "his", "her", "their", "this", "that", "these", "those"))
_POINTERS = (" itu", " tersebut", " ini")
_SYMMETRIC = frozenset((
    "dan", "atau", "serta", "bersama", "dengan", "antara", "and", "or", "with", "between"))
MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Party:
    """Where one party stands in the source and in the target."""

    source: Range
    target: Range
    name: bool


def parties(pair: Material) -> list[Party]:
    """The parties of a pair that keep out of each other's way, in the target's order."""
    found: list[Party] = []
    for first, last, name in _candidates(pair):
        stretch = pair.phrase("source", first, last)
        if stretch is None or stretch[1] - stretch[0] > 45:
            continue
        end = stretch[1]
        for pointer in _POINTERS:
            if pair.target.startswith(pointer, end):
                end += len(pointer)
        span = (pair.source_words[first].start, pair.source_words[last].end)
        party = Party(span, (stretch[0], end), name)
        if not any(_meet(party.source, p.source) or _meet(party.target, p.target) for p in found):
            found.append(party)
    return sorted(found, key=lambda party: party.target)


def _candidates(pair: Material) -> Iterator[tuple[int, int, bool]]:
    """Token ranges of the source that may be parties, the longest of each beginning first."""
    words = pair.source_words
    for first, word in enumerate(words):
        if word.lower in _LEADS:
            for last in range(min(first + MOST_WORDS, len(words) - 1), first, -1):
                if _joined(pair.source, words[first:last + 1]) \
                        and not any(w.lower in _LEADS for w in words[first + 1:last + 1]) \
                        and pair.partners("source", last):
                    yield first, last, False
        elif word.text[0].isupper() and len(word.lower) > 1 \
                and (not first or _alone(pair, first - 1)):
            last = first
            while last + 1 < len(words) and not _alone(pair, last + 1) \
                    and _joined(pair.source, words[last:last + 2]):
                last += 1
            yield first, last, True


def _joined(text: str, words: Sequence[Token]) -> bool:
    return all(text[a.end:b.start] == " " for a, b in pairwise(words))


def _alone(pair: Material, index: int) -> bool:
    """Whether a source word is neither a capital nor the lead of a phrase."""
    word = pair.source_words[index]
    return not word.text[0].isupper() and word.lower not in _LEADS


def acting(pair: Material) -> list[tuple[Party, int, Party]]:
    """(party, word index of the verb, party) in the target, where a clause is just these three.

    Neighbours in the same order on both sides, with little but one verb between; the first begins
    a clause, and what follows the second is the end of one or a preposition.
    """
    found = []
    for one, other in pairwise(parties(pair)):
        gaps = _between(pair, "source", one, other), _between(pair, "target", one, other)
        if one.source[1] > other.source[0] or not all(1 <= len(gap) <= 3 for gap in gaps):
            continue
        verbs = [i for i, w in gaps[1] if is_verbal(w.lower) and pair.partners("target", i)]
        if len(verbs) == 1 and _is_clause(pair.source, one.source, other.source) \
                and _is_clause(pair.target, one.target, other.target) \
                and not any(w.lower in _SYMMETRIC for gap in gaps for _, w in gap):
            found.append((one, verbs[0], other))
    return found


def _between(pair: Material, side: Side, one: Party, other: Party) -> list[tuple[int, Token]]:
    start, end = (one.source[1], other.source[0]) if side == "source" else (
        one.target[1], other.target[0])
    return [(i, w) for i, w in enumerate(pair.words(side)) if w.start >= start and w.end <= end]


_OPENS = re.compile(r"(?:^|[,.;:“\"(]|\b(?:that|and|but|after|because|when|as|if|while|bahwa|dan|"
                    r"tetapi|setelah|karena|ketika|jika|saat|sementara))[ “\"]*$", re.I)
_CLOSES = re.compile(
    r"(?:$|[,.;:!?”\")]|’|'| (?:in|on|at|with|for|from|after|before|over|about|as|to|and|of|by|"
    r"when|because|last|this|di|pada|dengan|untuk|dari|setelah|sebelum|tentang|sebagai|ke|dan|"
    r"karena|atas|yang|ketika)\b)", re.I)


def _is_clause(text: str, one: Range, other: Range) -> bool:
    return bool(_OPENS.search(text[:one[0]]) and _CLOSES.match(text[other[1]:])
                and not re.search(r"[.,?!:;()“”\"]", text[one[1]:other[0]]))


def is_verbal(word: str) -> bool:
    """Whether an Indonesian word has a verb's prefix."""
    return len(word) > 4 and word.startswith(("me", "di", "ber", "ter"))


def _meet(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]
