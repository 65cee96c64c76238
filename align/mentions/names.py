"""Text -> the names in it: known ones from the exonym table, and other proper nouns.

A capital says little where a sentence opens or a headline has capitals all over; there an ordinary
word is no name. Inside an English sentence a capitalised word is a name unless it is ordinary
English, whatever it means in Indonesian (Bekasi, Budi). Indonesian writes offices and titles with
capitals too, so that an ordinary word is only a possible name there: `read_possible_names`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from align.lexicon import Lexicon
from align.mentions import exonyms, numerals
from align.mentions.exonyms import Exonym
from align.text import Language, calendar, folding
from align.text.en.morphology import lemmas
from align.text.en.stop import STOP as ENGLISH_STOP
from align.text.id.stop import STOP as INDONESIAN_STOP
from align.text.tokens import Token, tokens
from align.text.vocabulary import is_derived, is_english, is_indonesian

_TITLES_AND_SIGNS = """
mr mrs ms dr prof sir lord lady jr sr st inc ltd corp co llc plc gmbh tbk pt cv no vs am pm rev gov
sen rep gen col lt sgt capt maj cmdr tn ny pak bu bapak ibu sdr wib wita wit rp usd idr i tv tvs ok
oke o.k. est edt et gmt bst pdt pst ist utc a.m. p.m. e.g. i.e. ph.d. anda
its it's that's he's she's i'm i've i'll i'd we're we've you're they're there's what's who's don't
can't won't didn't isn't doesn't wasn't aren't couldn't wouldn't shouldn't haven't hasn't let's
here's north south east west northern southern eastern western central
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


_WHERE_ID = frozenset({"di", "ke", "dari", "kota", "kabupaten", "asal", "dekat", "sekitar"})
_AGE = re.compile(r", \d\d?,? ")  # behind a person: Gunawan, 34, …
_WHERE = frozenset({"in", "at", "from", "near", "to", "of", "outside", "around"})


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
                not _ordinary(word, language, _says_nothing(text, stream, at))
                or _names_a_place(stream, at)):
            yield Name(word, token.start, token.start + len(word), (), True)
        at += 1


@lru_cache(maxsize=4096)
def read_possible_names(text: str, language: Language) -> tuple[Name, ...]:
    """Capitalised words inside a sentence that are ordinary words and may yet be names.

    In Indonesian all of them; in English those that stand where a place or a person does.
    """
    stream, taken = tokens(text), {name.start for name in read_names(text, language)}
    return tuple(_possible(text, stream, language, taken))


def _possible(text: str, stream: Sequence[Token], language: Language, taken: set[int]
              ) -> Iterator[Name]:
    for at, token in enumerate(stream):
        word = bare(token.text)
        if (token.capital and token.start not in taken and len(word) > 2 and not word.isupper()
                and word.lower() not in _NO_NAME
                and (not _opens(text, stream, at) or _AGE.match(text, token.end))
                and (_lone(stream, at) if language == "en" else _named(stream, at))):
            yield Name(word, token.start, token.start + len(word), (), False)


def _named(stream: Sequence[Token], at: int) -> bool:
    """Whether an Indonesian capital stands where a name does.

    Behind a preposition of place, or behind another capital, unless it is made as nouns of deeds
    are: di Serang, Menteri Budi; but not Badan Penanggulangan.
    """
    word, before = stream[at].lower, stream[at - 1] if at else None
    if word in INDONESIAN_STOP:
        return False
    if before is None or before.lower in _WHERE_ID:
        return True
    deed = word.startswith(("pen", "pem")) or (
        word.startswith(("pe", "ke")) and word.endswith("an"))
    return before.capital and not deed


def _lone(stream: Sequence[Token], at: int) -> bool:
    """Whether an English capital stands alone behind a preposition of place: in Metro."""
    after = stream[at + 1] if at + 1 < len(stream) else None
    return stream[at - 1].lower in _WHERE and not (after and after.capital)


def _says_nothing(text: str, stream: Sequence[Token], at: int) -> bool:
    """Whether a capital says nothing, nor does an ending: Harper's plan."""
    return _opens(text, stream, at) and not stream[at].lower.endswith("'s")


def _opens(text: str, stream: Sequence[Token], at: int) -> bool:
    """Whether a capital says nothing here: a sentence opens, or it is a headline."""
    before = text[:stream[at].start].rstrip(" “\"'‘(")
    return not before or before[-1] in ".!?:;•–—" or _is_headline(text)


@lru_cache(maxsize=4096)
def _is_headline(text: str) -> bool:
    """Whether hardly any longer word of a text begins with a small letter."""
    long = [token for token in tokens(text) if token.is_word and len(token.text) > 4
            and token.lower not in ENGLISH_STOP and token.lower not in INDONESIAN_STOP]
    return len(long) > 2 and sum(not token.capital for token in long) < 0.2 * len(long)


def _names_a_place(stream: Sequence[Token], at: int) -> bool:
    """Whether the word before says that a place is named: Teluk Aden, Lake Eyre."""
    return at > 0 and stream[at - 1].text in _PLACES


def _ordinary(word: str, language: Language, opens: bool) -> bool:
    lower = word.lower()
    if language == "id":
        return is_indonesian(lower) or is_english(lower)
    if is_english(lower) or is_derived(lower):
        return True
    return opens and is_listed(lower)


def is_listed(lower: str) -> bool:
    """Whether the lexicon has another word for it, so that it is no name."""
    lexicon = Lexicon.load()
    return any(entry.target != form and entry.target.islower()
               for form in lemmas(lower) for entry in lexicon.entries(form))


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
    for exonym in (table.get(first) or table.get(bare(first)) or (
            table.get(first[:-1], ()) if first.endswith("s") and len(first) > 4 else ())):
        length = len(exonym.words)
        words = [t.text for t in stream[at:at + length]] or [""]
        if exonym.words in (tuple(words), (*words[:-1], bare(words[-1])),
                            (*words[:-1], words[-1].removesuffix("s"))):
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
