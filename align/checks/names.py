"""Names: people, places, nations and bodies of the source must be those of the target.

Flags a name in whose place another stands (critical, both places), a name that is gone while
nothing near it tells who is meant, a name that came from nowhere.
Must not flag: exonyms (Geneva, Jenewa), acronyms and their long forms, demonyms, transliteration,
translated institutions, a name put in for "he" or left out for "dia" where the article has it near.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from align.analysis import Side
from align.checks import Analysis, Finding, check
from align.lexicon import Lexicon
from align.mentions.names import Name, alike, fold, folded_words
from align.text.tokens import tokens

# What a country's name may stand for in a pair whose article is not known.
_COUNTRY_TOLD = re.compile(r"\b(?:countr\w+|nation\w*|government|state|republic|kingdom|here|there|"
                           r"domestic|home|local|south|north|west|east)\b", re.IGNORECASE)
_UNDERSTOOD = frozenset({"AS", "A.S.", "US", "Amerika", "Amerika Serikat", "Inggris", "Britania",
                         "Arab"})
MANY = 400  # words of a text from which spellings are compared by their first letters only


@check()
def names(pair: Analysis) -> Iterable[Finding]:
    """Findings on names, in the order of the source."""
    missing = _distinct([name for name in pair.source.names if not _told(name, pair.target.text)])
    extra = _distinct([name for name in pair.target.names if not _known_from(name, pair.source)])
    if any(name.exonyms for name in extra) and not any(name.exonyms for name in missing):
        missing += _scarcer(pair.source.names, pair.target.text)
    return [*_findings(pair, missing, extra)]


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


def _told(name: Name, target: str) -> bool:
    """Whether the target has this source name in one of its forms."""
    words = folded_words(target)
    own = fold(name.text)
    if own in words or (" " in own and own in fold(target)):
        return True
    for exonym in name.exonyms:
        for form in exonym.forms:
            if _contains(target, form):
                return True
    if name.exonyms:
        return False
    return _spelled(own, words) or _initials(own, target)


def _spelled(own: str, words: frozenset[str]) -> bool:
    """Whether one of the words may be a spelling of the name."""
    if len(words) > MANY:
        return any(word.startswith(own[:4]) for word in words)
    return any(alike(own, word) for word in words)


def _contains(text: str, form: str) -> bool:
    """Whether a form stands in the text, short acronyms in their own case, others in any."""
    if len(form) <= 4 and form.isupper():
        return re.search(rf"\b{re.escape(form)}(?!\w)", text) is not None
    return fold(form) in fold(text)


def _known_from(name: Name, side: Side) -> bool:
    """Whether the source has this target name in one of its forms."""
    own, source = fold(name.text), side.text
    words = folded_words(source)
    if own in words or (" " in own and own in fold(source)):
        return True
    if name.exonyms:
        if any(exonym in name.exonyms for other in side.names for exonym in other.exonyms):
            return True
        forms = {form for other in side.names for e in other.exonyms for form in e.forms}
        return any(name.text in form or form in name.text for form in forms) or any(
            _contains(source, exonym.english) for exonym in name.exonyms)
    return _spelled(own, words) or _initials(own, source)


def _initials(acronym: str, text: str) -> bool:
    """Whether the text spells an acronym out, in order: UMKM, LSU."""
    if not 2 <= len(acronym) <= 6 or not acronym.isalpha():
        return False
    letters = "".join(token.lower[0] for token in tokens(text) if token.text[0].isupper())
    return acronym in letters or acronym in "".join(t.lower[0] for t in tokens(text))


def _findings(pair: Analysis, missing: list[Name], extra: list[Name]) -> Iterable[Finding]:
    rivals = [name for name in extra if name.sure]
    for name in missing:
        if not name.sure:
            continue
        rival = next((other for other in rivals if _same_sort(name, other)), None)
        if rival is not None:
            rivals.remove(rival)
            yield _changed(name, rival)
        elif not _told(name, pair.target.text) and not _near(name, pair.target):
            yield Finding("name-omitted", "omission", ((name.start, name.end),))
    for name in rivals:
        article = pair.source.article
        if article is not None and _known_from(name, article):
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
    if name.text in _UNDERSTOOD:
        return False
    lexicon = Lexicon.load()
    return any("cldr" in entry.origin for exonym in name.exonyms
               for entry in lexicon.entries(exonym.english.lower()))


def _same_sort(name: Name, other: Name) -> bool:
    return bool(name.exonyms) == bool(other.exonyms) or not (name.exonyms and other.exonyms)


def _near(name: Name, side: Side) -> bool:
    return side.article is not None and _told(name, side.article.text)


def _changed(name: Name, rival: Name) -> Finding:
    sure = bool(name.exonyms) == bool(rival.exonyms) and not (
        (name.text.isupper() and rival.text.isupper())  # acronyms are translated too
        or (name.start == rival.start == 0 and not name.exonyms))  # maybe no names at all
    return Finding("name-changed" if sure else "acronym-changed", "mistranslation",
                   ((name.start, name.end),), ((rival.start, rival.end),))
