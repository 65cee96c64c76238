"""Word links against links and phrases that people marked.

A line of a gold file is a JSON object, of one of two sorts. Links: `set` and `row` (a line of a
table of the data folder), `sure` and `possible`, pairs of word indices. Phrases, as of xSID (van
der Goot et al. 2021): `source` and `target`, lists of words, and `source_spans` and `target_spans`,
each with a `label` and the indices `start` and `end`. Only content words and figures count.

Of links, precision takes sure and possible ones as right, recall asks for the sure ones, and AER is
the alignment error rate of both (Och & Ney 2003). Of phrases, a link of a phrase's word is right
inside the other side's phrase of its label, and each word should have one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from align.analysis.gaps import weighs
from align.analysis.links import linked_all
from align.bench.measures import RESAMPLES, bounds, f1
from align.bench.tables import Rows
from align.errors import InputError
from align.lexicon import Lexicon
from align.tagger.run import ready
from align.text.en.stop import STOP as ENGLISH_STOP
from align.text.id.stop import STOP as INDONESIAN_STOP
from align.text.tokens import Token, words

Pairs = frozenset[tuple[int, int]]
BATCH = 64


@dataclass(frozen=True, slots=True)
class GoldPair:
    """A pair whose links are known, by the places of `text.tokens.words`.

    Of phrases, `asked` holds their source words, `sure` nothing, and `possible` all pairs of words
    of two phrases that render each other. Of links, `asked` is None.
    """

    source: str
    target: str
    sure: Pairs
    possible: Pairs
    asked: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """Links made and the right ones of them; links or words wanted, and those found."""

    made: int
    right: int
    wanted: int
    found: int


def read_gold(path: Path, data: Path | None = None) -> list[GoldPair]:
    """The pairs of a gold file.

    Args:
        data: the folder of the tables that lines of links name.

    Raises:
        InputError: a line is of neither sort, names a table that is not there, or a word that the
            texts do not have.
    """
    tables = Rows(data)
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            plain = json.loads(line)
            found.append(_phrases(plain) if "source_spans" in plain else _links(plain, tables))
        except (ValueError, KeyError, TypeError, IndexError) as error:
            raise InputError(f"Line {number} of {path} holds no gold links ({error!r}); it needs "
                             "set, row, sure and possible, or words and their spans.") from error
    return found


def _links(plain: Any, tables: Rows) -> GoldPair:
    source, target = tables.row(plain["set"], plain["row"])
    sure, possible = (frozenset((int(i), int(j)) for i, j in plain[name])
                      for name in ("sure", "possible"))
    ours, theirs = words(source), words(target, doubling=True)
    for i, j in sure | possible:
        ours[i], theirs[j]  # raises where the text has no such word
    return GoldPair(source, target, sure, sure | possible)


def _phrases(plain: Any) -> GoldPair:
    sides = [" ".join(plain[side]) for side in ("source", "target")]
    ours, theirs = words(sides[0]), words(sides[1], doubling=True)
    spans = [_spans(plain, side) for side in ("source", "target")]
    possible: set[tuple[int, int]] = set()
    asked: set[int] = set()
    for label, span in spans[0].items():
        if label in spans[1]:
            inside = _within(ours, *span, ENGLISH_STOP)
            there = _within(theirs, *spans[1][label], INDONESIAN_STOP)
            asked |= inside
            possible |= {(i, j) for i in inside for j in there}
    return GoldPair(sides[0], sides[1], frozenset(), frozenset(possible), frozenset(asked))


def _spans(plain: Any, side: str) -> dict[str, tuple[int, int]]:
    """Code points of each label that stands once on a side."""
    ends = np.cumsum([len(word) + 1 for word in plain[side]]) - 1
    rows = plain[f"{side}_spans"]
    return {row["label"]: (int(ends[row["start"]]) - len(plain[side][row["start"]]),
                           int(ends[row["end"] - 1]))
            for row in rows if sum(other["label"] == row["label"] for other in rows) == 1}


def _within(of: Sequence[Token], start: int, end: int, stop: frozenset[str]) -> set[int]:
    return {at for at, word in enumerate(of)
            if start <= word.start < end and weighs(word, stop)}


def made_links(gold: Sequence[GoldPair], *, fused: bool) -> Iterator[Pairs]:
    """The links that Selaras makes between content words of each pair, in order.

    Args:
        fused: with the tagger's vectors, if it is there; otherwise by the lexicon alone.
    """
    lexicon, tagger = Lexicon.load(), ready() if fused else None
    for start in range(0, len(gold), BATCH):
        texts = [(pair.source, pair.target) for pair in gold[start:start + BATCH]]
        for known in linked_all(texts, lexicon, tagger):
            yield frozenset((link.source, link.target) for link in known.links
                            if weighs(known.ours[link.source], ENGLISH_STOP)
                            and weighs(known.theirs[link.target], INDONESIAN_STOP))


def tally(gold: GoldPair, made: Pairs) -> Tally:
    """How the links of one pair stand to its gold."""
    right = made & gold.possible
    if gold.asked is not None:
        ends = [{pair[side] for pair in gold.possible} for side in (0, 1)]
        touching = [link for link in made if link[0] in ends[0] or link[1] in ends[1]]
        met = {i for i, _ in right}
        return Tally(len(touching), len(right), len(gold.asked), len(gold.asked & met))
    return Tally(len(made), len(right), len(gold.sure), len(made & gold.sure))


@dataclass(frozen=True, slots=True)
class LinksBench:
    """The tallies of all pairs by way: the lexicon alone, and with vectors."""

    tallies: dict[str, tuple[Tally, ...]]

    def lines(self) -> Iterator[str]:
        """The measurement as a table, intervals of 95 % from a bootstrap over pairs."""
        size = len(next(iter(self.tallies.values())))
        yield f"{size} pairs         precision             recall                F1     AER"
        for way, some in self.tallies.items():
            counts = np.array([(t.made, t.right, t.wanted, t.found) for t in some])
            drawn = np.random.default_rng(1).integers(0, size, (RESAMPLES, size))
            sums = counts[drawn].sum(1)
            made, right, wanted, found = counts.sum(0)
            exact, full = right / made, found / wanted
            shown = [_interval(exact, sums[:, 1] / sums[:, 0]),
                     _interval(full, sums[:, 3] / sums[:, 2])]
            rate = 1 - (found + right) / (made + wanted)
            yield (f"{way:<17} {shown[0]}    {shown[1]}    "
                   f"{f1(exact * full, exact, full):.3f}  {rate:.3f}")


def _interval(value: float, drawn: Any) -> str:
    low, high = bounds(drawn)
    return f"{value:.3f} {low:.3f}–{high:.3f}"


def bench_links(gold: Sequence[GoldPair]) -> LinksBench:
    """Measure the links that are made, without the tagger's vectors and with them.

    Raises:
        InputError: there are no pairs.
    """
    if not gold:
        raise InputError("There are no gold links; name a file that holds some.")
    return LinksBench({way: tuple(map(tally, gold, made_links(gold, fused=fused)))
                       for way, fused in (("lexicon alone", False), ("with vectors", True))})
