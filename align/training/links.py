"""Fits how the lexicon's and the vectors' evidence of a word link is weighed, to links by hand.

Faithful pairs have few words that nothing renders. So each pair also teaches with a third of either
side cut out, and every fourth with the next pair's target: vectors alone link nothing there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np

from align.analysis.fusing import features
from align.analysis.gaps import weighs
from align.analysis.lexical import strengths
from align.bench.links import GoldPair, Pairs
from align.errors import InputError
from align.lexicon import Lexicon
from align.tagger.likeness import word_likeness
from align.tagger.run import Tagger, ready
from align.text.en.stop import STOP as ENGLISH_STOP
from align.text.id.stop import STOP as INDONESIAN_STOP
from align.text.tokens import words
from align.training.logistic import fit
from align.writing import write_whole

Evidence = dict[str, float]
_CUT = 3        # one word of so many is cut out
_STRANGERS = 4  # one pair of so many is also held against another's target


def fit_links(gold: Sequence[GoldPair], out: Path, seed: int = 1) -> None:
    """Write the weights of `analysis.fusing`, fitted to pairs with sure links.

    Raises:
        InputError: there are none, or no tagger tells how alike their words are.
    """
    tagger = ready()
    linked = [pair for pair in gold if pair.sure]
    if not linked or tagger is None:
        raise InputError("There is nothing to fit: name a file of sure links, and install "
                         "Selaras with its tagger.")
    weights = fitted(linked, tagger, seed)
    write_whole(out, json.dumps(weights, indent=1) + "\n")


def fitted(gold: Sequence[GoldPair], tagger: Tagger, seed: int = 1) -> Evidence:
    """Weights by name, and "bias"."""
    random = Random(seed)
    lessons = [lesson for pair in gold for lesson in (
        pair, cut(pair, random, target=True), cut(pair, random, target=False))]
    examples = [example for lesson in lessons for example in _examples(lesson, tagger)]
    for at in range(0, len(gold) - 1, _STRANGERS):
        strangers = GoldPair(gold[at].source, gold[at + 1].target, frozenset(), frozenset())
        examples += [(row, 0) for row, _ in _examples(strangers, tagger) if not row["known"]]
    return fit([row for row, _ in examples], [label for _, label in examples])


def cut(gold: GoldPair, random: Random, *, target: bool) -> GoldPair:
    """The pair without a stretch of one side, a third of its words, and without their links."""
    text = gold.target if target else gold.source
    of = words(text, doubling=target)
    size = len(of) // _CUT
    first = random.randrange(len(of) - size)
    left = text[:of[first].start] + text[of[first + size].start:]
    if len(words(left, doubling=target)) != len(of) - size:
        return gold  # two words have become one at the seam

    def kept(pairs: Pairs) -> Pairs:
        places = [(at if at < first else at - size) if not first <= at < first + size else None
                  for at in range(len(of))]
        moved = [(i, places[j]) if target else (places[i], j) for i, j in pairs]
        return frozenset((i, j) for i, j in moved if i is not None and j is not None)

    less = replace(gold, target=left) if target else replace(gold, source=left)
    return replace(less, sure=kept(gold.sure), possible=kept(gold.possible))


def _examples(gold: GoldPair, tagger: Tagger) -> Iterator[tuple[Evidence, int]]:
    """Features of all pairs of content words, and whether they are linked; possible ones aside."""
    ours, theirs = words(gold.source), words(gold.target, doubling=True)
    likeness = word_likeness(tagger.tag([(gold.source, gold.target)])[0], ours, theirs)
    if likeness is None:
        return
    told = features(strengths(ours, theirs, Lexicon.load()), likeness)
    content = np.outer([weighs(word, ENGLISH_STOP) for word in ours],
                       [weighs(word, INDONESIAN_STOP) for word in theirs])
    for i, j in np.argwhere(content).tolist():
        if (i, j) in gold.sure or (i, j) not in gold.possible:
            yield ({name: float(value[i, j]) for name, value in told.items()},
                   int((i, j) in gold.sure))
