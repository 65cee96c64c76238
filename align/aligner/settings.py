"""The parameters of the aligner, each with its reason.

The weights are those of a semi-Markov conditional random field over beads: the score of a bead is
the sum of its evidence times these weights, in nats. They were fitted by `selaras train aligner`
and are the same for every encoder, since all likeness is measured on a scale found from the article
pair.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Weights:
    """One weight for each piece of evidence; see `evidence.py` for how each is measured."""

    # A sentence that stands alone (a null).
    null: float = -0.07  # the price of leaving one sentence unaligned
    null_length: float = 0.05  # log length: short sentences are dropped for other reasons

    # Sentences that say the same.
    single: float = 1.13  # one sentence for one is the usual case
    merged: float = -0.71  # several sentences for one, or for several
    merge: float = -0.06  # for each sentence above two for one
    two_sided: float = -0.45  # several for several: rewriters rarely do both at once
    likeness: float = 2.72  # vector likeness, background 0, equality 1
    likeness_40: float = 1.36  # the part above .4: the slope is not the same everywhere
    likeness_70: float = 0.28  # the part above .7
    rival: float = 2.49  # likeness less the best rival outside the bead, on the worse side
    rivals: float = 2.29  # likeness less the mean of both sides' best rivals
    length: float = -1.14  # absolute log ratio of the lengths in characters
    length_squared: float = -0.89
    shared_numbers: float = 0.33
    lone_numbers: float = -0.80  # numbers that only one side has

    # A merge whose long sentence was cut into clauses, handed out to the sentences opposite.
    clause: float = -0.04  # it could be cut
    clause_count: float = 0.47  # for each sentence above two
    clause_sum: float = 2.03  # likeness of each sentence and its piece
    clause_min: float = 1.38  # the least of them
    clause_gain: float = 1.55  # by which a sentence likes its own piece more than another's, least
    clause_length: float = -1.11  # absolute log ratio of each sentence's length and its piece's


@dataclass(frozen=True, slots=True)
class Belonging:
    """Log odds that a sentence left alone is part of a bead near it; see `belonging.py`."""

    bias: float = -2.88
    like: float = -7.30  # likeness of the sentence and the other side of the bead
    gain: float = 21.75  # by which the bead's sides are liker with it
    clause: float = 6.06  # by which it is liker than the rest to the clause it explains best
    bare: float = -3.42  # nothing stands on its side of the bead yet
    bare_like: float = 10.70  # the likeness once more, if so
    own: float = 3.02  # share of its content words that stand opposite
    own_fresh: float = 4.92  # of these, words that the rest does not explain
    fresh: float = 6.20  # share of the words opposite that it alone explains
    fresh_weight: float = 1.01  # log of one and how rare these are together
    numbers: float = 7.48  # a number of two figures or more is among them
    gap: float = -1.99  # log of one and the sentences between


@dataclass(frozen=True, slots=True)
class AlignerSettings:
    """How to align. `weights` and `belonging` come from fitting; the rest are bounds."""

    weights: Weights = field(default_factory=Weights)
    belonging: Belonging = field(default_factory=Belonging)
    attaches: bool = True  # whether lone sentences are held against the beads around them
    pair_odds: float = 2.2  # nats that a pair needs of which both stand alone; others, none
    widest: int = 6  # sentences that one may stand for
    several: int = 5  # of a bead with several on both sides, together
    clause_floor: float = 0.01  # merges less probable than this are not worth cutting into clauses
    move_threshold: float = 2.0  # nats by which a pair out of order must beat two nulls
    move_reach: int = 500  # sentences that one may have moved by; an article is shorter than that
    move_slope: float = 1.33  # turns those nats into a probability, with the intercept below
    move_intercept: float = -3.77
    exact_cells: int = 40_000  # grids up to this size (200 x 200) are solved whole
    chunk: int = 32  # beyond that, cut at safe places into pieces of about so many sentences
