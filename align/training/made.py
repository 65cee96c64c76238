"""Pairs whose truth is known because the error was made: from held-out clean pairs, by kind."""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np

from align.bench.items import Item
from align.checks import Range
from align.errors import InputError
from align.training.tagger.corpus import load_corpus
from align.training.tagger.errors import ERRORS, Material, apply
from align.training.tagger.errors import clean as untouched
from align.training.tagger.lexis import learn
from align.training.tagger.ship import tuning_rows


def made_items(data: Path, each: int = 20, clean: int = 400, seed: int = 1,
               professional: bool = True, tuning: bool = False) -> list[Item]:
    """Clean items from held-out documents, and up to `each` made errors of every kind in them.

    Args:
        professional: leave out rows whose pairing is automatic.
        tuning: from the held-out documents that calibration may see, not from the others.

    Raises:
        InputError: there is no data, or none is held out.
    """
    corpus = load_corpus(data)
    rows = [row for row in corpus.held if not (professional and row.automatic)]
    seen = tuning_rows(corpus.held)
    rows = [row for row in rows if (row in seen) == tuning]
    if not rows:
        raise InputError(f"'{data}' has no held-out documents; name the folder with ntrex_dev.")
    lexis = learn([(r.source, r.target) for r in (*corpus.train, *corpus.held)], corpus.lexicon,
                  corpus.noisy)
    rng = Random(seed)
    items = [Item("", row.source, row.target, True)
             for row in rng.sample(rows, min(clean, len(rows)))]
    for kind, (_, maker) in ERRORS.items():
        made = 0
        for row in rng.sample(rows, len(rows)):
            mates = [(r.source, r.target) for r in rows
                     if r.document == row.document and r is not row]
            edits = maker(Material(row.source, row.target, lexis, mates), rng)
            if edits and made < each:
                draft = apply(untouched(row.source, row.target), edits)
                items.append(Item(kind, draft.source, draft.target, False,
                                  _marked(draft.source_labels), _marked(draft.target_labels)))
                made += 1
    return items


def _marked(labels: bytes) -> tuple[Range, ...]:
    edges = np.flatnonzero(np.diff([0, *(label > 0 for label in labels), 0]))
    return tuple((int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True))
