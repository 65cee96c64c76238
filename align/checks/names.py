"""Names: people, places, nations and bodies of the source must be those of the target.

Flags a name in whose place another stands (critical, both places), a name that is gone while
nothing near it tells who is meant, a name that came from nowhere.
Must not flag: exonyms (Geneva, Jenewa), acronyms and their long forms, demonyms, transliteration,
translated institutions, a name put in for "he" or left out for "dia" where the article has it near.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from align.analysis import Side
from align.checks import Analysis, Finding, check
from align.lexicon import Lexicon
from align.mentions.names import Name, fold, folded_words, is_listed, read_possible_names
from align.mentions.same_name import abbreviates, known, spelled, told
from align.text.en.morphology import lemmas
from align.text.id.morphology import neutral
from align.text.vocabulary import is_english, is_indonesian

# What a country's name may stand for in a pair whose article is not known.
_COUNTRY_TOLD = re.compile(r"\b(?:countr\w+|nation\w*|government|state|republic|kingdom|here|there|"
                           r"domestic|home|local|south|north|west|east)\b", re.IGNORECASE)
_UNDERSTOOD = frozenset({"AS", "A.S.", "US", "Amerika", "Amerika Serikat", "Inggris", "Britania",
                         "Arab"})
FAR = 0.45  # of a sentence, between the places of a name and of what stands for it
NEAR = 0.1  # the same for what is of another sort, such as an acronym for a man


@check()
def names(pair: Analysis) -> Iterable[Finding]:
    """Findings on names, in the order of the source."""
    missing = _distinct([name for name in pair.source.names if not told(name, pair.target.text)])
    extra = _distinct([name for name in pair.target.names
                       if not known(name, pair.source.text, pair.source.names)])
    if any(name.exonyms for name in extra) and not any(name.exonyms for name in missing):
        missing += _scarcer(pair.source.names, pair.target.text)
    return [*_findings(pair, missing, extra)]


def _possible(side: Side, other: Side) -> list[Name]:
    """Ordinary words of one side that must be names, since nothing on the other side means them.

    Bogor, Batu and Budi are words too; what a dictionary has for a word of the other side, or what
    stands there itself, is none.
    """
    found = [name for name in read_possible_names(side.text, side.language)
             if not any(start < name.end and name.start < end
                        for start, end in _ranks(side))]
    if not found:
        return []
    words = folded_words(other.text)
    return [name for name in found if not spelled(fold(name.text), words)
            and not _rendered(fold(name.text), side, other)]


def _ranks(side: Side) -> list[tuple[int, int]]:
    return [(title.start, title.end) for title in side.titles]


def _rendered(word: str, side: Side, other: Side) -> bool:
    """Whether a dictionary has a word of one side for a word of the other."""
    lexicon = Lexicon.load()
    if side.language == "en":
        theirs = {neutral(token.lower) for token in other.tokens}
        return any(neutral(part) in theirs for form in lemmas(word)
                   for entry in lexicon.entries(form) for part in entry.target.split())
    return any(neutral(word) == neutral(part) for token in other.tokens
               for form in lemmas(token.lower) for entry in lexicon.entries(form)
               for part in entry.target.split())


def _scarcer(source: Sequence[Name], target: str) -> list[Name]:
    """Known names that the source says more often than the target: one may have been replaced."""
    folded = fold(target)
    found: dict[str, list[Name]] = {}  # Indonesia and Indonesian are one
    for name in source:
        if name.exonyms and name.sure:
            found.setdefault(name.exonyms[0].forms[0], []).append(name)
    return [said[0] for said in found.values()
            if len(said) > max(folded.count(fold(form))
                               for name in said for form in name.exonyms[0].forms)]


def _distinct(found: Sequence[Name]) -> list[Name]:
    return list({name.text: name for name in reversed(found)}.values())[::-1]


def _findings(pair: Analysis, missing: list[Name], extra: list[Name]) -> Iterable[Finding]:
    rivals = [name for name in extra if name.sure]
    possible = _possible(pair.target, pair.source) if missing else []
    for name in missing:
        if not name.sure:
            continue
        rival = _rival(pair, name, rivals)
        if rival is None and not (
                name.exonyms or _is_acronym(name.text) or is_listed(name.text.lower())):
            rival = _rival(pair, name, possible)
        if rival is not None:
            (rivals if rival in rivals else possible).remove(rival)
            yield _changed(name, rival)
        elif not told(name, pair.target.text) and not _near(name, pair.target):
            yield Finding("name-omitted", "omission", ((name.start, name.end),))
    if rivals and not missing:
        for name in _possible(pair.source, pair.target):
            rival = _rival(pair, name, [other for other in rivals if not other.exonyms])
            if rival is not None:
                rivals.remove(rival)
                yield _changed(name, rival)
    for name in rivals:
        article = pair.source.article
        if article is not None and known(name, article.text, article.names):
            continue
        country = (not missing and _is_country(name)
                   and not _COUNTRY_TOLD.search(pair.source.text))
        if country or article is not None:
            yield Finding("country-added" if country else "name-added", "addition",
                          target=((name.start, name.end),))


def _is_country(name: Name) -> bool:
    """Whether the name is a country's: additions of those are seldom a translator's liberty.

    But who writes dolar AS or bank sentral AS only says what an English reader knows.
    """
    return name.text not in _UNDERSTOOD and _listed_country(name)


def _listed_country(name: Name) -> bool:
    """Whether a list of countries and languages has the name, or one it is made from."""
    lexicon = Lexicon.load()
    return any("cldr" in entry.origin for exonym in name.exonyms
               for entry in lexicon.entries(exonym.english.lower()))


def _rival(pair: Analysis, name: Name, others: Sequence[Name]) -> Name | None:
    """The nearest name of the target that may stand where this one should."""
    def far(other: Name) -> float:
        return abs(name.start / len(pair.source.text) - other.start / len(pair.target.text))

    near = [other for other in others if far(other) <= (FAR if _same_sort(name, other) else NEAR)
            or (len(others) == 1 and _listed_country(name) and _listed_country(other))]
    return min(near, key=far, default=None)


def _same_sort(name: Name, other: Name) -> bool:
    """Whether one may have been put for the other: an acronym stands for a body, not for a man."""
    short = _is_acronym(other.text) or abbreviates(other.text)
    return short == _is_acronym(name.text) or (short and " " in name.text)


def _is_acronym(text: str) -> bool:
    return len(text) < 8 and sum(letter.isupper() for letter in text) > 1 and " " not in text


def _near(name: Name, side: Side) -> bool:
    return side.article is not None and told(name, side.article.text)


def _changed(name: Name, rival: Name) -> Finding:
    evidence = _evidence(name, rival)
    kind = "name-changed"
    if bool(name.exonyms) != bool(rival.exonyms) or (
            name.text.isupper() and rival.text.isupper()):
        kind = "acronym-changed"  # acronyms are translated too
    elif name.start == rival.start == 0 and not name.exonyms and evidence["word"]:
        kind = "possible-name-changed"  # two words that begin their sentences: maybe no names
    return Finding(kind, "mistranslation", ((name.start, name.end),),
                   ((rival.start, rival.end),), evidence=evidence)


def _evidence(name: Name, rival: Name) -> dict[str, float]:
    """How alike both are spelled, whether either is well known, an acronym or maybe no name.

    Two that are well known are never one misspelled: the more alike, the likelier confused.
    """
    alike = SequenceMatcher(None, fold(name.text), fold(rival.text), autojunk=False).ratio()
    listed = bool(name.exonyms and rival.exonyms)
    return {"spelling": 0.0 if listed else alike, "confusable": alike if listed else 0.0,
            "countries": float(_listed_country(name) and _listed_country(rival)),
            "known": float(bool(name.exonyms)), "known_there": float(bool(rival.exonyms)),
            "upper": float(name.text.isupper() or rival.text.isupper()),
            "word": float(is_english(name.text.lower()) or is_indonesian(rival.text.lower()))}
