"""Existing bitext, pair by pair: what the checks say of each line, streaming."""

from __future__ import annotations

import os
import signal
import sys
import unicodedata
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

from align import checks
from align.analysis import Analysis, Pair, Tools, analyse
from align.decision import Decided, DecisionSettings, PairFlag, decide, quality
from align.encoders import load as load_encoder
from align.errors import InputError
from align.lexicon.terms import Glossary
from align.settings import Settings
from align.tagger.run import ready

BATCH = 256
_MOST = 1 << 20  # bytes of a line that are read
LONGEST = 20_000  # characters on one side; what is longer is no sentence pair


@dataclass(frozen=True, slots=True)
class Scored:
    """What is known of one line. With a `problem` it could not be scored."""

    line: int
    score: float | None
    flags: tuple[PairFlag, ...] = ()
    problem: str = ""

    def as_json(self) -> dict[str, Any]:
        """The shape that `selaras score` prints."""
        plain: dict[str, Any] = {
            "line": self.line,
            "score": None if self.score is None else round(self.score, 4),
            "flags": [
                {"category": each.category, "check": each.check, "kind": each.kind,
                 "severity": each.severity, "confidence": round(each.confidence, 4),
                 "source": [list(span) for span in each.source],
                 "target": [list(span) for span in each.target],
                 "message": each.message, "pesan": each.pesan,
                 **({"messages": dict(each.messages)} if each.messages else {}),
                 "suggestion": each.suggestion,
                 "evidence": {name: round(value, 4) for name, value in each.evidence.items()}}
                for each in self.flags
            ],
        }
        return plain | ({"problem": self.problem} if self.problem else {})


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with its flags; `score` is the probability that its target says what its source does.
    """

    score: float
    decided: Decided
    pair: Analysis


@contextmanager
def open_lines(path: str) -> Iterator[Iterator[bytes]]:
    """The lines of a file, or of standard input for "-"; of one that never ends only the start.

    Raises:
        InputError: there is no such file.
    """
    if path == "-":
        yield _lines(sys.stdin.buffer)
        return
    if Path(path).is_dir():
        raise InputError(f"{path} is a folder; name a file of source<TAB>target lines.")
    if not Path(path).exists():
        raise InputError(f"There is no {path}; name a file of source<TAB>target lines.")
    with Path(path).open("rb") as stream:
        yield _lines(stream)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    while line := stream.readline(_MOST):
        yield line
        while len(line) == _MOST and not line.endswith(b"\n"):
            line = stream.readline(_MOST)


def score_lines(lines: Iterable[bytes], settings: Settings | None = None,
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
    task = partial(_score_batch, settings=settings or Settings(),
                   only=None if only is None else tuple(only))
    if workers < 2 or len(first) < 2:
        for batch in chain(first, batches):
            yield from task(batch)
        return
    with ProcessPoolExecutor(workers, get_context("spawn"), _begin_worker) as pool:
        waiting: deque[Future[list[Scored]]] = deque()
        try:
            for batch in chain(first, batches):
                waiting.append(pool.submit(task, batch))
                if len(waiting) > 2 * workers:  # memory stays flat, whatever the file's size
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:  # who stops does not wait for what nobody will read
            pool.shutdown(wait=False, cancel_futures=True)


def _batches(lines: Iterable[bytes]) -> Iterator[list[tuple[int, bytes]]]:
    numbered = enumerate(lines, 1)
    while batch := list(islice(numbered, BATCH)):
        yield batch


def _begin_worker() -> None:
    """Each worker keeps to one thread, as there is one for each core, and ends with its parent.

    Ctrl-C reaches all of them at once; the parent alone answers it.
    """
    os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A parent that is killed cannot tell its workers, who would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@cache
def tools_for(only: tuple[str, ...] | None, glossary: Glossary) -> Tools:
    """The encoder and the tagger as far as these checks need them; both for all checks."""
    needs = checks.needed(checks.registered() if only is None else only)
    return Tools(load_encoder() if "vectors" in needs else None,
                 ready() if "tagger" in needs else None, glossary)


def _score_batch(batch: Sequence[tuple[int, bytes]], settings: Settings,
                 only: tuple[str, ...] | None) -> list[Scored]:
    tools = tools_for(only, settings.glossary)
    parsed = [(number, *_parse(line)) for number, line in batch]
    judged = iter(judge([pair for _, pair, _ in parsed if pair], tools, settings.decision, only))
    return [
        Scored(number, None, problem=problem) if pair is None else _scored(number, next(judged))
        for number, pair, problem in parsed
    ]


def _scored(number: int, judged: Judged) -> Scored:
    return Scored(number, judged.score, judged.decided.flags)


def judge(pairs: Sequence[Pair], tools: Tools, settings: DecisionSettings | None = None,
          only: Iterable[str] | None = None) -> Iterator[Judged]:
    """The flags and the score of each pair, in order."""
    analyses = analyse(pairs, tools)
    for pair, findings in zip(analyses, checks.run(analyses, only), strict=True):
        decided = decide(pair, findings, settings)
        known = quality.evidence(pair, (*decided.flags, *decided.quiet))
        yield Judged(quality.probability(known), decided, pair)


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
    return Pair.of(source, target), ""


def _plain(text: str) -> str:
    """Control and direction marks become spaces, one for one, so that offsets hold."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(" " if unicodedata.category(each) in ("Cc", "Cf") else each for each in text)
