"""Addition: a sentence of the target that nothing in the source says.

Flags the whole sentence; a few words alone, such as a headline or a leftover of the page, are a
scrap. Must not flag anything where the source has a sentence for it, nor what only the press adds:
a credit, a call to read on.
"""

from __future__ import annotations

from collections.abc import Iterable

from align.checks import Analysis, Finding, check
from align.checks.omission import FEW
from align.reading.noise import is_noise


@check(sides="target")
def addition(pair: Analysis) -> Iterable[Finding]:
    """One finding over the whole target of a pair without source."""
    if is_noise(pair.target.text):
        return
    kind = "sentence-added" if len(pair.target.tokens) > FEW else "scrap-added"
    yield Finding(kind, "addition", target=(pair.target.whole,))
