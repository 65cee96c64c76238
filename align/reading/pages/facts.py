"""What a page shows of its story beside the body: the day, and the place the story begins with.

Only for pages whose head does not state it. Days are looked for where readers look: in the page's
`<time>`, and in the short lines between headline and story, or right above the headline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from align.reading.blocks import Block, Range
from align.reading.moments import moment
from align.reading.trees import Element

_LONGEST = 120  # code points of a line that states a day
_ABOVE, _BELOW = 4, 15  # lines around the headline
_PLACE = re.compile(r"([A-ZÀ-Þ][\w'’.]*(?:[ -/][A-ZÀ-Þ][\w'’.]*){0,3})\s*(?:--+|[-–—])(?:\s+|$)")


def shown_day(root: Element, seen: Sequence[Block], headline: int) -> str:
    """The day (and hour) a page shows for its story, ISO 8601; "" if it shows none.

    Args:
        seen: all blocks of the page that a reader sees.
        headline: which of them is the headline, -1 for none.
    """
    for place in ("//article//time", "//main//time", "//time"):
        for node in root.xpath(place):
            found = moment(node.get("datetime", "")) or moment("".join(node.itertext()))
            if found:
                return found
    below = seen[headline + 1:headline + 1 + _BELOW]
    above = seen[max(0, headline - _ABOVE):max(0, headline)]
    for block in (*below, *reversed(above)):
        found = moment(block.text) if len(block.text) <= _LONGEST else ""
        if found:
            return found
    return ""


def bold_place(block: Block) -> tuple[str, str]:
    """The place that a paragraph begins with, set in bold with a dash, and the rest of it.

    ("", the whole text) if it does not.
    """
    found = _PLACE.match(block.text)
    if found and _covers(block.bold, found.end(1)):
        return found[1], block.text[found.end():]
    return "", block.text


def _covers(ranges: Sequence[Range], end: int) -> bool:
    return bool(ranges) and ranges[0][0] == 0 and end <= ranges[0][1] <= end + 4
