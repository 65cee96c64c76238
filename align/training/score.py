"""Fits what turns evidence into probabilities: of a faithful pair, and of a wrong sense.

Both learn from documents that the tagger was not trained on, every other held-out one; the rest
stay unseen, to measure on.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TypeVar

from align import checks, faithful
from align.bench.score import Item
from align.checks import CheckSettings, Pair, Tools, senses
from align.checks.coverage import MAJOR
from align.checks.second import Known, heard, known
from align.encoders import load
from align.errors import InputError
from align.lexicon import Lexicon
from align.lexicon.contrast import measure
from align.lexicon.logistic import logit, shipped
from align.lexicon.losses import Loss
from align.lexicon.losses import measure as measure_losses
from align.lexicon.swaps import Swap
from align.scoring import weigh
from align.tagger.run import Tagger, ready
from align.training.lexicon.tune import mends, read_examples, tune_contrast, wrong_sense
from align.training.logistic import fit
from align.training.made import made_items
from align.training.tagger.cases import Case, draft, read_cases
from align.training.tagger.corpus import load_corpus
from align.training.tagger.ship import tuning_rows
from align.writing import write_whole

T = TypeVar("T")
WAYS = {faithful.ALL: None,
        faithful.VECTORS: [n for n in checks.registered() if n != "meaning"],
        faithful.EXACT: list(checks.exact())}
PROFESSIONAL = 14.0  # weight of the rows that professionals translated: see tagger/corpus.py
ALARMS = 0.01        # share of clean professional pairs that may be flagged as major by each
EACH_EXAMPLE = 4     # every so many sense examples one is used
_BATCH = 256


def fit_score(data: Path, handmade: Sequence[Item], cases: Path, out: Path,
              seed: int = 4) -> None:
    """Write the weights of `faithful`, fitted to what the tagger was not trained on.

    That is: held-out pairs with made errors, hand-made items, and written cases.

    Raises:
        InputError: there is no data, none is held out, or there are no cases.
    """
    items = [*made_items(data, each=25, seed=seed, tuning=True), *handmade,
             *_case_items(read_cases(cases))]
    pairs = [Pair(item.source, item.target) for item in items]
    labels = [int(item.faithful) for item in items]
    weights = {}
    for name, only in WAYS.items():
        tools = Tools(CheckSettings(), None if name == faithful.EXACT else load())
        rows = [known for start in range(0, len(pairs), _BATCH)
                for known, _ in weigh(pairs[start:start + _BATCH], tools, only)]
        weights[name] = _signed(_evened(rows, labels), _evened(labels, labels))
    write_whole(out, json.dumps(weights, indent=1) + "\n")


def _signed(rows: Sequence[Known], labels: Sequence[int]) -> dict[str, float]:
    """A fit in which what speaks for a pair never speaks against it: such evidence weighs 0."""
    weights = fit(rows, labels)
    kept = [name for name in rows[0] if (weights[name] >= 0) == (name in faithful.IN_FAVOUR)]
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


def fit_contrast(data: Path, lexicon: Path, held: Collection[str], examples: Path,
                 out: Path) -> None:
    """Write the weights of `lexicon.contrast`, fitted to wrong senses made in clean pairs.

    Args:
        data: the folder of parallel tables.
        lexicon: one built without the documents of `held` ("train lexicon --held").
        held: names of the documents to fit on; those that only measure are left out.
        examples: `word gloss source target`, with the word in [ ].

    Raises:
        InputError: there is no data, or no document of such a name.
    """
    corpus = load_corpus(data)
    articles: dict[str, str] = {}
    for row in corpus.train:
        articles[row.document] = f"{articles.get(row.document, '')} {row.source}".strip()
    rows = [row for row in corpus.train if row.document in held]
    if not rows:
        raise InputError(f"'{data}' has no document of the list; name those the lexicon left out.")
    # Every other pair without its article: bitext has none.
    pairs = [(row.source, row.target, articles[row.document] if number % 2 else "")
             for number, row in enumerate(rows)]
    weights = tune_contrast([(pairs, Lexicon.load(lexicon))], read_examples(examples), load())
    write_whole(out, json.dumps(weights, indent=1) + "\n")


def fit_coverage(data: Path, cases: Path, out: Path) -> None:
    """Write the weights of `checks.second` for phrases left out or put in.

    Fitted to written cases that the tagger was not trained on against their faithful sides, and to
    clean pairs; the bias is then so laid that ALARMS of the clean pairs that the tagger was not
    trained on reach the severity major.

    Raises:
        InputError: there is no data, there are no cases, or no tagger.
    """
    tagger = ready()
    if tagger is None:
        raise InputError("There is no tagger to ask; train one with 'selaras train tagger'.")
    clean, losses = _coverage_texts(read_cases(cases))
    corpus = load_corpus(data)
    calm = [(row.source, row.target) for row in corpus.train if row.weight >= PROFESSIONAL]
    rows, labels = [], []
    for _, told in _told_losses([*clean, *calm], tagger):
        rows += [about for _, about in told]
        labels += [0] * len(told)
    for (*_, kind, start, end), (_, told) in zip(
            losses, _told_losses([(s, t) for s, t, *_ in losses], tagger), strict=True):
        hits = [about for loss, about in told if loss.omitted == (kind == "omitted phrase")
                and loss.start < end and start < loss.end]
        rows += hits
        labels += [1] * len(hits)
    weights = fit(rows, labels, ridge=2.0)
    unseen = [(row.source, row.target) for row in tuning_rows(corpus.held)]
    _lay(weights, MAJOR, ([about for _, about in told]
                          for _, told in _told_losses([*unseen, *clean], tagger)))
    write_whole(out, json.dumps(weights, indent=1) + "\n")


def _lay(weights: dict[str, float], major: float, told: Iterable[Sequence[Known]]) -> None:
    """Move the bias so that the worst of ALARMS of the pairs reaches `major`."""
    worst = sorted(max((logit(weights, about) for about in some), default=-math.inf)
                   for some in told)
    weights["bias"] = round(weights["bias"] + major - worst[int((1 - ALARMS) * len(worst))], 4)


def _coverage_texts(cases: Sequence[Case]) -> tuple[
        list[tuple[str, str]], list[tuple[str, str, str, int, int]]]:
    """Faithful pairs, and (source, target, kind, start, end) of phrases left out or put in."""
    clean, losses = [], []
    for case in cases:
        clean.append((case.source, case.target))
        for change in case.fair:
            made, _ = draft(replace(case, errors=(), fair=(change,)), Random(1), wrong=False)
            clean.append((made.source, made.target))
        for change in case.errors:
            if change.kind not in ("omitted phrase", "added phrase"):
                continue
            made, kind = draft(replace(case, errors=(change,), fair=()), Random(1), wrong=True)
            labels = made.source_labels if kind == "omitted phrase" else made.target_labels
            marked = [at for at, label in enumerate(labels) if label]
            if marked:
                losses.append((made.source, made.target, kind, marked[0], marked[-1] + 1))
    return clean, losses


def _told_losses(pairs: Sequence[tuple[str, str]], tagger: Tagger
                 ) -> Iterator[tuple[tuple[str, str], list[tuple[Loss, Known]]]]:
    """Each pair with its gaps and what is known of them."""
    lexicon, encoder = Lexicon.load(), load()
    for start in range(0, len(pairs), _BATCH):
        block = pairs[start:start + _BATCH]
        for pair, losses, seen in zip(block, measure_losses(block, lexicon, encoder),
                                      tagger.tag(block), strict=True):
            yield pair, [(loss, heard(row, loss, *pair, seen)) for loss, row in losses]


def fit_second(data: Path, examples: Path, cases: Path, out: Path, seed: int = 6) -> None:
    """Write the weights of `checks.second` for wrong senses.

    Fitted to errors made in held-out pairs and in sense examples, on neither of which the tagger
    was trained; the bias is laid as in `fit_coverage`, with the faithful sides of `cases`.

    Raises:
        InputError: there is no data, none is held out, or no tagger.
    """
    tagger = ready()
    if tagger is None:
        raise InputError("There is no tagger to ask; train one with 'selaras train tagger'.")
    corpus = load_corpus(data)
    held = [replace(row, automatic=False) for row in corpus.held]
    clean = [(row.source, row.target, "") for row in tuning_rows(held)]
    shown = read_examples(examples)[::EACH_EXAMPLE]
    random = Random(seed)
    rows, labels = [], []
    lots = [(clean, [""] * len(clean))] * 4  # four errors a pair: the pairs are few
    lots.append(([(s, t, "") for s, t, _ in shown], [word for _, _, word in shown]))
    for pairs, named in lots:
        for row, label in _examples(pairs, named, tagger, random):
            rows.append(row)
            labels.append(label)
    weights = fit(rows, labels)
    calm = [(source, target, "") for source, target in _coverage_texts(read_cases(cases))[0]]
    _lay(weights, senses.MAJOR, _told_senses([*clean, *calm], tagger))
    write_whole(out, json.dumps(weights, indent=1) + "\n")


def _told_senses(texts: Sequence[tuple[str, str, str]], tagger: Tagger) -> Iterator[list[Known]]:
    """What is known of each pair's swaps, as `checks.senses` sees them."""
    lexicon, encoder, weights = Lexicon.load(), load(), shipped("contrast")
    for start in range(0, len(texts), _BATCH):
        block = texts[start:start + _BATCH]
        tagged = tagger.tag([(s, t) for s, t, _ in block])
        for (_, target, _), offers, seen in zip(
                block, measure(block, lexicon, encoder, weights), tagged, strict=True):
            offered = [swap for swap, _ in offers]
            yield [known(logit(weights, row), swap, offered, target, seen)
                   for swap, row in offers]


def _examples(clean: Sequence[tuple[str, str, str]], named: Sequence[str], tagger: Tagger,
              random: Random) -> Iterator[tuple[Known, int]]:
    """What is known of the swaps on clean pairs (0), and of those that mend a made error (1)."""
    lexicon, encoder, weights = Lexicon.load(), load(), shipped("contrast")
    texts = list(clean)
    errors: list[Swap | None] = [None] * len(clean)
    for (source, target, article), word in zip(clean, named, strict=True):
        if made := wrong_sense(source, target, lexicon, random, word):
            texts.append((source, made[0], article))
            errors.append(made[1])
    for start in range(0, len(texts), _BATCH):
        block = texts[start:start + _BATCH]
        measured = measure(block, lexicon, encoder, weights)
        tagged = tagger.tag([(s, t) for s, t, _ in block])
        for (_, target, _), offers, seen, error in zip(
                block, measured, tagged, errors[start:start + _BATCH], strict=True):
            offered = [swap for swap, _ in offers]
            for swap, row in offers:
                if error is None or mends(swap, error):
                    yield (known(logit(weights, row), swap, offered, target, seen),
                           int(error is not None))
