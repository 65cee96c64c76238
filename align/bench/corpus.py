"""How fast `selaras corpus` is, and how large its workers get."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from align.corpus import corpus
from align.corpus.run import Engine
from align.errors import InputError


@dataclass(frozen=True, slots=True)
class Made:
    """One run: articles done and failed, wall seconds with the start of the workers."""

    engine: str
    workers: int
    done: int
    failed: int
    seconds: float
    megabytes: float  # of the largest process, as far as the system tells

    @property
    def per_minute(self) -> float:
        return 60.0 * (self.done + self.failed) / self.seconds


def made(manifest: Path, workers: Sequence[int], engine: Engine = "local") -> Iterator[Made]:
    """Make the corpus of a manifest anew for each number of workers.

    Raises:
        InputError: the manifest cannot be read.
    """
    if not all(workers):
        raise InputError("A run needs at least one worker.")
    for count in workers:
        with tempfile.TemporaryDirectory(prefix="selaras-") as folder:
            begun = time.perf_counter()
            records = list(corpus(manifest, Path(folder) / "corpus", engine=engine,
                                  workers=count).records())
            seconds = time.perf_counter() - begun
        failed = sum(record.status == "failed" for record in records)
        yield Made(engine, count, len(records) - failed, failed, seconds, _largest_child())


def _largest_child() -> float:
    import resource
    import sys

    scale = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * scale / 2**20
