"""Findings and whether they are true: of judged flags, written cases and hand-made pairs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from align.analysis import Pair, Tools, analyse
from align.bench.items import Item
from align.bench.judged import JudgedFlag, is_same_place
from align.checks import Range, run
from align.decision import PairFlag, assess
from align.decision.weights import shipped
from align.errors import InputError
from align.lexicon.terms import Glossary
from align.scoring import BATCH, tools_for
from align.training.tagger.cases import Case, draft

CASE, PAIR = 0.3, 1.0  # how much a finding on a case or on a hand-made pair counts beside a judged


@dataclass(frozen=True, slots=True)
class Example:
    """One finding with its evidence, and whether it is true.

    `document` keeps folds apart; `share` is how much it counts beside a judged flag; `written` is
    of a text that was written to hold errors, so that they are commoner there than in life.
    """

    kind: str
    check: str
    evidence: Mapping[str, float]
    true: bool
    document: str
    share: float = 1.0
    written: bool = False


@dataclass(frozen=True, slots=True)
class Examples:
    """What the decision is fitted to: findings on judged flags' sentences, and on our own texts.

    `made` holds all flags on each pair of texts that was judged.
    """

    judged: tuple[Example, ...]
    written: tuple[Example, ...]
    made: Mapping[tuple[str, str], Sequence[PairFlag]]


def gather(judged: Sequence[JudgedFlag], cases: Sequence[Case], items: Sequence[Item]) -> Examples:
    """The findings as they are made now; those of misaligned pairs teach nothing.

    Raises:
        InputError: nothing that was judged is flagged any more.
    """
    texts = list(dict.fromkeys((one.en, one.id) for one in judged))
    made = dict(zip(texts, _flags(texts), strict=True))
    return Examples(tuple(_judged_examples(judged, made)),
                    (*case_examples(cases), *pair_examples(items)), made)


def _judged_examples(judged: Sequence[JudgedFlag],
                     made: Mapping[tuple[str, str], Sequence[PairFlag]]) -> list[Example]:
    examples = []
    for one in judged:
        there = [flag for flag in made[one.en, one.id] if is_same_place(one, flag)]
        if there and one.verdict != "misaligned":
            flag = max(there, key=lambda each: _shared_words(one, each))
            examples.append(Example(flag.kind, flag.check, flag.evidence, one.verdict == "true",
                                    one.en))
    if not examples:
        raise InputError("None of the judged flags is made any more; judge newer ones.")
    return examples


def _shared_words(judged: JudgedFlag, flag: PairFlag) -> int:
    """Characters that both mark."""
    return sum(max(0, min(b, d) - max(a, c))
               for some, others in ((judged.source, flag.source), (judged.target, flag.target))
               for a, b in some for c, d in others)


def case_examples(cases: Sequence[Case]) -> list[Example]:
    """Findings on written cases: true where an error was put, false on fair and right texts."""
    texts: list[tuple[str, str]] = []
    marks: list[tuple[frozenset[int], frozenset[int]] | None] = []
    for case in cases:
        for wrong, changes in ((False, case.fair), (True, case.errors)):
            for change in changes:
                only = replace(case, errors=(change,) if wrong else (),
                               fair=() if wrong else (change,))
                made, _ = draft(only, Random(1), wrong)
                texts.append((made.source, made.target))
                marks.append((_marked(made.source_labels), _marked(made.target_labels))
                             if wrong else None)
    examples = []
    for (source, _), mark, flags in zip(texts, marks, _flags(texts), strict=True):
        for flag in flags:
            hit = mark is not None and (_covers(flag.source, mark[0])
                                        or _covers(flag.target, mark[1]))
            examples.append(Example(flag.kind, flag.check, flag.evidence, hit, source, CASE, True))
    return examples


def pair_examples(items: Sequence[Item]) -> list[Example]:
    """Findings on hand-made pairs: true on the words that are wrong, false on the right twin.

    What is found elsewhere in a wrong pair says nothing: its maker marked one error only.
    """
    examples = []
    flagged = _flags([(item.source, item.target) for item in items])
    for item, flags in zip(items, flagged, strict=True):
        for flag in flags:
            hit = any(_touches(spans, marked) for spans, marked in (
                (flag.source, item.source_spans), (flag.target, item.target_spans)))
            if hit or item.faithful:
                examples.append(Example(flag.kind, flag.check, flag.evidence, hit, item.source,
                                        PAIR, True))
    return examples


def _touches(spans: Sequence[Range], marked: Sequence[Range] | None) -> bool:
    return any(a < d and c < b for a, b in spans for c, d in marked or ())


def _marked(labels: Sequence[int]) -> frozenset[int]:
    return frozenset(at for at, label in enumerate(labels) if label > 0)


def _covers(spans: Iterable[tuple[int, int]], marked: frozenset[int]) -> bool:
    return any(not marked.isdisjoint(range(*span)) for span in spans)


def _flags(texts: Sequence[tuple[str, str]]) -> Iterable[list[PairFlag]]:
    tools: Tools = tools_for(None, Glossary())
    for start in range(0, len(texts), BATCH):
        pairs = analyse([Pair.of(*text) for text in texts[start:start + BATCH]], tools)
        for pair, findings in zip(pairs, run(pairs), strict=True):
            yield assess(pair, findings, shipped())
