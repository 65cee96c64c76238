"""Fit the aligner's weights to gold alignments, and measure them on documents not fitted on.

Folds are over documents, never over cases: the profiles of a document share its sentences,
whichever file they stand in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, replace

import numpy as np

from align.aligner import AlignerSettings, Alignment, align_sides
from align.aligner.attaching import begin
from align.aligner.belonging import Evidence
from align.aligner.evidence import names
from align.aligner.settings import Belonging
from align.bench.alignment import AlignmentBench, measured
from align.bench.gold import GoldStory
from align.encoders import Encoder
from align.training.attaching import examples, fit_belonging
from align.training.logistic import logistic
from align.training.paths import Prepared, fit, prepare, with_clauses

_RIDGE = 0.1  # keeps the line of moves finite where all are right


class Fitter:
    """Cases prepared once, so that folds and ablations can be fitted on parts of them."""

    def __init__(self, cases: Sequence[GoldStory], encoder: Encoder,
                 settings: AlignerSettings) -> None:
        self.encoder, self.settings = encoder, settings
        plain = prepare(cases, encoder)
        # Which merges are worth cutting is asked of weights that know no clauses; their choice
        # is generous, so that one answer serves all folds.
        rough = fit(plain, without=[name for name in names() if name.startswith("clause")])
        self.prepared = with_clauses(plain, rough, encoder, settings.clause_floor)

    def fit(self, wanted: Callable[[GoldStory], bool],
            without: Sequence[str] = ()) -> AlignerSettings:
        """Settings fitted on the wanted cases."""
        part = [each for each in self.prepared if wanted(each.case)]
        weights = fit(part, start=self.settings.weights, without=without)
        weighed = replace(self.settings, weights=weights)
        slope, intercept = fit_moves(part, self.encoder, weighed)
        weighed = replace(weighed, move_slope=slope, move_intercept=intercept)
        return replace(weighed, belonging=self._belonging(part, weighed))

    def _belonging(self, part: Sequence[Prepared], settings: AlignerSettings) -> Belonging:
        rows: list[tuple[Evidence, bool]] = []
        for each in part:
            sides = each.source, each.target
            beads = align_sides(*sides, replace(settings, attaches=False), texts=each.texts,
                                encoder=self.encoder).beads
            look = begin(beads, sides, each.texts, self.encoder, each.floor, settings.widest)
            rows += examples(look, each.case.gold)
        return fit_belonging(rows)

    def folds(self, count: int = 5, without: Sequence[str] = ()) -> dict[str, Alignment]:
        """Each case aligned by settings that were fitted on other documents, by case id."""
        documents = sorted({document(each.case) for each in self.prepared})
        fold = {name: at % count for at, name in enumerate(documents)}
        aligned = {}
        for left_out in range(count):
            settings = self.fit(_outside(fold, left_out), without)
            for each in self.prepared:
                if fold[document(each.case)] == left_out:
                    aligned[each.case.id] = align_sides(
                        each.source, each.target, settings,
                        texts=each.texts, encoder=self.encoder)
        return aligned


def bench_folds(cases: Sequence[GoldStory], encoder: Encoder, folds: int) -> AlignmentBench:
    """Measure weights on documents that they were not fitted on.

    Args:
        folds: into how many parts the cases' documents are divided; each is aligned by weights
            that were fitted on the others.
    """
    aligned = Fitter(cases, encoder, AlignerSettings()).folds(folds)
    return measured(cases, {name: each.beads for name, each in aligned.items()})


def _outside(fold: Mapping[str, int], left_out: int) -> Callable[[GoldStory], bool]:
    return lambda case: fold[document(case)] != left_out


def document(case: GoldStory) -> str:
    """The document a case was made from: its id without the profile."""
    return case.id.removesuffix(f".{case.profile}")


def fit_moves(prepared: Sequence[Prepared], encoder: Encoder,
              settings: AlignerSettings) -> tuple[float, float]:
    """Slope and intercept of the probability that a move is real, given its gain in nats.

    Logistic regression on all moves that gain anything at all; as `settings` have it where nothing
    moves.
    """
    open_handed = replace(settings, move_threshold=0.0, move_slope=1.0, move_intercept=0.0,
                          attaches=False)
    gains, right = [], []
    for each in prepared:
        gold = set(each.case.gold)
        aligned = align_sides(each.source, each.target, open_handed,
                              texts=each.texts, encoder=encoder)
        for bead in aligned.beads:
            if bead.moved:
                chance = min(bead.score, 1 - 1e-9)
                gains.append(np.log(chance / (1 - chance)))
                right.append((bead.source, bead.target) in gold)
    if not gains:
        return settings.move_slope, settings.move_intercept
    slope, intercept = logistic(np.array(gains)[:, None], np.array(right, dtype=float), _RIDGE)
    return float(slope[0]), intercept


def written(settings: AlignerSettings) -> Iterator[str]:
    """Fitted settings as lines of Python, to be put into aligner/settings.py."""
    for name in names():
        yield f"{name}: float = {getattr(settings.weights, name):.2f}"
    for each in fields(Belonging):
        yield f"{each.name}: float = {getattr(settings.belonging, each.name):.2f}"
    yield f"move_slope: float = {settings.move_slope:.2f}"
    yield f"move_intercept: float = {settings.move_intercept:.2f}"
