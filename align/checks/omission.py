"""Omission: a sentence of the source to which nothing in the target answers.

Flags the whole sentence; a few words alone, such as a headline or "he said", are a scrap. Must not
flag anything where the target has a sentence for it.
"""

from __future__ import annotations

from collections.abc import Iterable

from align.checks import Analysis, Finding, check
from align.reading.noise import is_noise

FEW = 4  # words up to which a lone sentence is a scrap


@check(sides="source")
def omission(pair: Analysis) -> Iterable[Finding]:
    """One finding over the whole source of a pair without target."""
    if is_noise(pair.source.text):
        return
    kind = "sentence-omitted" if len(pair.source.tokens) > FEW else "scrap-omitted"
    yield Finding(kind, "omission", source=(pair.source.whole,))
