"""Fits the decision: evidence -> the probability that a careful editor would mend the place.

Learns from flags that people judged and from written cases, whose errors are true and whose fair
changes are not. How often a flag is true in life is taken from the judged ones alone: cases have a
bias of their own, which is left out of what ships.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from align.bench.judged import JudgedFlag
from align.bench.score import Item
from align.training.decision.examples import case_examples, judged_examples, pair_examples
from align.training.decision.fitting import fit, plain
from align.training.decision.folds import bench_folds as bench_folds
from align.training.tagger.cases import Case
from align.writing import write_whole


def fit_decision(judged: Sequence[JudgedFlag], cases: Sequence[Case], items: Sequence[Item],
                 out: Path) -> None:
    """Write the weights of `decision`.

    Raises:
        InputError: nothing that was judged is flagged any more.
    """
    examples = [*judged_examples(judged), *case_examples(cases), *pair_examples(items)]
    write_whole(out, json.dumps(plain(fit(examples)), indent=1, sort_keys=True) + "\n")
