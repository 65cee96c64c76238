"""Gold paths through grids of evidence, and the weights that make them likeliest.

The weights maximise the conditional likelihood of the gold paths (convex, so there is one answer),
with an L2 penalty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from align.aligner import AlignerSettings, Side, Weights, encode_side
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
from align.bench.gold import Gold, GoldStory, moved_beads
from align.encoders import Encoder
from align.errors import MissingExtraError
from align.reading.noise import heard

Table = npt.NDArray[np.float64]

_BATCH = 12  # grids of like size solved at once


@dataclass(frozen=True, slots=True)
class Prepared:
    """A case encoded, its evidence laid out as tables (I, J, features) by bead type.

    `texts` are its sentences without noise. `likely`, by merge type: the places, (I, J), whose
    clauses were looked at; all others are ruled out. None of a type before that look.
    """

    case: GoldStory
    texts: tuple[list[str], list[str]]
    source: Side
    target: Side
    floor: float
    tables: dict[BeadType, Table]
    path: tuple[Step, ...]
    likely: dict[BeadType, npt.NDArray[np.bool_]] = field(default_factory=dict)


def prepare(cases: Sequence[GoldStory], encoder: Encoder) -> list[Prepared]:
    """Encode cases and gather their evidence, clauses not yet among it."""
    return [_prepare(case, encoder) for case in cases]


def _prepare(case: GoldStory, encoder: Encoder) -> Prepared:
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


def gold_path(case: GoldStory) -> Iterator[Step]:
    """The monotone path through the gold beads; sentences that moved stand alone on it.

    So do all sentences of a bead but its longest run of neighbours.
    """
    gold: list[Gold] = [(_run(source), _run(target)) for source, target in case.gold]
    moved = moved_beads(gold)
    i = j = 0
    kept = sorted(bead for bead in gold if bead[0] and bead[1] and bead not in moved)
    for source, target in [*kept, ((len(case.source),), (len(case.target),))]:
        yield from (Step(row, j, 1, 0, 1.0) for row in range(i, source[0]))
        yield from (Step(source[0], column, 0, 1, 1.0) for column in range(j, target[0]))
        if source[0] < len(case.source) and target[0] < len(case.target):
            yield Step(source[0], target[0], len(source), len(target), 1.0)
        i, j = source[0] + len(source), target[0] + len(target)


def _run(numbers: Sequence[int]) -> tuple[int, ...]:
    """The longest run of neighbours among some numbers, the first of equally long ones."""
    best: tuple[int, ...] = ()
    run: tuple[int, ...] = ()
    for number in sorted(numbers):
        run = (*run, number) if run and run[-1] + 1 == number else (number,)
        best = max(best, run, key=len)
    return best


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
