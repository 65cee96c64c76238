"""Plain text: headline, then paragraphs; hard-wrapped lines are joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from align.errors import InputError
from align.reading.characters import clean
from align.reading.datelines import split_dateline
from align.reading.draft import Draft
from align.reading.files import Blob, file_shape
from align.reading.files.html import page_text
from align.reading.stripping import is_head

_LONGEST_TITLE = 200     # code points
_MOST_TITLE_WORDS = 30
_MOST_LINES = 1_000_000
_WIDEST = 120            # code points; no one wraps wider
_NARROWEST = 40
_FILLED = 0.85           # share of line ends explained by the next word not fitting
_ABBREVIATION = re.compile(
    r"(?:\b(?:Inc|Corp|Co|Ltd|Jr|Sr|Tbk|Dr|St|No|vs|etc|dll|[A-Z])|\.[A-Z])\.$")
_STOP = re.compile(r"[.;:,][\"”’')]*$")
_LABEL = re.compile(r"(?i:title|headline|judul|headlines?)\s?:\s+(?=\S)")


@file_shape(rank=1000, looks=lambda blob: True)
def text(blob: Blob) -> Iterator[Draft]:
    """The one story of a text file."""
    content, charset = page_text(blob)
    title, body = split(content)
    yield Draft(reader="text", title=title, paragraphs=tuple(body), url=blob.url,
                notes={"charset": charset})


def split(content: str) -> tuple[str, list[str]]:
    """Headline ("" if the text has none) and paragraphs of a plain text.

    Raises:
        InputError: it has more lines than any article.
    """
    if content.count("\n") > _MOST_LINES:
        raise InputError(f"This text has more than {_MOST_LINES:,} lines, which no article has; "
                         "give a single article.")
    found = _paragraphs(clean(content).split("\n"))
    while len(found) > 1 and is_head(found[0]):
        found.pop(0)
    if found and is_headline(_LABEL.sub("", found[0])):
        return _LABEL.sub("", found[0]), found[1:]
    return "", found


def is_headline(paragraph: str) -> bool:
    """A short line that is no sentence of the story: no dateline, no full stop at its end."""
    if len(paragraph) > _LONGEST_TITLE or len(paragraph.split()) > _MOST_TITLE_WORDS:
        return False
    if split_dateline(paragraph)[0] or is_head(paragraph):
        return False
    return not _STOP.search(paragraph) or bool(_ABBREVIATION.search(paragraph))


def _paragraphs(lines: Sequence[str]) -> list[str]:
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            blocks[-1].append(line.rstrip())
        elif blocks[-1]:
            blocks.append([])
    blocks = [block for block in blocks if block]
    width = _wrap_width(blocks)
    return [paragraph for block in blocks for paragraph in _unwrapped(block, width)]


def _wrap_width(blocks: Sequence[Sequence[str]]) -> int:
    """The width the text was wrapped at, 0 if it was not.

    It was, if nearly every line that another follows ends where the next word would not fit.
    """
    broken = [(line, after) for block in blocks for line, after in pairwise(block)
              if not after.startswith(" ")]
    if not broken:
        return 0
    width = max(len(line) for block in blocks for line in block)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    filled = sum(_is_full(line, after, width) for line, after in broken)
    return width if filled >= _FILLED * len(broken) else 0


def _is_full(line: str, after: str, width: int) -> bool:
    return len(line) + 1 + len(after.split(maxsplit=1)[0]) > width - 4


def _unwrapped(block: Sequence[str], width: int) -> list[str]:
    """One block's paragraphs: lines joined where wrapped, apart where indented or cut short."""
    joined = [block[0].strip()]
    for line, after in pairwise(block):
        if width and _is_full(line, after, width) and not after.startswith(" "):
            joined[-1] += " " + after.strip()
        else:
            joined.append(after.strip())
    return joined
