"""What a rewrite carries over without translation: names and numbers, as words of an index.

No translation software: a name or a number reads the same in both languages once letters are
folded, and for the names that do not, the table of exonyms gives the English one beside it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from align.mentions.exonyms import by_form
from align.mentions.names import read_names
from align.text.folding import index_words
from align.text.tokens import tokens


@dataclass(frozen=True, slots=True)
class Marks:
    """Folded words of names and numbers to their weights.

    A word's weight is its inverse document frequency, log(1 + articles / articles with it). A
    capitalised word that stands in no article has none, unless it is surely a name: then it counts
    as if it stood in one, against all articles alike.
    """

    names: Mapping[str, float]
    numbers: Mapping[str, float]
    held: frozenset[str] = frozenset()  # those that stand in some article

    def rarest(self, count: int) -> list[str]:
        """The words that say most of those that stand in some article, best first."""
        both = {**self.names, **self.numbers}
        return sorted(self.held, key=lambda word: (-both[word], word))[:count]


def marks(sentences: Iterable[str], articles: int, frequency: Callable[[str], int]) -> Marks:
    """The marks of a rewrite's sentences, weighed by a store of that many articles."""
    sentences = list(sentences)
    sure = {word for sentence in sentences for word in _surely(sentence)}
    words = sure.union(*map(_candidates, sentences))
    found = {word: frequency(word) for word in sorted(words)}
    weights = {word: math.log(1 + articles / max(often, 1))
               for word, often in found.items() if often or word in sure}
    return Marks({word: weight for word, weight in weights.items() if not word[0].isdigit()},
                 {word: weight for word, weight in weights.items() if word[0].isdigit()},
                 frozenset(word for word, often in found.items() if often))


def share(weights: Mapping[str, float], words: frozenset[str], nothing: float) -> float:
    """How much of the weight stands in `words`, 0..1; `nothing` if there is no weight at all."""
    whole = sum(weights.values())
    if not whole:
        return nothing
    return sum(weight for word, weight in weights.items() if word in words) / whole


def _surely(sentence: str) -> Iterable[str]:
    """Words of names that read the same in English, and numbers, folded."""
    for name in read_names(sentence, "id"):
        if name.sure and not name.exonyms:
            yield from index_words(name.text)
    yield from (word for word in index_words(sentence) if word[0].isdigit())


def _candidates(sentence: str) -> Iterable[str]:
    """Capitalised words and digits, folded, and the English of Indonesian names."""
    words = [token.text for token in tokens(sentence)]
    for at, word in enumerate(words):
        if not (word[0].isupper() or word[0].isdigit()):
            continue
        yield from index_words(word)
        for form, exonyms in by_form().get(word, ()):
            if tuple(words[at:at + len(form)]) == form:
                for exonym in exonyms:
                    yield from index_words(exonym.english)
