"""How much better another sense's translation fits than the one that stands in the target.

Sentence vectors see little of one word, so a swap is not measured on the whole sentence (on NTREX
the whole sentence's gain adds nothing). Instead all translations of either sense together are
held against windows of the source around the word and against the article; the source window is
read with either sense's gloss in the word's place; and what stands around the word is held
against what texts on either sense's matter talk about (Lesk's idea, 1986, with vectors). How often
either was seen in parallel text is the prior. A logistic model weighs it all.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from align.encoders import Encoder, Vectors
from align.lexicon import Lexicon, Sense, alike
from align.lexicon.english import lemmas
from align.lexicon.logistic import Weights, logit
from align.lexicon.swaps import Swap, swaps
from align.lexicon.words import Word, words

WINDOWS = (1, 4, 8)   # words to either side of the source word
_NEXT = 4             # words to either side in the target, and where a gloss is read
_CLUES = 12           # words to either side in which clues are looked for
HOPELESS = 0.0        # log odds before vectors: of the swaps that pass, 1 in 100 begins lower
_ARTICLE = 4000       # code points of the article that say what it is about
_FLOOR = 0.01         # keeps the logarithm of an unseen translation finite

Pair3 = tuple[str, str, str]


@dataclass
class _Texts:
    """Texts to encode, each once."""

    places: dict[str, int] = field(default_factory=dict)

    def add(self, text: str) -> int:
        return self.places.setdefault(text, len(self.places))


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two candidates. Numbers are places of vectors.

    `word`: as it would stand; `sense`: all translations of its sense; `glossed`: the source window
    with the gloss in the word's place; `topic`: what texts on that matter talk about.
    """

    word: int
    sense: tuple[int, ...]
    glossed: int
    topic: int


@dataclass(frozen=True, slots=True)
class _Plan:
    swap: Swap
    found: _Side
    other: _Side
    word: int
    windows: tuple[int, ...]
    bare: int             # the widest window without the word
    near: int             # the source window that glosses are read in
    rest: int             # the target around the word, without it
    article: int | None
    prior: dict[str, float]


def measure(pairs: Sequence[Pair3], lexicon: Lexicon, encoder: Encoder,
            weights: Weights | None = None) -> list[list[tuple[Swap, dict[str, float]]]]:
    """The swaps worth trying on each pair, with their features by name.

    Args:
        pairs: source, target and the article that the source is from, empty if there is none.
        weights: leaves out the swaps that no vector could save, by the model that will judge.
    """
    texts = _Texts()
    plans = [_plan(*pair, lexicon, texts, weights) for pair in pairs]
    vectors = encoder.encode(list(texts.places))
    return [[(plan.swap, _features(plan, vectors)) for plan in some] for some in plans]


def _plan(source: str, target: str, article: str, lexicon: Lexicon, texts: _Texts,
          weights: Weights | None) -> list[_Plan]:
    ours, theirs = words(source), words(target, doubling=True)
    priors = [(swap, {**_prior(swap, lexicon), "clue": _clue(swap, ours)})
              for swap in swaps(source, target, lexicon)]
    hopeful = [(swap, prior) for swap, prior in priors
               if weights is None or logit(weights, prior) > HOPELESS]
    about = texts.add(article[:_ARTICLE]) if article and hopeful else None
    plans = []
    for swap, prior in hopeful:
        at = swap.source
        windows = [_around(ours, at.start, at.end, size) for size in WINDOWS]
        left, right = _around(ours, at.start, at.end, _NEXT)
        first, last = _around(theirs, swap.start, swap.end, _NEXT)
        wide = windows[-1]
        cut = (source[left:at.start], source[at.end:right])
        plans.append(_Plan(
            swap, _side(swap.home, target[swap.start:swap.end], cut, texts),
            _side(swap.away, swap.put, cut, texts),
            texts.add(at.text.lower()), tuple(texts.add(source[a:b]) for a, b in windows),
            texts.add(source[wide[0]:at.start] + source[at.end:wide[1]]),
            texts.add(source[left:right]),
            texts.add(target[first:swap.start] + target[swap.end:last]), about, prior))
    return plans


