"""Text to sentences, for news in Indonesian and English.

The library underneath (`base`) proposes; the tables and rules here decide what they know better:
quotations, reporting clauses, abbreviations, initials, missing spaces.
"""

from __future__ import annotations

import re
from dataclasses import replace

from align.model import Article, Sentence
from align.sentences import base
from align.sentences.places import QUOTES, places
from align.sentences.tables import for_language
from align.sentences.verdict import verdict

_LINE = re.compile(r"[^\n]+")
_KIN = {"in": "id", "ms": "id", "": "id"}  # the old code, Malay, and not known: the joint tables
_CLOSERS = QUOTES + ")]}"


def segment(article: Article) -> Article:
    """Fill `sentences` from `article.text`, each line of which is a paragraph.

    The first paragraph is the headline: one sentence, whatever its punctuation.
    """
    sentences: list[Sentence] = []
    paragraph = 0
    for line in _LINE.finditer(article.text):
        if not line[0].strip():
            continue
        ranges = split(line[0], article.language) if paragraph else [_trim(line[0], 0, len(line[0]))]
        for start, end in ranges:
            sentences.append(Sentence(line[0][start:end], paragraph,
                                      line.start() + start, line.start() + end))
        paragraph += 1
    return replace(article, sentences=tuple(sentences))


def split(text: str, language: str = "en") -> list[tuple[int, int]]:
    """Split one paragraph into sentences: code point ranges without outer white space.

    Args:
        language: an IETF tag. English and Indonesian are tuned (Malay goes with Indonesian);
            any other is left to the library underneath.
    """
    code = re.split("[-_]", language.lower(), maxsplit=1)[0]
    code = _KIN.get(code, code)
    cuts = _decided(text, code) if code in ("en", "id") else _proposed(text, code)
    edges = [0, *cuts, len(text)]
    trimmed = (_trim(text, start, end) for start, end in zip(edges, edges[1:], strict=False))
    return [(start, end) for start, end in trimmed if start < end]


def _decided(text: str, language: str) -> list[int]:
    tables = for_language(language)
    candidates = list(places(text))
    answers = [verdict(place, tables) for place in candidates]
    proposed = set(base.ends(text, language)) if None in answers else set()
    cuts = []
    for place, answer in zip(candidates, answers, strict=True):
        if answer is None:
            answer = any(end in proposed
                         for end in range(place.end - len(place.close), place.end + 1))
        if answer:
            cuts.append(place.end)
    return cuts


def _proposed(text: str, language: str) -> list[int]:
    cuts = []
    for end in base.ends(text, language):
        while end < len(text) and text[end] in _CLOSERS:
            end += 1
        cuts.append(end)
    return cuts


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    stretch = text[start:end]
    return start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip())
