"""How aligning grows with length: time and memory with sentence vectors given, on one core.

Timed is what `check` does: the clauses of likely merges are encoded on the way.
"""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from align.aligner import Side, align_sides, encode_side
from align.bench.tables import read_documents
from align.encoders import Encoder, load
from align.errors import InputError, MissingExtraError
from align.sentences import split
from align.writing import whole_file


@dataclass(frozen=True, slots=True)
class Point:
    """`articles` of so many `sentences` on each side: seconds, and megabytes beyond the vectors."""

    sentences: int
    seconds: float
    megabytes: float
    articles: int = 1


def laid_end_to_end(tables: Sequence[Path], seed: int = 1) -> list[tuple[str, str]]:
    """Sentence pairs of all documents of some tables, in an order drawn once.

    So the first thousand and the first ten thousand are text of one kind, whatever the tables. A
    row whose sides split into equally many sentences counts as so many pairs.

    Raises:
        InputError: a table is missing, of another shape, or empty.
    """
    documents = [document for table in tables for document in read_documents(table).values()]
    Random(seed).shuffle(documents)
    return [pair for document in documents for row in document for pair in _apart(*row)]


def _apart(source: str, target: str) -> list[tuple[str, str]]:
    ours, theirs = split(source, "en"), split(target, "id")
    if len(ours) != len(theirs):
        return [(source, target)]
    return [(source[a:b], target[c:d]) for (a, b), (c, d) in zip(ours, theirs, strict=True)]


def growth(pairs: Sequence[tuple[str, str]], sizes: Sequence[int]) -> Iterator[Point]:
    """Align the first sentences of texts laid end to end, for each size in turn.

    A size beyond the text is taken as the whole text. The time is that of a run without the
    measuring of memory, which is a second run.

    Raises:
        InputError: there are no sentences.
    """
    if not pairs:
        raise InputError("The tables have no sentences; name others.")
    encoder = load()
    texts = [[pair[side] for pair in pairs[:max(sizes)]] for side in (0, 1)]
    sides = [encode_side(each, encoder) for each in texts]
    for size in sorted({min(size, len(pairs)) for size in sizes}):
        yield _timed([(0, size)], texts, sides, encoder, size)


def short_articles(pairs: Sequence[tuple[str, str]], count: int = 250,
                   size: int = 25) -> Point:
    """Align so many articles, each of `size` sentences from texts laid end to end.

    With fewer sentences than that there are fewer articles.

    Raises:
        InputError: there are no sentences.
    """
    if not pairs:
        raise InputError("The tables have no sentences; name others.")
    encoder = load()
    texts = [[pair[side] for pair in pairs[:count * size]] for side in (0, 1)]
    sides = [encode_side(each, encoder) for each in texts]
    spans = [(at, min(at + size, len(texts[0]))) for at in range(0, len(texts[0]), size)]
    return _timed(spans, texts, sides, encoder, size)


def _timed(spans: Sequence[tuple[int, int]], texts: Sequence[Sequence[str]],
           sides: Sequence[Side], encoder: Encoder, size: int) -> Point:
    from threadpoolctl import threadpool_limits

    def work() -> None:
        for a, b in spans:
            align_sides(sides[0][a:b], sides[1][a:b], texts=(texts[0][a:b], texts[1][a:b]),
                        encoder=encoder)

    with threadpool_limits(limits=1):
        begun = time.perf_counter()
        work()
        seconds = time.perf_counter() - begun
        tracemalloc.start()
        work()
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return Point(size, seconds, peak / 2**20, len(spans))


def plotted(points: Sequence[Point], path: Path) -> None:
    """Draw seconds over sentences.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    try:
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MissingExtraError(
            'The plot needs matplotlib; install it with: pip install "selaras[notebook]"'
        ) from error
    figure = Figure(figsize=(6, 4), layout="constrained")
    axes = figure.add_subplot()
    axes.plot([each.sentences for each in points], [each.seconds for each in points], "o-")
    axes.set_xlabel("sentences on each side")
    axes.set_ylabel("seconds, sentence vectors given, one core")
    axes.set_ylim(bottom=0)
    kind = path.suffix.lstrip(".").lower() or "png"
    with whole_file(path) as part:
        figure.savefig(part, dpi=150, format=kind,
                       metadata={"Creator" if kind != "png" else "Software": "Selaras"})
