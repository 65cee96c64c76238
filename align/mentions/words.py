"""Text -> words: the one tokeniser that all exact readers share, and what kind a word is.

The vocabulary (`models/vocabulary.tsv.gz`) says of a lower-cased word whether English or Indonesian
writes it in lower case as a rule, which makes it an ordinary word and no name.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from align import models

_WORD = re.compile(
    r"\d+(?:[.,:/]\d+)*"  # 12.000, 1/2, 17:30, 14/1/2021
    r"|(?:[A-Za-z]\.){2,}"  # U.S., a.m.
    r"|[^\W\d_]+(?:'[^\W\d_]+)*"  # words, n't and 's kept on
    r"|[$€£¥%°½¼¾⅓⅔]"
)


class Token(NamedTuple):
    """A word, number or sign of a text: `text[start:end]`, in code points."""

    text: str
    lower: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """All words, numbers and currency or percent signs of a text, in order."""
    straight = text.replace("’", "'")
    return tuple([
        Token(word := match.group(), word.lower(), match.start(), match.end())
        for match in _WORD.finditer(straight)
    ])


@lru_cache(maxsize=4096)
def lower_words(text: str) -> frozenset[str]:
    """The words of a text in lower case, each also without an Indonesian -nya, to ask quickly."""
    plain = {token.lower for token in tokens(text)}
    return frozenset(plain | {word[:-3] for word in plain if word.endswith("nya")})


@cache
def _vocabulary() -> dict[str, str]:
    return dict(line.split("\t") for line in models.table("vocabulary").splitlines())


def is_english(word: str) -> bool:
    """Whether a lower-cased word is an ordinary English one (not a name)."""
    return _vocabulary().get(word, "") in ("e", "w", "b")


def is_plain_english(word: str) -> bool:
    """Whether a lower-cased word is English that no Indonesian text takes over as a term."""
    return _vocabulary().get(word, "") == "e" or (word not in _vocabulary() and is_derived(word))


_ENDINGS = ("s", "es", "ed", "ing", "er", "ers", "ly", "d")


@lru_cache(maxsize=65536)
def is_derived(word: str) -> bool:
    """Whether a lower-cased word is an ordinary English one with an ending: hikers, mauled."""
    return any(
        word.endswith(ending) and any(
            is_english(word[: -len(ending)] + more) for more in ("", "e"))
        for ending in _ENDINGS if len(word) >= len(ending) + 3)


def is_indonesian(word: str) -> bool:
    """Whether a lower-cased word is Indonesian, or English that Indonesian has taken in."""
    return _vocabulary().get(word, "") in ("i", "b") or stem(word) is not None


# Affixes of Indonesian, longest first; a stem must itself be in the vocabulary.
_PREFIXES = ("memper", "diper", "menge", "penge", "meng", "meny", "mem", "men", "peng", "peny",
             "pem", "pen", "ber", "ter", "per", "me", "di", "ke", "se", "pe", "ku", "kau")
_SUFFIXES = ("kannya", "annya", "inya", "nya", "kan", "an", "i", "ku", "mu", "lah", "kah", "pun")
# A nasal prefix swallows the first consonant of its stem: meny-apu from sapu.
_SWALLOWED = {"meny": "s", "peny": "s", "mem": "p", "pem": "p", "men": "t", "pen": "t",
              "meng": "k", "peng": "k"}


@lru_cache(maxsize=65536)
def stem(word: str) -> str | None:
    """The Indonesian stem that a derived word is made of, or None if no known one is."""
    known = _vocabulary()
    for suffix in ("", *_SUFFIXES):
        if suffix and not word.endswith(suffix):
            continue
        body = word[: len(word) - len(suffix)] if suffix else word
        for prefix in ("", *_PREFIXES):
            if not (prefix or suffix) or not body.startswith(prefix):
                continue
            rest = body[len(prefix):]
            for candidate in (rest, _SWALLOWED.get(prefix, "") + rest):
                if len(candidate) >= 4 and known.get(candidate) in ("i", "b"):
                    return candidate
    return None
