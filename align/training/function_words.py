"""Parallel text -> `function_words.npz`: which function words an English sentence calls for.

One logistic model a class (see lexicon/expected.py), all fitted together by Adam on sparse counts,
with an L1 penalty that leaves most n-grams out.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from align.bench.tables import read_table
from align.errors import InputError, MissingExtraError
from align.lexicon.expected import STEP, grams, length
from align.mentions.function_words import groups, read_function_words
from align.training.tagger.corpus import is_clean
from align.writing import write_whole

SEED = 1
LEAST = 25      # sentences that an n-gram must stand in
SLIGHT = 0.2    # an n-gram with no weight above it is left out
ROUNDS = 6
BATCH = 512
RATE = 0.02
PENALTY = 2e-6  # of all weights together, against the mean cross entropy of a class
CALLED = 0.0    # log odds from which a class counts as called for
RARE = 1e-4     # share below which a class counts as that rare
PRIOR = 10.0    # sightings that what is usual anyway weighs
Floats = npt.NDArray[np.float32]


def write(paths: Sequence[Path], out: Path, without: Collection[str] = ()) -> int:
    """Fit to tables `doc source target`; returns the n-grams that were kept.

    Args:
        without: English sentences to leave out.

    Raises:
        InputError: a file is not such a table, or all of them are empty.
        MissingExtraError: without torch.
    """
    pairs = [(source, target) for path in paths for _, source, target in read_table(path)
             if source not in without and is_clean(source, target)]
    if not pairs:
        raise InputError("The tables have no pairs to learn from; name others.")
    order = np.random.default_rng(SEED).permutation(len(pairs))
    pairs = [pairs[at] for at in order]
    said = [sorted({gram for gram, _, _ in grams(source)}) for source, _ in pairs]
    counts = Counter(gram for each in said for gram in each)
    known = {gram: row for row, gram in enumerate(
        sorted(gram for gram, count in counts.items() if count >= LEAST))}
    rows = [np.array([known[gram] for gram in each if gram in known], np.int64) for each in said]
    lengths = np.array([length(target) for _, target in pairs], np.float32)
    stated = _stated([target for _, target in pairs])
    weights, bias, slope = _fitted(rows, lengths, stated, len(known))
    kept = np.flatnonzero(np.abs(weights).max(1) > SLIGHT)
    names = list(known)
    stored = np.round(weights[kept] / STEP).astype(np.int16)
    instead = _instead(rows, lengths, stated, weights, bias, slope)
    buffer = io.BytesIO()
    np.savez_compressed(buffer, classes=np.array("\n".join(groups())),
                        grams=np.array("\n".join(names[at] for at in kept)), weights=stored,
                        bias=bias, length=slope, instead=instead)
    write_whole(out, buffer.getvalue())
    return len(kept)


def _stated(targets: Sequence[str]) -> Floats:
    """Which classes stand in each target: (targets, classes), 0 or 1."""
    classes = {name: at for at, name in enumerate(groups())}
    found = np.zeros((len(targets), len(classes)), np.float32)
    for row, target in enumerate(targets):
        for word in read_function_words(target):
            found[row, classes[word.name]] = 1
    return found


def _fitted(rows: Sequence[npt.NDArray[np.int64]], lengths: Floats, stated: Floats, known: int
            ) -> tuple[Floats, Floats, Floats]:
    """Weights (known, classes), bias (classes,) and weight of the length (classes,)."""
    try:
        import torch
    except ImportError as error:
        raise MissingExtraError("Fitting needs torch; install it with: "
                                "pip install 'selaras[train]'.") from error
    share = np.clip(stated.mean(0), RARE, 1 - RARE)
    weights = torch.zeros(known, stated.shape[1], requires_grad=True)
    bias = torch.tensor(np.log(share / (1 - share)), requires_grad=True)
    slope = torch.zeros(stated.shape[1], requires_grad=True)
    optimizer: Any = torch.optim.Adam([weights, bias, slope], lr=RATE)
    for turn in range(ROUNDS):
        for group in optimizer.param_groups:
            group["lr"] = RATE * (1 - turn / ROUNDS)
        for batch in _batches(len(rows), turn):
            flat = torch.from_numpy(np.concatenate([rows[at] for at in batch]))
            starts = np.cumsum([0, *(len(rows[at]) for at in batch)])[:-1]
            odds = (torch.nn.functional.embedding_bag(
                flat, weights, torch.from_numpy(starts), mode="sum")
                + bias + torch.from_numpy(lengths[batch])[:, None] * slope)
            loss: Any = torch.nn.functional.binary_cross_entropy_with_logits(
                odds, torch.from_numpy(stated[batch])) + PENALTY * weights.abs().sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return (weights.detach().numpy(), bias.detach().numpy().astype(np.float32),
            slope.detach().numpy())


def _batches(count: int, turn: int) -> list[npt.NDArray[np.int64]]:
    order = np.random.default_rng(SEED + 1 + turn).permutation(count)
    return [order[start:start + BATCH] for start in range(0, count, BATCH)]


def _instead(rows: Sequence[npt.NDArray[np.int64]], lengths: Floats, stated: Floats,
             weights: Floats, bias: Floats, slope: Floats) -> Floats:
    """Log odds that the second class stands where the first was called for in vain."""
    odds = (np.stack([weights[each].sum(0) for each in rows]) + bias
            + lengths[:, None] * slope)
    in_vain = ((odds > CALLED) & (stated == 0)).astype(np.float32)
    seen, asked = in_vain.T @ stated, in_vain.sum(0)[:, None]
    share = np.clip((seen + PRIOR * stated.mean(0)) / (asked + PRIOR), RARE, 1 - RARE)
    found: Floats = np.log(share / (1 - share)).astype(np.float32)
    return found
