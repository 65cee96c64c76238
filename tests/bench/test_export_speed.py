"""The measuring of exports: it writes what it says."""

from align.bench.export import _reviews, writing
from align.export.documents import documents
from align.export.rows import rows


def test_made_up_pairs_are_sound() -> None:
    found = [row for document in documents(_reviews(100)) for row in rows(document)]
    assert len(found) == len({row.source for row in found}) == 100
    assert [row.target[a:b] for row in found for flag in row.flags for a, b in flag.target
            ] == ["Perusahaan"] * 20


def test_it_counts_pairs_time_and_memory() -> None:
    (done,) = writing(200, ["tsv"])
    assert (done.format, done.pairs) == ("tsv", 200)
    assert done.seconds > 0
    assert done.megabytes > 10  # of the whole process, whatever else runs in it
