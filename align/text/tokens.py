"""Text -> words: the one tokeniser. Offsets are code points of the text given.

Three views of one cut. `tokens` is what the exact readers see: words with their endings (don't,
mayor's), figures, signs of money and degree. `words` is what is aligned and looked up: marks stand
among the words, a possessive 's has fallen away, and Indonesian doubled words (anak-anak) may stay
whole. `compounds` is what a reader would underline: a run of letters and figures without a blank.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from align.text.id.morphology import is_doubling

_TOKEN = re.compile(
    r"\d+(?:[.,:/]\d+)*"  # 12.000, 1/2, 17:30, 14/1/2021
    r"|(?:[A-Za-z]\.){2,}"  # U.S., a.m.
    r"|[^\W\d_]+(?:'[^\W\d_]+)*"  # words, n't and 's kept on
    r"|[^\w\s]"
)
_HYPHENS = frozenset("-‐‑")
_JOINTS = frozenset(".,:'-/")  # marks that join when letters or figures touch both their sides
_SIGNS = frozenset("$€£¥%°")  # marks that are read as words are


class Token(NamedTuple):
    """A word, figure or mark at `[start, end)` of its text, apostrophes straight."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter."""
        return self.text[0].isalpha()


@lru_cache(maxsize=4096)
def _cut(text: str) -> tuple[Token, ...]:
    return tuple([
        Token(word := match.group(), word.lower(), match.start(), match.end())
        for match in _TOKEN.finditer(text.replace("’", "'"))
    ])


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """All words, numbers and signs of money, per cent and degree of a text, in order."""
    return tuple([token for token in _cut(text)
                  if token.text[0].isalnum() or token.text in _SIGNS])


@lru_cache(maxsize=4096)
def lower_words(text: str) -> frozenset[str]:
    """The words of a text in lower case, each also without an Indonesian -nya, to ask quickly."""
    plain = {token.lower for token in tokens(text)}
    return frozenset(plain | {word[:-3] for word in plain if word.endswith("nya")})


def words(text: str, *, doubling: bool = False) -> list[Token]:
    """All words, figures and marks of a text. With `doubling`, anak-anak stays whole."""
    found: list[Token] = []
    for token in _cut(text):
        if doubling and _doubles(found, token):
            first, mark = found[-2:]
            found[-2:] = [Token(first.text + mark.text + token.text,
                                f"{first.lower}{mark.text}{token.lower}", first.start, token.end)]
        elif token.lower.endswith("'s") and len(token.text) > 2:
            found.append(Token(token.text[:-2], token.lower[:-2], token.start, token.end - 2))
        else:
            found.append(token)
    return found


def _doubles(before: list[Token], word: Token) -> bool:
    """Whether a word, a hyphen and this word are one doubled word."""
    return (len(before) >= 2 and before[-1].text in _HYPHENS and word.is_word
            and before[-1].start == before[-2].end and word.start == before[-1].end
            and is_doubling(before[-2].lower, word.lower))


def compounds(text: str) -> list[Token]:
    """Words and figures, with what is joined to them, and the other marks: DPR-RI, 2,5, dan/atau.
    """
    found: list[Token] = []
    for token in _cut(text):
        found.append(token)
        if not token.text[-1].isalnum():
            continue
        while len(found) > 1 and (size := _joined(found)):
            first = found[-size]
            whole = "".join(part.text for part in found[-size:])
            found[-size:] = [Token(whole, whole.lower(), first.start, token.end)]
    return found


def _joined(found: list[Token]) -> int:
    """How many of the last tokens are one compound, 0 if the last stands alone."""
    last = found[-1]
    if found[-2].end == last.start:
        if found[-2].text[0].isalnum():
            return 2
        if (found[-2].text in _JOINTS and len(found) > 2 and found[-3].end == found[-2].start
                and found[-3].text[0].isalnum()):
            return 3
    return 0


def is_content(word: Token, stop: frozenset[str]) -> bool:
    """Whether the word carries meaning: letters, at least three, not in the stop table."""
    return word.is_word and len(word.text) > 2 and word.lower not in stop


def touched(of: Sequence[Token], *spans: tuple[int, int]) -> set[int]:
    """Numbers of the tokens that any of the spans [start, end) covers or cuts."""
    return {at for start, end in spans for at, token in enumerate(of)
            if token.start < end and start < token.end}


def in_brackets(text: str, start: int, end: int) -> bool:
    """Whether what stands at [start, end) is inside round brackets."""
    return text.rfind("(", 0, start) > text.rfind(")", 0, start) and ")" in text[end:]
