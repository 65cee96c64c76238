"""Many pairs: checked, kept, resumable, on one machine or many.

    for review in align.corpus("manifest.csv", "corpus"):
        ...

The package is called like the function, as its users write it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from align.corpus.article import Job, Record
    from align.corpus.manifest import Entry
    from align.corpus.run import Engine, Progress
    from align.model import Review
    from align.pipeline import Settings


@dataclass(frozen=True, slots=True)
class Corpus:
    """The corpus of a manifest, in a folder. Going through it does what is left to do.

    A script that does so needs the usual `if __name__ == "__main__":`, since its workers are
    processes.
    """

    entries: tuple[Entry, ...]
    job: Job
    engine: Engine = "local"
    workers: int = 1
    watch: Callable[[Progress], None] | None = None

    def __iter__(self) -> Iterator[Review]:
        """The reviews, lazily, in the order of the manifest; those that failed are in `records`.

        Raises:
            SelarasError: as `records`.
        """
        from align.corpus.article import Desk

        desk, ready, at = Desk(self.job), {}, 0
        for record in self.records():
            ready[record.number] = record
            while at < len(self.entries) and self.entries[at].number in ready:
                entry = self.entries[at]
                at += 1
                if ready.pop(entry.number).status == "done":
                    review = desk.review(entry)
                    if review is not None:
                        yield review

    def records(self) -> Iterator[Record]:
        """What became of each entry, as it comes to be known.

        Raises:
            SelarasError: see `align.corpus.run.run`.
        """
        from align.corpus.run import run

        return run(self.entries, self.job, self.engine, self.workers,
                   self.watch or (lambda progress: None))

    def to_dataset(self) -> Any:
        """All rows as a `datasets.Dataset`, with the columns of `align.export.rows.Row`.

        Raises:
            MissingExtraError: the package datasets is not there.
        """
        from align.corpus.tables import dataset

        for _ in self.records():
            pass
        return dataset(self.job.where)


def corpus(manifest: str | os.PathLike[str], folder: str | os.PathLike[str], *,
           engine: Engine = "local", workers: int | None = None, encoder: str = "bundled",
           settings: Settings | None = None, store: str | os.PathLike[str] = "",
           retry: bool = False, watch: Callable[[Progress], None] | None = None) -> Corpus:
    """The corpus of a manifest (see `align.corpus.manifest`). Nothing runs yet: go through it.

    Args:
        folder: where it lies or shall lie, a path or an fsspec URL. One that a run left half-done
            is gone on with.
        engine: "local", or "ray" for a cluster.
        workers: processes of one core each; as many as there are cores without it.
        store: the file that `store:7` in the manifest means; the user's own without it.
        retry: try again what failed before.
        watch: is told after each article how far the run is.

    Raises:
        InputError: the manifest cannot be read.
    """
    from align.corpus.article import Job
    from align.corpus.manifest import read_manifest
    from align.encoders.cores import cores
    from align.pipeline import Settings

    job = Job(os.fspath(folder), settings or Settings(), encoder, os.fspath(store), retry)
    return Corpus(tuple(read_manifest(manifest)), job, engine, workers or cores(), watch)


class _Called(ModuleType):
    """Lets `align.corpus(…)` be written: a package's name in `align` is always its module."""

    def __call__(self, *arguments: Any, **named: Any) -> Corpus:
        return corpus(*arguments, **named)


sys.modules[__name__].__class__ = _Called
