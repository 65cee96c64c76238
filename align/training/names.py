"""Parallel text -> `names.tsv.gz`: acronyms, bodies and countries, and how Indonesian calls them.

Three sources, all counted or named, none quoted: acronyms that stand for one another again and
again (SME, UKM); long forms that both sides of a row give with their acronym in brackets; names of
countries as the lexicon's lists CLDR and iso-codes have them.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from align.bench.tables import ENTRIES, PAIRS, read_table
from align.lexicon import Lexicon
from align.text.en.morphology import lemmas
from align.text.id.morphology import neutral
from align.text.tokens import tokens
from align.text.vocabulary import is_english, is_indonesian
from align.writing import write_whole

OFTEN = 3  # rows in which an acronym must stand for another
OF_SOURCE = 0.35  # share of the rows with the English acronym that have the Indonesian one
NEXT = 0.5  # share of the rows of its best one that another has
ZONES = frozenset({"GMT", "UTC", "WIB", "WITA", "WIT"})
OF_TARGET = 0.25  # the same the other way round
LISTS = frozenset({"cldr", "iso_codes"})
_SHOUTED = re.compile(r"\b[A-Z]{2,} [A-Z]{2,} [A-Z]{2,}\b")
_LISTED = re.compile("[,(]")  # Korea, Republic of
_ACRONYM = re.compile(r"[A-Z]{2,7}")
_DEFINED = re.compile(r"((?:[A-Z][\w’'-]+|of|for|and|the|on|in|to|dan|untuk|di|bagi)"
                      r"(?:[ -](?:[A-Z][\w’'-]+|of|for|and|the|on|in|to|dan|untuk|di|bagi)){1,9})"
                      r" ?\(([A-Z]{2,8})\)")
_SMALL = frozenset(["of", "for", "and", "the", "on", "in", "to", "dan", "untuk", "di", "bagi"])
Pair = tuple[str, str]


def acronyms(bitext: Iterable[Pair]) -> Iterator[Pair]:
    """English acronyms with the Indonesian ones that stand for them."""
    ours: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    both: Counter[Pair] = Counter()
    for source, target in dict.fromkeys(bitext):
        left, right = _acronyms_in(source), _acronyms_in(target)
        left, right = left - right, right - left
        ours.update(left)
        theirs.update(right)
        both.update((a, b) for a in left for b in right)
    best = {a: max(n for (one, _), n in both.items() if one == a) for a, _ in both}
    for (a, b), n in sorted(both.items()):
        words = is_english(a.lower()) and is_indonesian(b.lower())  # set in capitals
        if not words and n >= max(OFTEN, OF_SOURCE * ours[a], OF_TARGET * theirs[b],
                                  NEXT * best[a]) and not {a, b} & ZONES:
            yield a, b


def _acronyms_in(text: str) -> set[str]:
    """Words in capitals, but not those of a line that is set in capitals."""
    found = [token.text for token in tokens(text) if _ACRONYM.fullmatch(token.text)]
    return {one for one in found if not _SHOUTED.search(text)}


def definitions(bitext: Iterable[Pair]) -> Iterator[tuple[Pair, Pair]]:
    """(long form, acronym) of both sides, where each side of a row defines exactly one and half
    of the words at least render one another."""
    for source, target in dict.fromkeys(bitext):
        left, right = list(_defined(source)), list(_defined(target))
        if len(left) == len(right) == 1 and left != right and _renders(left[0][0], right[0][0]):
            yield left[0], right[0]


def _renders(english: str, indonesian: str) -> bool:
    theirs = {neutral(word) for word in indonesian.lower().replace("-", " ").split()}
    ours = [word for word in english.lower().replace("-", " ").split() if word not in _SMALL]
    lexicon = Lexicon.load()
    told = sum(any(neutral(entry.target) in theirs for form in lemmas(word)
                   for entry in lexicon.entries(form)) for word in ours)
    return 2 * told >= len(ours)


def _defined(text: str) -> Iterator[Pair]:
    for match in _DEFINED.finditer(text):
        words = match[1].split()
        while words and (words[0] in _SMALL or words[0][0] != match[2][0]):
            del words[0]
        if _spells(words, match[2]):
            yield " ".join(words), match[2]


def _spells(words: list[str], acronym: str) -> bool:
    """Whether the initials are the acronym's letters, as far as both go, in order."""
    initials = [part[0].upper() for word in words for part in word.split("-")
                if part and part not in _SMALL]
    return len(initials) > 1 and "".join(initials) == acronym


def countries(lexicon: Iterable[tuple[str, ...]], names: Iterable[str]) -> Iterator[Pair]:
    """Countries with their Indonesian names, by the lists that are trusted with them."""
    known = set(names)
    for source, target, origins in lexicon:
        if source in known and LISTS & set(origins.split(",")) and not _LISTED.search(source):
            yield source, target


def country_names(path: Path) -> list[str]:
    """English names of all countries, from iso-codes' `iso_3166-1.json`."""
    rows = json.loads(path.read_text("utf-8"))["3166-1"]
    return [row[key] for row in rows for key in ("name", "common_name") if key in row]


def build(bitext: list[Pair], lexicon: Iterable[tuple[str, ...]], names: Iterable[str]
          ) -> dict[str, list[str]]:
    """English names, each with its Indonesian forms in the order they were found."""
    table: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for english, form in countries(lexicon, names):
        table[english][form] = None
    for english, form in acronyms(bitext):
        table[english][form] = None
    for (long, short), (panjang, pendek) in definitions(bitext):
        for english in (long, short):
            table[english].update(dict.fromkeys((pendek, panjang)))
    return {english: list(forms) for english, forms in sorted(table.items())}


def write(tables: Iterable[Path], lexicon: Path, iso: Path, out: Path) -> int:
    """Write the table, sorted, without a time stamp; return its rows."""
    bitext = [(source, target) for path in tables
              for _, source, target in read_table(path, PAIRS)]
    rows = build(bitext, read_table(lexicon, ENTRIES), country_names(iso))
    lines = "".join(f"{english}\t{'|'.join(forms)}\n" for english, forms in rows.items())
    write_whole(out, gzip.compress(lines.encode("utf-8"), mtime=0))
    return len(rows)
