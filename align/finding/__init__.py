"""Rewrite to candidate originals: one file per way of looking, ranking, choice of version."""

from __future__ import annotations

import stat
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from align.errors import InputError
from align.model import Article

if TYPE_CHECKING:
    from align.encoders import Encoder
    from align.store import Store

ENOUGH = 0.5  # probability from which a candidate is taken for the original


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that may be the original: the path or URL it came from, its probability."""

    source: str
    title: str
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """Candidates best first, and whether the first of them is likely enough to be it."""

    candidates: tuple[Candidate, ...]
    found: bool


def find(rewrite: Article, among: Store | str | Path, *, top: int = 10,
         encoder: Encoder | None = None) -> Found:
    """Rank local articles as the original of a rewrite, or say that none of them is.

    Args:
        among: a store, its file, or a folder or other file of articles, which is read into a
            store in memory first.
        encoder: the bundled one without it. A store must have been made with the same.

    Raises:
        InputError: there is nothing of that name, no article in it, or a store that is damaged
            or of another encoder.
    """
    from align.encoders import load
    from align.finding.damage import undamaged
    from align.finding.ranking import rank

    encoder = encoder or load()
    if isinstance(among, (str, Path)):
        with closing(_opened(Path(among), encoder)) as store, undamaged(store.path):
            return find(rewrite, store, top=top, encoder=encoder)
    if not len(among):
        raise InputError(f"The store {among.path} is empty; fill it with 'selaras store add'.")
    candidates = []
    for ranked in rank(rewrite, among, encoder)[:top]:
        record = among.record(ranked.id)
        candidates.append(Candidate(record.source, record.title, round(ranked.score, 4)))
    return Found(tuple(candidates), bool(candidates) and candidates[0].score >= ENOUGH)


def _opened(path: Path, encoder: Encoder) -> Store:
    from align.finding.gathering import add, kind
    from align.store import Store, default_path, is_store

    try:
        if stat.S_ISREG(kind(path)) and is_store(path):
            return Store(path, reading=True)
    except InputError as error:
        if path == default_path() and isinstance(error.__cause__, FileNotFoundError):
            raise InputError("There is no store yet; fill one with 'selaras store add', or name a "
                             "folder of articles.") from error
        raise
    store = Store()
    gathered = add([path], store, encoder)
    if not gathered.added:
        passed = f" ({len(gathered.skipped)} files hold no article)" if gathered.skipped else ""
        raise InputError(f"There is no article in {path}{passed}; name a folder that has some.")
    return store
