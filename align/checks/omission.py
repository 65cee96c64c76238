"""Omission: a sentence of the source to which nothing in the target answers.

Flags the whole sentence (major; minor if it is only a few words, such as a headline or "he
said"). Must not flag anything where the target has a sentence for it.
"""

from __future__ import annotations

from collections.abc import Iterable

from align.checks import Finding, Pair, Tools, check
from align.checks.nulls import excerpt, severity, trimmed


@check
def omission(pair: Pair, tools: Tools) -> Iterable[Finding]:
    """One finding over the whole source of a pair without target."""
    if pair.target.strip() or not pair.source.strip():
        return ()
    words = excerpt(pair.source)
    return (Finding(
        "omission", severity(pair.source), 0.9, (trimmed(pair.source),), (),
        f"Nothing in the rewrite says “{words}”.",
        f"Tidak ada padanan untuk “{words}”."),)
