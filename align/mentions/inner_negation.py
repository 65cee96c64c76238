"""Words that deny by their prefix or ending (unsafe, powerless), affirmed by the target.

"Unsafe" is affirmed where the target has a translation of "safe" with nothing that denies it
before, and none that "unsafe" has of its own (berbahaya).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from align.lexicon import Lexicon, alike
from align.mentions.polarity import Mark, read_polarity
from align.text.en.morphology import lemmas
from align.text.tokens import Token, tokens

_PREFIX = re.compile(r"(?:under|un|in|im|ir|il|dis|non)-?(\w{3,})")
_ENDING = re.compile(r"(\w{3,})less")
_BEFORE = re.compile(r"\bsebelum\b")
LIKELY = 0.04  # share of a word's translations below which one is noise
REACH = 30     # characters before a word in which a denial is about it
APART = 0.35   # share of the sentence by which the places of both words may differ
_LOOSE = frozenset(("like", "even", "til", "able", "order", "regard", "count", "pass", "cover",
                    "action"))


def affirmed(source: str, target: str) -> tuple[Mark, Token] | None:
    """The first denying word of the source that the target affirms, and where."""
    said: set[str] | None = None
    for mark in read_polarity(source, "en"):
        word = source[mark.start:mark.end].lower()
        base = _base(word) if mark.cue == "inner" else ""
        if not base:
            continue
        said = said or {form for token in tokens(source) for form in lemmas(token.lower)}
        affirming, denying = _renderings(word, base)
        if said.isdisjoint(lemmas(base)) and not _any(denying, tokens(target)):
            found = [token for token in tokens(target) if _any(affirming, (token,))]
            if found and not any(_is_denied(target, token) for token in found):
                place = mark.start / len(source)
                token = min(found, key=lambda each: abs(each.start / len(target) - place))
                if abs(token.start / len(target) - place) <= APART:
                    return mark, token
    return None


def _base(word: str) -> str:
    match = _PREFIX.fullmatch(word) or _ENDING.fullmatch(word)
    return match[1] if match and match[1] not in _LOOSE else ""


@lru_cache(maxsize=4096)
def _renderings(word: str, base: str) -> tuple[frozenset[str], frozenset[str]]:
    """Single words that render the base, and those that render only the word that denies it.

    The lexicon may give "bahagia" for unhappy, of "tidak bahagia"; so what renders both affirms.
    """
    lexicon = Lexicon.load()
    affirming = {entry.target for entry in lexicon.entries(base)
                 if entry.p >= LIKELY and " " not in entry.target and len(entry.target) > 3}
    own = {part for entry in lexicon.entries(word) for part in entry.target.split()}
    return frozenset(affirming), frozenset(
        part for part in own if not any(alike(part, other) for other in affirming))


def _any(forms: Iterable[str], words: Iterable[Token]) -> bool:
    return any(alike(form, word.lower) for form in forms for word in words)


def _is_denied(target: str, token: Token) -> bool:
    before = max(0, token.start - REACH)
    return _BEFORE.search(target, before, token.start) is not None or any(
        mark.cue != "possible" and before <= mark.start < token.end
        for mark in read_polarity(target, "id"))
