"""Does a sentence end at a place? A list of rules; the first that has an opinion decides."""

from __future__ import annotations

import re
from collections.abc import Callable

from align.sentences.places import DASHES, Place
from align.sentences.tables import Tables

Rule = Callable[[Place, Tables], bool | None]

_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,4}")  # U.S, a.n, S.Pd, Ph.D
_VOWELLESS = re.compile(r"[A-Z]?[b-df-hj-np-tv-xz]{1,4}")  # Sgt, Kgs
_LABEL = re.compile(r"[A-Z]?-?\d")  # 5, S1, B-12
_ROMAN = re.compile(r"[IVXLC]+")
_CLAUSE_END = re.compile(r"[.!?,;:\"”“]")
_JOINTS = re.compile(r"[-/]")  # R-Ariz, 03/RW
_LISTED = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}")
_AGENCY = re.compile(r"[^()]{1,40}\)\s*[-–—]")  # (Reuters) -
_INTRODUCES = re.compile(r",\s*[\"“”„«‘]")  # he said, "…
_SAYING = frozenset(("to", "that", "if", "whether", "about", "was", "is", "were", "are", "bahwa",
                     "untuk", "agar", "supaya"))  # a speaker's sentence of its own
_SPEAKERS = frozenset(("Seorang", "Para", "Sang", "Warga", "Pihak", "Perusahaan"))
_NO_SPEAKERS = frozenset(("who", "which", "that", "he", "she", "they", "never", "not", "yang",
                          "tidak", "tak", "ia", "dia", "mereka"))
_MENTION = re.compile(r"\s[‘'][a-z]{3,}[^‘’'\"“”]*$")  # said 'hello
_MENTION_END = re.compile(r"[^‘’'\"“”]*[.!?][’'](?:\s|$)")
_CLOCK_TIME = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)? time\b")  # 9 p.m. Jakarta time
_SENTENCE_START = re.compile(r"[A-Z][a-z]+ [a-z]")  # Shares rose
_LONGEST_IN_BRACKETS = 6
_SHOUTED = frozenset({"Yahoo", "Jeopardy"})


def ends_sentence(place: Place, tables: Tables) -> bool:
    """Whether a sentence ends here. A stop that no rule knows better of ends one."""
    for rule in _RULES:
        answer = rule(place, tables)
        if answer is not None:
            return answer
    return True


def _runs_on(place: Place, tables: Tables) -> bool | None:
    """A small letter or a comma goes on with the sentence: '"Why?" he asked.'; not so iPhone."""
    if not place.word:
        return False if place.after[:1] in tuple(",;:)]}") else None
    if not place.word[:2].islower():
        return None
    return place.quoted and len(place.mark) == 1 and not _abbreviated(place, tables)


def _attributes(place: Place, tables: Tables) -> bool | None:
    """A dash after a quotation leads to its author, in a dateline to the story."""
    if "(" in place.opening and _AGENCY.match(place.after):
        return False
    if DASHES.isdisjoint(place.opening):
        return None
    if place.unquoted or (place.alone and len(place.before) > 2 and place.before.isupper()):
        return False
    return None


def _reports(place: Place, tables: Tables) -> bool | None:
    """'"Why?" Budi asked on Monday.' is one sentence, and so is '“Kami siap.” Kata dia.'."""
    if not place.unquoted or place.opening:
        return None
    end = _CLAUSE_END.search(place.after)
    clause = place.after[:end.start() if end else None].split()
    if end and (end[0] == ":" or _INTRODUCES.match(place.after, end.start())):
        return None
    goes_on = end is not None and end[0] == ","
    if clause and clause[0].lower() in tables.reporting:
        return None if goes_on or len(clause) > 7 else False
    named = _verb(clause, tables)
    if not named:
        return None
    behind = clause[named + 1:]
    if place.mark == ".":  # then only the barest clause belongs to the quotation
        return None if behind or goes_on else False
    if not behind or _is_circumstance(behind[0], tables):
        return False
    told = clause[named] in tables.telling and _SAYING.isdisjoint(behind)
    return False if told else None


def _is_circumstance(word: str, tables: Tables) -> bool:
    return word in tables.circumstance or word[0].isupper()


