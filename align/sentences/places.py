"""Where a sentence could end: a stop, what closes after it, and what comes next.

Whether a quotation mark opens or closes is read from where it stands (space on its left or its
right), and only in doubt from its shape: web copies mix “ ” " ' and turn them round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

QUOTES = "\"'“”„‟«»‹›‘’‚`´"
_OPENING_SHAPES = "“„«‹‘‚"
DASHES = frozenset("-–—")
_DOUBLE = frozenset("\"“”„‟«»")
_REACH = 48  # code points looked at on either side: enough for any word, and keeps time linear

_STOP = re.compile(
    r"(?P<mark>\.(?:[ \u00a0]\.)++|[.!?…‼⁇⁈⁉。！？｡]++)"
    rf"(?P<close>(?:\[\d{{1,3}}\]|[{QUOTES})\]}}])*+)(?P<gap>\s*+)"
)
_NEXT = re.compile(rf"(?P<open>[{QUOTES}(\[{{\-–—•▪·*¿¡ \u00a0]{{0,8}})(?P<word>[\w'’\-]{{0,40}})")
_WIDE = frozenset("。！？｡")
_DOMAINS = frozenset({"Com", "Net", "Org", "Id", "Co", "Go", "Tv", "Info", "Js"})
_GLUED_LEFT = re.compile(r"(?:^|[\s(\"“”‘’'])[^\s/@:.\"“”]*[^\W\d_]{2}$")
_GLUED_RIGHT = re.compile(r"[A-Z][a-z]+(?=[\s,;:]|\.(?:\s|$))|(?:I|A)(?=\s)")


class Place(NamedTuple):
    """A place where a sentence could end. Offsets are code points into the paragraph.

    `before` is the word that carries the stop, `alone` whether nothing of its sentence precedes
    it, `previous` the word before that; `close` what closes after the stop, `end` where the
    sentence would end, `next` where the following one would begin, `opening` the marks that
    precede its first `word`, `after` some of the text behind the stop from `word` on. `lead` is
    some of the text before the stop.
    """

    before: str
    previous: str
    alone: bool
    mark: str
    close: str
    end: int
    next: int
    opening: str
    word: str
    after: str
    lead: str = ""

    @property
    def bracketed(self) -> bool:
        """Whether the word that carries the stop stands in brackets of its own: "(Purn.)"."""
        return self.close[:1] == ")" and self.lead[-len(self.before) - 1:-len(self.before)] == "("

    @property
    def quoted(self) -> bool:
        """Whether what follows opens with a double quotation mark."""
        return not _DOUBLE.isdisjoint(self.opening)

    @property
    def unquoted(self) -> bool:
        """Whether a quotation closes here."""
        return any(mark in QUOTES for mark in self.close)


def candidates(text: str, glued: bool = True) -> Iterator[Place]:
    """All places of one paragraph, in order; none at its very end.

    Args:
        glued: look also where a capital follows the stop without a space.
    """
    opens = _straight(text)
    for stop in _STOP.finditer(text):
        close = stop["close"]
        end, start = stop.end("close"), stop.end()
        if not stop["gap"]:
            end = start = _unspaced(text, stop, opens, glued)
            if end < 0:
                continue
            close = text[stop.end("mark"):end]
        else:
            end, start = _stray(text, end, start, opens)
        if start >= len(text):
            continue
        yield _place(text, stop.start(), stop["mark"], close, end, start)


def _place(text: str, stop: int, mark: str, close: str, end: int, start: int) -> Place:
    words = text[max(0, stop - _REACH):stop].split()
    touching = bool(words) and not text[stop - 1].isspace()
    before = words[-1] if touching else ""
    lead = words[-2] if touching and len(words) > 1 else ""
    following = _NEXT.match(text, start)
    assert following is not None  # every part of the pattern may be empty
    return Place(
        before=before.strip(QUOTES + "()[]{}"), previous=lead,
        alone=touching and (not lead or lead.rstrip(QUOTES + ")]}")[-1:] in tuple(".!?:;…")),
        mark=mark, close=close, end=end, next=start,
        opening=following["open"], word=following["word"],
        after=text[following.start("word"):following.start("word") + 2 * _REACH],
        lead=text[max(0, stop - 2 * _REACH):stop],
    )


def _straight(text: str) -> dict[int, bool]:
    """For each straight double quotation mark, whether it opens."""
    opens: dict[int, bool] = {}
    last = False
    for found in re.finditer('"', text):
        at = found.start()
        left = at == 0 or text[at - 1].isspace() or text[at - 1] in "([{-–—"
        right = at + 1 == len(text) or text[at + 1].isspace() or text[at + 1] in ".,;:!?)]}"
        last = left if left != right else not last
        opens[at] = last
    return opens


def _unspaced(text: str, stop: re.Match[str], opens: dict[int, bool], glued: bool) -> int:
    """Where the sentence ends when no space follows the stop, or -1 if it does not end there."""
    end = stop.end()
    if end == len(text):
        return -1
    if stop["mark"][-1] in _WIDE:
        return end
    if stop["close"]:
        if not text[end].isupper() or stop["close"][-1] not in QUOTES:
            return -1
        while end > stop.end("mark") and (
            text[end - 1] in _OPENING_SHAPES or opens.get(end - 1, False)
        ):
            end -= 1
        return end
    right = _GLUED_RIGHT.match(text, end) if glued else None
    left = text[max(0, stop.start() - _REACH):stop.start()]
    return end if right and right[0] not in _DOMAINS and _GLUED_LEFT.search(left) else -1


def _stray(text: str, end: int, start: int, opens: dict[int, bool]) -> tuple[int, int]:
    """Take in a closing quotation mark that stands alone between spaces: 'of it. " She'."""
    if start >= len(text) or text[start] not in '"”»':
        return end, start
    behind = start + 1
    if (behind < len(text) and not text[behind].isspace()) or opens.get(start, False):
        return end, start
    while behind < len(text) and text[behind].isspace():
        behind += 1
    return start + 1, behind
