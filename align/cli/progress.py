"""A progress line on stderr for what takes over a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

PATIENCE = 1.0  # seconds without a word


class Tell(Protocol):
    """Called with the name of the step that begins, and how far it is, 0 to 1, where known."""

    def __call__(self, step: str, done: float | None = None) -> None: ...


@contextmanager
def progress(quiet: bool = False) -> Iterator[Tell]:
    """Shows steps on a terminal's stderr once a second has passed; silent elsewhere."""
    if quiet or not sys.stderr.isatty():
        yield lambda step, done=None: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    bar = Progress(TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(),
                   console=Console(stderr=True), transient=True)
    task = bar.add_task("", total=None)
    begun = time.monotonic()
    shown = False

    def tell(step: str, done: float | None = None) -> None:
        nonlocal shown
        bar.update(task, description=step, total=None if done is None else 1.0,
                   completed=done or 0.0)
        if not shown and time.monotonic() - begun > PATIENCE:
            bar.start()
            shown = True

    try:
        yield tell
    finally:
        if shown:
            bar.stop()
