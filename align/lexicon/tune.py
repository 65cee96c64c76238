"""Fits the two small models, of wrong senses and of losses, to errors made in clean pairs.

Both must see a lexicon that was induced without the pairs they are fitted on: otherwise every
right translation has been seen before, and the prior is trusted too much.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from align.encoders import Encoder
from align.lexicon import Lexicon, alike, contrast, losses
from align.lexicon.gaps import weighs
from align.lexicon.logistic import fit
from align.lexicon.swaps import Swap, swaps
from align.lexicon.words import ENGLISH_STOP, INDONESIAN_STOP, Word, table, words

Text3 = tuple[str, str, str]   # source, target, the source's article or ""

_SAME = 0.65     # likeness of the words beyond which a swap is no error
_EDGE = 0.15     # how far, as a share of the sentence, a gap may lie from the phrase's place
_MOST_SHARE = 0.6
_LONGEST = 12    # content words of a dropped phrase
_OPENERS = table("""
and but or who which that because when while after before as if although with for in on at from
to by about into during including said says according under over through against between among
since until where whose dan tetapi tapi namun yang karena ketika saat sementara setelah sebelum
jika meski meskipun dengan untuk di pada dari ke oleh tentang dalam selama termasuk kata menurut
bahwa sebagai agar terhadap antara sejak hingga sambil seperti kepada
""")


@dataclass(frozen=True, slots=True)
class Dropped:
    """A pair with a phrase cut from one side; `omitted`: from the target.

    `place` is where the phrase lay, as shares of its sentence; `size` its content words.
    """

    source: str
    target: str
    omitted: bool
    place: tuple[float, float]
    phrase: str
    size: int


def tune_contrast(pairs: Sequence[Text3], lexicon: Lexicon, encoder: Encoder,
                  seed: int = 5) -> dict[str, float]:
    """Weights for `contrast.measure`'s features: made wrong senses against clean pairs."""
    random = Random(seed)
    made = [(source, *error, article) for source, target, article in pairs
            if (error := wrong_sense(source, target, lexicon, random))]
    measured = contrast.measure([*pairs, *((s, t, a) for s, t, _, a in made)], lexicon, encoder)
    rows = [row for offers in measured[:len(pairs)] for _, row in offers]
    labels = [0] * len(rows)
    for (_, _, swapped, _), offers in zip(made, measured[len(pairs):], strict=True):
        mending = [row for swap, row in offers if mends(swap, swapped)]
        if all(row["likeness"] <= _SAME for row in mending):
            rows += mending
            labels += [1] * len(mending)
    return fit(rows, labels)


def wrong_sense(source: str, target: str, lexicon: Lexicon,
                random: Random) -> tuple[str, Swap] | None:
    """The target with one word in another listed sense, and the swap that did it.

    Careless translation takes the common sense where a rare one is meant, so the commoner a
    wrong sense and the rarer the right one, the likelier it is made.
    """
    offered = [swap for swap in swaps(source, target, lexicon) if swap.listed]
    if not offered:
        return None
    weights = [math.sqrt(contrast.sense_share(lexicon, swap.source.key, swap.away))
               for swap in offered]
    swap = random.choices(offered, weights)[0]
    return target[:swap.start] + swap.put + target[swap.end:], swap


def mends(swap: Swap, error: Swap) -> bool:
    """Whether the swap undoes the error: same word, the right sense put back."""
    return (swap.start == error.start and swap.source == error.source
            and (swap.away == error.home or alike(swap.other.target, error.found.target)))


def tune_losses(pairs: Sequence[Text3], lexicon: Lexicon, encoder: Encoder,
                seed: int = 3) -> dict[str, float]:
    """Weights for `losses.measure`'s features: dropped phrases against clean pairs."""
    random = Random(seed)
    made = [error for source, target, _ in pairs
            if (error := drop_phrase(source, target, random, 2 if random.random() < 0.3 else 4))]
    measured = losses.measure([*((s, t) for s, t, _ in pairs),
                               *((error.source, error.target) for error in made)], lexicon, encoder)
    rows: list[Mapping[str, float]] = [row for found in measured[:len(pairs)] for _, row in found]
    labels = [0] * len(rows)
    for error, found in zip(made, measured[len(pairs):], strict=True):
        hits = [row for loss, row in found if finds(loss, error)]
        rows += hits
        labels += [1] * len(hits)
    return fit(rows, labels, ridge=2.0)


def drop_phrase(source: str, target: str, random: Random, least: int) -> Dropped | None:
    """Cut a phrase of `least` content words or more from one side, chosen by chance."""
    omitted = random.random() < 0.5
    text = target if omitted else source
    found = words(text, doubling=omitted)
    options = list(_phrases(found, INDONESIAN_STOP if omitted else ENGLISH_STOP, least))
    if not options:
        return None
    first, last, size = random.choice(options)
    start, end = found[first].start, found[last - 1].end
    cut = losses.without(text, start, end)
    place = (first / len(found), last / len(found))
    return Dropped(source if omitted else cut, cut if omitted else target, omitted, place,
                   text[start:end], size)


def finds(loss: losses.Loss, error: Dropped) -> bool:
    """Whether the loss is of the right kind and lies about where the phrase was cut."""
    length = len(error.source if error.omitted else error.target)
    return (loss.omitted == error.omitted and loss.start / length < error.place[1] + _EDGE
            and loss.end / length > error.place[0] - _EDGE)


def _phrases(found: Sequence[Word], stop: frozenset[str],
             least: int) -> Iterator[tuple[int, int, int]]:
    """(first, last, content words) of stretches between marks and words that open a phrase."""
    after_mark = {i + 1 for i, word in enumerate(found) if not word.is_word}
    opens = sorted({0} | {i for i, word in enumerate(found)
                          if word.key in _OPENERS or i in after_mark})
    ends = sorted({*opens, len(found)} | {i - 1 for i in after_mark})
    total = sum(weighs(word, stop) for word in found)
    for first in opens:
        for last in ends:
            size = sum(weighs(word, stop) for word in found[first:last])
            if (first < last < first + len(found) - 3 and found[first].is_word
                    and least <= size <= min(_LONGEST, _MOST_SHARE * total)):
                yield first, last, size
