"""Untranslated: source words left standing in the target, bare or with Indonesian affixes.

Flags "Amazon cut Parler", "di-boot", "nge-tweet", whole sentences left in English (major), and a
single word that is rare, sometimes kept by translators or used throughout, and so may be a term
(minor). Must not flag: names, loanwords that Indonesian has taken in (online, database, startup),
quoted titles, terms given in brackets after their translation, and words that are Indonesian too
(air, jam, program).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from align.checks import Finding, Pair, Tools, check
from align.mentions.loanwords import LOAN_PHRASES
from align.mentions.words import (
    Token,
    is_derived,
    is_english,
    is_indonesian,
    is_plain_english,
    tokens,
)

# Prefixes that careless rewriting puts before an English word, with or without a hyphen.
_PREFIXES = ("di", "me", "meng", "men", "mem", "nge", "ng", "ter", "ber", "peng", "pe")
TERM = 3  # times that an article must have an English word for it to be a term
_JOINTS = ("of", "the", "and", "for", "in", "on", "at", "to", "with", "from", "by", "is", "not")
_SITES = (".com", ".org", ".net", ".gov", ".co.", ".id ")


@check
def untranslated(pair: Pair, tools: Tools) -> Iterable[Finding]:
    """One finding per run of English words in the target."""
    if not pair.source or not pair.target:
        return ()
    stream = tokens(pair.target)
    kept_names = {token.lower for token in tokens(pair.source) if token.text[0].isupper()}
    source = {token.lower for token in tokens(pair.source)}
    suspects = [at for at, token in enumerate(stream)
                if _is_english_here(pair, stream, at, source, kept_names)]
    return [_finding(pair, stream, run, source) for run in _runs(pair.target, stream, suspects)]


def _is_english_here(pair: Pair, stream: Sequence[Token], at: int, source: set[str],
                     kept_names: set[str]) -> bool:
    text, token = pair.target, stream[at]
    word = token.lower
    if not token.text.islower() or len(word) < 3 or not word[0].isalpha():
        return False
    if is_indonesian(word) or not (is_english(word) or (word in source and is_derived(word))):
        return False
    if word not in source and word in kept_names:
        return False
    if text[token.start - 1:token.start] in tuple("@#/") or text.startswith(_SITES, token.end):
        return False
    return not (_in_loan_phrase(stream, at) or _inside_name(pair, stream, at)
                or _set_apart(text, token))


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in LOAN_PHRASES:
        words = tuple(token.lower for token in tokens(phrase))
        for word in words:
            table.setdefault(word, []).append(words)
    return {word: tuple(phrases) for word, phrases in table.items()}


def _in_loan_phrase(stream: Sequence[Token], at: int) -> bool:
    for phrase in _phrases().get(stream[at].lower, ()):
        for offset in range(len(phrase)):
            first = at - offset
            if first >= 0 and tuple(t.lower for t in stream[first:first + len(phrase)]) == phrase:
                return True
    return False


def _inside_name(pair: Pair, stream: Sequence[Token], at: int) -> bool:
    """Whether the word is inside a foreign name that the source has too: Lord of the Rings."""
    if not 0 < at < len(stream) - 1:
        return False
    before, after = stream[at - 1], stream[at + 1]
    if not (before.text[0].isupper() or after.text[0].isupper()):
        return False
    return stream[at].lower in _JOINTS and pair.target[before.start:after.end] in pair.source


def _set_apart(text: str, token: Token) -> bool:
    """Whether the word stands in brackets or is quoted alone: a term, a title or a gloss."""
    opened = text.rfind("(", 0, token.start)
    return opened > text.rfind(")", 0, token.start) and ")" in text[token.end:]


def _runs(text: str, stream: Sequence[Token], suspects: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for at in suspects:
        if runs and runs[-1][-1] == at - 1 and text[stream[at - 1].end:stream[at].start].isspace():
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _is_kept_throughout(word: Token, article: str) -> bool:
    """Whether the rewrite has the word so often that it must be a term the writer has chosen."""
    return len(re.findall(rf"\b{re.escape(word.text)}\b", article)) >= TERM


def _finding(pair: Pair, stream: Sequence[Token], run: Sequence[int], source: set[str]) -> Finding:
    start, end = stream[run[0]].start, stream[run[-1]].end
    before = stream[run[0] - 1] if run[0] else None
    if before and before.lower in _PREFIXES and pair.target[before.end:start] == "-":
        start = before.start
    words = pair.target[start:end]
    in_source = [token for token in tokens(pair.source)
                 if token.lower in {stream[at].lower for at in run}]
    first = stream[run[0]]
    plain = start < first.start or len(run) > 1 or (
        is_plain_english(first.lower) and not _is_kept_throughout(first, pair.context.target))
    return Finding(
        "untranslated", "major" if plain else "minor",
        0.55 if not plain else 0.9 if in_source else 0.75,
        tuple((token.start, token.end) for token in in_source), ((start, end),),
        f"“{words}” is left in English.", f"“{words}” belum diterjemahkan.")
