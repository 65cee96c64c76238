"""A run: what is not settled yet goes to an engine, and what is ready goes into shards."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from time import monotonic
from typing import Literal, get_args

from align._version import __version__
from align.corpus import local, shards
from align.corpus.article import Desk, Job, Record
from align.corpus.manifest import Entry
from align.corpus.place import Folder, Place, place
from align.errors import InputError, OutputError
from align.export.cells import harmless
from align.writing import sweep

Engine = Literal["local", "ray"]
ARTICLES = "articles.csv"
_ABOUT = "corpus.json"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is. `fresh` were settled in this run, in `seconds`; the others before it."""

    done: int
    failed: int
    total: int
    fresh: int
    seconds: float

    @property
    def per_minute(self) -> float:
        return 60.0 * self.fresh / self.seconds if self.seconds > 0 else 0.0

    @property
    def seconds_left(self) -> float:
        left = self.total - self.done - self.failed
        return left * self.seconds / self.fresh if self.fresh else float("nan")


def run(entries: Sequence[Entry], job: Job, engine: Engine = "local", workers: int = 1,
        watch: Callable[[Progress], None] = lambda progress: None) -> Iterator[Record]:
    """Settle all entries of a manifest and yield their records, those known from before first.

    Whatever stops a run, what is settled stays so, and the next run with the same arguments goes
    on from there and ends with the same files.

    Raises:
        InputError: no such engine, or the folder holds a corpus of other settings.
        OutputError: the folder is in use, or cannot be written.
        MissingExtraError: a package is not installed.
    """
    if engine not in get_args(Engine):
        raise InputError(f"There is no engine {engine!r}; choose local or ray.")
    shards.demand_pyarrow()
    where = place(job.where)
    with _alone(where):
        _demand_same(where, job)
        groups = shards.groups(entries)
        shards.trim(where, len(groups))
        counted = _Counted(len(entries), watch)
        records: dict[int, Record] = {}
        for record in _all(where, groups, job, engine, workers, counted):
            records[record.number] = record
            yield record
        where.write(ARTICLES, _table([records[entry.number] for entry in entries]))


def _all(where: Place, groups: Sequence[Sequence[Entry]], job: Job, engine: Engine, workers: int,
         counted: _Counted) -> Iterator[Record]:
    """Records of shards that are written, then those of the engine, with their shards written."""
    open_shards: dict[int, dict[int, Record]] = {}
    waiting: list[Entry] = []
    for shard, entries in enumerate(groups):
        known = shards.records_of(where, shard, entries)
        if known is None or (job.retry and any(each.status == "failed" for each in known)):
            open_shards[shard] = {}
            waiting += entries
            continue
        for record in known:
            counted.add(record, fresh=False)
            yield record
    desk = Desk(job)
    for record in _engine(engine)(waiting, job, workers) if waiting else ():
        shard = (record.number - 1) // shards.PER_SHARD
        mine = open_shards[shard]
        mine[record.number] = record
        if len(mine) == len(groups[shard]):
            shards.write_shard(where, desk, shard, groups[shard],
                               [mine[entry.number] for entry in groups[shard]])
            del open_shards[shard]
        counted.add(record, fresh=True)
        yield record


def _engine(name: Engine) -> Callable[[Sequence[Entry], Job, int], Iterator[Record]]:
    if name == "local":
        return local.settled
    from align.corpus import on_ray

    return on_ray.settled


class _Counted:
    """Counts records and tells of it."""

    def __init__(self, total: int, watch: Callable[[Progress], None]) -> None:
        self._total, self._watch, self._begun = total, watch, monotonic()
        self._done = self._failed = self._fresh = 0

    def add(self, record: Record, *, fresh: bool) -> None:
        self._done += record.status == "done"
        self._failed += record.status == "failed"
        self._fresh += fresh
        self._watch(Progress(self._done, self._failed, self._total, self._fresh,
                             monotonic() - self._begun))


def _demand_same(where: Place, job: Job) -> None:
    """See that a folder begun before was begun with these settings, or begin it."""
    asked = {"corpus": 1, "selaras": __version__, "encoder": job.encoder,
             "settings": hashlib.sha256(repr(job.settings).encode()).hexdigest()[:16]}
    raw = where.read(_ABOUT)
    if raw is None:
        if where.names(""):
            raise OutputError(f"{job.where} holds something else than a corpus; name a new folder "
                              "with -o.")
        where.write(_ABOUT, json.dumps(asked, indent=1).encode() + b"\n")
        return
    try:
        known = json.loads(raw)
    except ValueError:
        known = None
    if known != asked:
        raise InputError(f"The corpus in {job.where} was begun with other settings, or another "
                         "Selaras; name another folder with -o.")


def _table(records: Sequence[Record]) -> bytes:
    """The records as CSV for spreadsheets."""
    names = [each.name for each in fields(Record)]
    held = io.StringIO(newline="")
    table = csv.writer(held)
    table.writerow(names)
    table.writerows([harmless(str(getattr(record, name))) for name in names]
                    for record in records)
    return held.getvalue().encode("utf-8-sig", "backslashreplace")


@contextmanager
def _alone(where: Place) -> Iterator[None]:
    """Hold a folder of this machine for one run at a time; the system lets go when a run dies."""
    if not isinstance(where, Folder) or os.name != "posix":
        yield
        return
    import fcntl

    lock = where.path / ".lock"
    try:
        where.path.mkdir(parents=True, exist_ok=True)
        held = lock.open("a")
    except OSError as error:
        raise OutputError(f"Cannot write to {where.path} ({error.strerror}); name a folder you "
                          "may write to.") from error
    with held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise OutputError(f"Another run is at work in {where.path}; wait for it, or name "
                              "another folder.") from error
        yield
        sweep(where.path)


