"""How far reviewers agree, once they are done: Cohen's kappa, and where they differ.

Reviewers are blind to each other until each of them has marked the article done; before that
nothing here says a word about it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from align.model import Review
from align.review.fold import Judgement, Opinion


@dataclass(frozen=True, slots=True)
class Both:
    """The words of two reviewers on one flag; `kind` is the flag's check."""

    flag: str
    kind: str
    verdicts: tuple[str, str]
    reviewers: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Over `flags` that two reviewers decided: the share alike, and kappa (None where chance alone
    would make them alike)."""

    kind: str
    flags: int
    alike: float
    kappa: float | None


def both_done(opinions: Mapping[str, Opinion]) -> bool:
    """Whether there are two reviewers at least, and every one of them is done."""
    return len(opinions) > 1 and all(opinion.done for opinion in opinions.values())


def compared(review: Review, opinions: Mapping[str, Opinion]) -> tuple[Both, ...]:
    """What each two reviewers said of the flags that both decided; nothing before all are done."""
    if not both_done(opinions):
        return ()
    found = []
    for one, other in combinations(sorted(opinions), 2):
        for flag in (*review.flags, *review.quiet):
            words = [opinions[by].flags.get(flag.id, Judgement()).verdict for by in (one, other)]
            if all(words):
                found.append(Both(flag.id, flag.check, (words[0], words[1]), (one, other)))
    return tuple(found)


def agreement(words: Iterable[Both]) -> tuple[Agreement, ...]:
    """Agreement on all flags (kind "") and on those of each kind, in alphabetical order."""
    each: dict[str, list[Both]] = {"": []}
    for word in words:
        each[""].append(word)
        each.setdefault(word.kind, []).append(word)
    return tuple(_agreed(kind, each[kind]) for kind in sorted(each) if each[kind])


def _agreed(kind: str, words: Sequence[Both]) -> Agreement:
    alike = sum(a == b for a, b in (word.verdicts for word in words)) / len(words)
    return Agreement(kind, len(words), alike, kappa([word.verdicts for word in words]))


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa (Cohen 1960): agreement beyond that of chance, -1 to 1.

    None for no pairs, or where both always said the same one thing, so that chance explains all.
    """
    if not pairs:
        return None
    n = len(pairs)
    seen = sum(a == b for a, b in pairs) / n
    left, right = (Counter(pair[side] for pair in pairs) for side in (0, 1))
    chance = sum(left[word] * right[word] for word in left) / n ** 2
    return None if chance == 1 else (seen - chance) / (1 - chance)
