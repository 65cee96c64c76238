"""Fits the models of wrong senses and of phrases left out to errors made in clean pairs.

Both must see a lexicon that was induced without the pairs they are fitted on: otherwise every
right translation has been seen before, and the prior is trusted too much.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from align.analysis import contrast, undertranslation
from align.analysis.gaps import weighs
from align.analysis.likeness import Texts
from align.analysis.links import linked, linked_all
from align.analysis.substitutions import Substitution, substitutions
from align.analysis.undertranslation import Unrendered
from align.encoders import Encoder
from align.errors import InputError
from align.lexicon import Lexicon, alike
from align.tagger.run import ready
from align.text import table
from align.text.en.stop import STOP as ENGLISH_STOP
from align.text.id.stop import STOP as INDONESIAN_STOP
from align.text.tokens import Token, words
from align.training.logistic import fit

Text3 = tuple[str, str, str]   # source, target, the source's article or ""

_SAME = 0.65     # likeness of the words beyond which a swap is no error
_BATCH = 256     # pairs measured at once
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


def read_examples(path: Path) -> list[tuple[str, str, str]]:
    """(source, target, source word) of a TSV of `word gloss source target`, the word in [ ].

    Raises:
        InputError: a line has other columns or no [ ].
    """
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        cells = line.split("\t")
        if len(cells) != 4 or any(text.count("[") != 1 or "]" not in text for text in cells[2:]):
            raise InputError(f"{path}, line {number}: write word, gloss, source and target with "
                             "tabs between, and the word in [ ] on both sides.")
        source, target = cells[2:]
        word = source[source.index("[") + 1:source.index("]")]
        found.append((_bare(source), _bare(target), word))
    return found


def _bare(text: str) -> str:
    return text.replace("[", "").replace("]", "")


def tune_contrast(clean: Sequence[tuple[Sequence[Text3], Lexicon]],
                  examples: Sequence[tuple[str, str, str]], encoder: Encoder,
                  seed: int = 5) -> dict[str, float]:
    """Weights for `contrast.features`' features: made wrong senses against clean pairs.

    Args:
        clean: pairs, each lot with a lexicon induced without it.
        examples: (source, target, word): pairs in which this word's sense is to be changed.
    """
    random = Random(seed)
    rows: list[dict[str, float]] = []
    labels: list[int] = []
    shown = [(source, target, "") for source, target, _ in examples]
    lots = [(pairs, lexicon, [""] * len(pairs)) for pairs, lexicon in clean]
    lots.append((shown, Lexicon.load(), [word for _, _, word in examples]))
    for pairs, lexicon, named in lots:
        for row, label in _told_apart(pairs, named, lexicon, encoder, random):
            rows.append(row)
            labels.append(label)
    return fit(rows, labels)


def _told_apart(pairs: Sequence[Text3], named: Sequence[str], lexicon: Lexicon, encoder: Encoder,
                random: Random) -> Iterator[tuple[dict[str, float], int]]:
    """Features of the swaps on clean pairs (0), and of those that mend a made error (1)."""
    made = [(source, *error, article)
            for (source, target, article), word in zip(pairs, named, strict=True)
            if (error := wrong_sense(source, target, lexicon, random, word))]
    wrong = [(source, target, article) for source, target, _, article in made]
    measured = measured_substitutions([*pairs, *wrong], lexicon, encoder)
    for offers in measured[:len(pairs)]:
        for _, row in offers:
            yield row, 0
    for (_, _, swapped, _), offers in zip(made, measured[len(pairs):], strict=True):
        mending = [row for swap, row in offers if mends(swap, swapped)]
        if all(row["likeness"] <= _SAME for row in mending):
            for row in mending:
                yield row, 1


def measured_substitutions(texts: Sequence[Text3], lexicon: Lexicon, encoder: Encoder,
                           weights: Mapping[str, float] | None = None
                           ) -> list[list[tuple[Substitution, dict[str, float]]]]:
    """For each (source, target, article), the substitutions with their features by name.

    Args:
        weights: leaves out the substitutions that no vector could save.
    """
    found = []
    for start in range(0, len(texts), _BATCH):
        wanted = Texts()
        batch = texts[start:start + _BATCH]
        links = linked_all([text[:2] for text in batch], lexicon, ready())
        plans = [contrast.plan(known, article, lexicon, wanted, weights)
                 for known, (_, _, article) in zip(links, batch, strict=True)]
        likeness = wanted.encoded(encoder)
        found += [[(plan.swap, contrast.features(plan, likeness)) for plan in some]
                  for some in plans]
    return found


def measured_gaps(pairs: Sequence[tuple[str, str]], lexicon: Lexicon, encoder: Encoder
                  ) -> list[list[tuple[Unrendered, dict[str, float]]]]:
    """For each (source, target), the gaps of both sides with their features by name."""
    found = []
    for start in range(0, len(pairs), _BATCH):
        wanted = Texts()
        plans = [undertranslation.plan(known, wanted)
                 for known in linked_all(pairs[start:start + _BATCH], lexicon, ready())]
        likeness = wanted.encoded(encoder)
        found += [[(plan.found, undertranslation.features(plan, likeness)) for plan in some]
                  for some in plans]
    return found


def wrong_sense(source: str, target: str, lexicon: Lexicon,
                random: Random, word: str = "") -> tuple[str, Substitution] | None:
    """The target with one word in another listed sense, and the swap that did it.

    `word` says which word of the source; without it any may be chosen.

    Careless translation takes the common sense where a rare one is meant, so the commoner a
    wrong sense and the rarer the right one, the likelier it is made.
    """
    offered = [swap for swap in substitutions(linked(source, target, lexicon), lexicon)
               if swap.listed and word in ("", swap.source.text)]
    if not offered:
        return None
    weights = [math.sqrt(contrast.sense_share(lexicon, swap.source.lower, swap.away))
               for swap in offered]
    swap = random.choices(offered, weights)[0]
    return target[:swap.start] + swap.put + target[swap.end:], swap


def mends(swap: Substitution, error: Substitution) -> bool:
    """Whether the swap undoes the error: same word, the right sense put back."""
    return (swap.start == error.start and swap.source == error.source
            and (swap.away == error.home or alike(swap.other.target, error.found.target)))


def tune_coverage(pairs: Sequence[tuple[str, str]], lexicon: Lexicon, encoder: Encoder,
                seed: int = 3) -> dict[str, float]:
    """Weights for `undertranslation.features`: dropped phrases against clean pairs."""
    random = Random(seed)
    made = [error for source, target in pairs
            if (error := drop_phrase(source, target, random, 2 if random.random() < 0.3 else 4))]
    measured = measured_gaps([*pairs, *((error.source, error.target) for error in made)],
                             lexicon, encoder)
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
    cut = undertranslation.without(text, start, end)
    place = (first / len(found), last / len(found))
    return Dropped(source if omitted else cut, cut if omitted else target, omitted, place,
                   text[start:end], size)


def finds(loss: Unrendered, error: Dropped) -> bool:
    """Whether the loss is of the right kind and lies about where the phrase was cut."""
    length = len(error.source if error.omitted else error.target)
    return (loss.omitted == error.omitted and loss.start / length < error.place[1] + _EDGE
            and loss.end / length > error.place[0] - _EDGE)


def _phrases(found: Sequence[Token], stop: frozenset[str],
             least: int) -> Iterator[tuple[int, int, int]]:
    """(first, last, content words) of stretches between marks and words that open a phrase."""
    after_mark = {i + 1 for i, word in enumerate(found) if not word.is_word}
    opens = sorted({0} | {i for i, word in enumerate(found)
                          if word.lower in _OPENERS or i in after_mark})
    ends = sorted({*opens, len(found)} | {i - 1 for i in after_mark})
    total = sum(weighs(word, stop) for word in found)
    for first in opens:
        for last in ends:
            size = sum(weighs(word, stop) for word in found[first:last])
            if (first < last < first + len(found) - 3 and found[first].is_word
                    and least <= size <= min(_LONGEST, _MOST_SHARE * total)):
                yield first, last, size
