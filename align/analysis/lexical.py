"""How well one word renders another by what is known of both: lexicon, names, figures, spelling."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from align.lexicon import Lexicon
from align.text.en.morphology import lemmas
from align.text.en.stop import STOP as ENGLISH_STOP
from align.text.id.morphology import neutral, roots
from align.text.id.stop import STOP as INDONESIAN_STOP
from align.text.tokens import Token, is_content, words

Matrix = npt.NDArray[np.float64]

_LIKELY = 0.6
_VOICE, _ROOT, _PHRASE, PART = 0.95, 0.75, 0.8, 0.65
_COUNTED = {      # ordinals, which dictionaries leave out
    "third": "ketiga", "fourth": "keempat", "fifth": "kelima", "sixth": "keenam",
    "seventh": "ketujuh", "eighth": "kedelapan", "ninth": "kesembilan", "tenth": "kesepuluh",
    "eleventh": "kesebelas", "twelfth": "kedua belas",
}
_FUNCTION = {      # frequent function words worth linking, for phrases and order
    "and": "dan serta", "or": "atau", "not": "tidak bukan tak jangan belum", "in": "di dalam pada",
    "at": "di pada", "on": "pada di tentang", "to": "ke untuk kepada", "from": "dari", "of": "dari",
    "for": "untuk bagi selama", "with": "dengan", "by": "oleh", "that": "bahwa yang itu",
    "this": "ini", "these": "ini", "those": "itu", "who": "yang siapa", "which": "yang",
    "i": "saya aku", "we": "kami kita", "you": "anda kamu", "he": "dia ia", "she": "dia ia",
    "they": "mereka", "it": "itu ini", "his": "nya dia", "their": "mereka", "our": "kami kita",
    "my": "saya ku", "but": "tetapi tapi namun", "if": "jika kalau", "when": "ketika saat kapan",
    "because": "karena sebab", "will": "akan", "would": "akan", "can": "bisa dapat",
    "could": "bisa dapat", "may": "mungkin", "might": "mungkin", "must": "harus",
    "should": "harus sebaiknya", "is": "adalah", "no": "tidak tak", "all": "semua seluruh",
    "some": "beberapa", "many": "banyak", "more": "lebih", "most": "paling sebagian",
    "about": "tentang sekitar mengenai", "after": "setelah usai", "before": "sebelum",
    "than": "daripada dari", "as": "sebagai seperti", "also": "juga", "only": "hanya",
    "was": "adalah", "be": "menjadi", "me": "saya aku", "what": "apa", "how": "bagaimana berapa",
}
_RENDERED = {word: frozenset(rendered.split()) for word, rendered in _FUNCTION.items()}
SHORT = 3  # letters of a word that is too short to be known by its spelling
START = 3  # letters that two spellings of one word begin with


def strengths(source: Sequence[Token], target: Sequence[Token], lexicon: Lexicon) -> Matrix:
    """How well each target word renders each source word, 0 to 1, float64 (source, target).

    Args:
        source: `words(text)`.
        target: `words(text, doubling=True)`.
    """
    others = [_Other.of(word) for word in target]
    parts = _phrases(source, lexicon)
    found = np.zeros((len(source), len(target)))
    for row, word, phrase in zip(found, source, parts, strict=True):
        row[:] = _row(word, others, lexicon)
        for j, other in enumerate(target) if phrase else ():
            if other.lower in phrase:
                row[j] = max(row[j], _PHRASE)
    return found


def rendered_share(phrase: str, text: str, lexicon: Lexicon, *, english: bool) -> float:
    """Share of the phrase's content words and figures that some word of the text may render.

    Args:
        english: whether the phrase is English and the text Indonesian, or the reverse.
    """
    ours = words(phrase, doubling=not english)
    theirs = words(text, doubling=english)
    stop = ENGLISH_STOP if english else INDONESIAN_STOP
    weighty = [w for w in ours if w.text[0].isdigit() or is_content(w, stop)]
    met = sum(any(_likely(a, b, lexicon) if english else _likely(b, a, lexicon) for b in theirs)
              for a in weighty)
    return met / len(weighty) if weighty else 0.0


def _likely(source: Token, target: Token, lexicon: Lexicon) -> bool:
    return _row(source, [_Other.of(target)], lexicon)[0] > _LIKELY


class _Other(NamedTuple):
    """A target word, and what of it is held against a source word."""

    word: Token
    exact: str
    voiced: str           # its neutral form, as it stands in a profile
    related: Sequence[str]  # its roots, as they stand in a profile; none of a function word's
    start: str            # the first letters of its spelling, empty if it is too short for a loan

    @classmethod
    def of(cls, word: Token) -> _Other:
        exact, voiced, related = _forms(word.lower)
        return cls(word, exact, voiced, related,
                   _respell(exact)[:START] if len(word.text) > SHORT else "")


def _phrases(source: Sequence[Token], lexicon: Lexicon) -> list[set[str]]:
    """For each source word, the words that render a two-word phrase it belongs to."""
    found: list[set[str]] = [set() for _ in source]
    for i in range(len(source) - 1):
        phrase = source[i].lower + " " + source[i + 1].lower
        if phrase in lexicon.rows:
            parts = {part for entry in lexicon.entries(phrase) for part in entry.target.split()}
            found[i] |= parts - INDONESIAN_STOP
            found[i + 1] |= parts - INDONESIAN_STOP
    return found


def _row(word: Token, others: Sequence[_Other], lexicon: Lexicon) -> list[float]:
    """How well each of the others renders a source word, 0 to 1."""
    if not word.is_word:
        return [_figures(word.text, other.word.text) for other in others]
    if word.lower in _RENDERED:
        rendered = _RENDERED[word.lower]
        return [1.0 if other.exact == word.lower else _counted(word, other)
                or (0.55 if other.exact in rendered else 0.0)
                if other.word.is_word else _figures(word.text, other.word.text)
                for other in others]
    profile = _profile(word.lower, lexicon)
    start = (_respell(word.lower)[:START]
             if len(word.text) > SHORT and word.lower not in ENGLISH_STOP else "-")
    return [(1.0 if other.exact == word.lower else _counted(word, other)
             or _known(other, profile)
             or (_spelling(word.lower, other.exact,
                           word.text[0].isupper() and other.word.text[0].isupper())
                 if other.start == start else 0.0))
            if other.word.is_word else _figures(word.text, other.word.text)
            for other in others]


def _counted(word: Token, other: _Other) -> float:
    return 0.9 if other.exact == _COUNTED.get(word.lower) else 0.0


def _known(other: _Other, profile: Mapping[str, float]) -> float:
    """What a profile has for a word: as it stands, in another voice, of the same root."""
    best = max(profile.get(other.exact, 0.0), profile.get(other.voiced, 0.0) * _VOICE)
    for root in other.related:
        best = max(best, profile.get(root, 0.0) * _ROOT)
    return best


def _figures(one: str, other: str) -> float:
    if one == other:
        return 1.0 if one[0].isdigit() else 0.4
    if one[0].isdigit() and other[0].isdigit():
        plain = one.replace(",", "").replace(".", "") == other.replace(",", "").replace(".", "")
        return 0.95 if plain else 0.0
    return 0.0


@lru_cache(maxsize=65536)
def _forms(key: str) -> tuple[str, str, tuple[str, ...]]:
    related = () if key in INDONESIAN_STOP else tuple(f"~{root}" for root in sorted(roots(key)))
    return key, f"={neutral(key)}", related


@lru_cache(maxsize=50_000)
def _profile(key: str, lexicon: Lexicon) -> dict[str, float]:
    """Surface, =neutral and ~root keys of all translations → strength by probability.

    A lexicon is compared by identity, so each has entries of its own.
    """
    profile: dict[str, float] = {}

    def raise_to(name: str, strength: float) -> None:
        profile[name] = max(profile.get(name, 0.0), strength)

    for entry in lexicon.entries(key):
        trust = 0.62 + 0.38 * min(1.0, entry.p * 4)
        parts = [part for part in entry.target.split() if part not in INDONESIAN_STOP]
        share = 1.0 if len(parts) == 1 else PART + 0.1
        for part in parts:
            raise_to(part, trust * share)
            raise_to("=" + neutral(part), trust * share)
            for root in roots(part):
                raise_to("~" + root, trust * share)
    for form in lemmas(key):  # borrowed words and names keep their spelling
        raise_to(form, 0.9)
    return profile


@lru_cache(maxsize=262144)
def _spelling(one: str, other: str, names: bool) -> float:
    """Likeness of two spellings for loans and names (Australian ~ Australia); 0 below use.

    Loans are told by their common start and shared letter pairs, after Indonesian spelling.
    """
    first, second = _respell(one), _respell(other)
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    pairs_one = {first[k:k + 2] for k in range(len(first) - 1)}
    pairs_two = {second[k:k + 2] for k in range(len(second) - 1)}
    dice = 2 * len(pairs_one & pairs_two) / (len(pairs_one) + len(pairs_two))
    enough = start >= START and (dice >= 0.5 if names else dice >= 0.55 and start >= 4)
    return 0.45 + 0.5 * dice if enough else 0.0


_RESPELLED = (
    *((2 * letter, letter) for letter in "lsmntpfb"), ("ph", "f"), ("tion", "si"), ("sion", "si"),
    ("ck", "k"), ("ch", "k"), ("th", "t"), ("qu", "ku"), ("x", "ks"), ("ity", "itas"),
    ("ism", "isme"), ("y", "i"), ("cc", "ks"), ("ce", "se"), ("ci", "si"), ("c", "k"), ("v", "f"),
    ("ee", "e"), ("oo", "u"))


@lru_cache(maxsize=65536)
def _respell(word: str) -> str:
    for old, new in _RESPELLED:
        word = word.replace(old, new)
    return word
