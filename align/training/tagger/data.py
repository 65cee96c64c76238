"""Training examples: clean pairs, fair variations and made errors, drawn without end.

Example number n of a seed is always the same, whatever was drawn before it, so that training can
stop, go on and be repeated.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from align.tagger.vocabulary import BEGIN, END, Vocabulary
from align.training.tagger.cases import Case
from align.training.tagger.cases import draft as written
from align.training.tagger.corpus import CorpusRow
from align.training.tagger.errors import ERRORS, FAIR, Draft, Edit, Kinds, Material, apply, clean
from align.training.tagger.errors.edit import FINE, UNASKED
from align.training.tagger.lexis import Lexis

UNTOUCHED = 0.5  # share of fair examples that are the pair as it is
MERGED = 0.15  # share of examples made of two neighbouring pairs, as rewrites merge sentences
WRITTEN = 0.6  # share of examples drawn from written cases, where there are any
LONGEST = 112  # tokens of both sides in training, markers included
NEAR = 12  # pairs on either side in the document that lend phrases and names


@dataclass(frozen=True, slots=True)
class Example:
    """One pair as the network sees it: ids, side (0 source, 1 target), labels, and faithfulness.

    Labels: 0 fine, 1 wrong, 2 missing or added, -100 not asked (markers).
    """

    ids: tuple[int, ...]
    sides: tuple[int, ...]
    labels: tuple[int, ...]
    faithful: bool
    kind: str = ""


@dataclass(frozen=True, eq=False)
class Maker:
    """Rows grouped by document and drawn by weight, with all that errors are made of.

    Where there are written cases, WRITTEN of the examples are theirs.
    """

    rows: Sequence[CorpusRow]
    lexis: Lexis
    vocabulary: Vocabulary
    seed: int
    cases: Sequence[Case] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "_upto", list(accumulate(row.weight for row in self.rows)))

    def draft(self, number: int) -> tuple[Draft, str]:
        """The pair behind example `number`, and the kinds of error in it, joined by +.

        Two by two they come of the same pair, first fair, then wrong: what differs is the error.
        """
        rng = Random(f"{self.seed}/{number // 2}")
        if self.cases and rng.random() < WRITTEN:
            case = rng.choice(self.cases)
            return written(case, Random(f"{self.seed}/{number}"), wrong=number % 2 == 1)
        upto: list[float] = self._upto  # type: ignore[attr-defined]
        at = bisect.bisect_left(upto, rng.random() * upto[-1])
        pair = self.material(at, rng.random() < MERGED)
        return make(pair, Random(f"{self.seed}/{number}"), wrong=number % 2 == 1)

    def material(self, at: int, merged: bool) -> Material:
        """Row `at`, with the one after it where that is asked for and of the same document."""
        row = self.rows[at]
        source, target = row.source, row.target
        if merged and at + 1 < len(self.rows):
            after = self.rows[at + 1]
            if after.document == row.document and len(source) + len(after.source) < 260:
                source, target = f"{source} {after.source}", f"{target} {after.target}"
        mates = [(mate.source, mate.target)
                 for near, mate in enumerate(self.rows[max(0, at - NEAR):at + NEAR + 1],
                                             max(0, at - NEAR))
                 if near not in (at, at + 1) and mate.document == row.document]
        return Material(source, target, self.lexis, mates)

    def pool(self, number: int, size: int) -> list[Example]:
        """Examples number * size to (number + 1) * size, less those too long, shortest first."""
        drafts = [self.draft(n) for n in range(number * size, (number + 1) * size)]
        examples = [encode(draft, self.vocabulary, kind) for draft, kind in drafts]
        return sorted((e for e in examples if len(e.ids) <= LONGEST), key=lambda e: len(e.ids))


def make(pair: Material, rng: Random, wrong: bool) -> tuple[Draft, str]:
    """A draft from a clean pair: untouched, varied, or with one to three errors."""
    start = clean(pair.source, pair.target)
    if not wrong:
        if rng.random() < UNTOUCHED:
            return start, ""
        return apply(start, _drawn(FAIR, pair, rng, rng.choice((1, 1, 2, 3)))[0]), ""
    errors, kinds = _drawn(ERRORS, pair, rng, rng.choices((1, 2, 3), (12, 6, 2))[0])
    varied, _ = _drawn(FAIR, pair, rng, rng.choice((0, 0, 0, 1, 2)))
    return apply(start, [*errors, *varied]), kinds


def _drawn(kinds: Kinds, pair: Material, rng: Random, count: int) -> tuple[list[Edit], str]:
    names, weights = list(kinds), [weight for weight, _ in kinds.values()]
    edits: list[Edit] = []
    done: list[str] = []
    for _ in range(4 * count):
        name = rng.choices(names, weights)[0]
        made = kinds[name][1](pair, rng)
        if made:
            edits.extend(made)
            done.append(name)
        if len(done) == count:
            break
    return edits, "+".join(done)


def encode(draft: Draft, vocabulary: Vocabulary, kind: str = "") -> Example:
    """`<s> source </s> <s> target </s>` with a label for each piece."""
    ids: list[int] = []
    sides: list[int] = []
    labels: list[int] = []
    for side, (text, marks) in enumerate(((draft.source, draft.source_labels),
                                          (draft.target, draft.target_labels))):
        pieces = vocabulary.split(text)
        ids += [BEGIN, *pieces.ids, END]
        sides += [side] * (len(pieces.ids) + 2)
        labels += [-100, *(_label(marks[a:b]) for a, b in pieces.spans), -100]
    return Example(tuple(ids), tuple(sides), tuple(labels), draft.faithful, kind)


def _label(marks: bytes) -> int:
    label = max(marks, default=FINE)
    return -100 if label == UNASKED else label


def batches(maker: Maker, tokens: int, pool: int = 0, skip: int = 0,
            size: int = 512) -> Iterator[tuple[int, int, list[Example]]]:
    """Batches of like length without end, from pool `pool` on less its first `skip` batches.

    Yields the pool's number, the batch's number in it, and at most `tokens` tokens' worth of
    examples, padding included. The batches of a pool come mixed, but always in the same order.
    """
    while True:
        groups = grouped(maker.pool(pool, size), tokens)
        Random(pool).shuffle(groups)
        for number, group in enumerate(groups):
            if number >= skip:
                yield pool, number, group
        pool, skip = pool + 1, 0


def grouped(examples: Sequence[Example], tokens: int) -> list[list[Example]]:
    """Sorted examples cut into runs whose padded size stays within `tokens`."""
    groups: list[list[Example]] = []
    for example in examples:
        if groups and len(example.ids) * (len(groups[-1]) + 1) <= tokens:
            groups[-1].append(example)
        else:
            groups.append([example])
    return groups
