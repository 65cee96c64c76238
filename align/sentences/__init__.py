"""Text to sentences, for news in Indonesian and English; other languages go to a library (`base`).

For the two tuned languages `places` lists where a sentence could end, and `verdict` decides on
each by rules over `tables`: quotations, reporting clauses, abbreviations, initials, missing spaces.
A library's opinion underneath was tried and changed results for the worse wherever it changed them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from align.model import Article, Sentence
from align.sentences import base
from align.sentences.places import candidates
from align.sentences.tables import for_language
from align.sentences.verdict import ends_sentence

_LINE = re.compile(r"[^\n]+")
_LONGEST = 4000  # code points of a sentence
_TUNED = ("en", "id")
# Zero-width marks are no white space to Python, yet a sentence of them alone is blank to a reader.
_SEEN = r"[^\s\u00ad\u200b-\u200f\u2060\ufeff]"
_INK = re.compile(f"{_SEEN}(?:.*{_SEEN})?", re.DOTALL)
_KIN = {"in": "id", "ms": "id", "": "id"}  # the old code, Malay, not known: the joint tables


def segment(article: Article) -> Article:
    """Fill `sentences` from `article.text`, each line of which is a paragraph.

    Where the article has a title and begins with it, that paragraph is the headline: one sentence,
    whatever its punctuation. Without a title all paragraphs are text.
    """
    headed = 0 < len(article.title) <= _LONGEST and _same_line(article.paragraphs[:1],
                                                               article.title)
    sentences: list[Sentence] = []
    lines = (line for line in _LINE.finditer(article.text) if line[0].strip())
    for paragraph, line in enumerate(lines):
        text, at = line[0], line.start()
        if headed and not paragraph:
            ranges = _trimmed(text, [0, len(text)])
        else:
            ranges = split(text, article.language)
        sentences.extend(Sentence(text[start:end], paragraph, at + start, at + end)
                         for start, end in ranges)
    return replace(article, sentences=tuple(sentences))


def _same_line(lines: tuple[str, ...], title: str) -> bool:
    return bool(lines) and lines[0].split() == title.split()


def split(text: str, language: str = "en") -> list[tuple[int, int]]:
    """Split one paragraph into sentences: code point ranges without outer white space.

    Args:
        text: a stretch of more than 4,000 code points without an end is cut at a blank.
        language: an IETF tag. English and Indonesian are tuned (Malay goes with Indonesian);
            any other is left to the library underneath.
    """
    code = re.split("[-_]", language.strip().lower(), maxsplit=1)[0]
    code = _KIN.get(code, code)
    if code in _TUNED:
        tables = for_language(code)
        cuts = [place.end for place in candidates(text, tables.glued)
                if ends_sentence(place, tables)]
    else:
        cuts = base.ends(text, code)
    return _trimmed(text, list(_cut_to_size(text, [0, *cuts, len(text)])))


def _cut_to_size(text: str, edges: list[int]) -> Iterator[int]:
    """The edges, and further ones at blanks where no sentence of any writer is so long.

    What takes such a stretch for one sentence would take time and memory with its square.
    """
    for start, end in pairwise(edges):
        yield start
        while end - start > _LONGEST:
            blank = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
            start = blank if blank > 0 else start + _LONGEST
            yield start
    yield edges[-1]


def _trimmed(text: str, edges: list[int]) -> list[tuple[int, int]]:
    stretches = (_INK.search(text, start, end) for start, end in pairwise(edges))
    return [stretch.span() for stretch in stretches if stretch]
