"""The library underneath: sentencex (MIT, Wikimedia), which knows some 300 languages.

Asked as it is, it takes a whole quotation for one sentence and leaves marks behind; asked about
the same text with its quotation marks blanked out, it sees the sentences inside.
"""

from __future__ import annotations

from align.sentences.places import QUOTES

_BLANK = {ord(mark): " " for mark in QUOTES if mark not in "'’"}


def ends(text: str, language: str) -> list[int]:
    """Where sentences end by sentencex, as code points into `text`, white space not counted in."""
    import sentencex

    blanked = text.translate(_BLANK)
    found = []
    for sentence in sentencex.get_sentence_boundaries(language or "en", blanked):
        stretch = blanked[sentence["start_index"]:sentence["end_index"]].rstrip()
        found.append(sentence["start_index"] + len(stretch))
    return found
