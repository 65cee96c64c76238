"""The sentences an article begins with, of which finding makes its vectors."""

from __future__ import annotations

from collections.abc import Sequence

from align.encoders import Encoder, Vectors
from align.model import Article
from align.sentences import split

STORED = 6  # headline and five sentences: what the store keeps of an original
ASKED = 12  # how far into a rewrite the original's opening may have moved
_LONGEST = 400  # code points of a sentence that are encoded


def opening(article: Article, count: int) -> list[str]:
    """Headline and first sentences, at most `count`; one empty text if there are none."""
    if article.sentences:
        found = [sentence.text for sentence in article.sentences[:count]]
    else:
        found = []
        for number, line in enumerate(article.paragraphs):
            if len(found) >= count:
                break
            ranges = split(line, article.language) if number else ((0, len(line)),)
            found.extend(line[start:end] for start, end in ranges)
    return [text[:_LONGEST] for text in found[:count]] or [""]


def encode(openings: Sequence[Sequence[str]], encoder: Encoder) -> list[Vectors]:
    """Vectors of many openings, (sentences, d) each, encoded together, like lengths together."""
    texts = [text for sentences in openings for text in sentences]
    order = sorted(range(len(texts)), key=lambda n: len(texts[n]))
    encoded = encoder.encode([texts[n] for n in order])
    vectors = encoded[sorted(range(len(order)), key=order.__getitem__)]
    found, start = [], 0
    for sentences in openings:
        found.append(vectors[start:start + len(sentences)])
        start += len(sentences)
    return found
