"""Fits what turns evidence into the probability of a faithful pair, and of a wrong sense.

Both learn from what the tagger was not trained on; the rest of it stays unseen, to measure on.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TypeVar

from align import checks
from align.analysis import Pair
from align.bench.items import Item
from align.decision import quality
from align.encoders import load
from align.errors import InputError
from align.lexicon import Lexicon
from align.lexicon.terms import Glossary
from align.scoring import BATCH, judge, tools_for
from align.training.lexicon.tune import read_examples, tune_contrast, tune_coverage
from align.training.logistic import fit
from align.training.tagger.cases import Case, draft, read_cases
from align.training.tagger.corpus import load_corpus
from align.writing import write_whole

T = TypeVar("T")
PRIOR = 0.7  # share of faithful pairs that the score reckons with; it is fitted to evened ones
WAYS: Mapping[str, tuple[str, ...] | None] = {
    quality.ALL: None,
    quality.VECTORS: tuple(n for n in checks.registered() if n != "meaning"),
    quality.EXACT: checks.exact()}


def fit_score(data: Path, handmade: Sequence[Item], cases: Path, out: Path) -> None:
    """Write the weights of `decision.quality`, fitted to what the tagger was not trained on.

    That is: every other professional pair of held-out documents, hand-made items, and written
    cases with pairs of strangers.

    Raises:
        InputError: there is no data, none is held out, or there are no cases.
    """
    clean = [row for row in load_corpus(data).held if not row.automatic][::2]
    if not clean:
        raise InputError(f"'{data}' has no documents held out; name the folder with ntrex_dev.")
    items = [*(Item("", row.source, row.target, faithful=True) for row in clean), *handmade,
             *_case_items(read_cases(cases))]
    pairs = [Pair.of(item.source, item.target) for item in items]
    labels = [int(item.faithful) for item in items]
    weights = {}
    for name, only in WAYS.items():
        tools = tools_for(only, Glossary())
        rows = [quality.evidence(one.pair, (*one.decided.flags, *one.decided.quiet))
                for start in range(0, len(pairs), BATCH)
                for one in judge(pairs[start:start + BATCH], tools, only=only)]
        weights[name] = _signed(_evened(rows, labels), _evened(labels, labels))
        weights[name]["bias"] = round(weights[name]["bias"] + math.log(PRIOR / (1 - PRIOR)), 4)
    write_whole(out, json.dumps(weights, indent=1) + "\n")


def _signed(rows: Sequence[quality.Evidence], labels: Sequence[int]) -> dict[str, float]:
    """A fit in which what speaks for a pair never speaks against it: such evidence weighs 0."""
    weights = fit(rows, labels)
    kept = [name for name in rows[0] if (weights[name] >= 0) == (name in quality.IN_FAVOUR)]
    again = fit([{name: row[name] for name in kept} for row in rows], labels)
    return {name: again.get(name, 0.0) for name in weights}


def _case_items(cases: Sequence[Case]) -> Iterator[Item]:
    """Every case's faithful pairs, as many wrong ones as it has errors, and one of strangers."""
    for number, case in enumerate(cases):
        yield Item("", case.source, case.target, faithful=True)
        yield Item("unrelated", case.source, cases[number - 1].target, faithful=False)
        for wrong, changes in ((False, case.fair), (True, case.errors)):
            for change in changes:
                only = replace(case, errors=(change,) if wrong else (),
                               fair=() if wrong else (change,))
                made, kind = draft(only, Random(1), wrong)
                yield Item(kind, made.source, made.target, faithful=not wrong)


def _evened(rows: Sequence[T], labels: Sequence[int]) -> list[T]:
    """Rows of the rarer label repeated until both labels weigh alike."""
    by_label = [[row for row, label in zip(rows, labels, strict=True) if label == which]
                for which in (0, 1)]
    size = max(map(len, by_label))
    return [rows[i % len(rows)] for rows in by_label for i in range(size)]


def fit_coverage(data: Path, lexicon: Path, held: Collection[str], out: Path) -> None:
    """Write the weights of `checks.coverage`, fitted to phrases cut from clean pairs.

    Args:
        data, lexicon, held: as for `fit_contrast`.

    Raises:
        InputError: there is no data, or no document of such a name.
    """
    pairs = [(source, target) for source, target, _ in _held_pairs(data, held)]
    weights = tune_coverage(pairs, Lexicon.load(lexicon), load())
    write_whole(out, json.dumps(weights, indent=1) + "\n")


def fit_contrast(data: Path, lexicon: Path, held: Collection[str], examples: Path,
                 out: Path) -> None:
    """Write the weights of `analysis.contrast`, fitted to wrong senses made in clean pairs.

    Args:
        data: the folder of parallel tables.
        lexicon: one built without the documents of `held` ("train lexicon --held").
        held: names of the documents to fit on; those that only measure are left out.
        examples: `word gloss source target`, with the word in [ ].

    Raises:
        InputError: there is no data, or no document of such a name.
    """
    weights = tune_contrast([(_held_pairs(data, held), Lexicon.load(lexicon))],
                            read_examples(examples), load())
    write_whole(out, json.dumps(weights, indent=1) + "\n")


def _held_pairs(data: Path, held: Collection[str]) -> list[tuple[str, str, str]]:
    """Source, target and article of the pairs of some documents; every other one without article,

    for bitext has none.
    """
    corpus = load_corpus(data)
    articles: dict[str, str] = {}
    for row in corpus.train:
        articles[row.document] = f"{articles.get(row.document, '')} {row.source}".strip()
    rows = [row for row in corpus.train if row.document in held]
    if not rows:
        raise InputError(f"'{data}' has no document of the list; name those the lexicon left out.")
    return [(row.source, row.target, articles[row.document] if number % 2 else "")
            for number, row in enumerate(rows)]
