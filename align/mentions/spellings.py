"""Whether two words are spellings of one name, and not two names.

A name written in letters of another script has several fair spellings (Rouhani, Rowhani; Sergei,
Sergey; Mohammed, Muhammad), which sound alike. Names that sound otherwise are others, however few
letters they differ in (Keller, Heller; Harlow, Barlow).
"""

from __future__ import annotations

import re
from functools import lru_cache

# Letters that transliterations choose between, each mapped to one sound, in order.
_SOUNDS = (
    ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("shch", "s"), ("kh", "h"), ("gh", "g"),
    ("sh", "s"), ("sy", "s"), ("ts", "z"), ("dz", "z"), ("tz", "z"), ("th", "t"), ("dh", "d"),
    ("ph", "f"), ("ck", "k"), ("zh", "j"), ("dj", "j"), ("tj", "c"), ("cht", "ht"), ("ch", "c"),
    ("ks", "x"), ("ae", "i"), ("oe", "u"), ("ou", "u"), ("ow", "u"), ("oo", "u"), ("aw", "au"),
    ("ee", "i"), ("ie", "i"), ("ei", "i"), ("ey", "i"), ("ij", "i"), ("iy", "i"), ("yy", "i"),
    ("ai", "i"), ("ay", "i"), ("y", "i"), ("c", "k"), ("q", "k"), ("w", "v"),
)
_DOUBLE = re.compile(r"(.)\1+")
_LAX = str.maketrans({"e": "i", "o": "u"})  # vowels that are heard alike when not stressed
# What one language adds to the name of the other: Basra, Basrah; Sovyetnya.
_ENDINGS = ("nya", "s", "h", "an", "n", "ian", "i", "in", "ese", "is", "isme", "ism", "ic")
_LONG = 7  # letters of a name of which an inner vowel may differ
_LEAST = 4  # letters of a name whose spelling may vary


@lru_cache(maxsize=65536)
def alike(one: str, other: str) -> bool:
    """Whether two folded words may be spellings of one name, or forms of it."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < _LEAST:
        return False
    if long.startswith(short) and long[len(short):] in _ENDINGS:
        return True
    if short in long and long.startswith(("al", "el", "as", "ad", "ar", "an", "ash")) and (
            long.endswith(short)):  # Sadr, Assadr
        return True
    first, second = _sound(short), _sound(long)
    return first == second or first.removesuffix("h") == second.removesuffix("h") or (
        len(short) >= _LONG and _one_vowel(first, second))


@lru_cache(maxsize=65536)
def _sound(word: str) -> str:
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    word = _DOUBLE.sub(r"\1", word)
    if word.endswith("st"):  # Methodist, Metodis
        word = word[:-1]
    if word.endswith("eh"):
        word = word[:-2] + "ah"
    # The last vowel is heard, those before it less so.
    return word[:1].translate(_LAX) + word[1:-1].translate(_LAX).replace("h", "") + word[-1:]


def _one_vowel(one: str, other: str) -> bool:
    """Whether long words differ in one inner vowel: Mohammed, Muhammad; Abdullah, Abdallah."""
    if len(one) != len(other):
        return False
    differ = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(differ) == 1 and set(differ[0]) <= {"a", "i", "u"} and one[-1] == other[-1]
