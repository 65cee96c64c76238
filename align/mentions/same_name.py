"""Whether a name of one side is said by the other: kept, as an exonym, an acronym, a spelling."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from align.mentions.names import Name, fold, folded_words
from align.mentions.spellings import alike
from align.text.tokens import tokens

_ADDED = r"nya|'?s|ns?|is?"  # to a name: Rusianya, Canada's, Austrian, Pakistani
MANY = 400  # words of a text from which spellings are compared by their first letters only


def told(name: Name, target: str) -> bool:
    """Whether an Indonesian text has a name of the source in one of its forms."""
    words = folded_words(target)
    own = fold(name.text)
    if own in words or (" " in own and own in fold(target)):
        return True
    if any(_contains(target, form) or (" " not in form and spelled(fold(form), words))
           for exonym in name.exonyms for form in exonym.forms):
        return True
    return not name.exonyms and (spelled(own, words) or _initials(own, target))


def known(name: Name, source: str, names: Sequence[Name]) -> bool:
    """Whether an English text, whose names are given, has a name of the target in its forms."""
    own = fold(name.text)
    words = folded_words(source)
    if own in words or (" " in own and own in fold(source)):
        return True
    if any(meant in f" {source.lower()} " for meant in _abbreviated().get(name.text, ())):
        return True
    forms = [form for other in names for exonym in other.exonyms for form in exonym.forms]
    if any(name.text == form or (len(name.text) > 3 and name.text in form.split())
           or f" {form} " in f" {name.text} " for form in forms):
        return True
    if name.exonyms:
        if any(exonym in name.exonyms for other in names for exonym in other.exonyms):
            return True
        return any(_contains(source, exonym.english) for exonym in name.exonyms)
    return (spelled(own, words) or _initials(own, source)
            or spelled(own, frozenset(fold(form) for form in forms)))


def abbreviates(text: str) -> bool:
    """Whether a word is an abbreviation of offices and things, such as Pemprov and Puskesmas."""
    return text in _abbreviated()


def spelled(own: str, words: frozenset[str]) -> bool:
    """Whether one of the folded words may be a spelling of the folded name."""
    if len(words) > MANY:
        return any(word.startswith(own[:4]) for word in words)
    return any(alike(own, word) for word in words)


@cache
def _abbreviated() -> dict[str, tuple[str, ...]]:
    """Indonesian abbreviations that are no names, and what they are in English, lower case."""
    text = files("align.mentions").joinpath("abbreviations.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {short: tuple(meant.split("|")) for short, meant in rows}


def _contains(text: str, form: str) -> bool:
    """Whether a form stands in the text, short acronyms in their own case, others in any."""
    if len(form) <= 4 and form.isupper():
        return re.search(rf"\b{re.escape(form)}(?!\w)", text) is not None
    return re.search(rf"(?<!\w){re.escape(fold(form))}(?:{_ADDED})?(?!\w)", fold(text)) is not None


def _initials(acronym: str, text: str) -> bool:
    """Whether the text spells an acronym out, in order: UMKM, LSU."""
    if not 2 <= len(acronym) <= 6 or not acronym.isalpha():
        return False
    letters = "".join(token.lower[0] for token in tokens(text) if token.text[0].isupper())
    return acronym in letters or acronym in "".join(t.lower[0] for t in tokens(text))
