"""The disk cache: pages that were found, for a day, shared by all processes of a user."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

_FILE = "pages-2.db"  # by hishel's storage schema
_LARGEST = 512 * 2**20  # bytes


class PageCache:
    """A cache over a transport; without a folder, or where it cannot be written, none."""

    def __init__(self, transport: httpx.BaseTransport, folder: Path | None, hours: float) -> None:
        self.transport = transport
        self._storage = None
        if folder is None or hours <= 0 or not _is_writable(folder):
            return
        from hishel import SqliteStorage
        from hishel.httpx import CacheTransport

        logging.getLogger("hishel").addHandler(logging.NullHandler())  # it copes; no tracebacks
        self._storage = SqliteStorage(database_path=folder / _FILE, default_ttl=hours * 3600,
                                      max_size=_LARGEST)
        self.transport = CacheTransport(transport, self._storage)

    def forget(self, url: str) -> None:
        """Drop a page that turned out not to be worth keeping."""
        if self._storage is not None:
            for entry in self._storage.get_entries(url):
                self._storage.remove_entry(entry.id)

    def request_extensions(self, url: str) -> dict[str, object]:
        """What a request carries so that its page is kept under its URL."""
        return {"caching": {"key": url}}


def _is_writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        probe = folder / _FILE
        with probe.open("ab"):
            return True
    except OSError:
        return False
