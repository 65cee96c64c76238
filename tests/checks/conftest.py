"""Runs one check on one pair and tells what it flagged in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from align import checks
from align.analysis import Pair, Side, Tools, analyse
from align.checks import Finding
from align.decision import PairFlag, assess
from align.decision.severity import severity
from align.decision.weights import shipped
from align.encoders import load
from align.tagger.run import ready

Told = list[tuple[str, list[str], list[str]]]


@pytest.fixture
def pair_of() -> Callable[..., Pair]:
    """(source, target, source article, target article, published) -> the pair, in its articles."""
    def made(source: str, target: str, original: str = "", rewrite: str = "",
             published: str = "") -> Pair:
        return Pair(Side(source, "en", article=Side(original, "en") if original else None),
                    Side(target, "id", article=Side(rewrite, "id") if rewrite else None),
                    published=published)
    return made


@pytest.fixture
def findings_of(pair_of: Callable[..., Pair]) -> Callable[..., list[Finding]]:
    """(check, source, target, …) -> its findings."""
    def run(name: str, *pair: str, tools: Tools | None = None) -> list[Finding]:
        return checks.run(analyse([pair_of(*pair)], tools or _tools(name)), only=[name])[0]
    return run


@pytest.fixture
def flags_of(pair_of: Callable[..., Pair]) -> Callable[..., list[PairFlag]]:
    """(check, source, target, …) -> its findings as flags, of any confidence."""
    def run(name: str, *pair: str, tools: Tools | None = None) -> list[PairFlag]:
        analysed = analyse([pair_of(*pair)], tools or _tools(name))
        found = checks.run(analysed, only=[name])[0]
        return assess(analysed[0], found, shipped())
    return run


@pytest.fixture
def told(flags_of: Callable[..., list[PairFlag]]) -> Callable[..., Told]:
    """(check, source, target, …) -> (severity without doubt, its words on both sides) each."""
    def run(name: str, source: str, target: str, *rest: str, tools: Tools | None = None) -> Told:
        return [
            (severity(flag.kind, 1.0, {}), [source[a:b] for a, b in flag.source],
             [target[a:b] for a, b in flag.target])
            for flag in flags_of(name, source, target, *rest, tools=tools)]
    return run


def _tools(name: str) -> Tools:
    needs = checks.needed([name]) if name in checks.registered() else frozenset()
    return Tools(load() if "vectors" in needs else None, ready() if "tagger" in needs else None)
