"""Existing bitext, pair by pair: what the checks say of each line, streaming."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any, BinaryIO

from align import checks, faithful
from align.checks import CheckSettings, Finding, Pair, Tools
from align.checks.merge import merge, without_ignored
from align.encoders import Encoder
from align.encoders import load as load_encoder
from align.errors import InputError
from align.tagger.run import ready

BATCH = 256
LONGEST = 20_000  # characters on one side; what is longer is no sentence pair


@dataclass(frozen=True, slots=True)
class Scored:
    """What is known of one line. With a `problem` it could not be scored."""

    line: int
    score: float | None
    findings: tuple[Finding, ...] = ()
    problem: str = ""

    def as_json(self) -> dict[str, Any]:
        """The shape that `selaras score` prints."""
        plain: dict[str, Any] = {
            "line": self.line,
            "score": None if self.score is None else round(self.score, 4),
            "flags": [
                {"category": each.category, "check": each.check, "severity": each.severity,
                 "confidence": round(each.confidence, 4),
                 "source": [list(span) for span in each.source],
                 "target": [list(span) for span in each.target],
                 "message": each.message, "pesan": each.pesan}
                for each in self.findings
            ],
        }
        return plain | ({"problem": self.problem} if self.problem else {})


@contextmanager
def open_lines(path: str) -> Iterator[BinaryIO]:
    """The bytes of a file, or of standard input for "-".

    Raises:
        InputError: there is no such file.
    """
    if path == "-":
        yield sys.stdin.buffer
        return
    if Path(path).is_dir():
        raise InputError(f"{path} is a folder; name a file of source<TAB>target lines.")
    if not Path(path).exists():
        raise InputError(f"There is no {path}; name a file of source<TAB>target lines.")
    with Path(path).open("rb") as stream:
        yield stream


def score_lines(lines: Iterable[bytes], settings: CheckSettings | None = None,
                only: Sequence[str] | None = None, workers: int = 1) -> Iterator[Scored]:
    """Score `source<TAB>target` lines, in their order; a bad line costs only itself.

    Args:
        only: names of the checks to run; all without it.
        workers: processes to share the work; what comes out is the same for any number.

    Raises:
        InputError: there is no check of such a name.
    """
    unknown = sorted(set(only or ()) - set(checks.registered()))
    if unknown:
        raise InputError(f"There is no check {unknown[0]!r}; choose from "
                         f"{', '.join(checks.registered())}.")
    batches = _batches(lines)
    first = list(islice(batches, 2))
    task = partial(_score_batch, settings=settings or CheckSettings(), only=only)
    if workers < 2 or len(first) < 2:
        for batch in chain(first, batches):
            yield from task(batch)
        return
    with ProcessPoolExecutor(workers, get_context("spawn"), _single_threaded) as pool:
        waiting: deque[Future[list[Scored]]] = deque()
        for batch in chain(first, batches):
            waiting.append(pool.submit(task, batch))
            if len(waiting) > 2 * workers:  # so that memory stays flat, whatever the file's size
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _batches(lines: Iterable[bytes]) -> Iterator[list[tuple[int, bytes]]]:
    numbered = enumerate(lines, 1)
    while batch := list(islice(numbered, BATCH)):
        yield batch


def _single_threaded() -> None:
    """Each worker keeps to one thread: there is one worker for each core."""
    os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"


@cache
def _encoder() -> Encoder:
    return load_encoder()


def _score_batch(batch: Sequence[tuple[int, bytes]], settings: CheckSettings,
                 only: Sequence[str] | None) -> list[Scored]:
    # Vectors are the dearest part: where only exact checks are asked for, there are none.
    needed = only is None or not set(only) <= set(checks.exact())
    tools = Tools(settings, _encoder() if needed else None)
    parsed = [(number, *_parse(line)) for number, line in batch]
    judged = iter(_judged([pair for _, pair, _ in parsed if pair], tools, only))
    return [
        Scored(number, None, problem=problem) if pair is None else Scored(number, *next(judged))
        for number, pair, problem in parsed
    ]


def _judged(pairs: Sequence[Pair], tools: Tools, only: Sequence[str] | None
            ) -> Iterator[tuple[float, tuple[Finding, ...]]]:
    """Score and merged findings of each pair."""
    for known, kept in weigh(pairs, tools, only):
        yield faithful.probability(known), kept


def weigh(pairs: Sequence[Pair], tools: Tools, only: Sequence[str] | None = None
          ) -> Iterator[tuple[faithful.Evidence, tuple[Finding, ...]]]:
    """The evidence for and against each pair, and its merged findings."""
    found = checks.run(pairs, tools, only)
    cosines = _cosines(pairs, tools.encoder)
    tagger = ready() if tools.encoder and (only is None or "meaning" in only) else None
    tagged = tagger.tag([(p.source, p.target) for p in pairs]) if tagger else [None] * len(pairs)
    for pair, findings, cosine, seen in zip(pairs, found, cosines, tagged, strict=True):
        kept = merge(without_ignored(findings, pair.source, pair.target, tools.settings),
                     tools.settings)
        yield faithful.evidence(kept, findings, cosine, seen), tuple(kept)


def _parse(line: bytes) -> tuple[Pair | None, str]:
    """A pair, or what is wrong with the line."""
    try:
        text = line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        return None, "is not UTF-8; save the file as UTF-8."
    columns = text.split("\t")
    if len(columns) != 2:
        found = "no tab" if len(columns) == 1 else f"{len(columns)} columns"
        return None, f"has {found}; write source<TAB>target."
    source, target = (_plain(column) for column in columns)
    if not source.strip() or not target.strip():
        return None, f"has no {'target' if source.strip() else 'source'}; both sides need text."
    if max(len(source), len(target)) > LONGEST:
        return None, f"has over {LONGEST} characters on one side; give one sentence a line."
    return Pair(source, target), ""


def _plain(text: str) -> str:
    """Control and direction marks become spaces, one for one, so that offsets hold."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(" " if unicodedata.category(each) in ("Cc", "Cf") else each for each in text)


def _cosines(pairs: Sequence[Pair], encoder: Encoder | None) -> Sequence[float | None]:
    """The cosine of each pair's vectors; None where there is no encoder."""
    if encoder is None or not pairs:
        return [None] * len(pairs)
    vectors = encoder.encode([pair.source for pair in pairs] + [pair.target for pair in pairs])
    cosines: list[float | None] = (
        vectors[: len(pairs)] * vectors[len(pairs):]).sum(axis=1).tolist()
    return cosines
