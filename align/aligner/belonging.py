"""What speaks for a sentence that stands alone being part of a bead near it.

Five sentences condensed into one are each far from it in vector, so a lone sentence is held
against the bead in other ways too: whether the whole grows liker with it, whether its own content
words stand opposite, and whether it explains words and clauses opposite that the rest of the bead
does not. All evidence is symmetric in the two sides.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from align.aligner.clauses import clauses
from align.aligner.sides import Side
from align.aligner.wording import Words, content, rarities, rendered, weighed
from align.encoders import Encoder, Vectors

Evidence = dict[str, float]  # by the names of `Belonging`


class Pieces:
    """Vectors of the clauses of sentences, (clauses, d), encoded when they are first asked for."""

    def __init__(self, texts: Sequence[str], encoder: Encoder) -> None:
        self._texts, self._encoder = texts, encoder
        self._known: dict[int, Vectors] = {}

    def foresee(self, places: Iterable[int]) -> None:
        """Encode those of many sentences at once."""
        cut = {at: clauses(self._texts[at]) for at in sorted(set(places) - set(self._known))}
        vectors = self._encoder.encode_windows(
            [clause for each in cut.values() for clause in each], 1)[0]
        start = 0
        for at, each in cut.items():
            self._known[at] = vectors[start:start + len(each)]
            start += len(each)

    def of(self, places: Sequence[int]) -> Vectors:
        """The clauses of some sentences, one after the other."""
        if not self._known.keys() >= set(places):
            self.foresee(places)
        return np.concatenate([self._known[at] for at in places])


@dataclass(frozen=True, slots=True)
class Half:
    """One side: sentence vectors (n, d), the clauses', and of those sentences that are looked at
    the content words and how rare each word is among them."""

    vectors: Vectors
    pieces: Pieces
    words: dict[int, Words]
    rarity: dict[str, float]


def make_half(side: Side, texts: Sequence[str], wanted: Iterable[int], encoder: Encoder) -> Half:
    """A side with the words of the wanted sentences."""
    words = {at: content(texts[at]) for at in sorted(set(wanted))}
    return Half(side.windows[0], Pieces(texts, encoder), words, rarities(list(words.values())))


def promise(alone: int, opposite: tuple[int, ...], ours: Half, theirs: Half) -> tuple[float, float]:
    """How like a sentence is to the likest of some opposite, and the share of its words there."""
    mine = ours.words[alone]
    there = frozenset[str]().union(*(theirs.words[at] for at in opposite))
    return (float((theirs.vectors[list(opposite)] @ ours.vectors[alone]).max()),
            weighed(rendered(mine, there), ours.rarity) / (weighed(mine, ours.rarity) or 1.0))


def belonging(alone: int, own: tuple[int, ...], opposite: tuple[int, ...], ours: Half,
              theirs: Half, floor: float) -> Evidence:
    """Evidence that a sentence is rendered by `opposite`, beside those of its side that are.

    Args:
        alone: number of the sentence on our side.
        own, opposite: the bead's sentences on our side, maybe none, and on theirs.
        floor: the cosine of unrelated sentences.
    """
    return (_by_vectors(alone, own, opposite, ours, theirs, floor)
            | _by_words(alone, own, opposite, ours, theirs))


def _by_vectors(alone: int, own: tuple[int, ...], opposite: tuple[int, ...], ours: Half,
                theirs: Half, floor: float) -> Evidence:
    whole = _mean(theirs.vectors[list(opposite)])
    like = float(ours.vectors[alone] @ whole - floor) / (1 - floor)
    gain = 0.0
    if own:
        gain = float((_mean(ours.vectors[[*own, alone]]) - _mean(ours.vectors[list(own)]))
                     @ whole) / (1 - floor)
    pieces = theirs.pieces.of(opposite)
    explained = pieces @ ours.vectors[[*own, alone]].T
    rest = np.maximum(explained[:, :-1].max(axis=1, initial=floor), floor)
    clause = float((explained[:, -1] - rest).max()) / (1 - floor)
    return {"like": like, "gain": gain, "clause": clause, "bare": float(not own),
            "bare_like": 0.0 if own else like}


def _by_words(alone: int, own: tuple[int, ...], opposite: tuple[int, ...], ours: Half,
              theirs: Half) -> Evidence:
    mine = ours.words[alone]
    there = frozenset[str]().union(*(theirs.words[at] for at in opposite))
    beside = frozenset[str]().union(*(ours.words[at] for at in own))
    left = there - rendered(there, beside)  # what the rest of the bead does not explain
    fresh = rendered(left, mine)
    met, all_mine = weighed(fresh, theirs.rarity), weighed(mine, ours.rarity) or 1.0
    return {
        "own": weighed(rendered(mine, there), ours.rarity) / all_mine,
        "own_fresh": weighed(rendered(mine, left), ours.rarity) / all_mine,
        "fresh": met / (weighed(there, theirs.rarity) or 1.0),
        "fresh_weight": math.log1p(met),
        # Single digits meet by chance.
        "numbers": float(any(word[0].isdigit() and len(word) > 1 for word in mine & fresh)),
    }


def _mean(vectors: Vectors) -> npt.NDArray[np.float32]:
    total = vectors.sum(axis=0)
    mean: npt.NDArray[np.float32] = total / max(float(np.linalg.norm(total)), 1e-9)
    return mean