def _side(sense: Sense, word: str, cut: tuple[str, str], texts: _Texts) -> _Side:
    return _Side(texts.add(word.lower()), tuple(texts.add(target) for target in sense.targets),
                 texts.add(cut[0] + sense.gloss + cut[1]), texts.add(topic(sense.gloss)))


def _prior(swap: Swap, lexicon: Lexicon) -> dict[str, float]:
    """What is known before any vector: how often either translation and either sense was seen."""
    row = {"listed": float(swap.listed)}
    for name, entry, sense in (("found", swap.found, swap.home), ("other", swap.other, swap.away)):
        row[f"p_{name}"] = math.log(_FLOOR + entry.p)
        row[f"seen_{name}"] = math.log(1 + entry.seen)
        row[f"share_{name}"] = math.log(_FLOOR + sense_share(lexicon, swap.source.key, sense))
    return row


def _around(of: Sequence[Word], start: int, end: int, size: int) -> tuple[int, int]:
    """Code points of the window of `size` words to either side of [start, end)."""
    inside = [n for n, word in enumerate(of) if word.end > start and word.start < end]
    return (of[max(0, inside[0] - size)].start,
            of[min(len(of) - 1, inside[-1] + size)].end)


def _features(plan: _Plan, vectors: Vectors) -> dict[str, float]:
    found, other = plan.found, plan.other

    def near(one: int, to: int) -> float:
        return float(vectors[one] @ vectors[to])

    def gain(at: int, there: int, here: int) -> float:
        return near(at, there) - near(at, here)

    def sense_gain(at: int) -> float:
        return _mean(near(at, to) for to in other.sense) - _mean(near(at, to) for to in found.sense)

    row = dict(plan.prior)
    for size, at in zip(WINDOWS, plan.windows, strict=True):
        row[f"sense{size}"] = sense_gain(at)
    row["rest"] = gain(plan.rest, other.word, found.word)
    row["likeness"] = near(found.word, other.word)
    row["rendering"] = near(plan.word, found.word)
    row["article"] = row["topic_article"] = row["gloss"] = row["topic"] = 0.0
    if plan.swap.listed:
        row["gloss"] = gain(plan.near, other.glossed, found.glossed)
        row["topic"] = gain(plan.bare, other.topic, found.topic)
    if plan.article is not None:
        row["article"] = sense_gain(plan.article)
        if plan.swap.listed:
            row["topic_article"] = gain(plan.article, other.topic, found.topic)
    return row


def _mean(values: Iterable[float]) -> float:
    some = list(values)
    return sum(some) / len(some)


@cache
def topic(gloss: str) -> str:
    """The gloss and words that a text on its matter would hold."""
    around = [about for keys, about, _ in _domains() if keys & set(gloss.split())]
    return " ".join([gloss, *around])


@cache
def clues(gloss: str) -> frozenset[str]:
    """Words whose presence tells for a sense: its matter's vocabulary."""
    return frozenset().union(*(told for keys, _, told in _domains() if keys & set(gloss.split())))


def _clue(swap: Swap, ours: Sequence[Word]) -> float:
    """-1 to 1: whether clues near the source word tell for the other sense or for found's."""
    middle = ours.index(swap.source)
    near = [*ours[max(0, middle - _CLUES):middle], *ours[middle + 1:middle + 1 + _CLUES]]
    forms = [frozenset(lemmas(word.key)) for word in near]
    one, other = clues(swap.home.gloss), clues(swap.away.gloss)
    told = sum(bool(form & (other - one)) - bool(form & (one - other)) for form in forms)
    return math.tanh(told / 2)


@cache
def _domains() -> tuple[tuple[frozenset[str], str, frozenset[str]], ...]:
    """Words of glosses that name a matter, how to describe it, and clues to it."""
    lines = files(__package__).joinpath("domains.tsv").read_text("utf-8").splitlines()
    return tuple((frozenset(keys.split()), about, frozenset(told.split()))
                 for keys, about, told in (line.split("\t") for line in lines))


def sense_share(lexicon: Lexicon, word: str, sense: Sense) -> float:
    """Probability of the sense: of all the word's translations that belong to it."""
    return sum(entry.p for entry in lexicon.entries(word)
               if any(alike(entry.target, member) for member in sense.targets))
