"""Takes page leftovers off a story, by the table in `leftovers`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from align.reading.leftovers import END, HEAD, LAST, LINK, PIECE, ROLE, TABLE, TAIL, WHOLE

_WHOLE = {  # all rows of a place as one pattern: most paragraphs match none
    place: re.compile("|".join(f"(?:{pattern})" for where, pattern in TABLE if where == place))
    for place in (WHOLE, HEAD, TAIL, LINK, END)
}
_PIECES = [re.compile(pattern) for where, pattern in TABLE if where == PIECE]
_LASTS = [re.compile(rf"(?:{pattern})\.?$") for where, pattern in TABLE if where == LAST]
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]»]*$|[\"”»]$")
_SIGN_OFF = re.compile(rf"(?i:\(*{ROLE}(?: and {ROLE})* by\b)")
_CREDIT_WORDS = (
    "and by in the of at for with from reuters newsroom newsrooms desk bureau bureaux team staff "
    "additional reporting writing editing edited written compiled graphic graphics polling text "
    "research translated translation production video correspondents")
_SIGN_OFF_WORDS = frozenset(_CREDIT_WORDS.split())
_CLOSING = re.compile(r"(?i:\bedit(?:ing|ed) by\b)")
_LONGEST = 1200  # code points; no leftover paragraph is longer
_LONGEST_SEARCHED = 50_000  # in longer paragraphs, which no page has, no piece is looked for
_LONGEST_INITIALS = 100


def strip(paragraphs: Sequence[str]) -> list[str]:
    """The body paragraphs without leftovers, in order."""
    body = [_without_pieces(paragraph) for paragraph in paragraphs]
    body = _without_end([paragraph for paragraph in body if paragraph])
    body = _without_whole(body)
    while body and _is(HEAD, body[0]) and len(body) > 1:
        body.pop(0)
    while body and (_is(TAIL, body[-1]) and not _is_prose_by(body[-1])):
        body.pop()
    while body:
        whole = _without_initials(body[-1])
        if whole:
            return [*body[:-1], whole]
        body.pop()
    return body


def is_head(paragraph: str) -> bool:
    """Whether a paragraph is a leftover that may stand above a headline."""
    return any(_is(where, paragraph) for where in (HEAD, WHOLE, LINK))


def is_sign_off(paragraph: str) -> bool:
    """"Reporting by …; Editing by …", and not a sentence that begins the same way."""
    return (len(paragraph) <= _LONGEST and _SIGN_OFF.match(paragraph) is not None
            and not _is_prose_by(paragraph))


def _is(where: str, paragraph: str) -> bool:
    if len(paragraph) > _LONGEST:
        return False
    return _WHOLE[where].fullmatch(paragraph) is not None


def _without_pieces(paragraph: str) -> str:
    if len(paragraph) > _LONGEST_SEARCHED:
        return paragraph
    for row in _PIECES:
        if row.search(paragraph):
            paragraph = row.sub(" ", paragraph)
            paragraph = re.sub(r" +([.,;:!?])(?=\s|$)", r"\1", paragraph)
    return " ".join(paragraph.split())


def _without_end(body: list[str]) -> list[str]:
    """Cut where credits, a comment form or a list of other stories begin.

    Not where most of the text is below; there the line alone goes.
    """
    total = sum(map(len, body))
    kept: list[str] = []
    above = 0
    for paragraph in body:
        credit = is_sign_off(paragraph)
        if not credit and not _is(END, paragraph):
            kept.append(paragraph)
            above += len(paragraph)
        elif above * 2 >= total and (not credit or _CLOSING.search(paragraph)):
            return kept
        elif above * 2 < total and credit:
            kept.append(paragraph)
    return kept


def _without_whole(body: list[str]) -> list[str]:
    kept: list[str] = []
    linked = False
    for paragraph in body:
        if _is(LINK, paragraph):
            linked = len(paragraph.split()) < 4
            continue
        if linked and not _SENTENCE_END.search(paragraph) and len(paragraph.split()) < 25:
            linked = False
            continue
        linked = False
        if not _is(WHOLE, paragraph):
            kept.append(paragraph)
    return kept


def _is_prose_by(paragraph: str) -> bool:
    """"Reporting by rights groups found that …" is a sentence: it has words that no credit has."""
    if not _SIGN_OFF.match(paragraph):
        return False
    words = re.findall(r"(?<![\w'’@.-])[a-z]+(?![\w'’@.-]*[@.]\w)", paragraph)
    return sum(word not in _SIGN_OFF_WORDS for word in words) > 2


def _without_initials(paragraph: str) -> str:
    for row in _LASTS:
        start = max(0, len(paragraph) - _LONGEST_INITIALS)
        found = row.search(paragraph, start)
        if found and (not found.start() or _SENTENCE_END.search(paragraph, start, found.start())):
            paragraph = paragraph[:found.start()].rstrip()
    return paragraph
