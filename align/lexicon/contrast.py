"""How much better another sense's translation fits than the one that stands in the target.

Sentence vectors see little of one word, so a swap is not measured on the whole sentence: the
candidate words are held against windows of the source around the source word, and against what
stands around them in the target; and the source window is read with either sense's gloss in the
word's place. Measured on NTREX, the gain of the whole sentence adds nothing to these. What was
seen of both translations in parallel text enters as a prior. A logistic model weighs it all.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from align.encoders import Encoder, Vectors
from align.lexicon import Lexicon, alike
from align.lexicon.swaps import Swap, swaps
from align.lexicon.words import Word, words

WINDOWS = (1, 4, 8)   # words to either side of the source word
_REST = 4             # words to either side in the target
_GLOSS = 4
_ARTICLE = 4000       # code points of the article that say what it is about
_FLOOR = 0.01         # keeps the logarithm of an unseen translation finite


@dataclass
class _Texts:
    """Texts to encode, each once."""

    places: dict[str, int] = field(default_factory=dict)

    def add(self, text: str) -> int:
        return self.places.setdefault(text, len(self.places))


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where the vectors of one swap lie."""

    article: int | None
    bare: int                        # widest source window without the word
    topics: tuple[int, int] | None   # what found's sense, other's sense are talked about with

    swap: Swap
    length: int
    tried: int
    found: int
    other: int
    word: int
    windows: tuple[int, ...]
    rest: int
    source: tuple[int, int] | None   # source window with the gloss of found, of other
    target: tuple[int, int, int] | None   # target window, gloss of found, gloss of other


def measure(pairs: Sequence[tuple[str, str, str]], lexicon: Lexicon, encoder: Encoder
            ) -> list[list[tuple[Swap, dict[str, float]]]]:
    """The swaps worth trying on each pair, with their features by name.

    Args:
        pairs: source, target and the article that the source is from, empty if there is none.
    """
    texts = _Texts()
    plans = [_plan(*pair, lexicon, texts) for pair in pairs]
    vectors = encoder.encode(list(texts.places))
    return [[(plan.swap, _features(plan, vectors, lexicon)) for plan in some] for some in plans]


def _plan(source: str, target: str, article: str, lexicon: Lexicon,
          texts: _Texts) -> list[_Plan]:
    offered = swaps(source, target, lexicon)
    ours, theirs = words(source), words(target, doubling=True)
    about = texts.add(article[:_ARTICLE]) if article and offered else None
    return [_lay_out(swap, source, target, ours, theirs, (len(offered), about), texts)
            for swap in offered]


def _lay_out(swap: Swap, source: str, target: str, ours: Sequence[Word], theirs: Sequence[Word],
             whole: tuple[int, int | None], texts: _Texts) -> _Plan:
    at = swap.source
    windows = [_around(ours, at.start, at.end, size) for size in WINDOWS]
    first, last = _around(theirs, swap.start, swap.end, _REST)
    wide = windows[-1]
    glosses = there = topics = None
    if swap.gloss_found and swap.gloss_other:
        left, right = _around(ours, at.start, at.end, _GLOSS)
        pieces = [source[left:at.start] + gloss + source[at.end:right]
                  for gloss in (swap.gloss_found, swap.gloss_other)]
        window = source[left:right]
        glosses = (texts.add(pieces[0]), texts.add(pieces[1]))
        windows.append((left, right))
        there = (texts.add(target[first:last]), texts.add(swap.gloss_found),
                 texts.add(swap.gloss_other))
        texts.add(window)
        topics = (texts.add(topic(swap.gloss_found)), texts.add(topic(swap.gloss_other)))
    return _Plan(whole[1], texts.add(source[wide[0]:at.start] + source[at.end:wide[1]]), topics,
                 swap, len(ours), whole[0], texts.add(target[swap.start:swap.end].lower()),
                 texts.add(swap.put.lower()), texts.add(at.text.lower()),
                 tuple(texts.add(source[a:b]) for a, b in windows),
                 texts.add(target[first:swap.start] + target[swap.end:last]), glosses, there)


