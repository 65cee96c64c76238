"""What could be wrong with a pair: one file a check, found by being here.

A check is a module with one function marked `@check`: given the Analysis of a pair it yields
Findings, each with its kind, its places, the words its message names and its evidence. It sets no
confidence and no severity (that is `decision`'s), encodes nothing and searches no article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from align.analysis import Analysis as Analysis
from align.analysis import Features
from align.model import Category
from align.registry import Registry, module_name

Range = tuple[int, int]
Need = Literal["links", "vectors", "tagger", "expectations"]
Sides = Literal["both", "source", "target"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check says of one pair. Spans are code points [start, end) into its two texts.

    `kind` names what was seen ("number-changed"); `words` fill the slots of its message, by
    default `was` and `became` with the words of the spans; `evidence` is what the decision on it
    may weigh beside what is common to all; `suggestion` is Indonesian that could stand there.
    `check` is filled in by `run`.
    """

    kind: str
    category: Category
    source: tuple[Range, ...] = ()
    target: tuple[Range, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    evidence: Features = field(default_factory=dict)
    suggestion: str = ""
    check: str = ""


Check = Callable[[Analysis], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class _Entry:
    function: Check
    needs: frozenset[Need]
    sides: Sides


_registry = Registry[_Entry](__name__, "check")


def check(*needs: Need, sides: Sides = "both") -> Callable[[Check], Check]:
    """Register a check under its file's name.

    Args:
        needs: what it takes from the analysis beyond the two texts.
        sides: which texts a pair must have to be shown to it; "source" and "target" are nulls.
    """
    def register(function: Check) -> Check:
        entry = _Entry(function, frozenset(needs), sides)
        _registry.add(module_name(function), entry, function)
        return function
    return register


def registered() -> tuple[str, ...]:
    """The names of all checks, in alphabetical order."""
    return tuple(_registry.all())


def exact() -> tuple[str, ...]:
    """The names of the checks that read both texts alone: no vectors, tagger, links or model."""
    return tuple(name for name, entry in _registry.all().items() if not entry.needs)


def needed(names: Iterable[str]) -> frozenset[Need]:
    """All that these checks take from an analysis."""
    entries = _registry.all()
    return frozenset(need for name in names for need in entries[name].needs)


def run(analyses: Sequence[Analysis], only: Iterable[str] | None = None) -> list[list[Finding]]:
    """All that the checks say of each pair: one list per pair, in their order.

    Args:
        only: names of checks to run; all of them without it.

    Raises:
        KeyError: there is no check of such a name.
    """
    entries = [(name, _registry.all()[name])
               for name in (registered() if only is None else sorted(set(only)))]
    return [[replace(finding, check=name) for name, entry in entries if entry.sides == sides
             for finding in entry.function(pair) if not _is_noise(finding, pair)]
            for pair in analyses for sides in [_sides(pair)]]


def _is_noise(finding: Finding, pair: Analysis) -> bool:
    """Whether what was left out or put in is the press's own: a credit, a dateline, a date."""
    spans, side = {"omission": (finding.source, pair.source),
                   "addition": (finding.target, pair.target)}.get(finding.category, ((), None))
    return side is not None and bool(spans) and all(
        any(start - 1 <= a and b <= end for start, end in side.noise) for a, b in spans)


def _sides(pair: Analysis) -> Sides | None:
    if pair.source and pair.target:
        return "both"
    return "source" if pair.source else "target" if pair.target else None
