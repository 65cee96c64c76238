"""The tables of a store, and opening or making one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from align.errors import InputError

LAYOUT = 1
PATIENCE = 5.0  # seconds to wait for another program that writes
_MAGIC = b"SQLite format 3\x00"
_TABLES = """
BEGIN IMMEDIATE;
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE article (
    id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, source TEXT NOT NULL, url TEXT NOT NULL,
    title TEXT NOT NULL, published TEXT NOT NULL, language TEXT NOT NULL, licence TEXT NOT NULL,
    added TEXT NOT NULL, body BLOB NOT NULL);
CREATE INDEX article_language ON article (language);
CREATE INDEX article_url ON article (url);
CREATE TABLE opening (article INTEGER PRIMARY KEY, vectors BLOB NOT NULL);
CREATE TABLE block (first INTEGER PRIMARY KEY, lengths BLOB NOT NULL, means BLOB NOT NULL);
CREATE TABLE file (sha256 TEXT PRIMARY KEY, source TEXT NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (
    title, text, content='', detail=none, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, row);
INSERT INTO setting VALUES ('layout', '1');
COMMIT;
"""


def default_path() -> Path:
    """The store's file where none is named: in the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("selaras") / "store.db"


def is_store(path: Path) -> bool:
    """Whether a file is an SQLite database, and so not an article."""
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def connect(path: Path | None, reading: bool = False) -> sqlite3.Connection:
    """Open the store at `path`, or make it; None is one in memory.

    Args:
        reading: it is only read, so nothing is made or changed and a writer is not waited for.

    Raises:
        InputError: the file is no store, is of another layout, cannot be opened, or another
            program writes to it for longer than PATIENCE.
    """
    if path is not None:
        _demand_place(path, reading)
    try:
        db = _read_only(path) if path and reading else sqlite3.connect(path or ":memory:",
                                                                      timeout=PATIENCE)
    except sqlite3.Error as error:
        raise InputError(f"Cannot open the store {path} ({error}); name another file.") from error
    try:
        if not reading:
            _prepare(db)
        _demand_layout(db, path)
        if path is not None and not reading:
            db.executescript("BEGIN IMMEDIATE; ROLLBACK;")  # told now, not after the work
    except sqlite3.Error as error:
        db.close()
        raise _unopened(path, error) from error
    except InputError:
        db.close()
        raise
    return db


def _read_only(path: Path) -> sqlite3.Connection:
    """A connection that cannot write, also where the folder may not be written to."""
    uri = path.absolute().as_uri()
    db = sqlite3.connect(f"{uri}?mode=ro", uri=True, timeout=PATIENCE)
    try:
        db.execute("SELECT 1 FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as error:
        # A write-ahead logged file needs two more beside it, unless nobody can change it.
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            return db
        db.close()
        db = sqlite3.connect(f"{uri}?mode=ro&immutable=1", uri=True)
    except sqlite3.Error:
        pass  # no database; what looks next tells
    db.execute("PRAGMA mmap_size = 4294967296")
    return db


def _unopened(path: Path | None, error: sqlite3.Error) -> InputError:
    if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY,
                                                        sqlite3.SQLITE_LOCKED):
        return InputError(f"Another program is writing to the store {path}; try again when it is "
                          "done.")
    return InputError(f"{path} is no Selaras store ({error}); name another file.")


def _demand_place(path: Path, reading: bool) -> None:
    try:
        if not reading:
            path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            return
        if path.is_dir():
            raise InputError(f"{path} is a folder; name a file for the store.")
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except OSError as error:
        raise InputError(f"Cannot open the store {path} ({error.strerror}); "
                         "name another file.") from error
    if start not in (b"", _MAGIC):
        raise InputError(f"{path} is no Selaras store; name another file.")


def _prepare(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA page_size = 16384")  # vectors are long rows; only a new file heeds this
    db.execute("PRAGMA mmap_size = 4294967296")
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")
    if not db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        try:
            db.executescript(_TABLES)
        except sqlite3.OperationalError:
            db.rollback()  # another process was first; what it made is looked at next


def _demand_layout(db: sqlite3.Connection, path: Path | None) -> None:
    found = db.execute("SELECT value FROM setting WHERE name = 'layout'").fetchone()
    if found is None or found[0] != str(LAYOUT):
        raise InputError(f"The store {path} was made by another version of Selaras; "
                         "add its articles to a new one.")
