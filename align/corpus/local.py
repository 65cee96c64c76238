"""The engine of one machine: processes of one core each, whose models are loaded once.

A worker ends when the run does, however that ends. If the system kills one (for want of memory,
say), the articles in hand are tried again one by one, and the one that kills its worker again is a
failed one.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TYPE_CHECKING

from align.errors import InputError

if TYPE_CHECKING:  # a worker must say how many threads there may be before numpy is imported
    from align.corpus.article import Desk, Job, Record
    from align.corpus.manifest import Entry

KILLED = ("The process that checked this pair was killed, perhaps for want of memory; check it "
          "alone, with 'selaras check'.")
_BEGINNINGS = 3

_desk: Desk | None = None


def settled(entries: Sequence[Entry], job: Job, workers: int) -> Iterator[Record]:
    """Settle entries, in the order in which they come to be ready.

    Ctrl-C lets the articles in hand be finished, and is raised then; a second one is heeded at
    once.

    Raises:
        OutputError: a worker could not keep what it found.
        KeyboardInterrupt: as said.
    """
    with _interruptions() as stopped:
        suspects = yield from _run(entries, job, workers, stopped)
        for entry in suspects:
            if not stopped():
                yield from _alone(entry, job, stopped)
        if stopped():
            raise KeyboardInterrupt


def _run(entries: Sequence[Entry], job: Job, workers: int, stopped: Callable[[], bool],
         ) -> Generator[Record, None, list[Entry]]:
    """Yields records; returns the entries that were in hand when a worker was killed."""
    suspects: list[Entry] = []
    waiting = iter(entries)
    while True:
        hand: dict[Future[Record], Entry] = {}
        with _pool(job, workers) as pool:
            broken = yield from _drain(pool, waiting, hand, workers + 1, stopped)
        if not broken:
            return suspects
        suspects += hand.values()


def _drain(pool: ProcessPoolExecutor, waiting: Iterator[Entry], hand: dict[Future[Record], Entry],
           most: int, stopped: Callable[[], bool]) -> Generator[Record, None, bool]:
    """Yields records until nothing waits; true, with the rest in `hand`, if a worker was killed."""
    while True:
        while len(hand) < most and not stopped() and (entry := next(waiting, None)) is not None:
            try:
                hand[pool.submit(_settle, entry)] = entry
            except BrokenProcessPool:
                hand[Future()] = entry
                return True
        if not hand:
            return False
        done, _ = wait(hand, return_when=FIRST_COMPLETED)
        for future in sorted(done, key=lambda each: hand[each].number):
            try:
                record = future.result()
            except BrokenProcessPool:
                return True
            del hand[future]
            yield record
        if stopped():
            for future in [each for each in hand if each.cancel()]:
                del hand[future]


def _alone(entry: Entry, job: Job, stopped: Callable[[], bool]) -> Iterator[Record]:
    from align.corpus.article import Desk

    with _pool(job, 1) as pool:
        broken = yield from _drain(pool, iter([entry]), {}, 1, stopped)
    if broken:
        yield Desk(job).fail(entry, KILLED)


@contextmanager
def _pool(job: Job, workers: int) -> Iterator[ProcessPoolExecutor]:
    pool = _begun(job, workers)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begun(job: Job, workers: int) -> ProcessPoolExecutor:
    """A pool of which one worker has answered; what is killed in its first seconds is begun again.

    Raises:
        InputError: none can be begun.
    """
    context = multiprocessing.get_context("spawn")  # a fork would copy threads' locks as they are
    for _ in range(_BEGINNINGS):
        pool = ProcessPoolExecutor(workers, context, _begin, (job,))
        try:
            pool.submit(_ready).result()
        except BrokenProcessPool:
            pool.shutdown(wait=True, cancel_futures=True)
        else:
            return pool
    raise InputError("The workers cannot be started; a script that makes a corpus needs the line "
                     "'if __name__ == \"__main__\":' before it does.")


def _begin(job: Job) -> None:
    """What a worker does first."""
    global _desk
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the run decides when to stop
    os.environ["OMP_NUM_THREADS"] = "1"
    threading.Thread(target=_end_with_parent, daemon=True).start()
    from align.corpus.article import Desk

    _desk = Desk(job)


def _ready() -> None:
    """What a worker can do if it could be begun at all."""


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _settle(entry: Entry) -> Record:
    assert _desk is not None
    return _desk.settle(entry)


@contextmanager
def _interruptions() -> Iterator[Callable[[], bool]]:
    """Ctrl-C only tells, once; the second time it does what it always does."""
    asked = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield asked.is_set
        return

    def hear(number: int, frame: object) -> None:
        asked.set()
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, hear)
    try:
        yield asked.is_set
    finally:
        signal.signal(signal.SIGINT, before)
