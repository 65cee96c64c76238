"""Fits how the lexicon's and the vectors' evidence of a word link is weighed, to links by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from align.analysis.fusing import features
from align.analysis.gaps import weighs
from align.analysis.lexical import strengths
from align.bench.links import GoldPair
from align.errors import InputError
from align.lexicon import Lexicon
from align.tagger.likeness import word_likeness
from align.tagger.run import ready
from align.text.en.stop import STOP as ENGLISH_STOP
from align.text.id.stop import STOP as INDONESIAN_STOP
from align.text.tokens import words
from align.training.logistic import fit
from align.writing import write_whole

Row = dict[str, float]


def fit_links(gold: Sequence[GoldPair], out: Path) -> None:
    """Write the weights of `analysis.fusing`, fitted to pairs with sure links.

    Raises:
        InputError: there are none, or no tagger tells how alike their words are.
    """
    examples = [example for pair in gold if pair.sure for example in _examples(pair)]
    if not examples:
        raise InputError("There is nothing to fit: name a file of sure links, and install "
                         "Selaras with its tagger.")
    weights = fit([row for row, _ in examples], [label for _, label in examples])
    write_whole(out, json.dumps(weights, indent=1) + "\n")


def _examples(gold: GoldPair) -> Iterator[tuple[Row, int]]:
    """Features of all pairs of content words, and whether they are linked; possible ones aside."""
    tagger = ready()
    if tagger is None:
        return
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
