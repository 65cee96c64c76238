"""What is wrong with a pair: one file per check, found by being here.

A check is a module with one function marked `@check` (one pair at a time) or `@batch_check`
(many pairs at once, for what needs vectors or a model). It knows nothing of articles: it is given
a `Pair` and answers with `Finding`s, whose spans are code points into the pair's two texts.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from align.checks.settings import CheckSettings as CheckSettings
from align.encoders import Encoder
from align.model import Category, Severity

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds a pair, where there is an article: both whole texts and the day it ran."""

    source: str = ""
    target: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """The two sides of a bead as running text. One side is empty for an omission or addition."""

    source: str
    target: str
    context: Context = field(default_factory=Context)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check says of one pair. Spans are code points [start, end) into its two texts.

    `message` is one English line, `pesan` the same in Indonesian. `check` is filled in by `run`.
    """

    category: Category
    severity: Severity
    confidence: float
    source: tuple[Range, ...]
    target: tuple[Range, ...]
    message: str
    pesan: str
    check: str = ""


@dataclass(frozen=True, slots=True)
class Tools:
    """What checks may use: their settings, and the encoder if the caller has one at hand."""

    settings: CheckSettings = field(default_factory=CheckSettings)
    encoder: Encoder | None = None


PairCheck = Callable[[Pair, Tools], Iterable[Finding]]
BatchCheck = Callable[[Sequence[Pair], Tools], Sequence[Iterable[Finding]]]

_registry: dict[str, BatchCheck] = {}
_exact: set[str] = set()


def check(function: PairCheck) -> PairCheck:
    """Register a check that looks at one pair at a time. Its name is its file's."""

    def one_by_one(pairs: Sequence[Pair], tools: Tools) -> Sequence[Iterable[Finding]]:
        return [function(pair, tools) for pair in pairs]

    name = function.__module__.rpartition(".")[2]
    _registry[name] = one_by_one
    _exact.add(name)
    return function


def batch_check(function: BatchCheck) -> BatchCheck:
    """Register a check that looks at many pairs at once. Its name is its file's."""
    _registry[function.__module__.rpartition(".")[2]] = function
    return function


@cache
def registered() -> tuple[str, ...]:
    """The names of all checks, in alphabetical order."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return tuple(sorted(_registry))


def exact() -> tuple[str, ...]:
    """The names of the checks that look at one pair at a time, without vectors or a model."""
    return tuple(name for name in registered() if name in _exact)


def run(pairs: Sequence[Pair], tools: Tools | None = None,
        only: Iterable[str] | None = None) -> list[list[Finding]]:
    """All that the checks say of each pair, before merging: one list per pair, in their order.

    Each finding has a span on each side that its category asks for (see counterparts.py).

    Args:
        only: names of checks to run; all of them without it.
    """
    from align.checks.counterparts import both_sides  # which knows what this module defines

    tools = tools or Tools()
    found: list[list[Finding]] = [[] for _ in pairs]
    for name in registered() if only is None else only:
        if name not in registered():
            raise KeyError(name)
        checked = zip(pairs, found, _registry[name](pairs, tools), strict=True)
        for pair, said, findings in checked:
            whole = (both_sides(finding, pair) for finding in findings)
            said.extend(replace(finding, check=name) for finding in whole if finding)
    return found
