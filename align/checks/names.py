"""Names: people, places, nations and bodies of the source must be those of the target.

Flags a name in whose place another stands (critical, both places), a name that is gone while
nothing near it tells who is meant, a name that came from nowhere, a name spelled otherwise (minor).
Must not flag: exonyms (Geneva, Jenewa), acronyms and their long forms, demonyms, transliteration,
translated institutions, a name put in for "he" or left out for "dia" where the article has it near.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from align.checks import Finding, Pair, Tools, check
from align.lexicon import Lexicon
from align.mentions.names import Name, alike, fold, folded_words, read_names
from align.model import Severity
from align.text.tokens import tokens

# What a country's name may stand for in a pair whose article is not known.
_COUNTRY_TOLD = re.compile(r"\b(?:countr\w+|nation\w*|government|state|republic|kingdom|here|there|"
                           r"domestic|home|local|south|north|west|east)\b", re.IGNORECASE)
_UNDERSTOOD = frozenset({"AS", "A.S.", "US", "Amerika", "Amerika Serikat", "Inggris", "Britania",
                         "Arab"})
MANY = 400  # words of a text from which spellings are compared by their first letters only


@check
def names(pair: Pair, tools: Tools) -> Iterable[Finding]:
    """Findings on names, in the order of the source."""
    if not pair.source or not pair.target:
        return ()
    source, target = read_names(pair.source, "en"), read_names(pair.target, "id")
    missing = _distinct([name for name in source if not _told(name, pair.target)])
    extra = _distinct([name for name in target if not _known_from(name, source, pair.source)])
    if any(name.exonyms for name in extra) and not any(name.exonyms for name in missing):
        missing += _scarcer(source, pair.target)
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


def _known_from(name: Name, source_names: Sequence[Name], source: str) -> bool:
    """Whether the source has this target name in one of its forms."""
    own = fold(name.text)
    words = folded_words(source)
    if own in words or (" " in own and own in fold(source)):
        return True
    if name.exonyms:
        if any(exonym in name.exonyms for other in source_names for exonym in other.exonyms):
            return True
        forms = {form for other in source_names for e in other.exonyms for form in e.forms}
        return any(name.text in form or form in name.text for form in forms) or any(
            _contains(source, exonym.english) for exonym in name.exonyms)
    return _spelled(own, words) or _initials(own, source)


def _initials(acronym: str, text: str) -> bool:
    """Whether the text spells an acronym out, in order: UMKM, LSU."""
    if not 2 <= len(acronym) <= 6 or not acronym.isalpha():
        return False
    letters = "".join(token.lower[0] for token in tokens(text) if token.text[0].isupper())
    return acronym in letters or acronym in "".join(t.lower[0] for t in tokens(text))


def _findings(pair: Pair, missing: list[Name], extra: list[Name]) -> Iterable[Finding]:
    rivals = [name for name in extra if name.sure]
    for name in missing:
        if not name.sure:
            continue
        rival = next((other for other in rivals if _same_sort(name, other)), None)
        if rival is not None:
            rivals.remove(rival)
            yield _changed(name, rival)
        elif not _told(name, pair.target) and not _near(name, pair):
            yield _dropped(name)
    for name in rivals:
        article = pair.context.source
        if article and _known_from(name, read_names(article, "en"), article):
            continue
        if not missing and _is_country(name) and not _COUNTRY_TOLD.search(pair.source):
            yield _added(name, "major", 0.6)
        elif article:
            yield _added(name, "minor", 0.45)


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


def _near(name: Name, pair: Pair) -> bool:
    return bool(pair.context.target) and _told(name, pair.context.target)


def _changed(name: Name, rival: Name) -> Finding:
    sure = bool(name.exonyms) == bool(rival.exonyms) and not (
        (name.text.isupper() and rival.text.isupper())  # acronyms are translated too
        or (name.start == rival.start == 0 and not name.exonyms))  # maybe no names at all
    return Finding(
        "mistranslation", "critical" if sure else "major", 0.9 if sure else 0.6,
        ((name.start, name.end),), ((rival.start, rival.end),),
        f"The name “{name.text}” became “{rival.text}”.",
        f"Nama “{name.text}” menjadi “{rival.text}”.")


def _dropped(name: Name) -> Finding:
    return Finding(
        "omission", "minor", 0.45, ((name.start, name.end),), (),
        f"The name “{name.text}” is missing.", f"Nama “{name.text}” tidak ada.")


def _added(name: Name, severity: Severity, sure: float) -> Finding:
    return Finding(
        "addition", severity, sure, (), ((name.start, name.end),),
        f"The name “{name.text}” is not in the source.",
        f"Nama “{name.text}” tidak ada dalam teks sumber.")
