"""Bitext scored line by line: as many processes as there are, the lines are the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from align.scoring import BATCH

LINES = [f"The bank paid {number} million dollars in {1990 + number % 30}.\t"
         f"Bank membayar {number + number % 3} juta dolar pada {1990 + number % 30}."
         for number in range(11, 11 + 3 * BATCH + 5)]


def test_workers_change_nothing_in_what_is_said(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text("\n".join([*LINES, "no tab"]) + "\n", "utf-8")
    said = [subprocess.run([sys.executable, "-m", "align", "score", str(pairs), "--exact",
                            "--workers", str(workers)], capture_output=True, timeout=300,
                           text=True, check=False) for workers in (1, 2)]
    assert [done.returncode for done in said] == [2, 2]  # one line could not be scored
    assert said[0].stdout == said[1].stdout
    assert len(said[0].stdout.splitlines()) == len(LINES) + 1
    assert said[0].stderr == said[1].stderr
    assert f"line {len(LINES) + 1}" in said[0].stderr
