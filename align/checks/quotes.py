"""Quotes: words in quotation marks stay quoted, and plain speech stays plain.

Flags a quoted clause told as plain speech and plain speech put in quotation marks (minor, for
editors do the first on purpose). Must not flag: quotes whose marks open or close in a neighbouring
sentence, single quoted words and titles. Who said it is a matter for `speakers`.
"""

from __future__ import annotations

from collections.abc import Iterable

from align.checks import Finding, Pair, Tools, check
from align.mentions.quotations import Stretch, has_marks, read_quotes
from align.text.tokens import tokens

CLAUSE = 4  # words from which a quoted stretch is a statement and not a term


@check
def quotes(pair: Pair, tools: Tools) -> Iterable[Finding]:
    """At most one finding on quotation marks."""
    if not pair.source or not pair.target:
        return ()
    return _marks(pair)


def _marks(pair: Pair) -> Iterable[Finding]:
    if not has_marks(pair.target):
        for stretch in _statements(pair.source):
            yield Finding(
                "mistranslation", "minor", 0.6, ((stretch.start, stretch.end),), (),
                "Quoted words became plain speech.", "Kutipan menjadi kalimat biasa.")
            return
    if not has_marks(pair.source):
        for stretch in _statements(pair.target):
            yield Finding(
                "mistranslation", "minor", 0.6, (), ((stretch.start, stretch.end),),
                "Plain speech became a quote.", "Kalimat biasa menjadi kutipan.")
            return


def _statements(text: str) -> list[Stretch]:
    return [s for s in read_quotes(text) if len(tokens(text[s.start:s.end])) >= CLAUSE]
