"""Fit the aligner's weights to gold alignments, and measure them on documents not fitted on.

The weights maximise the conditional likelihood of the gold paths (convex, so there is one answer),
with an L2 penalty. Folds are over documents, never over cases: the profiles of a document share
its sentences, whichever file they stand in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from align.aligner import AlignerSettings, Alignment, Side, Weights, align_sides, encode_side
from align.aligner.clauses import clause_evidence
from align.aligner.evidence import (
    BeadType,
    Evidence,
    background,
    bead_types,
    grid_evidence,
    is_merge,
    names,
)
from align.aligner.lattice import Lattice, Step, solve
from align.bench.alignment import AlignmentBench, Case, measured, moved_beads
from align.encoders import Encoder
from align.errors import MissingExtraError
from align.reading.noise import heard
from align.training.logistic import logistic

Table = npt.NDArray[np.float64]

_BATCH = 12  # grids of like size solved at once
_RIDGE = 0.1  # keeps the line of moves finite where all are right


@dataclass(frozen=True, slots=True)
class Prepared:
    """A case encoded, its evidence laid out as tables (I, J, features) by bead type.

    `texts` are its sentences without noise. `likely`, by merge type: the places, (I, J), whose
    clauses were looked at; all others are ruled out. None of a type before that look.
    """

    case: Case
    texts: tuple[list[str], list[str]]
    source: Side
    target: Side
    floor: float
    tables: dict[BeadType, Table]
    path: tuple[Step, ...]
    likely: dict[BeadType, npt.NDArray[np.bool_]] = field(default_factory=dict)


def prepare(cases: Sequence[Case], encoder: Encoder) -> list[Prepared]:
    """Encode cases and gather their evidence, clauses not yet among it."""
    return [_prepare(case, encoder) for case in cases]


def _prepare(case: Case, encoder: Encoder) -> Prepared:
    texts = heard(case.source), heard(case.target)
    source, target = (encode_side(each, encoder) for each in texts)
    floor = background(source.windows[0], target.windows[0])
    bounds = AlignerSettings()
    tables = {}
    for (k, m), evidence in grid_evidence(source, target, floor,
                                          bead_types(bounds.widest, bounds.several)):
        shape = (len(source) - k + 1, len(target) - m + 1)
        table = np.zeros((*shape, len(names())))
        _fill(table, evidence)
        tables[k, m] = table
    return Prepared(case, texts, source, target, floor, tables, tuple(gold_path(case)))


def _fill(table: Table, evidence: Evidence) -> None:
    for name, each in evidence.items():
        table[..., names().index(name)] = each


def gold_path(case: Case) -> Iterator[Step]:
    """The monotone path through the gold beads; sentences that moved stand alone on it."""
    moved = moved_beads(case.gold)
    i = j = 0
    kept = sorted(bead for bead in case.gold if bead[0] and bead[1] and bead not in moved)
    for source, target in [*kept, ((len(case.source),), (len(case.target),))]:
        yield from (Step(row, j, 1, 0, 1.0) for row in range(i, source[0]))
        yield from (Step(source[0], column, 0, 1, 1.0) for column in range(j, target[0]))
        if source[0] < len(case.source) and target[0] < len(case.target):
            yield Step(source[0], target[0], len(source), len(target), 1.0)
        i, j = source[0] + len(source), target[0] + len(target)


def fit(prepared: Sequence[Prepared], penalty: float = 0.02,
        start: Weights | None = None, without: Sequence[str] = ()) -> Weights:
    """The weights of greatest likelihood.

    Args:
        penalty: of the squared weights, against the mean log likelihood of a case.
        without: names of evidence to leave out, for an ablation.

    Raises:
        MissingExtraError: scipy is not installed.
    """
    try:
        from scipy.optimize import minimize
    except ImportError as error:
        raise MissingExtraError(
            'Fitting needs scipy; install it with: pip install "selaras[train]"') from error
    free = np.array([float(name not in without) for name in names()])
    seen = sum(each.tables[step.k, step.m][step.i, step.j]
               for each in prepared for step in each.path)
    by_size = sorted(prepared, key=lambda each: len(each.source) * len(each.target))

    def loss(weights: Table) -> tuple[float, Table]:
        weights = weights * free
        total, expected = 0.0, np.zeros(len(free))
        for at in range(0, len(by_size), _BATCH):
            part = by_size[at : at + _BATCH]
            lattice = _solve(part, weights)
            total += float(lattice.log_total.sum())
            for grid, each in enumerate(part):
                for kind, table in each.tables.items():
                    chance = lattice.probability[kind][grid, : table.shape[0], : table.shape[1]]
                    expected += chance.reshape(-1) @ table.reshape(-1, len(free))
        value = (total - float(seen @ weights)) / len(prepared) + penalty * weights @ weights / 2
        return float(value), ((expected - seen) / len(prepared) + penalty * weights) * free

    first = np.zeros(len(free)) if start is None else as_vector(start)
    found = minimize(loss, first * free, jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return Weights(**dict(zip(names(), (found.x * free).tolist(), strict=True)))


def as_vector(weights: Weights) -> Table:
    return np.array([getattr(weights, name) for name in names()])


def _solve(prepared: Sequence[Prepared], weights: Table) -> Lattice:
    return solve([_scores(each, weights) for each in prepared],
                 [(len(each.source), len(each.target)) for each in prepared])


def _scores(each: Prepared, weights: Table) -> dict[BeadType, Table]:
    scores = {kind: table @ weights for kind, table in each.tables.items()}
    return scores | {kind: np.where(likely, scores[kind], -np.inf)
                     for kind, likely in each.likely.items()}


def with_clauses(prepared: Sequence[Prepared], weights: Weights, encoder: Encoder,
                 floor: float) -> list[Prepared]:
    """The same cases with clause evidence where `weights` find a merge likelier than `floor`.

    The gold merges are looked at in any case, so that there is a path to learn from.
    """
    return [_with_clauses(each, weights, encoder, floor) for each in prepared]


def _with_clauses(each: Prepared, weights: Weights, encoder: Encoder, floor: float) -> Prepared:
    lattice = _solve([each], as_vector(weights))
    tables, likely = dict(each.tables), {}
    for kind in filter(is_merge, each.tables):
        table = tables[kind] = tables[kind].copy()
        asked = lattice.probability[kind][0, : table.shape[0], : table.shape[1]] > floor
        for step in each.path:
            if (step.k, step.m) == kind:
                asked[step.i, step.j] = True
        likely[kind] = asked
        steps = [Step(i, j, *kind, 0.0) for i, j in np.argwhere(asked).tolist()]
        for step, evidence in zip(steps, clause_evidence(
                steps, (each.source, each.target), each.texts, encoder, each.floor),
                strict=True):
            _fill(table[step.i : step.i + 1, step.j], evidence)
    return replace(each, tables=tables, likely=likely)


class Fitter:
    """Cases prepared once, so that folds and ablations can be fitted on parts of them."""

    def __init__(self, cases: Sequence[Case], encoder: Encoder,
                 settings: AlignerSettings) -> None:
        self.encoder, self.settings = encoder, settings
        plain = prepare(cases, encoder)
        # Which merges are worth cutting is asked of weights that know no clauses; their choice
        # is generous, so that one answer serves all folds.
        rough = fit(plain, without=[name for name in names() if name.startswith("clause")])
        self.prepared = with_clauses(plain, rough, encoder, settings.clause_floor)

    def fit(self, wanted: Callable[[Case], bool], without: Sequence[str] = ()) -> AlignerSettings:
        """Settings fitted on the wanted cases."""
        part = [each for each in self.prepared if wanted(each.case)]
        weights = fit(part, start=self.settings.weights, without=without)
        weighed = replace(self.settings, weights=weights)
        slope, intercept = fit_moves(part, self.encoder, weighed)
        return replace(weighed, move_slope=slope, move_intercept=intercept)

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


def bench_folds(cases: Sequence[Case], encoder: Encoder, folds: int) -> AlignmentBench:
    """Measure weights on documents that they were not fitted on.

    Args:
        folds: into how many parts the cases' documents are divided; each is aligned by weights
            that were fitted on the others.
    """
    aligned = Fitter(cases, encoder, AlignerSettings()).folds(folds)
    return measured(cases, {name: each.beads for name, each in aligned.items()})


def _outside(fold: Mapping[str, int], left_out: int) -> Callable[[Case], bool]:
    return lambda case: fold[document(case)] != left_out


def document(case: Case) -> str:
    """The document a case was made from: its id without the profile."""
    return case.id.removesuffix(f".{case.profile}")


def fit_moves(prepared: Sequence[Prepared], encoder: Encoder,
              settings: AlignerSettings) -> tuple[float, float]:
    """Slope and intercept of the probability that a move is real, given its gain in nats.

    Logistic regression on all moves that gain anything at all; as `settings` have it where nothing
    moves.
    """
    open_handed = replace(settings, move_threshold=0.0, move_slope=1.0, move_intercept=0.0)
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
    yield f"move_slope: float = {settings.move_slope:.2f}"
    yield f"move_intercept: float = {settings.move_intercept:.2f}"
