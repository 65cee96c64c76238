"""Languages without tables here: sentencex (MIT, Wikimedia), which knows some 300 of them.

Asked as it is, it takes a whole quotation for one sentence; asked about the same text with its
quotation marks blanked out, it sees the sentences inside, and the marks are given back after.
"""

from __future__ import annotations

from align.sentences.places import QUOTES

_BLANK = {ord(mark): " " for mark in QUOTES if mark not in "'’"}
_CLOSERS = frozenset(QUOTES + ")]}")


def ends(text: str, language: str) -> list[int]:
    """Where sentences of one paragraph end, in code points, closing marks taken in."""
    import sentencex

    blanked = text.translate(_BLANK)
    found = []
    for sentence in sentencex.get_sentence_boundaries(language, blanked):
        start = sentence["start_index"]
        end = start + len(blanked[start:sentence["end_index"]].rstrip())
        while end < len(text) and text[end] in _CLOSERS:
            end += 1
        found.append(end)
    return found
