"""Fits the decision: evidence -> the probability that a careful editor would mend the place.

Learns from flags that people judged and from written cases, whose errors are true and whose fair
changes are not. How often a flag is true in life is taken from the judged ones alone: cases have a
bias of their own, which is left out of what ships.
"""

from __future__ import annotations

import json
from pathlib import Path

from align.training.decision.examples import Examples
from align.training.decision.examples import gather as gather
from align.training.decision.fitting import fit, plain
from align.training.decision.folds import bench_folds as bench_folds
from align.writing import write_whole


def fit_decision(examples: Examples, out: Path) -> None:
    """Write the weights of `decision`."""
    weights = fit([*examples.judged, *examples.written])
    write_whole(out, json.dumps(plain(weights), indent=1, sort_keys=True) + "\n")
