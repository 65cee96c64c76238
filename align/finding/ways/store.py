"""One's own store of articles."""

from __future__ import annotations

from align.finding.damage import undamaged
from align.finding.ranking import rank
from align.finding.ways import ClosedError, Looked, Search, way
from align.model import Article
from align.store import Store

_WORTH = 0.2  # probability from which a candidate is handed on: versions share it


@way(10)
def look(search: Search) -> Looked:
    path = search.settings.store
    if path is None or not path.is_file():
        raise ClosedError("there is no store yet; fill one with 'selaras store add'")
    with Store(path, reading=True) as store, undamaged(path):
        if not len(store):
            raise ClosedError("the store is empty; fill it with 'selaras store add'")
        return Looked(likely(search, store))


def likely(search: Search, store: Store) -> tuple[Article, ...]:
    """The articles of a store that may be the original."""
    ranked = rank(search.rewrite, store, search.encoder)[:search.settings.most]
    return tuple(store.article(one.id) for one in ranked if one.score >= _WORTH)
