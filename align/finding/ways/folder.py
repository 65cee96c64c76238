"""A folder into which licensed feed files are put."""

from __future__ import annotations

from align.finding.gathering import add
from align.finding.ways import ClosedError, Looked, Search, way
from align.finding.ways.store import likely
from align.store import Store


@way(20)
def look(search: Search) -> Looked:
    folder = search.settings.folder
    if folder is None or not folder.is_dir():
        raise ClosedError("no folder of feed files is set")
    with Store() as store:
        add([folder], store, search.encoder)
        return Looked(likely(search, store))
