"""The engine of a cluster: Ray Data runs the same per-article function, and does all the rest.

Scheduling, moving data and trying again are Ray's. It joins the cluster that RAY_ADDRESS names,
or one on this machine. What the articles and the corpus are read from and written to must be in
reach of every node: a shared folder, or storage by its fsspec URL.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from align.corpus.article import Desk, Job, Record
from align.corpus.manifest import Entry
from align.errors import InputError, MissingExtraError

_BEGINNINGS = 3  # on a busy machine Ray gives up on its own parts too early
_AT_ONCE = 4  # entries a task settles: few, so that a killed worker loses little


class _Worker:
    """An actor that keeps its models between articles."""

    def __init__(self, job: Job) -> None:
        self._desk = Desk(job)

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        entry = Entry(**{**row, "originals": tuple(row["originals"])})
        return asdict(self._desk.settle(entry))


def settled(entries: Sequence[Entry], job: Job, workers: int) -> Iterator[Record]:
    """Settle entries, in the order in which they come to be ready.

    Raises:
        MissingExtraError: the package ray is not there.
        InputError: the cluster cannot be reached.
    """
    ray = _ray()
    begun = not ray.is_initialized()
    if begun:
        _begin(ray)
    try:
        ray.data.DataContext.get_current().enable_progress_bars = False
        rows = [asdict(entry) for entry in entries]
        data = ray.data.from_items(rows, override_num_blocks=max(len(rows) // _AT_ONCE, 1))
        checked = data.map(_Worker, fn_constructor_args=(job,), num_cpus=1,
                           compute=ray.data.ActorPoolStrategy(size=workers))
        for row in checked.iter_rows():
            yield Record(**row)
    finally:
        if begun:
            ray.shutdown()


def _begin(ray: Any) -> None:
    address = os.environ.get("RAY_ADDRESS")
    for left in reversed(range(_BEGINNINGS)):
        try:
            ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR,
                     **({} if address else {"include_dashboard": False}))
        except Exception as error:  # Ray's own have no common base
            ray.shutdown()
            if not left:
                raise InputError(f"Ray cannot be started or reached ({error}); see to "
                                 "RAY_ADDRESS, or use --engine local.") from error
        else:
            return


def _ray() -> Any:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing leaves the machine unasked
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # a worker is a core
    try:
        import ray
        import ray.data
    except ImportError:
        raise MissingExtraError("--engine ray needs the package ray; install it with "
                                "pip install 'selaras[corpus]'.") from None
    logging.getLogger("ray").setLevel(logging.ERROR)
    return ray
