"""What in an English sentence tells in which sense a word is meant.

A word's sense shows in its company: "one sense per collocation" (Yarowsky 1993). `polysemes.tsv`
gives each sense cues of three shapes, written for this project:

    court      the lemma stands within NEAR words to either side (within CLOSE it counts twice)
    pay _      stands beside the word itself (_), with at most GAP words between; a verb before it
               is met by its participle behind it, too (damages paid)
    =damages   the word has this very form
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from align.lexicon import Sense
from align.text.en.morphology import irregular, lemmas
from align.text.tokens import Token

NEAR = 12   # words to either side in which a lemma counts
CLOSE = 2   # words to either side in which one counts as standing beside the word, too
GAP = 2     # words that may stand between the word and its neighbours in a cue
_SELF = "_"


@dataclass(frozen=True, slots=True)
class Company:
    """How many cues of a sense are met, by their shape."""

    near: int = 0
    beside: int = 0
    form: int = 0

    @property
    def met(self) -> int:
        """All of them; what stands beside a word or is its form tells most."""
        return self.near + 2 * self.beside + 3 * self.form


@dataclass(frozen=True, slots=True)
class _Cues:
    near: frozenset[str]
    beside: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]   # words before, words after
    forms: frozenset[str]


def company(sense: Sense, ours: Sequence[Token], at: int) -> Company:
    """The cues of a sense that the word at `ours[at]` meets in its sentence."""
    cues = _cues(sense.cues)
    first = max(0, at - NEAR)
    around = [forms_of(word.lower) for word in ours[first:at + NEAR + 1]]
    middle = at - first
    apart = around[:middle] + around[middle + 1:]
    # What "file _" says of a suit, "the suit filed on Monday" and "the suit was filed" say too.
    done = frozenset().union(*(forms for forms, word in zip(
        around[middle + 1:], ours[at + 1:at + 2 + GAP], strict=False)
        if word.lower.endswith("ed") or irregular(word.lower)))
    next_to = around[max(0, middle - CLOSE):middle] + around[middle + 1:middle + 1 + CLOSE]
    return Company(
        sum(any(cue in forms for forms in apart) for cue in cues.near),
        sum(any(cue in forms for forms in next_to) for cue in cues.near)
        + sum((_stands(before[::-1], around[:middle][::-1])
               and _stands(after, around[middle + 1:]))
              or (not after and len(before) == 1 and before[0] in done)
              for before, after in cues.beside),
        int(ours[at].lower in cues.forms))


def told(sense: Sense) -> str:
    """What texts on the sense's matter hold: its gloss and the words of its cues."""
    around = (part for cue in sense.cues for part in cue.split()
              if not part.startswith(("=", _SELF)))
    return " ".join(dict.fromkeys([*sense.gloss.split(), *around]))


@lru_cache(maxsize=65536)
def forms_of(key: str) -> frozenset[str]:
    """The word and the lemmas that it may be a form of."""
    return frozenset(lemmas(key))


def _stands(parts: Sequence[str], words: Sequence[frozenset[str]]) -> bool:
    """Whether the parts stand in this order, each at most GAP words after the last."""
    place = 0
    for part in parts:
        found = next((n for n, forms in enumerate(words[place:place + GAP + 1]) if part in forms),
                     None)
        if found is None:
            return False
        place += found + 1
    return True


@lru_cache(maxsize=4096)
def _cues(cues: tuple[str, ...]) -> _Cues:
    beside = []
    for cue in cues:
        parts = cue.split()
        if _SELF in parts:
            middle = parts.index(_SELF)
            beside.append((tuple(parts[:middle]), tuple(parts[middle + 1:])))
    return _Cues(frozenset(cue for cue in cues if " " not in cue and not cue.startswith("=")),
                 tuple(beside), frozenset(cue[1:] for cue in cues if cue.startswith("=")))
