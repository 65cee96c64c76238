"""How aligning grows with length: time and memory with vectors given, on one core."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from align.aligner import align_sides, encode_side
from align.encoders import load
from align.errors import InputError, MissingExtraError


@dataclass(frozen=True, slots=True)
class Point:
    """One length: `sentences` on each side, seconds, peak megabytes beyond the vectors."""

    sentences: int
    seconds: float
    megabytes: float


def growth(pairs: Sequence[tuple[str, str]], sizes: Sequence[int]) -> Iterator[Point]:
    """Align the first sentences of texts laid end to end, for each size in turn.

    The time is that of a run without the measuring of memory, which is a second run.

    Raises:
        InputError: there are fewer sentences than the largest size.
    """
    from threadpoolctl import threadpool_limits

    if len(pairs) < max(sizes):
        raise InputError(f"The file has {len(pairs)} pairs; name sizes up to that with --sizes.")
    encoder = load()
    for size in sorted(sizes):
        source, target = (encode_side([pair[side] for pair in pairs[:size]], encoder)
                          for side in (0, 1))
        with threadpool_limits(limits=1):
            begun = time.perf_counter()
            align_sides(source, target)
            seconds = time.perf_counter() - begun
            tracemalloc.start()
            align_sides(source, target)
            peak = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        yield Point(size, seconds, peak / 2**20)


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
    axes.set_ylabel("seconds, vectors given, one core")
    axes.set_ylim(bottom=0)
    figure.savefig(path, dpi=150)
