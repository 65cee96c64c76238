"""Files and folders into a store: read, encode, put in by the batch, skip what is there."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from align.encoders import Encoder
from align.errors import InputError
from align.finding.feeds import is_feed, read_feed
from align.finding.openings import STORED, encode, opening
from align.model import Article
from align.reading import read_all
from align.store import Store

BATCH = 512  # articles that a kill can cost, and that a block of vectors holds


@dataclass(frozen=True, slots=True)
class Gathered:
    """What came of it: articles put in, articles that were in before, and files passed over."""

    added: int
    known: int
    skipped: tuple[str, ...]


def add(paths: Iterable[str | Path], store: Store, encoder: Encoder, *, licence: str = "",
        progress: Callable[[int], None] | None = None) -> Gathered:
    """Put all articles of some files and folders into a store.

    May be killed and run again: whole batches stay, and what is in is not encoded twice. A file
    within a folder that holds no article is passed over and named in the result.

    Args:
        licence: a note on what may be done with these articles.
        progress: told after each batch how many articles have been looked at.

    Raises:
        InputError: a path is not there, the store is of another encoder, or, once all else is
            in, a file named by itself holds no article or is not whole.
    """
    store.demand_encoder(encoder.signature)
    skipped: list[str] = []
    failed: list[InputError] = []
    finished: list[tuple[str, str]] = []
    looked_at = added = 0
    articles = _articles(paths, store, skipped, failed, finished)
    while batch := list(islice(articles, BATCH)):
        done = finished.copy()  # files that ended within this batch
        new = [article for article in batch if not store.knows(article)]
        vectors = encode([opening(article, STORED) for article in new], encoder)
        added += store.add(new, vectors, encoder=encoder.signature, licence=licence)
        for sha256, source in done:
            store.finish_file(sha256, source)
        del finished[:len(done)]
        looked_at += len(batch)
        if progress is not None:
            progress(looked_at)
    for sha256, source in finished:
        store.finish_file(sha256, source)
    if failed:
        raise failed[0]
    return Gathered(added, looked_at - added, tuple(skipped))


def articles_of(path: Path) -> Iterator[Article]:
    """All articles of one file; `provenance["source"]` is its path, or of several each its URL.

    Raises:
        InputError: the file holds no article.
    """
    if is_feed(path):
        yield from read_feed(path)
        return
    found = read_all(path)
    first = list(islice(found, 2))
    several = len(first) > 1
    for article in first:
        yield _from(article, path, several)
    for article in found:
        yield _from(article, path, several)


def files_of(paths: Iterable[str | Path]) -> Iterator[tuple[Path, bool]]:
    """Each file once, in a stable order, and whether it was named itself; so too each folder that
    may not be looked into, which is then no file that can be read.

    Raises:
        InputError: a path is not there, or neither file nor folder.
    """
    for path in map(Path, paths):
        mode = kind(path)
        if stat.S_ISDIR(mode):
            yield from ((found, found == path) for found in sorted(_within(path)))
        elif stat.S_ISREG(mode):
            yield path, True
        else:  # a pipe or a device, which may never end
            raise InputError(f"{path} is neither file nor folder; save the articles to a file.")


def _is_readable(path: Path) -> bool:
    """A file, or what cannot be told, which reading will tell; no pipe or device."""
    try:
        return path.is_file() or (path.is_symlink() and not path.exists())
    except OSError:
        return True


def kind(path: Path) -> int:
    """What a path leads to, for the tests of `stat`.

    Raises:
        InputError: it leads nowhere.
    """
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError) as error:
        raise InputError(f"There is no {path}; name a file or folder of articles.") from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise InputError(f"{str(path)[:200]!r} cannot be opened ({why}); check the path and allow "
                         "reading it.") from error


def _within(folder: Path) -> Iterator[Path]:
    """All files under a folder but hidden ones, and each folder that may not be looked into."""
    closed: list[Path] = []
    for place, folders, files in os.walk(
            folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found = (Path(place, name) for name in files if not name.startswith("."))
        yield from filter(_is_readable, found)
    yield from closed


def _articles(paths: Iterable[str | Path], store: Store, skipped: list[str],
              failed: list[InputError], finished: list[tuple[str, str]]) -> Iterator[Article]:
    for path, named in files_of(paths):
        try:
            sha256 = _sha256(path)
            if store.has_file(sha256):
                continue
            yield from articles_of(path)
        except InputError as error:
            if named:
                failed.append(error)
            else:
                skipped.append(f"{path}: {error}")
        else:
            finished.append((sha256, str(path)))


def _from(article: Article, path: Path, several: bool) -> Article:
    source = article.url if several and article.url else str(path)
    return replace(article, provenance={**article.provenance, "source": source})


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise InputError(f"Cannot read {path} ({error.strerror}); allow reading it.") from error
