"""Quotes: words in quotation marks stay quoted, and plain speech stays plain.

Flags a quoted clause told as plain speech and plain speech put in quotation marks (minor, for
editors do the first on purpose). Must not flag: quotes whose marks open or close in a neighbouring
sentence, single quoted words and titles. Who said it is a matter for `speakers`.
"""

from __future__ import annotations

from collections.abc import Iterable

from align.analysis import Side
from align.checks import Analysis, Finding, check
from align.mentions.quotations import Stretch, has_marks
from align.text.tokens import tokens

CLAUSE = 4  # words from which a quoted stretch is a statement and not a term


@check()
def quotes(pair: Analysis) -> Iterable[Finding]:
    """At most one finding on quotation marks."""
    if not has_marks(pair.target.text):
        for stretch in _statements(pair.source)[:1]:
            yield Finding("quote-lost", "mistranslation", source=(stretch,))
    if not has_marks(pair.source.text):
        for stretch in _statements(pair.target)[:1]:
            yield Finding("quote-gained", "mistranslation", target=(stretch,))


def _statements(side: Side) -> list[Stretch]:
    return [stretch for stretch in side.quotes
            if len(tokens(side.text[slice(*stretch)])) >= CLAUSE]
