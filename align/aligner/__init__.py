"""Sentence vectors to beads: which sentences of a rewrite say what which of the original said.

    from align.aligner import align
    alignment = align(english_sentences, indonesian_sentences, encoder)

The method: evidence for every possible bead (`evidence.py`) is weighed and summed over all paths
(`lattice.py`), which gives each bead a probability; uncertain merges are examined clause by clause
(`clauses.py`) and weighed again; what stands alone on both sides is then paired out of order
(`moves.py`), and what stands alone on one side is taken up by a bead near it that renders it
(`attaching.py`). Long texts are cut where it is safe (`cutting.py`); equal neighbours and blank
lines are seen to before and after (`repeats.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from align.aligner.attaching import attach
from align.aligner.clauses import clause_evidence
from align.aligner.cutting import Block, blocks
from align.aligner.evidence import (
    BeadType,
    background,
    bead_types,
    grid_evidence,
    is_merge,
    score,
)
from align.aligner.lattice import Lattice, Step, best_paths, solve
from align.aligner.moves import pair_moved
from align.aligner.repeats import in_order, runs, spread, told_of_each
from align.aligner.settings import AlignerSettings, Weights
from align.aligner.sides import Side, encode_side, make_side
from align.encoders import Encoder, Vectors
from align.errors import InputError
from align.model import Bead

__all__ = ["AlignerSettings", "Alignment", "Side", "Weights", "align", "align_sides",
           "encode_side", "make_side"]

_BATCH_CELLS = 120_000  # cells of the grids that are solved in one batch
LONGEST = 30_000  # sentences of a side; a longer text would need more than a gigabyte


@dataclass(frozen=True, slots=True)
class Alignment:
    """Beads in the order of the source, additions where they stand in the target.

    `likeness` is the matrix of single sentences, background 0 and equality 1, shape (n, m),
    float32; None where the texts are too long for it to be worth its memory.
    """

    beads: tuple[Bead, ...]
    likeness: Vectors | None = field(default=None, compare=False)


def align(source: Sequence[str], target: Sequence[str], encoder: Encoder,
          settings: AlignerSettings | None = None) -> Alignment:
    """Align the sentences of two texts.

    Blank texts are no sentences and stand alone; equal neighbours that were rendered once are one
    bead with their rendering.

    Raises:
        InputError: a text is longer than `LONGEST`, or the encoder gave vectors of a wrong shape
            or with values that are no numbers.
    """
    settings = settings or AlignerSettings()
    sizes = len(source), len(target)
    if max(sizes) > LONGEST:
        raise InputError(f"A text of {max(sizes):,} sentences is too long to align; cut both texts "
                         f"into parts of at most {LONGEST:,}.")
    ours, theirs = runs(source), runs(target)
    texts = tuple([side[run[0]] for run in of] for side, of in ((source, ours), (target, theirs)))
    left, right = (encode_side(each, encoder) for each in texts)
    found = align_sides(left, right, settings, texts=(texts[0], texts[1]), encoder=encoder)
    if (len(ours), len(theirs)) == sizes:
        return found
    beads = told_of_each(found.beads, ours, theirs, sizes, settings.widest)
    likeness = found.likeness
    return Alignment(tuple(in_order(beads)),
                     None if likeness is None else spread(likeness, ours, theirs, sizes))


def align_sides(source: Side, target: Side, settings: AlignerSettings | None = None, *,
                texts: tuple[Sequence[str], Sequence[str]] | None = None,
                encoder: Encoder | None = None) -> Alignment:
    """Align two sides whose vectors are at hand.

    Args:
        texts, encoder: with both, uncertain merges are examined clause by clause, and lone
            sentences word by word.
    """
    settings = settings or AlignerSettings()
    if not len(source) or not len(target):
        return Alignment(tuple(
            [Bead((i,), ()) for i in range(len(source))]
            + [Bead((), (j,)) for j in range(len(target))]))
    floor = background(source.windows[0], target.windows[0])
    path = []
    for batch in _batches(_grids(source, target, settings)):
        scores = [_scores(source, target, block, floor, settings) for block in batch]
        sizes = [(bottom - top, right - left) for (top, left), (bottom, right) in batch]
        lattice = solve(scores, sizes)
        if texts and encoder:
            _weigh_clauses(scores, lattice, batch, (source, target), texts, encoder, floor,
                           settings)
            lattice = solve(scores, sizes)
        for ((top, left), _), steps in zip(batch, best_paths(lattice), strict=True):
            path += [Step(top + s.i, left + s.j, s.k, s.m, s.probability) for s in steps]
    beads = _beads(path, pair_moved(source, target, path, floor, settings))
    if texts and encoder and settings.attaches:
        beads = tuple(in_order(attach(beads, (source, target), texts, encoder, floor, settings)))
    likeness = None
    if len(source) * len(target) <= settings.exact_cells:
        likeness = (source.windows[0] @ target.windows[0].T - floor) / (1 - floor)
    return Alignment(beads, likeness)


def _grids(source: Side, target: Side, settings: AlignerSettings) -> list[Block]:
    if len(source) * len(target) <= settings.exact_cells:
        return [((0, 0), (len(source), len(target)))]
    return blocks(source.windows[0], target.windows[0], settings.chunk)


def _batches(grids: list[Block]) -> list[list[Block]]:
    """Grids of like size together, so that little is padding; few enough to fit in memory."""
    batches: list[list[Block]] = []
    cells = 0
    by_size = sorted(grids, key=lambda g: (g[1][0] - g[0][0], g[1][1] - g[0][1], g))
    widest = 0
    for grid in by_size:
        (top, left), (bottom, right) = grid
        widest = max(widest, right - left)
        cells = (bottom - top + 1) * (widest + 1)
        if not batches or (len(batches[-1]) + 1) * cells > _BATCH_CELLS:
            batches.append([])
            widest = right - left
        batches[-1].append(grid)
    return batches


def _scores(source: Side, target: Side, block: Block, floor: float,
            settings: AlignerSettings) -> dict[tuple[int, int], Vectors]:
    (top, left), (bottom, right) = block
    evidence = grid_evidence(source[top:bottom], target[left:right], floor,
                             bead_types(settings.widest, settings.several))
    return {kind: score(found, settings.weights) for kind, found in evidence}


def _weigh_clauses(scores: Sequence[dict[BeadType, Vectors]], lattice: Lattice,
                   batch: Sequence[Block], sides: tuple[Side, Side],
                   texts: tuple[Sequence[str], Sequence[str]], encoder: Encoder, floor: float,
                   settings: AlignerSettings) -> None:
    """Add to the scores of likely merges what their clauses say, and rule out all others."""
    merges, places = [], []
    for kind, chance in lattice.probability.items():
        if not is_merge(kind):
            continue
        likely = chance > settings.clause_floor
        for grid, found in enumerate(scores):
            if kind in found:
                rows, columns = found[kind].shape
                found[kind] = np.where(likely[grid, :rows, :columns], found[kind], -np.inf)
        for grid, i, j in np.argwhere(likely).tolist():
            (top, left), _ = batch[grid]
            merges.append(Step(top + i, left + j, *kind, 0.0))
            places.append((grid, i, j))
    found_in = clause_evidence(merges, sides, texts, encoder, floor)
    for (grid, i, j), merge, evidence in zip(places, merges, found_in, strict=True):
        scores[grid][merge.k, merge.m][i, j] += float(score(evidence, settings.weights)[0])


def _beads(path: Sequence[Step], moved: Sequence[Step]) -> tuple[Bead, ...]:
    gone_source = {i for step in moved for i in range(step.i, step.i + step.k)}
    gone_target = {j for step in moved for j in range(step.j, step.j + step.m)}
    kept = [step for step in path
            if (step.k and step.m) or not (
                step.i in gone_source if step.k else step.j in gone_target)]
    placed = [(step, False) for step in kept] + [(step, True) for step in moved]
    return tuple(in_order([
        Bead(tuple(range(step.i, step.i + step.k)), tuple(range(step.j, step.j + step.m)),
             is_moved, step.probability)
        for step, is_moved in placed
    ]))
