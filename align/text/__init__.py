"""Running text to words, and what is known of words without a sentence: the floor all rooms share.

`tokens` cuts, `folding` makes spellings comparable, `phrases` finds many phrases at once,
`vocabulary` tells English words from Indonesian ones, `calendar` names months and days. What one
language alone knows lies under `en` and `id`. Offsets are code points of the text given.
"""

from __future__ import annotations

from typing import Literal

Language = Literal["en", "id"]


def table(text: str) -> frozenset[str]:
    """The words of a table that is set as running text."""
    return frozenset(text.split())
