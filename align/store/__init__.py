"""The workspace: articles with where they came from, their words and their vectors, in SQLite.

One file, write-ahead logged, so that it can be read while it is written and survives a kill with
all but the last batch. Words are in an FTS5 table. Of each article's opening (headline and first
sentences) every sentence's vector is kept, and their mean once more in blocks of one batch each,
so that ranking a hundred thousand articles reads a few hundred cells. Vectors are one byte per
component, each row scaled to its largest: a cosine moves by less than .002.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np

from align.encoders import Vectors
from align.errors import InputError
from align.model import Article
from align.store.layout import connect, default_path, is_store
from align.store.packing import (
    Bytes,
    fingerprint,
    from_bytes,
    lead_mean,
    pack,
    plain,
    to_bytes,
    unit,
    unpack,
    where,
)

__all__ = ["Record", "Store", "default_path", "fingerprint", "is_store", "lead_mean",
           "unit", "where"]


@dataclass(frozen=True, slots=True)
class Record:
    """What the store knows of an article without unpacking it. `sha256` is of its text."""

    id: int
    sha256: str
    source: str
    title: str
    published: str
    language: str
    licence: str
    added: str


class Store:
    """An open workspace. Use as a context manager, or call `close`.

    Args:
        path: a file, made if it is not there; None for one in memory, gone afterwards.
        reading: it is only read: the file must be there, and stays as it is.

    Raises:
        InputError: the file is no store, is of another layout, or cannot be opened.
    """

    def __init__(self, path: str | Path | None = None, *, reading: bool = False) -> None:
        self.path = None if path is None else Path(path)
        self._db = connect(self.path, reading)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()

    def __len__(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM article").fetchone()[0])

    def close(self) -> None:
        self._db.close()

    # ------------------------------------------------------------------------ writing

    def add(self, articles: Sequence[Article], openings: Sequence[Vectors], *, encoder: str,
            licence: str = "") -> int:
        """Put articles in as one batch, kept whole or not at all, and return how many were new.

        Args:
            openings: per article the unit vectors of headline and first sentences, (n, d), n > 0.
            encoder: signature of the encoder that made them; one per store.
            licence: a note on what may be done with these articles.

        Raises:
            InputError: the store's vectors are of another encoder, or it cannot be written.
        """
        try:
            with self._db:
                self._db.execute("BEGIN IMMEDIATE")
                self._claim(encoder)
                fresh: dict[str, tuple[Article, Vectors]] = {}
                for article, opening in zip(articles, openings, strict=True):
                    if not self.knows(article):
                        fresh.setdefault(fingerprint(article), (article, opening))
                if fresh:
                    self._insert(fresh, licence)
        except sqlite3.Error as error:
            raise InputError(f"Cannot write to the store {self.path} ({error}); free some room, "
                             "or close what else writes to it.") from error
        return len(fresh)

    def _claim(self, encoder: str) -> None:
        self._db.execute("INSERT OR IGNORE INTO setting VALUES ('encoder', ?)", [encoder])
        self.demand_encoder(encoder)

    def _insert(self, fresh: dict[str, tuple[Article, Vectors]], licence: str) -> None:
        first = self._db.execute("SELECT coalesce(max(id), 0) + 1 FROM article").fetchone()[0]
        now = datetime.now(UTC).isoformat(timespec="seconds")
        rows = [(first + n, sha256, *pair) for n, (sha256, pair) in enumerate(fresh.items())]
        self._db.executemany(
            "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((id_, sha256, *map(plain, (where(article), article.url, article.title,
                                        article.published, article.language)),
              licence, now, pack(article)) for id_, sha256, article, _ in rows))
        self._db.executemany(
            "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)",
            ((id_, plain(article.title), plain(article.text)) for id_, _, article, _ in rows))
        self._db.executemany("INSERT INTO opening VALUES (?, ?)",
                             ((id_, to_bytes(opening).tobytes()) for id_, _, _, opening in rows))
        means = to_bytes(np.stack([lead_mean(opening) for _, _, _, opening in rows]))
        lengths = np.linalg.norm(means.astype(np.float32), axis=1)
        self._db.execute("INSERT INTO block VALUES (?, ?, ?)",
                         [first, lengths.tobytes(), means.tobytes()])

    def knows(self, article: Article) -> bool:
        """Whether an article of the same text is in already."""
        return self._has("SELECT 1 FROM article WHERE sha256 = ?", fingerprint(article))

    def finish_file(self, sha256: str, source: str) -> None:
        """Remember by the hash of its bytes that all articles of a file are in."""
        with self._db:
            self._db.execute("INSERT OR IGNORE INTO file VALUES (?, ?)", [sha256, source])

    def has_file(self, sha256: str) -> bool:
        return self._has("SELECT 1 FROM file WHERE sha256 = ?", sha256)

    # ------------------------------------------------------------------------ reading

    @property
    def encoder(self) -> str:
        """Signature of the encoder of the store's vectors; empty while the store is."""
        row = self._db.execute("SELECT value FROM setting WHERE name = 'encoder'").fetchone()
        return str(row[0]) if row else ""

    def demand_encoder(self, signature: str) -> None:
        """Raises InputError if the store's vectors were made by another encoder."""
        if self.encoder not in ("", signature):
            raise InputError(f"The vectors of the store {self.path} were made by {self.encoder}, "
                             f"not by {signature}; choose that encoder or another store.")

    def article(self, identity: int) -> Article:
        """The article of that id, as it was put in."""
        return unpack(self._row("SELECT body FROM article WHERE id = ?", identity)[0])

    def record(self, identity: int) -> Record:
        """Where an article came from, when and under what licence it was put in."""
        return Record(*self._row("SELECT id, sha256, source, title, published, language, licence,"
                                 " added FROM article WHERE id = ?", identity))

    def published(self, identity: int) -> str:
        return str(self._row("SELECT published FROM article WHERE id = ?", identity)[0])

    def with_text(self, sha256: str) -> list[int]:
        """The article whose text has that `fingerprint`, if there is one."""
        rows = self._db.execute("SELECT id FROM article WHERE sha256 = ?", [sha256])
        return [identity for (identity,) in rows]

    def by_url(self, url: str) -> int | None:
        """The id of the latest article put in from that URL."""
        row = self._db.execute("SELECT max(id) FROM article WHERE url = ?", [url]).fetchone()
        return None if row[0] is None else int(row[0])

    def in_language(self, language: str) -> frozenset[int]:
        rows = self._db.execute("SELECT id FROM article WHERE language = ?", [language])
        return frozenset(identity for (identity,) in rows)

    def means(self, dimension: int) -> Iterator[tuple[int, Vectors, Bytes]]:
        """Lead means of openings by the batch: id of the first row, lengths (n,), bytes (n, d)."""
        rows = self._db.execute("SELECT first, lengths, means FROM block ORDER BY first")
        for first, lengths, means in rows:
            yield first, np.frombuffer(lengths, np.float32), from_bytes(means, dimension)

    def openings(self, identities: Sequence[int], dimension: int) -> list[Vectors]:
        """Unit vectors (n, d) of the headline and first sentences of each article."""
        cells = [from_bytes(self._row("SELECT vectors FROM opening WHERE article = ?", one)[0],
                            dimension) for one in identities]
        ends = np.cumsum([len(cell) for cell in cells])[:-1]
        return np.split(unit(np.concatenate(cells)), ends) if cells else []

    def with_words(self, words: Sequence[str], limit: int) -> list[int]:
        """Articles that hold any of the folded words, best by BM25 first."""
        if not words:
            return []
        rows = self._db.execute("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?",
                                [" OR ".join(f'"{word}"' for word in words), limit])
        return [identity for (identity,) in rows]

    def frequency(self, word: str) -> int:
        """In how many articles a folded word stands."""
        row = self._db.execute("SELECT doc FROM vocabulary WHERE term = ?", [word]).fetchone()
        return int(row[0]) if row else 0

    def _row(self, query: str, identity: int) -> tuple[Any, ...]:
        row: tuple[Any, ...] | None = self._db.execute(query, [identity]).fetchone()
        if row is None:
            raise InputError(f"The store {self.path} has no article {identity}.")
        return row

    def _has(self, query: str, value: str) -> bool:
        return self._db.execute(query, [value]).fetchone() is not None
