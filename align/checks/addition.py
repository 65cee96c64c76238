"""Addition: a sentence of the target that nothing in the source says.

Flags the whole sentence (major; minor if it is only a few words, such as a headline or a
leftover of the page). Must not flag anything where the source has a sentence for it.
"""

from __future__ import annotations

from collections.abc import Iterable

from align.checks import Finding, Pair, Tools, check
from align.checks.nulls import excerpt, severity, trimmed


@check
def addition(pair: Pair, tools: Tools) -> Iterable[Finding]:
    """One finding over the whole target of a pair without source."""
    if pair.source.strip() or not pair.target.strip():
        return ()
    words = excerpt(pair.target)
    return (Finding(
        "addition", severity(pair.target), 0.9, (), (trimmed(pair.target),),
        f"Nothing in the original says “{words}”.",
        f"Teks asli tidak memuat “{words}”."),)