def _around(of: Sequence[Word], start: int, end: int, size: int) -> tuple[int, int]:
    """Code points of the window of `size` words to either side of [start, end)."""
    inside = [n for n, word in enumerate(of) if word.end > start and word.start < end]
    return (of[max(0, inside[0] - size)].start,
            of[min(len(of) - 1, inside[-1] + size)].end)


def _features(plan: _Plan, vectors: Vectors, lexicon: Lexicon) -> dict[str, float]:
    swap = plan.swap

    def near(one: int, other: int) -> float:
        return float(vectors[one] @ vectors[other])

    row = {f"window{size}": near(at, plan.other) - near(at, plan.found)
           for size, at in zip(WINDOWS, plan.windows, strict=False)}
    row["alone"] = near(plan.word, plan.other) - near(plan.word, plan.found)
    row["rest"] = near(plan.rest, plan.other) - near(plan.rest, plan.found)
    row["likeness"] = near(plan.found, plan.other)
    row["rendering"] = near(plan.word, plan.found)
    row["gloss"] = row["gloss_there"] = 0.0
    if plan.source and plan.target:
        row["gloss"] = near(plan.windows[-1], plan.source[1]) - near(
            plan.windows[-1], plan.source[0])
        row["gloss_there"] = near(plan.target[0], plan.target[1]) - near(
            plan.target[0], plan.target[2])
    row["topic"] = row["topic_article"] = row["article"] = 0.0
    if plan.topics:
        row["topic"] = near(plan.bare, plan.topics[1]) - near(plan.bare, plan.topics[0])
    if plan.article is not None:
        row["article"] = near(plan.article, plan.other) - near(plan.article, plan.found)
        if plan.topics:
            row["topic_article"] = near(plan.article, plan.topics[1]) - near(
                plan.article, plan.topics[0])
    row.update(_prior(swap, lexicon))
    row["unlinked"] = float(swap.found is None)
    row["listed"] = float(swap.listed)
    row["length"] = math.log(plan.length)
    row["tried"] = math.log(1 + plan.tried)
    return row


def _prior(swap: Swap, lexicon: Lexicon) -> dict[str, float]:
    """How common either translation, and either sense, is for the source word."""
    found = swap.found
    return {
        "p_found": math.log(_FLOOR + (found.p if found else 0.0)),
        "p_other": math.log(_FLOOR + swap.other.p),
        "seen_found": math.log(1 + (found.seen if found else 0.0)),
        "seen_other": math.log(1 + swap.other.seen),
        "sense_found": math.log(_FLOOR + (
            sense_share(lexicon, swap.source.key, found.target, swap.gloss_found)
            if found else 0.0)),
        "sense_other": math.log(_FLOOR + sense_share(
            lexicon, swap.source.key, swap.other.target, swap.gloss_other)),
    }


@cache
def topic(gloss: str) -> str:
    """The gloss and words that a text on its matter would hold."""
    around = [about for keys, about in _domains() if keys & set(gloss.split())]
    return " ".join([gloss, *around])


@cache
def _domains() -> tuple[tuple[frozenset[str], str], ...]:
    lines = files(__package__).joinpath("domains.tsv").read_text("utf-8").splitlines()
    return tuple((frozenset(keys.split()), about)
                 for keys, about in (line.split("\t") for line in lines))


def sense_share(lexicon: Lexicon, word: str, target: str, gloss: str) -> float:
    """Probability of the sense: of all translations that belong to it, or are `target`'s kin."""
    members: tuple[str, ...] = (target,)
    if gloss:
        members = next((s.targets for s in lexicon.senses(word) if s.gloss == gloss), members)
    return sum(entry.p for entry in lexicon.entries(word)
               if any(alike(entry.target, member) for member in members))
