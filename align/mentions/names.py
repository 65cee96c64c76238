"""Text -> the names in it: known ones from the exonym table, and other proper nouns.

A capitalised word that English or Indonesian writes in lower case elsewhere is no name here, so
headlines and first words of sentences do no harm; people called Cook are the price.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from align.mentions import exonyms, numerals
from align.mentions.exonyms import Exonym
from align.text import Language, calendar, folding
from align.text.tokens import Token, tokens
from align.text.vocabulary import is_derived, is_english, is_indonesian

LIKE = 0.74  # likeness of two spellings from which they are one name

_TITLES_AND_SIGNS = """
mr mrs ms dr prof sir lord lady jr sr st inc ltd corp co llc plc gmbh tbk pt cv no vs am pm rev gov
sen rep gen col lt sgt capt maj cmdr tn ny pak bu bapak ibu sdr wib wita wit rp usd idr i tv tvs ok
oke o.k. est edt et gmt bst pdt pst ist utc a.m. p.m. e.g. i.e. ph.d. anda
its it's that's he's she's i'm i've i'll i'd we're we've you're they're there's what's who's don't
can't won't didn't isn't doesn't wasn't aren't couldn't wouldn't shouldn't haven't hasn't let's
here's
"""
_NO_NAME = frozenset((
    *calendar.EVERY_WEEKDAY, *calendar.EVERY_MONTH,
    *numerals.ROMAN, *numerals.ENGLISH_SCALES,
    *_TITLES_AND_SIGNS.split(),
))


# Before a capital these say that a place is named, whatever else its name may mean.
_PLACES = frozenset({
    "Teluk", "Selat", "Danau", "Pulau", "Kepulauan", "Gunung", "Bukit", "Sungai", "Kota", "Desa",
    "Provinsi", "Distrik", "Kabupaten", "Pelabuhan", "Bandara", "Lake", "Mount", "Cape", "Port"})


class Name(NamedTuple):
    """A name at `text[start:end]`.

    `exonyms` are the table's rows for it, none for another proper noun. `sure` is False for known
    names that are also ordinary words (House, Labour).
    """

    text: str
    start: int
    end: int
    exonyms: tuple[Exonym, ...]
    sure: bool


@lru_cache(maxsize=4096)
def read_names(text: str, language: Language) -> tuple[Name, ...]:
    """All names of a text in that language, in order; they do not overlap."""
    stream = tokens(text)
    return tuple(_names(text, stream, language))


def _names(text: str, stream: Sequence[Token], language: Language) -> Iterator[Name]:
    at = 0
    while at < len(stream):
        token = stream[at]
        if not token.text[0].isupper():
            at += 1
            continue
        entries, length = (_english_entry if language == "en" else _indonesian_entry)(stream, at)
        if length:
            last = stream[at + length - 1]
            end = last.start + len(bare(last.text))
            ordinary = all(_is_word(exonym) for exonym in entries)
            yield Name(text[token.start:end], token.start, end, entries, not ordinary)
            at += length
            continue
        word = bare(token.text)
        if len(word) > 1 and word.lower() not in _NO_NAME and (
                not _ordinary(word, language) or _names_a_place(stream, at)):
            yield Name(word, token.start, token.start + len(word), (), True)
        at += 1


def _names_a_place(stream: Sequence[Token], at: int) -> bool:
    """Whether the word before says that a place is named: Teluk Aden, Lake Eyre."""
    return at > 0 and stream[at - 1].text in _PLACES


def _ordinary(word: str, language: Language) -> bool:
    lower = word.lower()
    return is_english(lower) or is_indonesian(lower) or (language == "en" and is_derived(lower))


def _is_word(exonym: Exonym) -> bool:
    """Whether the English name is one ordinary word, and so often no name."""
    return (len(exonym.words) == 1 and not exonym.english.isupper()
            and is_english(exonym.english.lower()))


def bare(word: str) -> str:
    """Without a possessive ending, or the plural one of an acronym."""
    if word[-1] not in "s'’":
        return word
    if word[-1] == "s" and sum(letter.isupper() for letter in word) > 1 and word[-2] != "'":
        return word[:-1]
    for ending in ("'s", "’s", "'", "’"):
        if word.endswith(ending):
            return word[: -len(ending)]
    return word


def _english_entry(stream: Sequence[Token], at: int) -> tuple[tuple[Exonym, ...], int]:
    table = exonyms.by_first_word()
    first = stream[at].text
    for exonym in table.get(first, ()) or table.get(bare(first), ()):
        length = len(exonym.words)
        words = [t.text for t in stream[at:at + length]] or [""]
        if exonym.words in (tuple(words), (*words[:-1], bare(words[-1]))):
            return (exonym,), length
    return (), 0


def _indonesian_entry(stream: Sequence[Token], at: int) -> tuple[tuple[Exonym, ...], int]:
    for form, entries in exonyms.by_form().get(stream[at].text, ()):
        if tuple(t.text for t in stream[at:at + len(form)]) == form:
            return entries, len(form)
    return (), 0


def fold(word: str) -> str:
    """Folded, and without the dots of abbreviations."""
    return folding.fold(word).replace(".", "")


@lru_cache(maxsize=4096)
def folded_words(text: str) -> frozenset[str]:
    """The words of a text, folded, without possessive endings, hyphenated ones also apart."""
    return frozenset(fold(bare(token.text)) for token in tokens(text))


@lru_cache(maxsize=65536)
def alike(one: str, other: str) -> bool:
    """Whether two folded words may be spellings of one name: Johnson's, Johnson; Sergei, Sergey."""
    short, long = sorted((one, other), key=len)
    if len(short) >= 4 and long.startswith(short):
        return True
    if len(short) < 4 or len(short) < LIKE * len(long):
        return False
    one, other = _sound(one), _sound(other)
    return one == other or 1 - distance(one, other) / max(len(one), len(other)) >= LIKE


_SOUNDS = (("kh", "h"), ("sh", "s"), ("sy", "s"), ("ph", "f"), ("ck", "k"), ("zh", "z"), ("y", "i"),
           ("c", "k"), ("q", "k"), ("w", "v"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("dj", "j"))


def _sound(word: str) -> str:
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    return word


def distance(one: str, other: str) -> int:
    """Levenshtein distance."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return row[-1]
