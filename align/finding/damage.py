"""A store whose file is damaged, found out only while it is read."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from align.errors import InputError


@contextmanager
def undamaged(store: Path | None) -> Iterator[None]:
    """Turn what a damaged store raises within into a sentence that says how to mend it.

    Raises:
        InputError: the store is damaged.
    """
    try:
        yield
    except (sqlite3.Error, zlib.error, ValueError) as error:
        raise InputError(f"The store {store} cannot be read ({error}); delete it and make it anew "
                         "with 'selaras store add'.") from error
