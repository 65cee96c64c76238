"""Runs one check on one pair and tells what it flagged in words."""

from collections.abc import Callable

import pytest

from align import checks
from align.checks import Context, Finding, Pair, Tools

Told = list[tuple[str, list[str], list[str]]]


@pytest.fixture
def findings_of() -> Callable[..., list[Finding]]:
    """(check, source, target, context, tools) -> its findings."""
    def run(name: str, source: str, target: str, context: Context | None = None,
            tools: Tools | None = None) -> list[Finding]:
        return checks.run([Pair(source, target, context or Context())], tools, only=[name])[0]
    return run


@pytest.fixture
def told(findings_of: Callable[..., list[Finding]]) -> Callable[..., Told]:
    """(check, source, target, …) -> (severity, words in the source, words in the target) each."""
    def run(name: str, source: str, target: str, *rest: object) -> Told:
        return [
            (finding.severity, [source[a:b] for a, b in finding.source],
             [target[a:b] for a, b in finding.target])
            for finding in findings_of(name, source, target, *rest)]
    return run
