"""Roles: who does and who suffers must not change places.

Around each verb the target renders, the words before and after it on both sides are read as doer
and done-to, by voice: "was … by" and di- turn the order round. Flags doer and done-to exchanged
(polisi menangkap saksi for "the witness arrested the police", dikritik for "criticised": critical).
Must not flag: a sentence turned from active to passive or back with its roles kept, a party that
is missing or unclear on either side, verbs whose two sides do the same (bertemu, bersama).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from align.analysis.links import Link
from align.checks import Analysis, Finding, Range, check
from align.text import table
from align.text.en.morphology import irregular, lemmas
from align.text.en.stop import STOP as ENGLISH_STOP
from align.text.id.morphology import is_verb
from align.text.id.stop import STOP as INDONESIAN_STOP
from align.text.tokens import Token, is_content

REACH = 6  # words to either side of a verb in which its parties stand
_PAST = re.compile(r"[a-z]{2,}(?:ed|[^aeious]s)")
_APART = 0.35  # of the text, by which two verbs without a link may stand apart
_SECOND = table("kasih tahu alih")  # second words of verbs: berterima kasih, memberi tahu
# Verbs as headlines have them, without their prefix: polisi tangkap saksi.
_BARE = table("""menang unggul tangkap temui gugat tolak desak kritik puji tuduh tuding serang
bantu bunuh tembak dukung pecat periksa minta ajak lawan hadapi beli jual ancam bela usir sambut
kecam bekuk ringkus tahan kalahkan salip ungguli kunjungi panggil laporkan tipu suap""")
_BE = table("is are was were be been being get got gets")
_BEFORE_BASE = table("will would can could may might must should did cannot to")
# Verbs whose subject does what the next verb says: agreed to pay, setuju membayar.
_LEADING_SOURCE = table("""agree agreed agrees plan plans planned want wants wanted refuse refused
refuses decide decided decides vow vowed vows promise promised promises try tried tries threaten
threatened threatens hope hopes hoped offer offered offers begin began begins intend intends to""")
_LEADING_TARGET = table("""setuju sepakat berencana ingin hendak menolak memutuskan berjanji
bertekad mencoba berusaha berupaya mengancam berharap menawarkan mulai bersedia enggan untuk""")
# What may stand between a party and its verb.
_PASSED_SOURCE = table("""have has had will would can could may might must should also not never
been being was were is are be reportedly allegedly again already still later recently""")
_PASSED_TARGET = table("""telah sudah akan sedang masih juga tidak belum pernah kembali dapat bisa
harus mungkin dilaporkan diduga""")
# Behind the verb: what marks the party and is passed over.
_MARKS_SOURCE = table("to with the a an its his her their this that these those")
_MARKS_TARGET = table("kasih tahu alih atas dari kepada terhadap oleh para sang si")
# Where a party ends: another phrase or clause begins. Times are no party.
_ENDS_SOURCE = table("""that who which whom whose when while where after before because if as than
and or but for from in into on onto at of over under about with without against during since until
to by through between among near said says last next today yesterday tomorrow now monday tuesday
wednesday thursday friday saturday sunday january february march april may june july august
september october november december week month year""")
_ENDS_TARGET = table("""yang bahwa ketika saat sementara setelah sesudah sebelum karena jika kalau
untuk dari di ke pada dalam dengan tanpa selama sejak hingga sampai tentang soal atas oleh kepada
terhadap sebagai agar dan atau tetapi tapi namun melalui lewat antara kata ujar lalu depan kemarin
besok sekarang kini hari pekan minggu bulan tahun senin selasa rabu kamis jumat sabtu kembali lagi
lama kali menurut serta ataupun biasanya awalnya bersama resmi""")


@dataclass(frozen=True, slots=True)
class _Side:
    """The words of one language that part a sentence into parties."""

    marks: frozenset[str]
    ends: frozenset[str]
    receiving: frozenset[str]
    stop: frozenset[str]


_SOURCE = _Side(_MARKS_SOURCE, _ENDS_SOURCE, table("to from"), ENGLISH_STOP)
_TARGET = _Side(_MARKS_TARGET, _ENDS_TARGET, table("kepada dari ke"), INDONESIAN_STOP)
# Either may be said to do it to the other, or the subject only suffers: order says nothing.
_MUTUAL = table("""meet marry fight border resemble match equal rival divorce mean become remain
consider link connect compare name call contain include receive suffer undergo sustain face win earn
get follow""")


@dataclass(frozen=True, slots=True)
class _Deed:
    """Token places of doer, verb, done-to and recipient on one side; the last is often empty."""

    doer: frozenset[int]
    verb: int
    done_to: frozenset[int]
    recipient: frozenset[int]

    @property
    def parties(self) -> tuple[frozenset[int], ...]:
        return self.doer, self.done_to, self.recipient


@check("links")
def roles(pair: Analysis) -> Iterable[Finding]:
    """Doer and done-to exchanged, at most one finding of a pair."""
    source, target, links = pair.linked.ours, pair.linked.theirs, pair.linked.links
    for i, j in _verbs(source, target, links):
        here, there = _source_deed(source, i), _target_deed(target, j)
        if here and there and _exchanged(here, there, links):
            return (_finding("roles-exchanged", pair, here, there),)
        if here and there and _one_turned(here, there, links):
            return (_finding("role-turned", pair, here, there),)
    return ()


def _verbs(source: Sequence[Token], target: Sequence[Token],
           links: Sequence[Link]) -> Iterator[tuple[int, int]]:
    """Places of verbs that may render each other: linked ones, then those that have no link."""
    ours = [i for i, word in enumerate(source) if _is_deed(word, source[i - 1].lower if i else "")]
    theirs = [j for j, word in enumerate(target)
              if word.text.islower() and (is_verb(word.text) or word.text in _BARE)]
    told = {(link.source, link.target - (target[link.target].lower in _SECOND)) for link in links}
    yield from sorted((i, j) for i, j in told if i in ours and j in theirs)
    free = {i for i, _ in told}, {j for _, j in told}
    yield from ((i, j) for i in ours if i not in free[0] for j in theirs if j not in free[1]
                if abs(i / len(source) - j / len(target)) < _APART)


def _is_deed(word: Token, before: str) -> bool:
    """Whether an English word looks like a verb with a doer, told from form and neighbour alone."""
    if not word.text.islower() or word.lower in ENGLISH_STOP or _MUTUAL & set(lemmas(word.lower)):
        return False
    return (before in _BEFORE_BASE or bool(_PAST.fullmatch(word.lower)) or irregular(word.lower)
            or (word.lower.endswith("ing") and before in _BE))


def _source_deed(source: Sequence[Token], verb: int) -> _Deed | None:
    before, after = verb - 1, verb + 1
    by = _agent(source, after) if _passive_form(source, verb) else None
    passive = by is not None
    if before >= 0 and source[before].lower == "to" and not (
            before and source[before - 1].lower in _LEADING_SOURCE):
        return None
    while before >= 0 and source[before].lower in _PASSED_SOURCE | _LEADING_SOURCE:
        if source[before].lower in _BE and not passive and not source[verb].lower.endswith("ing"):
            return None  # done by nobody that is named
        before -= 1
    return _deed(_SOURCE, source, before, verb, after if by is None else by + 1, passive)


def _passive_form(source: Sequence[Token], verb: int) -> bool:
    """Whether a participle stands there: after a form of be, or with "by" right behind it."""
    before = source[max(0, verb - 3):verb]
    return verb + 1 < len(source) and not source[verb].lower.endswith("ing") and (
        source[verb + 1].lower == "by" or any(word.lower in _BE for word in before))


def _agent(source: Sequence[Token], after: int) -> int | None:
    """The place of the "by" that names the doer: at most four words on, in the same clause."""
    for at in range(after, min(len(source), after + 5)):
        if source[at].lower == "by":
            return None if source[at + 1:at + 2] and source[at + 1].text[0].isdigit() else at
        if not source[at].is_word:
            return None
    return None


def _target_deed(target: Sequence[Token], verb: int) -> _Deed | None:
    before, after = verb - 1, verb + 1
    while before >= 0 and target[before].lower in _PASSED_TARGET | _LEADING_TARGET:
        before -= 1
    passive = target[verb].lower.startswith("di") and is_verb(target[verb].lower)
    if target[verb].lower.startswith("ter"):  # done to, where a doer is named; else who can say
        if after >= len(target) or target[after].lower != "oleh":
            return None
        passive = True
    return _deed(_TARGET, target, before, verb, after, passive)


def _deed(side: _Side, of: Sequence[Token], before: int, verb: int, after: int,
          passive: bool) -> _Deed | None:
    """The deed of a verb with one party right before and one right after it, if there are both."""
    first = _party(side, of, range(before, max(-1, before - REACH), -1))
    after = _past(of, after, side.marks)
    second = _party(side, of, range(after, min(len(of), after + REACH)))
    if not first or not second:
        return None
    third: frozenset[int] = frozenset()
    for at in range(max(second) + 1, min(len(of), max(second) + 3)):
        if of[at].lower in side.receiving:
            start = _past(of, at + 1, side.marks)
            third = _party(side, of, range(start, min(len(of), start + REACH)))
            break
    if passive:
        return _Deed(second, verb, first, third)
    return _Deed(first, verb, second, third)


def _past(of: Sequence[Token], place: int, marks: frozenset[str]) -> int:
    while place < len(of) and of[place].lower in marks:
        place += 1
    return place


def _party(side: _Side, of: Sequence[Token], places: Iterable[int]) -> frozenset[int]:
    """Places of the content words of one party, from the verb outwards."""
    found = []
    for at in places:
        if of[at].text[0].isdigit():
            continue
        if not of[at].is_word or of[at].lower in side.ends \
                or (side is _TARGET and is_verb(of[at].text)):
            break
        if is_content(of[at], side.stop):
            found.append(at)
    return frozenset(found)


def _exchanged(here: _Deed, there: _Deed, links: Sequence[Link]) -> bool:
    """Whether links cross between two of the parties and none goes straight."""
    def between(some: frozenset[int], others: frozenset[int]) -> bool:
        return any(link.source in some and link.target in others for link in links)

    return any(between(a, there.parties[j]) and between(b, there.parties[i])
               and not between(a, there.parties[i]) and not between(b, there.parties[j])
               for (i, a), (j, b) in combinations(enumerate(here.parties), 2))


def _one_turned(here: _Deed, there: _Deed, links: Sequence[Link]) -> bool:
    """Whether the one party that is known on both sides is doer here and done-to there, or back.

    Nothing may be known of the other party, and the verbs must render each other.
    """
    ours, theirs = {link.source for link in links}, {link.target for link in links}

    def met(some: frozenset[int], others: frozenset[int]) -> bool:
        return any(link.source in some and link.target in others for link in links)

    if not any(link.source == here.verb and link.target == there.verb for link in links):
        return False
    pairs = ((here.doer, here.done_to, there.done_to, there.doer),
             (here.done_to, here.doer, there.doer, there.done_to))
    return any(met(known, turned) and not met(known, straight) and not unknown & ours
               and not straight & theirs
               for known, unknown, turned, straight in pairs)


def _finding(kind: str, pair: Analysis, here: _Deed, there: _Deed) -> Finding:
    """Doer and done-to as the target has them; there is nothing else that could be underlined."""
    target = pair.linked.theirs
    doer, done_to = _span(target, there.doer), _span(target, there.done_to)
    return Finding(
        kind, "mistranslation", (_whole(pair.linked.ours, here),), (_whole(target, there),),
        words={"doer": pair.target.text[slice(*doer)],
               "done_to": pair.target.text[slice(*done_to)]})


def _span(of: Sequence[Token], places: Iterable[int]) -> Range:
    some = sorted(places)
    return of[some[0]].start, of[some[-1]].end


def _whole(of: Sequence[Token], deed: _Deed) -> Range:
    return _span(of, [*deed.doer, deed.verb, *deed.done_to, *deed.recipient])
