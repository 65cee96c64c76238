"""Many phrases looked for in a text at once, word by word: quicker than one large pattern."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from align.text.tokens import Token, lower_words, tokens

_JOINTS = " -‐\u00a0"  # what may stand between the words of a phrase


class Found(NamedTuple):
    """A phrase, as it was given, at `text[start:end]`."""

    phrase: str
    start: int
    end: int


class Phrases:
    """Phrases in lower case, to be found whatever the case, the longest where several begin."""

    def __init__(self, phrases: Iterable[str]) -> None:
        index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase in dict.fromkeys(phrases):
            words = tuple(token.lower for token in tokens(phrase))
            index.setdefault(words[0], []).append((words, phrase))
        self._index: Mapping[str, list[tuple[tuple[str, ...], str]]] = {
            first: sorted(rows, key=lambda row: (-len(row[0]), row[1]))
            for first, rows in index.items()}

    def find(self, text: str) -> Iterator[Found]:
        """The phrases of a text from left to right; they do not overlap. The last word may end in
        -nya."""
        if self._index.keys().isdisjoint(lower_words(text)):
            return
        stream, at = tokens(text), 0
        while at < len(stream):
            found = self._at(text, stream, at)
            if found is None:
                at += 1
            else:
                phrase, size = found
                yield Found(phrase, stream[at].start, stream[at + size - 1].end)
                at += size

    def _at(self, text: str, stream: tuple[Token, ...], at: int) -> tuple[str, int] | None:
        first = stream[at].lower
        rows = self._index.get(first) or self._index.get(first.removesuffix("nya"))
        for words, phrase in rows or ():
            size = len(words)
            if at + size <= len(stream) and _same(words, stream[at:at + size]) and not any(
                    text[a.end:b.start].strip(_JOINTS)
                    for a, b in zip(stream[at:], stream[at + 1:at + size], strict=False)):
                return phrase, size
        return None


def _same(words: tuple[str, ...], stand: tuple[Token, ...]) -> bool:
    last = stand[-1].lower
    return (all(token.lower == word for word, token in zip(words[:-1], stand, strict=False))
            and (last == words[-1] or last.removesuffix("nya") == words[-1]))
