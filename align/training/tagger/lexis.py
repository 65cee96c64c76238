"""Which word renders which: word alignment over the parallel data, joined with a bilingual lexicon.

Made errors need it: to know what a word was translated as, what else it could have been
translated as, and whether that would be another sense or only another word for it.
Alignment is IBM model 1 (Brown et al. 1993) in both directions, multiplied, with a liking for the
diagonal; senses are told apart by the other words they share on the opposite side (pivoting).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from align.text.en.morphology import lemmas
from align.text.id.morphology import kin
from align.text.tokens import Token, compounds
from align.training.model1 import translations

Table = Mapping[str, Mapping[str, float]]

OFTEN = 8  # sightings that let a noisy lexicon's word be a likely rendering
DIAGONAL = 3.0  # e-folding per whole sentence length off the diagonal
LEAST = 4e-3  # product of both directions below which two words are not linked


def words(text: str) -> tuple[Token, ...]:
    """Words and numbers of a text, in order; hyphenated forms are one word."""
    return tuple(token for token in compounds(text) if token.text[0].isalnum())


@dataclass(frozen=True, eq=False)  # compared by identity: caches hang on it
class Lexis:
    """What the parallel data and a lexicon know of words, all in lower case.

    `forward[source][target]` and `backward[target][source]` are probabilities; `dictionary` maps a
    source word to its translations; `thesaurus` maps a target word to source words by any lexicon,
    noisy ones too; `seen_*` count how often each word occurs.
    """

    forward: Table
    backward: Table
    dictionary: Mapping[str, tuple[str, ...]]
    thesaurus: Mapping[str, frozenset[str]]
    seen_source: Mapping[str, int]
    seen_target: Mapping[str, int]

    def renderings(self, source: str) -> tuple[str, ...]:
        """Translations of a source word in any of its forms, from the lexicon, likeliest first."""
        for form in lemmas(source):
            if form in self.dictionary:
                return self.dictionary[form]
        return ()

    @cached_property
    def pivots(self) -> Mapping[str, frozenset[str]]:
        """For each target word the source words it may stand for."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for target, sources in self.thesaurus.items():
            found[target].update(sources)
        for source, targets in self.dictionary.items():
            for target in targets:
                found[target].add(source)
        for target, chances in self.backward.items():
            found[target].update(form for source, p in chances.items() if p >= 0.1
                                 for form in lemmas(source)[:2])
        return {target: frozenset(sources) for target, sources in found.items()}

    def same_sense(self, one: str, other: str, source: str) -> bool:
        """Whether two renderings of `source` also share another source word, or a root."""
        apart = set(lemmas(source))
        shared = (self.pivots.get(one, frozenset()) & self.pivots.get(other, frozenset())) - apart
        return bool(shared) or kin(one, other)

    def links(self, source: Sequence[Token], target: Sequence[Token]) -> frozenset[tuple[int, int]]:
        """Word alignment of a pair: (source index, target index), each best for both sides."""
        if not source or not target:
            return frozenset()
        value = np.zeros((len(source), len(target)))
        for i, s in enumerate(source):
            row = self.forward.get(s.lower, {})
            for j, t in enumerate(target):
                same = 0.3 if s.lower == t.lower else 0.0
                both = row.get(t.lower, 0.0) * self.backward.get(t.lower, {}).get(s.lower, 0.0)
                if same or both:
                    value[i, j] = max(same, both) * np.exp(
                        -DIAGONAL * abs(i / len(source) - j / len(target)))
        best_row, best_column = value.max(1, keepdims=True), value.max(0, keepdims=True)
        mutual = (value >= LEAST) & (value >= 0.6 * best_row) & (value >= 0.6 * best_column)
        return frozenset((int(i), int(j)) for i, j in np.argwhere(mutual))


# ----------------------------------------------------------------------------------- learning


def learn(pairs: Sequence[tuple[str, str]], lexicon: Iterable[tuple[str, str]],
          noisy: Iterable[tuple[str, str]] = ()) -> Lexis:
    """Word tables from sentence pairs, with the lexicon's entries as further tiny pairs.

    `noisy` entries only widen what may be a synonym, and give senses for words often seen.
    """
    entries = [(s.lower(), t.lower()) for s, t in lexicon]
    sides = [([w.lower for w in words(s)], [w.lower for w in words(t)])
             for s, t in (*pairs, *entries)]
    sides = [(s, t) for s, t in sides if s and t]
    seen_source = Counter(w for s, _ in sides[:len(pairs)] for w in s)
    seen_target = Counter(w for _, t in sides[:len(pairs)] for w in t)
    forward = translations(sides)
    backward = translations([(t, s) for s, t in sides])
    dictionary: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for source, target in entries:
        if " " not in source and " " not in target:
            dictionary[source][target] = seen_target[target]
    for source, targets in forward.items():
        for target, p in targets.items():
            back = backward.get(target, {}).get(source, 0.0)
            if p >= 0.08 and back >= 0.08 and seen_target[target] >= 3 and seen_source[source] >= 3:
                dictionary[source][target] = seen_target[target]
    thesaurus: defaultdict[str, set[str]] = defaultdict(set)
    for source, target in noisy:
        thesaurus[target.lower()].add(source.lower())
        if seen_target[target.lower()] >= OFTEN and " " not in source:
            dictionary[source.lower()].setdefault(target.lower(), -1 / seen_target[target.lower()])
    ranked = {source: _ranked(targets, forward.get(source, {}))
              for source, targets in dictionary.items()}
    return Lexis(forward, backward, ranked, {t: frozenset(s) for t, s in thesaurus.items()},
                 seen_source, seen_target)


def _ranked(counts: Mapping[str, float], chances: Mapping[str, float]) -> tuple[str, ...]:
    # First as the parallel data has it, then the clean lexicon by how common, then the noisy one.
    return tuple(sorted(counts, key=lambda t: (-chances.get(t, 0.0), -counts[t], t)))
