"""How much better another sense's translation fits than the one that stands in the target.

Sentence vectors see little of one word, so a swap is not measured on the whole sentence (on NTREX
the whole sentence's gain adds nothing). Instead all translations of either sense together are
held against windows of the source around the word and against the article; the source window is
read with either sense's gloss in the word's place; and what stands around the word is held
against the words of either sense's cues (Lesk's idea, 1986, with vectors), which are also counted
(see cues.py). How often either was seen in parallel text is the prior. A logistic model weighs it
all.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from align.analysis.likeness import Likeness, Texts
from align.analysis.links import Linked
from align.analysis.substitutions import Substitution, substitutions
from align.lexicon import Lexicon, Sense, alike
from align.lexicon.cues import company, told
from align.lexicon.logistic import Weights, logit
from align.text.tokens import Token

WINDOWS = (1, 4, 8)   # words to either side of the source word
_NEXT = 4             # words to either side in the target, and where a gloss is read
HOPELESS = 0.0        # log odds before vectors: of the swaps that pass, 1 in 100 begins lower
MOST_CUES = 3         # cues of one shape that count
_ARTICLE = 4000       # code points of the article that say what it is about
_FLOOR = 0.01         # keeps the logarithm of an unseen translation finite

@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two candidates. Numbers are places of vectors.

    `word`: as it would stand; `sense`: all translations of its sense; `glossed`: the source window
    with the gloss in the word's place; `told`: the words of its cues, what texts on it talk about.
    """

    word: int
    sense: tuple[int, ...]
    glossed: int
    told: int


@dataclass(frozen=True, slots=True)
class Plan:
    """One substitution, and the places of the texts that tell of it."""

    swap: Substitution
    found: _Side
    other: _Side
    word: int
    windows: tuple[int, ...]
    bare: int             # the widest window without the word
    near: int             # the source window that glosses are read in
    rest: int             # the target around the word, without it
    article: int | None
    prior: dict[str, float]


def plan(linked: Linked, article: str, lexicon: Lexicon, texts: Texts,
         weights: Weights | None = None) -> list[Plan]:
    """The substitutions worth trying on one pair, and the texts whose likeness tells of them.

    Args:
        article: the text that the source is from, empty if there is none.
        texts: takes the texts to encode.
        weights: leaves out the substitutions that no vector could save, by the model that judges.
    """
    source, target, ours, theirs = linked.source, linked.target, linked.ours, linked.theirs
    priors = [(swap, {**_prior(swap, lexicon), **_cues(swap, ours)})
              for swap in substitutions(linked, lexicon)]
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
        plans.append(Plan(
            swap, _side(swap.home, target[swap.start:swap.end], cut, texts),
            _side(swap.away, swap.put, cut, texts),
            texts.add(at.text.lower()), tuple(texts.add(source[a:b]) for a, b in windows),
            texts.add(source[wide[0]:at.start] + source[at.end:wide[1]]),
            texts.add(source[left:right]),
            texts.add(target[first:swap.start] + target[swap.end:last]), about, prior))
    return plans


def _side(sense: Sense, word: str, cut: tuple[str, str], texts: Texts) -> _Side:
    return _Side(texts.add(word.lower()), tuple(texts.add(target) for target in sense.targets),
                 texts.add(cut[0] + sense.gloss + cut[1]), texts.add(told(sense)))


def _prior(swap: Substitution, lexicon: Lexicon) -> dict[str, float]:
    """What is known before any vector: how often either translation and either sense was seen."""
    row = {"listed": float(swap.listed)}
    for name, entry, sense in (("found", swap.found, swap.home), ("other", swap.other, swap.away)):
        row[f"p_{name}"] = math.log(_FLOOR + entry.p)
        row[f"seen_{name}"] = math.log(1 + entry.seen)
        row[f"share_{name}"] = math.log(_FLOOR + sense_share(lexicon, swap.source.lower, sense))
    return row


def _around(of: Sequence[Token], start: int, end: int, size: int) -> tuple[int, int]:
    """Code points of the window of `size` words to either side of [start, end)."""
    inside = [n for n, word in enumerate(of) if word.end > start and word.start < end]
    return (of[max(0, inside[0] - size)].start,
            of[min(len(of) - 1, inside[-1] + size)].end)


def features(plan: Plan, likeness: Likeness) -> dict[str, float]:
    """What speaks for the other sense, by name."""
    found, other, near = plan.found, plan.other, likeness.near

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
    row["article"] = row["gloss"] = 0.0
    row["told"] = row["told8"] = row["told_article"] = 0.0
    if plan.swap.listed:
        row["gloss"] = gain(plan.near, other.glossed, found.glossed)
        row["told"] = gain(plan.bare, other.told, found.told)
        row["told8"] = gain(plan.windows[1], other.told, found.told)
    if plan.article is not None:
        row["article"] = sense_gain(plan.article)
        if plan.swap.listed:
            row["told_article"] = gain(plan.article, other.told, found.told)
    return row


def _mean(values: Iterable[float]) -> float:
    some = list(values)
    return sum(some) / len(some)


def _cues(swap: Substitution, ours: Sequence[Token]) -> dict[str, float]:
    """How many more cues tell for the other sense than for found's, by their shape."""
    at = ours.index(swap.source)
    one, other = company(swap.home, ours, at), company(swap.away, ours, at)
    return {f"cue_{shape}": float(min(getattr(other, shape), MOST_CUES)
                                  - min(getattr(one, shape), MOST_CUES))
            for shape in ("near", "beside", "form")}


def sense_share(lexicon: Lexicon, word: str, sense: Sense) -> float:
    """Probability of the sense: of all the word's translations that belong to it."""
    return sum(entry.p for entry in lexicon.entries(word)
               if any(alike(entry.target, member) for member in sense.targets))
