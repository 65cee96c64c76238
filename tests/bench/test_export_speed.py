"""The measuring of exports: it writes what it says."""

import os
import subprocess
import sys

from align.bench.export import _reviews
from align.export.documents import documents
from align.export.rows import rows


def test_made_up_pairs_are_sound() -> None:
    found = [row for document in documents(_reviews(100)) for row in rows(document)]
    assert len(found) == len({row.source for row in found}) == 100
    assert [row.target[a:b] for row in found for flag in row.flags for a, b in flag.target
            ] == ["Perusahaan"] * 20


# A process's peak begins at its parent's, and that of a long test run is high: a small one between.
ALONE = """
import subprocess, sys
sys.exit(subprocess.call([sys.executable, "-c", "from align.bench.export import writing;"
                          "done, = writing(200, ['tsv']);"
                          "print(done.format, done.pairs, done.seconds, done.megabytes)"]))
"""


def test_it_counts_pairs_time_and_memory() -> None:
    done = subprocess.run([sys.executable, "-c", ALONE], capture_output=True, text=True, check=True,
                          env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)})
    form, pairs, seconds, megabytes = done.stdout.split()
    assert (form, pairs) == ("tsv", "200")
    assert float(seconds) > 0
    assert 10 < float(megabytes) < 1000
