"""Parallel text -> `vocabulary.tsv.gz`: which words are ordinary English, which Indonesian.

Run as `python -m align.training.vocabulary DATA OUT`. Only facts are kept: for each word one
letter, e (English), w (English, but rare enough to be a term), i (Indonesian) or b (both, which
includes loanwords). News, health and
everyday texts testify; technical manuals do not, because they are full of English commands.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from align.bench.tables import ENTRIES, read_table
from align.mentions.loanwords import HOMOGRAPHS, LOANWORDS
from align.text.tokens import tokens
from align.writing import write_whole

LEXICON = "lexicon_en_id.tsv.gz"
PARALLEL = ("globalvoices_links", "tico19", "tatoeba")
HELD_OUT = "2014"  # documents of this year measure us, so they teach nothing
ORDINARY = 0.12  # share of lower-case occurrences from which a word is no name
RARE = 60  # occurrences below which the lexicon's word for a loanword is taken
COMMON = 150  # occurrences from which a word is everyday English
NEVER = 0.1  # share of translations that keep a word up to which it is no term
TAKEN_IN = 0.4  # share of translations that keep an English word from which it is a loanword


def pairs(folder: Path) -> Iterator[tuple[str, str]]:
    """Sentence pairs of the teaching texts."""
    for name in PARALLEL:
        for doc, source, target in read_table(folder / f"{name}.tsv.gz"):
            if not doc.startswith(HELD_OUT):
                yield source, target


def english_articles(folder: Path) -> Iterator[str]:
    """Whole English articles."""
    with gzip.open(folder / "english_articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            if not article["date"].startswith(HELD_OUT):
                yield article["text"]


def dictionary_words(folder: Path, *origins: str) -> tuple[set[str], set[str]]:
    """English and Indonesian words of the lexicon's rows from these origins."""
    words: tuple[set[str], set[str]] = set(), set()
    for *sides, origin in read_table(folder / LEXICON, ENTRIES):
        if origin.startswith(origins):
            for side, known in zip(sides, words, strict=True):
                if side.islower():
                    known.update(t.lower for t in tokens(side) if len(t.text) > 1)
    return words


def same_in_both(folder: Path) -> set[str]:
    """Words that the lexicon translates by themselves: referendum, momentum."""
    return {source for source, target, _ in read_table(folder / LEXICON, ENTRIES)
            if source == target and source.isalpha()}


def count(texts: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each word is written in lower case, and how often at all."""
    lower: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for text in texts:
        for token in tokens(text):
            if token.text[0].isalpha():
                total[token.lower] += 1
                lower[token.lower] += token.text.islower()
    return lower, total


def kept_in_translation(bitext: Iterable[tuple[str, str]]) -> tuple[set[str], set[str]]:
    """English words that translators leave standing often, and those that they hardly ever do."""
    seen: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    for source, target in bitext:
        theirs = {token.text for token in tokens(target) if token.text.islower()}
        for word in {token.text for token in tokens(source) if token.text.islower()}:
            seen[word] += 1
            kept[word] += word in theirs
    often = {word for word, n in kept.items() if n >= 3 and n / seen[word] >= TAKEN_IN}
    return often, {word for word, n in seen.items() if n >= 3 and kept[word] / n <= NEVER}


def is_inflected(word: str, english: Counter[str]) -> bool:
    """Whether a word has an ending that Indonesian does not take over with a loanword."""
    return any(
        word.endswith(ending) and english[word[: -len(ending)] + more] >= 2
        for ending in ("s", "es", "ed", "d", "ly") for more in ("", "e")
        if len(word) > len(ending) + 2)


def build(folder: Path) -> dict[str, str]:
    """Each word with its letter."""
    bitext = list(pairs(folder))
    headwords, dictionary = dictionary_words(folder, "freedict")
    _, noisy = dictionary_words(folder, "omw")
    english, english_all = count(english_articles(folder))
    for source, _ in bitext:
        pair_lower, pair_all = count([source])
        english.update(pair_lower)
        english_all.update(pair_all)
    indonesian, indonesian_all = count(target for _, target in bitext)
    often, never = kept_in_translation(bitext)
    loans = often | LOANWORDS | HOMOGRAPHS | {
        word for word in same_in_both(folder) if word in dictionary or english[word] < RARE}
    english_size, indonesian_size = sum(english.values()), sum(indonesian.values())
    letters: dict[str, str] = {}
    for word in english.keys() | indonesian.keys() | dictionary | noisy | loans:
        in_english = (english[word] >= (2 if word in headwords else 4)
                      and english[word] >= ORDINARY * english_all[word])
        at_home = indonesian[word] / indonesian_size > 2 * english[word] / english_size
        native = (word in dictionary and english[word] < 50) or (
            indonesian[word] >= 1 and at_home
            and indonesian[word] >= ORDINARY * indonesian_all[word]) or (
            word in noisy and not english_all[word])
        in_indonesian = native or word in loans
        if in_english or in_indonesian:
            plain = word in never or english[word] >= COMMON or is_inflected(word, english)
            letters[word] = ("b" if in_indonesian else "e" if plain else "w"
                             ) if in_english else "i"
    return letters


def write(folder: Path, out: Path) -> int:
    """Write the table, sorted, without a time stamp, so that the same data give the same bytes.

    Returns its rows.
    """
    letters = build(folder)
    lines = "".join(f"{word}\t{letter}\n" for word, letter in sorted(letters.items()))
    write_whole(out, gzip.compress(lines.encode("utf-8"), mtime=0))
    return len(letters)
