"""How well the version is told that a rewrite was made from: stories built from parallel documents.

Of each document several filings are made: a short first one, a full one, one with paragraphs of
another story added, now and then a refiled copy; all but the true one may have a number changed.
The rewrite is the translation of one of them, with some sentences left out and now and then one
put in, dated right after it; what was filed later stands before or after the rewrite.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from align.bench.tables import read_documents
from align.encoders import Encoder, load
from align.errors import InputError
from align.finding.versions import choose
from align.model import Article, Sentence

_DIGITS = re.compile(r"(?<![\d.,:/-])[2-9]\d{0,2}(?![\d.,:/-]|st|nd|rd|th)")
_OMITTED, _INVENTED, _CHANGED, _REFILED = 0.08, 0.3, 0.5, 0.3
_SHORTEST = 8  # rows of a document worth filing twice

Row = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Story:
    """Versions of one story, the rewrite, and which version it was made from."""

    id: str
    versions: tuple[Article, ...]
    rewrite: Article
    truth: int


@dataclass(frozen=True, slots=True)
class VersionBench:
    stories: int
    right: float
    misses: tuple[str, ...]


def bench_versions(table: Path, *, stories: int = 60, seed: int = 0,
                   encoder: Encoder | None = None) -> VersionBench:
    """Share of stories of which the right version is chosen.

    Args:
        table: gzip TSV with the header `doc source target`, rows of a document in order.

    Raises:
        InputError: the table is not of that shape, or holds too few documents.
    """
    encoder = encoder or load(cache=False)
    built = build(list(read_documents(table).items()), stories, seed)
    misses = []
    for story in built:
        best = choose(story.rewrite, story.versions, encoder)
        if best[0].article is not story.versions[story.truth]:
            told = ", ".join(f"{story.versions.index(one.article)}: {one.score:.2f}"
                             for one in best)
            misses.append(f"{story.id}: made from version {story.truth}; scores {told}")
    return VersionBench(len(built), round(1 - len(misses) / len(built), 4), tuple(misses))


def build(documents: Sequence[tuple[str, Sequence[Row]]], count: int, seed: int) -> list[Story]:
    """Stories, by round through the documents until there are enough."""
    rng = random.Random(seed)
    long = [document for document in documents if len(document[1]) >= _SHORTEST]
    if len(long) < 2:
        raise InputError("There are too few documents to build stories from; name a larger table.")
    found = []
    for number in range(count):
        name, rows = long[number % len(long)]
        other = rng.choice([rest for title, rest in long if title != name])
        found.append(_story(f"{name}#{number // len(long)}", rows, other, rng))
    return found


def _story(name: str, rows: Sequence[Row], other: Sequence[Row], rng: random.Random) -> Story:
    cut = rng.randint(len(rows) // 2, len(rows) - 2)
    added = list(other[1:1 + rng.randint(2, 4)])
    at = rng.randint(2, len(rows))
    filings = [list(rows[:cut]), list(rows), [*rows[:at], *added, *rows[at:]]]
    truth = rng.randrange(len(filings))
    true_hour = 6 + 4 * truth
    late = rng.random() < 0.5
    versions = []
    for number, filed in enumerate(filings):
        text = [source for source, _ in filed]
        if number != truth and rng.random() < _CHANGED:
            text = _with_number_changed(text, rng)
        hour = 6 + 4 * number if number <= truth or late else true_hour
        versions.append(_article(text, "en", f"2026-03-04T{hour:02}:00:00+00:00"))
    if rng.random() < _REFILED:
        versions.append(_article([source for source, _ in filings[truth]], "en",
                                 "2026-03-06T06:00:00+00:00"))
    return Story(name, tuple(versions), _rewrite(filings[truth], other, true_hour + 1, rng), truth)


def _rewrite(filed: Sequence[Row], other: Sequence[Row], hour: int, rng: random.Random) -> Article:
    kept = [target for n, (_, target) in enumerate(filed) if n < 2 or rng.random() >= _OMITTED]
    if rng.random() < _INVENTED:
        kept.insert(rng.randint(2, len(kept)), other[-1][1])
    return _article(kept, "id", f"2026-03-04T{hour:02}:00:00+00:00")


def _with_number_changed(text: Sequence[str], rng: random.Random) -> list[str]:
    """One number of two or three digits made another, if there is one."""
    places = [(n, found) for n, sentence in enumerate(text) for found in _DIGITS.finditer(sentence)]
    changed = list(text)
    if places:
        n, found = rng.choice(places)
        other = str(int(found[0]) + rng.choice((-1, 1, 2, 3)))
        changed[n] = changed[n][:found.start()] + other + changed[n][found.end():]
    return changed


def _article(texts: Sequence[str], language: str, published: str) -> Article:
    sentences, start = [], 0
    for number, text in enumerate(texts):
        sentences.append(Sentence(text, number, start, start + len(text)))
        start += len(text) + 2
    return Article(title=texts[0], language=language, published=published,
                   text="\n\n".join(texts), sentences=tuple(sentences))
