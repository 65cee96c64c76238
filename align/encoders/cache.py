"""Vectors kept on disk, for encoders that are slower than the disk.

One SQLite file in write-ahead mode, so that processes may share it. Keys are SHA-256 of the
encoder's signature and the text, so nothing is ever stale and no text is stored. Vectors are kept
as float32: what is read back is bit for bit what was computed, and a run with a warm cache gives
the same output as the run that filled it. A cache may always fail; then the encoder just works.
"""

from __future__ import annotations

import hashlib
import sqlite3
import warnings
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from align.encoders import Encoder, Vectors

_TABLE = ("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL) "
          "WITHOUT ROWID")
_WAIT = 20.0  # seconds that one process waits for another's write
_ASKED = 500  # keys per query, below SQLite's smallest limit on variables
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def default_path() -> Path:
    """The cache file in the user's cache folder."""
    from platformdirs import user_cache_path

    return user_cache_path("selaras") / "vectors.sqlite"


class CachedEncoder:
    """Any `Encoder`, with its vectors kept in the file at `path`."""

    def __init__(self, encoder: Encoder, path: Path | None = None) -> None:
        self._encoder = encoder
        self._path = path or default_path()
        self.signature = encoder.signature
        self.dimension = encoder.dimension

    def encode(self, texts: Sequence[str]) -> Vectors:
        """As the encoder within; each different text is encoded once."""
        keys = [self._key([text]) for text in texts]
        known = self._read(keys)
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if missing:
            fresh = self._encoder.encode(list(missing.values()))
            known.update(zip(missing, fresh, strict=True))
            self._write((key, known[key]) for key in missing)
        return self._stack(keys, known)

    def encode_windows(self, texts: Sequence[str], size: int) -> Vectors:
        """As the encoder within; kept run by run, encoded anew when any run is missing."""
        runs = [[self._key(texts[i:i + k]) for i in range(len(texts) - k + 1)]
                for k in range(1, size + 1)]
        keys = [key for row in runs for key in row]
        known = self._read(keys)
        windows = np.zeros((size, len(texts), self.dimension), dtype=np.float32)
        if any(key not in known for key in keys):
            windows = self._encoder.encode_windows(texts, size)
            self._write((key, windows[k, i]) for k, row in enumerate(runs)
                        for i, key in enumerate(row) if key not in known)
            return windows
        for k, row in enumerate(runs):
            windows[k, :len(row)] = self._stack(row, known)
        return windows

    def _key(self, texts: Sequence[str]) -> bytes:
        digest = hashlib.sha256(self.signature.encode())
        for text in texts:  # the length first, so that no two runs can look alike
            raw = text.encode("utf-8", "surrogatepass")
            digest.update(b"\0%d\0" % len(raw))
            digest.update(raw)
        return digest.digest()

    def _stack(self, keys: Sequence[bytes], known: dict[bytes, Vectors]) -> Vectors:
        stacked = np.zeros((len(keys), self.dimension), dtype=np.float32)
        for row, key in enumerate(keys):
            stacked[row] = known[key]
        return stacked

    def _read(self, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
        found: dict[bytes, Vectors] = {}
        wanted = list(dict.fromkeys(keys))
        try:
            with closing(self._connect()) as base:
                for start in range(0, len(wanted), _ASKED):
                    part = wanted[start:start + _ASKED]
                    marks = ",".join("?" * len(part))
                    rows = base.execute(
                        f"SELECT key, vector FROM vectors WHERE key IN ({marks})", part)
                    for key, raw in rows:
                        if len(raw) == 4 * self.dimension:
                            found[key] = np.frombuffer(raw, dtype="<f4")
        except (sqlite3.Error, OSError) as error:
            self._mend(error)
            return {}
        return found

    def _write(self, rows: Iterable[tuple[bytes, Vectors]]) -> None:
        packed = [(key, vector.astype("<f4").tobytes()) for key, vector in rows
                  if np.isfinite(vector).all()]
        try:
            with closing(self._connect()) as base, base:
                base.executemany("INSERT OR IGNORE INTO vectors VALUES (?, ?)", packed)
        except (sqlite3.Error, OSError) as error:
            self._mend(error)

    def _connect(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        base = sqlite3.connect(self._path, timeout=_WAIT)
        try:
            base.execute("PRAGMA journal_mode=WAL")
            base.execute("PRAGMA synchronous=NORMAL")
            base.execute(_TABLE)
        except sqlite3.Error:
            base.close()
            raise
        return base

    def _mend(self, error: Exception) -> None:
        """Remove a broken file, so that the next write begins a new one; bear anything else."""
        code = getattr(error, "sqlite_errorcode", None)
        if code is None or code & 0xFF not in _BROKEN:
            return
        warnings.warn(f"The vector cache {self._path} was damaged and is begun anew.",
                      RuntimeWarning, stacklevel=4)
        for suffix in ("", "-wal", "-shm"):
            try:
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
            except OSError:
                return
