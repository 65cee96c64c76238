"""Pointers: places in a story that only lead elsewhere, told by their shape.

A pointer is all link; or a short label with a colon ("Baca juga:", "Related:") and a link. It
stands alone, or at the head or tail of a paragraph in brackets or bold. What the label says does
not matter, so a story about such words keeps them.
"""

from __future__ import annotations

import re

from align.reading.blocks import Block

_LABEL = r"[^\W_a-zß-öø-ÿ][\w’'/&-]*(?: [\w’'/&-]+){0,4}\s?:"
_LONE_LABEL = re.compile(rf"\W*(?:{_LABEL})?\W*")
_LINK_LABEL = re.compile(rf"{_LABEL}\s")
_MOSTLY = 0.7
_STOP = re.compile(r"[.…][\"”’)\]»]*$|[.!?…][\"”’»]+$")
_SENTENCE_WORDS = 8
_HEAD = re.compile(rf"\s*(?P<open>[(\[])?\s*(?:{_LABEL})?\s*")
_TAIL = re.compile(rf"(?:^|(?<=[.!?…\"”»)])\s)\s*[(\[]?\s*(?:{_LABEL})\s*$")
_CLOSE = re.compile(r"\s*[.:]?\s*[)\]]\s*[.:]?\s*")


def is_pointer(block: Block) -> bool:
    """Whether a whole block only leads elsewhere. A sentence that is one link does not."""
    if not block.links:
        return False
    bare = _unlinked(block)
    if _LONE_LABEL.fullmatch(bare):
        return bool(bare.strip(" ()[]|•-–—\"“”")) or not _is_sentence(block)
    return block.linked >= _MOSTLY and not _STOP.search(block.text)


def without_pointers(block: Block) -> str:
    """The block's text without pointers at its head and tail."""
    text = block.text
    tail = _tail(block)
    head = _head(block)
    return text[head:tail].strip() if head < tail else text


def _unlinked(block: Block) -> str:
    kept, at = [], 0
    for start, end in block.links:
        kept.append(block.text[at:start])
        at = end
    return " ".join("".join([*kept, block.text[at:]]).split())


def _is_sentence(block: Block) -> bool:
    return (block.node.tag not in ("li", "td", "h2", "h3", "h4")
            and len(block.text.split()) >= _SENTENCE_WORDS
            and _STOP.search(block.text) is not None)


def _head(block: Block) -> int:
    """Where the paragraph proper begins, behind a pointer in brackets or bold."""
    if not block.links:
        return 0
    start, end = block.links[0]
    label = _HEAD.fullmatch(block.text, 0, start)
    if label is None or not (block.text[:start].strip(" ([") or _LINK_LABEL.match(
            block.text, start, end)):
        return 0
    if label["open"]:
        closed = _CLOSE.match(block.text, end)
        return closed.end() if closed else 0
    is_bold = any(a <= 1 and b >= end for a, b in _joined(block.bold))
    return end if is_bold and block.text[:start].strip() else 0


def _tail(block: Block) -> int:
    """Where the paragraph proper ends, before a label and the link that closes it."""
    if not block.links:
        return len(block.text)
    start, end = _joined(block.links)[-1]
    if not re.fullmatch(r"[\s.)\]]*", block.text[end:]):
        return len(block.text)
    found = _TAIL.search(block.text[:start])
    if found:
        return found.start()
    before = block.text[:start].rstrip(" ([")
    if before and _STOP.search(before) and _LINK_LABEL.match(block.text, start, end):
        return len(before)
    return len(block.text)


def _joined(ranges: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """Ranges that touch, or that a blank parts, as one."""
    joined: list[tuple[int, int]] = []
    for start, end in ranges:
        if joined and start - joined[-1][1] <= 1:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined
