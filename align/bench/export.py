"""How fast corpora are written: pairs a second and peak memory, for each format.

The pairs are made up: two sentences of common length with a flag on every fifth, in reviews of
twenty beads. Each format is measured in a process of its own, with the filters on.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from align.export import export
from align.export.filters import Filter
from align.model import Article, Bead, Flag, Review, Sentence, Span

_BEADS = 20  # of a review
_SOURCE = "The company said on Tuesday that number {} of its ships would stay in port for weeks."
_TARGET = "Perusahaan itu mengatakan pada hari Selasa bahwa kapal nomor {} akan tetap di pelabuhan."
_KEEP = Filter(min_score=0.1, min_faithful=0.01, below="critical", ratio=(0.2, 5.0))


@dataclass(frozen=True, slots=True)
class Writing:
    """One format: pairs written, seconds by the wall and of the processor, and megabytes of the
    process at its largest."""

    format: str
    pairs: int
    seconds: float
    processor: float
    megabytes: float


def writing(pairs: int, formats: Sequence[str], duplicates: str = "keep") -> Iterator[Writing]:
    """Write so many pairs in each format and measure it."""
    context = multiprocessing.get_context("spawn")
    for name in formats:
        with context.Pool(1) as pool:
            yield pool.apply(_measured, (name, pairs, duplicates))


def _measured(name: str, pairs: int, duplicates: str) -> Writing:
    with tempfile.TemporaryDirectory(prefix="selaras-") as folder:
        export([_review(0)], Path(folder) / "first", to=name)  # imports are not measured
        begun, busy = time.perf_counter(), time.process_time()
        done = export(_reviews(pairs), Path(folder) / "corpus", to=name, keep=_KEEP,
                      duplicates=duplicates)  # type: ignore[arg-type]
        seconds, processor = time.perf_counter() - begun, time.process_time() - busy
    scale = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale / 2**20
    return Writing(name, done.rows, seconds, processor, peak)


def _reviews(pairs: int) -> Iterator[Review]:
    return (_review(number) for number in range(0, pairs, _BEADS))


def _review(first: int) -> Review:
    numbers = range(first, first + _BEADS)
    flags = tuple(Flag(
        id=f"{number:016x}", bead=number - first, category="mistranslation", check="numbers",
        severity="major", confidence=0.5, source=(Span(number - first, 4, 11),),
        target=(Span(number - first, 0, 10),), message="The number differs.")
        for number in numbers if number % 5 == 0)
    return Review("selaras:0|made up", _article(_SOURCE, numbers, "en"),
                  _article(_TARGET, numbers, "id"),
                  tuple(Bead((n,), (n,), score=0.99) for n in range(_BEADS)), flags)


def _article(text: str, numbers: range, language: str) -> Article:
    sentences: list[Sentence] = []
    at = 0
    for number in numbers:
        each = text.format(number)
        sentences.append(Sentence(each, len(sentences) // 3, at, at + len(each)))
        at += len(each) + 1
    return Article(title=sentences[0].text, language=language,
                   url=f"https://example.org/{language}/{numbers[0]}",
                   text=" ".join(each.text for each in sentences), sentences=tuple(sentences))
