"""How well one word renders another by what is known of both: lexicon, names, figures, spelling."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

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


def strengths(source: Sequence[Token], target: Sequence[Token], lexicon: Lexicon) -> Matrix:
    """How well each target word renders each source word, 0 to 1, float64 (source, target).

    Args:
        source: `words(text)`.
        target: `words(text, doubling=True)`.
    """
    forms = [_forms(word.lower) for word in target]
    parts = _phrases(source, lexicon)
    return np.array([[max(_strength(word, other, forms[j], lexicon),
                          _PHRASE if other.lower in parts[i] else 0.0)
                      for j, other in enumerate(target)] for i, word in enumerate(source)],
                    float).reshape(len(source), len(target))


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
    return _strength(source, target, _forms(target.lower), lexicon) > _LIKELY


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


def _strength(word: Token, other: Token, forms: tuple[str, str, frozenset[str]],
              lexicon: Lexicon) -> float:
    if not word.is_word or not other.is_word:
        return _figures(word.text, other.text)
    same = 1.0 if word.lower == other.lower else 0.0
    if same:
        return same
    exact, voiced, related = forms
    if exact == _COUNTED.get(word.lower):
        return 0.9
    if word.lower in _FUNCTION:
        return 0.55 if exact in _FUNCTION[word.lower].split() else 0.0
    profile = _profile(word.lower, lexicon)
    best = max(profile.get(exact, 0.0), profile.get("=" + voiced, 0.0) * _VOICE)
    if exact not in INDONESIAN_STOP:
        for root in related:
            best = max(best, profile.get("~" + root, 0.0) * _ROOT)
    if best:
        return best
    if len(word.text) > 3 and len(other.text) > 3 and word.lower not in ENGLISH_STOP:
        return _spelling(word.lower, exact, word.text[0].isupper() and other.text[0].isupper())
    return 0.0


def _figures(one: str, other: str) -> float:
    if one == other:
        return 1.0 if one[0].isdigit() else 0.4
    if one[0].isdigit() and other[0].isdigit():
        plain = one.replace(",", "").replace(".", "") == other.replace(",", "").replace(".", "")
        return 0.95 if plain else 0.0
    return 0.0


@lru_cache(maxsize=65536)
def _forms(key: str) -> tuple[str, str, frozenset[str]]:
    return key, neutral(key), roots(key)


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
    enough = start >= 3 and (dice >= 0.5 if names else dice >= 0.55 and start >= 4)
    return 0.45 + 0.5 * dice if enough else 0.0


_RESPELLED = (
    *((2 * letter, letter) for letter in "lsmntpfb"), ("ph", "f"), ("tion", "si"), ("sion", "si"),
    ("ck", "k"), ("ch", "k"), ("th", "t"), ("qu", "ku"), ("x", "ks"), ("ity", "itas"),
    ("ism", "isme"), ("y", "i"), ("cc", "ks"), ("ce", "se"), ("ci", "si"), ("c", "k"), ("v", "f"),
    ("ee", "e"), ("oo", "u"))


def _respell(word: str) -> str:
    for old, new in _RESPELLED:
        word = word.replace(old, new)
    return word