def _verb(clause: list[str], tables: Tables) -> int:
    """Where the reporting verb stands behind a speaker of one to five words, or 0.

    "Budi", "President Joe Biden", "Twitter user Jane Doe", "Menteri Keuangan itu".
    """
    for at, word in enumerate(clause[1:6], 1):
        if word in tables.reporting:
            return at
        if not word[0].isupper() and (
                clause[0] in tables.openers - _SPEAKERS or word in tables.circumstance
                or not word.isalpha() or word in _NO_SPEAKERS):
            return 0
    return 0


def _mentions(place: Place, tables: Tables) -> bool | None:
    """What is quoted as a part of its sentence runs to its closing mark: said 'hello. And bye.'"""
    if place.mark != "." or place.close or not _MENTION.search(place.lead):
        return None
    return False if _MENTION_END.match(place.after) else None


def _shouts(place: Place, tables: Tables) -> bool | None:
    """'!' and '?' end sentences, but in names such as Yahoo!."""
    if not place.mark.strip(". \u00a0…"):
        return None
    if place.mark == "!" and place.before in _SHOUTED and not place.close:
        return _opens(place, tables)
    return True


def _trails(place: Place, tables: Tables) -> bool | None:
    """An ellipsis that stands alone may be a pause or, in brackets, a cut."""
    if len(place.mark.replace("…", "...")) < 3 or place.before:
        return None
    return not place.close and _opens(place, tables)


def _counts(place: Place, tables: Tables) -> bool | None:
    """The stop of a list number: '1. Wear a mask', '2.1. Findings'."""
    listed = place.alone and not place.close and place.mark == "."
    if not listed or not _LISTED.fullmatch(place.before):
        return None
    return None if _is_known(place.previous.rstrip("."), tables) else False  # Km. 55. Polisi


def _initials(place: Place, tables: Tables) -> bool | None:
    """'J. Smith' goes on; 'Plan B. Police' does not."""
    if place.mark != "." or len(place.before) != 1 or not place.before.isupper():
        return None
    return place.previous.lower() in tables.kinds or _opens(place, tables)


def _abbreviates(place: Place, tables: Tables) -> bool | None:
    """Known abbreviations, each by its class, and what looks like one."""
    if place.mark != ".":
        return None
    word = place.before if place.before.islower() else _JOINTS.split(place.before)[-1]
    if word in tables.closing:
        return not (place.word in tables.clock or place.word[:1].isdigit()
                    or _CLOCK_TIME.match(place.after))
    if word in tables.inner:
        return bool(place.close) and _opens(place, tables)
    if word in tables.numbered:
        return False if _numeral(place.word) and not place.close else None
    if word in tables.either or _DOTTED.fullmatch(word) or (
        _VOWELLESS.fullmatch(word) and word not in tables.whole
    ):
        return place.unquoted or _opens(place, tables) or _closes(word, place, tables)
    return None


def _closes(word: str, place: Place, tables: Tables) -> bool:
    """Whether an abbreviation that closes a name is followed by what only a sentence begins with.

    "Apple Inc. Shares rose", "St. Louis, Mo. Police visited"; but "Apple Inc. Monday".
    """
    if place.opening or place.word in tables.clock or not _SENTENCE_START.match(place.after):
        return False
    return word in tables.companies or (word in tables.states and place.previous.endswith(","))


def _brackets(place: Place, tables: Tables) -> bool | None:
    """'Letjen. (Purn.) Agus' goes on; '(Yes.) He left.' is a sentence and another."""
    if place.mark != "." or not place.bracketed or len(place.before) > _LONGEST_IN_BRACKETS:
        return None
    titled = _is_known(place.previous.rstrip("."), tables)
    return False if titled or not place.alone else None


def _is_known(word: str, tables: Tables) -> bool:
    """Whether a word is an abbreviation that a word or number follows."""
    return word in tables.inner or word in tables.numbered or (
        _VOWELLESS.fullmatch(word) is not None and word not in tables.whole)


_RULES: tuple[Rule, ...] = (
    _runs_on, _attributes, _reports, _mentions, _shouts, _trails, _brackets, _counts, _initials,
    _abbreviates,
)


def _abbreviated(place: Place, tables: Tables) -> bool:
    return any(rule(place, tables) is False for rule in (_initials, _abbreviates))


def _opens(place: Place, tables: Tables) -> bool:
    initial = len(place.word) == 1 and place.after[1:2] == "."
    return place.word in tables.openers and not initial


def _numeral(word: str) -> bool:
    return _LABEL.match(word) is not None or (word != "I" and _ROMAN.fullmatch(word) is not None)
