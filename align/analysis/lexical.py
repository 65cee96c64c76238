"""How well one word renders another by what is known of both: lexicon, names, figures, spelling."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
_RENDERED = {word: frozenset(rendered.split()) for word, rendered in _FUNCTION.items()}
SHORT = 3  # letters of a word that is too short to be known by its spelling
START = 3  # letters that two spellings of one word begin with


def strengths(source: Sequence[Token], target: Sequence[Token], lexicon: Lexicon) -> Matrix:
    """How well each target word renders each source word, 0 to 1, float64 (source, target).

    Args:
        source: `words(text)`.
        target: `words(text, doubling=True)`.
    """
    found = np.zeros((len(source), len(target)))
    columns = _Columns(target)
    parts = _phrases(source, lexicon)
    for row, word, phrase in zip(found, source, parts, strict=True):
        for j, strength in columns.rendering(word, lexicon).items():
            row[j] = strength
        for part in phrase:
            for j in columns.exact.get(part, ()):
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
    if english:
        columns = _Columns(theirs)
        met = {at for at, word in enumerate(weighty)
               if max(columns.rendering(word, lexicon).values(), default=0.0) > _LIKELY}
    else:
        columns = _Columns(weighty)
        met = {at for word in theirs for at, strength in columns.rendering(word, lexicon).items()
               if strength > _LIKELY}
    return len(met) / len(weighty) if weighty else 0.0


class _Columns:
    """The target words of a pair, found by all that a source word may know them by.

    `exact` has the places of each word; `_keys` of what a profile has (its voice and roots too),
    with how much that counts; `_starts` of the first letters of what may be a loan or a name.
    """

    def __init__(self, target: Sequence[Token]) -> None:
        self._target = target
        self._figures = [j for j, word in enumerate(target) if not word.is_word]
        self.exact: dict[str, list[int]] = {}
        self._keys: dict[str, list[tuple[int, float]]] = {}
        self._starts: dict[str, list[int]] = {}
        for j, word in enumerate(target):
            self.exact.setdefault(word.lower, []).append(j)
            if not word.is_word:
                continue
            for key, counts in _forms(word.lower):
                self._keys.setdefault(key, []).append((j, counts))
            if len(word.text) > SHORT:
                self._starts.setdefault(_respell(word.lower)[:START], []).append(j)

    def rendering(self, word: Token, lexicon: Lexicon) -> dict[int, float]:
        """How well each target word renders a source word, above 0 to 1, by its place."""
        if not word.is_word:
            found = {j: _figures(word.text, self._target[j].text) for j in self._figures}
            return {j: strength for j, strength in found.items() if strength}
        if word.lower in _RENDERED:
            found = {j: 0.55 for each in _RENDERED[word.lower] for j in self.exact.get(each, ())}
        else:
            found = self._known(_profile(word.lower, lexicon))
            self._spelled(word, found)
        found |= dict.fromkeys(self.exact.get(_COUNTED.get(word.lower, ""), ()), 0.9)
        return found | dict.fromkeys(self.exact.get(word.lower, ()), 1.0)

    def _known(self, profile: Mapping[str, float]) -> dict[int, float]:
        found: dict[int, float] = {}
        for key in self._keys.keys() & profile.keys():
            for j, counts in self._keys[key]:
                found[j] = max(found.get(j, 0.0), profile[key] * counts)
        return found

    def _spelled(self, word: Token, found: dict[int, float]) -> None:
        """Loans and names among what is not known yet, into `found`."""
        if len(word.text) <= SHORT or word.lower in ENGLISH_STOP:
            return
        for j in self._starts.get(_respell(word.lower)[:START], ()):
            other = self._target[j]
            if j not in found and (strength := _spelling(
                    word.lower, other.lower, word.text[0].isupper() and other.text[0].isupper())):
                found[j] = strength


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


def _figures(one: str, other: str) -> float:
    if one == other:
        return 1.0 if one[0].isdigit() else 0.4
    if one[0].isdigit() and other[0].isdigit():
        plain = one.replace(",", "").replace(".", "") == other.replace(",", "").replace(".", "")
        return 0.95 if plain else 0.0
    return 0.0


@lru_cache(maxsize=65536)
def _forms(key: str) -> tuple[tuple[str, float], ...]:
    """What a profile may know a target word by, and how much that counts."""
    related = () if key in INDONESIAN_STOP else roots(key)
    return ((key, 1.0), (f"={neutral(key)}", _VOICE), *((f"~{root}", _ROOT) for root in related))


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
