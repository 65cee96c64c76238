"""Fit the weights of finding to rewrites whose original is known.

A logistic regression over `Evidence`, with an L2 penalty on standardised features: of each rewrite
the original against its three strongest rivals, which weigh together as much as the original.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from align.bench.find import Answer, ask, read_cases
from align.encoders import Encoder
from align.finding.evidence import NAMES, table
from align.finding.gathering import add
from align.store import Store
from align.training.logistic import logistic

RIVALS = 3
_PENALTY = 0.05  # against the mean log likelihood
_FIXED = ("late",)  # too seldom seen to be fitted; set by hand


def answers(rewrites: Path, articles: Path, encoder: Encoder,
            progress: Callable[[float], None] = lambda done: None) -> list[Answer]:
    """Every second rewrite asked of the articles; the others are left to measure on.

    Args:
        rewrites, articles: as for `align.bench.find.bench_find`.

    Raises:
        InputError: a file is not of that shape.
    """
    cases = list(read_cases(rewrites))[::2]
    found = []
    with TemporaryDirectory() as folder, Store(Path(folder) / "articles.db") as store:
        add([articles], store, encoder)
        for number, case in enumerate(cases, 1):
            found.append(ask(case, store, encoder))
            progress(number / len(cases))
    return found


def fit(answers: Sequence[Answer]) -> tuple[dict[str, float], float]:
    """Weights by name, and the bias."""
    rows, labels, shares = [], [], []
    free = [n for n, name in enumerate(NAMES) if name not in _FIXED]
    for answer in answers:
        if not answer.place:
            continue
        known = table([one.evidence for one in answer.ranked])[:, free]
        rivals = np.delete(known, answer.place - 1, axis=0)
        strongest = rivals[np.argsort(-rivals.sum(axis=1))[:RIVALS]]
        rows += [known[answer.place - 1:answer.place], strongest]
        labels += [1.0] + [0.0] * len(strongest)
        shares += [1.0] + [1.0 / len(strongest)] * len(strongest)
    features = np.concatenate(rows)
    counted = np.array(shares)
    weights, bias = logistic(features, np.array(labels), _PENALTY * counted.sum(), counted)
    named = {NAMES[n]: round(float(w), 3) for n, w in zip(free, weights, strict=True)}
    return named, round(bias, 3)


def written(weights: dict[str, float], bias: float) -> Iterator[str]:
    """Fitted weights as lines of Python, to be put into finding/ranking.py."""
    yield from (f'"{name}": {weight},' for name, weight in weights.items())
    yield f"BIAS = {bias}"
