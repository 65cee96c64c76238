"""Untranslated: source words left standing in the target, bare or with Indonesian affixes.

Flags "Amazon cut Parler", "di-boot", "nge-tweet", whole sentences left in English (major), and a
single word that is rare, sometimes kept by translators or used throughout, and so may be a term
(minor), as are words of a field's jargon among others of it (the hole, the green). Must not flag:
names, loanwords that Indonesian has taken in (online, database, startup),
quoted titles, terms given in brackets after their translation, and words that are Indonesian too
(air, jam, program).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from align.checks import Analysis, Finding, Range, check
from align.lexicon import Lexicon
from align.mentions.jargon import is_jargon
from align.mentions.loanwords import LOAN_PHRASES
from align.text.en.morphology import lemmas
from align.text.en.stop import STOP as ENGLISH_STOP
from align.text.tokens import Token, in_brackets, tokens
from align.text.usage import usualness
from align.text.vocabulary import is_derived, is_english, is_indonesian, is_plain_english

# Prefixes that careless rewriting puts before an English word, with or without a hyphen.
_PREFIXES = ("di", "me", "meng", "men", "mem", "nge", "ng", "ter", "ber", "peng", "pe")
_GLUED = ("nge", "meng", "men", "mem", "me", "di")  # the same without a hyphen: mendowngrade
_VERBAL = ("ed", "ing")
WHOLE, LONG = 0.5, 6  # share of the words, and words, that make the target English as a whole
TERM = 2  # times that an article must have an English word for it to be a term
_JOINTS = ("of", "the", "and", "for", "in", "on", "at", "to", "with", "from", "by", "is", "not")
_GLOSSING = ("atau", "alias", "disebut", "istilah", "yakni", "yaitu")  # before a kept word
_SITES = (".com", ".org", ".net", ".gov", ".co.", ".id ")


@check()
def untranslated(pair: Analysis) -> Iterable[Finding]:
    """One finding per run of English words in the target; one if it is English as a whole."""
    stream = pair.target.tokens
    kept_names = {token.lower for at, token in enumerate(pair.source.tokens)
                  if token.text[0].isupper()
                  and (at or not is_plain_english(token.lower))}  # a capital that only opens
    source = {token.lower for token in pair.source.tokens}
    suspects = [at for at, token in enumerate(stream)
                if _is_english_here(pair, stream, at, source, kept_names)]
    if len(suspects) >= LONG and len(suspects) >= WHOLE * len(stream):
        return [Finding("sentence-left", "untranslated", (pair.source.whole,),
                        (pair.target.whole,))]
    return [_finding(pair, stream, run) for run in _runs(pair.target.text, stream, suspects)]


def _is_english_here(pair: Analysis, stream: Sequence[Token], at: int, source: set[str],
                     kept_names: set[str]) -> bool:
    text, token = pair.target.text, stream[at]
    word = token.lower
    if len(word) < 3 or not word[0].isalpha() or not (
            token.text.islower() or _opens(text, token, pair.source.tokens)):
        return False
    affixed = _affix(text, stream, at) is not None
    if _is_affix(text, stream, at) or (is_indonesian(word) and not (
            affixed and _forms_in_source(word, pair.source.tokens))):
        return False
    if not (is_english(word) or _is_prefixed(word, pair.source.tokens)
            or (word in source and (is_derived(word) or token.text[0].isupper()))
            or (word not in source
                and _is_form_of_source(word, pair.source.tokens, affixed=affixed))):
        return False
    if word not in source and word in kept_names:
        return False
    if text[token.start - 1:token.start] in tuple("@#/") or text.startswith(_SITES, token.end):
        return False
    if "://" in text and "://" in text[:token.end].rsplit(None, 1)[-1]:
        return False
    return not (_in_loan_phrase(stream, at) or _inside_name(pair, stream, at)
                or in_brackets(text, token.start, token.end))


def _opens(text: str, token: Token, source: Sequence[Token]) -> bool:
    """Whether a capital only opens the target, of a word that is no name in the source.

    There it has a small letter, or opens the source as well and is an ordinary English word.
    """
    return (not text[:token.start].strip(" “\"'‘") and token.text[1:].islower()
            and (any(other.text == token.lower for other in source)
                 or (is_plain_english(token.lower) and source[0].text == token.text)))


def _affix(text: str, stream: Sequence[Token], at: int) -> Token | None:
    """The Indonesian prefix that stands before a word with a hyphen: di-boot."""
    before = stream[at - 1] if at else None
    if before and before.lower in _PREFIXES and text[before.end:stream[at].start] == "-":
        return before
    return None


def _is_affix(text: str, stream: Sequence[Token], at: int) -> bool:
    return at + 1 < len(stream) and _affix(text, stream, at + 1) is stream[at]


def _forms_in_source(word: str, source: Sequence[Token]) -> list[Token]:
    """The words of the source that are this one in any inflection."""
    forms = set(lemmas(word))
    return [token for token in source
            if token.lower[:3] == word[:3] and token.text.islower()
            and not forms.isdisjoint(lemmas(token.lower))]


def _is_form_of_source(word: str, source: Sequence[Token], *, affixed: bool) -> bool:
    """Whether a word unknown to the vocabulary is an English one of the source, inflected.

    Without an affix only a verb is sure to be: nouns lose their plural where they are loans.
    """
    return any(affixed or token.lower.endswith(_VERBAL) or word.endswith(_VERBAL)
               for token in _forms_in_source(word, source))


def _is_prefixed(word: str, source: Sequence[Token]) -> bool:
    """Whether an Indonesian prefix is glued to a verb of the source: mendowngrade."""
    return any(token.lower.endswith(_VERBAL) for rest in _unprefixed(word)
               if not is_indonesian(rest) for token in _forms_in_source(rest, source))


def _unprefixed(word: str) -> list[str]:
    return [word.removeprefix(prefix) for prefix in _GLUED
            if word.startswith(prefix) and len(word) > len(prefix) + 4]


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


def _inside_name(pair: Analysis, stream: Sequence[Token], at: int) -> bool:
    """Whether the word is inside a foreign name that the source has too: Lord of the Rings."""
    if not 0 < at < len(stream) - 1:
        return False
    before, after = stream[at - 1], stream[at + 1]
    if not (before.text[0].isupper() or after.text[0].isupper()):
        return False
    return (stream[at].lower in _JOINTS
            and pair.target.text[before.start:after.end] in pair.source.text)


def _runs(text: str, stream: Sequence[Token], suspects: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for at in suspects:
        if runs and runs[-1][-1] == at - 1 and text[stream[at - 1].end:stream[at].start].isspace():
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _is_kept_throughout(word: Token, pair: Analysis) -> bool:
    """Whether the rewrite has the word so often that it must be a term the writer has chosen."""
    article = pair.target.article
    return article is not None and article.counts[word.text] >= TERM


def _finding(pair: Analysis, stream: Sequence[Token], run: Sequence[int]) -> Finding:
    start, end = stream[run[0]].start, stream[run[-1]].end
    affix = _affix(pair.target.text, stream, run[0])
    start = affix.start if affix else start
    sure = affix is None and not _may_be_term(pair, stream, run)
    in_source = tuple(_in_source(pair, {stream[at].lower for at in run}))
    kind = "english-affixed" if affix else "english-left" if sure else "english-term"
    return Finding(kind, "untranslated", in_source,
                   ((start, end),), evidence={} if affix else _evidence(pair, stream, run) | {
                       "in_source": float(bool(in_source))})


def _evidence(pair: Analysis, stream: Sequence[Token], run: Sequence[int]) -> dict[str, float]:
    """How usual the rarest of the words is in Indonesian, and whether it must be English."""
    words = [stream[at].lower for at in run]
    return {"usual": min(map(usualness, words)),
            "plain": float(any(map(is_plain_english, words))),
            "rendered": float(any(map(_is_rendered, words))),
            "run": float(min(len(run), LONG)),
            "quoted": float(_is_quoted(pair, stream[run[0]].start, stream[run[-1]].end))}


def _in_source(pair: Analysis, left: set[str]) -> Iterable[Range]:
    """Where the source has the words, or else forms of them."""
    tokens = [token for token in pair.source.tokens if token.lower in left] or [
        token for word in sorted(left) for form in (word, *_unprefixed(word))
        for token in _forms_in_source(form, pair.source.tokens)]
    return ((token.start, token.end) for token in tokens)


def _may_be_term(pair: Analysis, stream: Sequence[Token], run: Sequence[int]) -> bool:
    """Whether the writer may have kept the words on purpose."""
    start, end = stream[run[0]].start, stream[run[-1]].end
    if _is_quoted(pair, start, end):
        return True
    if _is_jargon(pair, stream, run):
        return True
    if len(run) > 1:
        return False
    word = stream[run[0]]
    if word.lower in ENGLISH_STOP and not _is_joined(pair, stream, run[0]):
        return False
    plain = is_plain_english(word.lower) or not is_english(word.lower)
    return (not (plain or word.lower.endswith(_VERBAL) or _is_rendered(word.lower))
            or _is_kept_throughout(word, pair)
            or _is_joined(pair, stream, run[0]) or _is_glossed(pair.target.text, stream, run[0]))


def _is_rendered(word: str) -> bool:
    """Whether a trusted dictionary has an Indonesian word for it, so that none need be kept."""
    return any(entry.by_hand and entry.target != word
               and not is_english(entry.target) for entry in Lexicon.load().entries(word))


def _is_jargon(pair: Analysis, stream: Sequence[Token], run: Sequence[int]) -> bool:
    left = [stream[at].lower for at in run]
    if not all(_forms_in_source(word, pair.source.tokens) for word in left):
        return False  # a word of the writer's own is no term kept
    sides = [*filter(None, (pair.source, pair.target, pair.source.article, pair.target.article))]
    return is_jargon(left, (token.lower for side in sides for token in side.tokens))


def _is_quoted(pair: Analysis, start: int, end: int) -> bool:
    """Whether the words stand in quotation marks in words that the source has just so."""
    return any(stretch.start <= start and end <= stretch.end
               and pair.target.text[stretch.start:stretch.end].strip(" .,") in pair.source.text
               for stretch in pair.target.quotes)


def _is_joined(pair: Analysis, stream: Sequence[Token], at: int) -> bool:
    """Whether the word is part of a name or compound that the source has too: central Rockies."""
    text, word = pair.target.text, stream[at]
    if "-" in (text[word.start - 1:word.start], text[word.end:word.end + 1]):
        return True
    after = stream[at + 1] if at + 1 < len(stream) else word
    return (after.text[0].isupper() and not word.lower.endswith(_VERBAL)
            and text[word.start:after.end] in pair.source.text)


def _is_glossed(text: str, stream: Sequence[Token], at: int) -> bool:
    """Whether the word is given beside its translation, or as what something is called."""
    after = stream[at + 1].lower if at + 1 < len(stream) else ""
    return (at > 0 and stream[at - 1].lower in _GLOSSING) or after in ("atau", "alias") or (
        text[stream[at].end:].lstrip()[:1] == "(")
