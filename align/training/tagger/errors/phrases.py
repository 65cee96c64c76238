"""Errors of amount: a word, phrase or sentence left out or put in."""

from __future__ import annotations

import re
from itertools import pairwise
from random import Random

from align.training.tagger.errors.concepts import removal
from align.training.tagger.errors.edit import GAP, Edit, Side
from align.training.tagger.errors.material import Material, draw

_SOURCE_HEADS = """in on at by with for from after before during since until under over about
against between through without within while because when where which who that including as to
despite amid near across into"""
_TARGET_HEADS = """di pada dengan untuk dari setelah sebelum selama sejak sampai oleh tentang
terhadap antara melalui tanpa ketika karena saat yang termasuk sebagai ke kepada agar meski seperti
bagi dalam sambil hingga akibat"""
_HEADS: dict[Side, frozenset[str]] = {
    "source": frozenset(_SOURCE_HEADS.split()), "target": frozenset(_TARGET_HEADS.split())}
_STOPS = re.compile(r"[.,;:!?()“”\"]")
_JOINT = re.compile(r"[.,;:!?](?=\s|$)")


def phrase(pair: Material, rng: Random) -> Edit | None:
    """A phrase that the links hold to be one translation unit, taken out of either side."""
    side: Side = "target" if rng.random() < 0.6 else "source"
    edits = []
    all_words, text = pair.words(side), pair.text(side)
    for first, last in _stretches(pair, side):
        other = pair.phrase(side, first, last)
        if other and other[1] - other[0] < 0.6 * len(text):
            edits.append(removal(pair, side, all_words[first].start, all_words[last].end,
                                 ((*other, GAP),)))
    if not edits:
        return None
    wanted = rng.choice((4, 12, 25, 45, 70))  # mixed lengths, or long ones would rule
    return min(rng.sample(edits, len(edits)), key=lambda e: abs(len(e.old) - wanted))


def _stretches(pair: Material, side: Side) -> list[tuple[int, int]]:
    """Word ranges that begin as phrases do and end where phrases end; single adjectives too."""
    text, all_words, found = pair.text(side), pair.words(side), []
    heads = _HEADS[side]
    for first, word in enumerate(all_words):
        opens = word.lower in heads or (first and _STOPS.search(
            text[all_words[first - 1].end:word.start]))
        if not opens:
            if len(word.lower) > 4 and not word.text[0].isupper():
                found.append((first, first))
            continue
        for last in range(first + 1, min(first + 14, len(all_words))):
            gap_before = text[all_words[last - 1].end:all_words[last].start]
            if _STOPS.search(gap_before):
                break
            gap = text[all_words[last].end:all_words[last + 1].start] \
                if last + 1 < len(all_words) else "."
            if _STOPS.search(gap) or (last + 1 < len(all_words)
                                      and all_words[last + 1].lower in heads):
                found.append((first, last))
    return [(a, b) for a, b in found if (a, b) != (0, len(all_words) - 1)]


def conjunct(pair: Material, rng: Random) -> Edit | None:
    """One member of a pair left out: "dan X" or ", X" where a phrase unit says so."""
    side: Side = "target" if rng.random() < 0.6 else "source"
    joins = ("dan", "serta", "atau", "tetapi") if side == "target" else ("and", "or", "but")
    all_words, edits = pair.words(side), []
    for first, word in enumerate(all_words):
        if word.lower not in joins:
            continue
        for last in range(first + 1, min(first + 5, len(all_words))):
            other = pair.phrase(side, first, last)
            text = pair.text(side)[word.start:all_words[last].end]
            if other and not _STOPS.search(text):
                edits.append(removal(pair, side, word.start, all_words[last].end,
                                     ((*other, GAP),)))
    return draw(rng, edits)


def foreign_phrase(pair: Material, rng: Random) -> Edit | None:
    """A phrase of another sentence of the document put in, on either side."""
    side: Side = "target" if rng.random() < 0.6 else "source"
    mates = [mate for mate in pair.mates if mate[1] != pair.target]
    if not mates:
        return None
    mate = rng.choice(mates)
    other = Material(*mate, lexis=pair.lexis)
    ranges = [(a, b) for a, b in _stretches(other, side) if b > a]
    if not ranges:
        return None
    first, last = rng.choice(ranges)
    words = other.words(side)
    piece = other.text(side)[words[first].start:words[last].end]
    if piece.lower() in pair.text(side).lower():
        return None
    at = _joint(pair, side, rng)
    if at is None:
        return None
    comma = words[first].lower in ("yang", "which", "who", "that") or rng.random() < 0.2
    return Edit(side, at, "", (", " if comma else " ") + piece[:1].lower() + piece[1:]
                if not words[first].text[0].isupper() else " " + piece, GAP)


def _joint(pair: Material, side: Side, rng: Random) -> int | None:
    # Before a stop or a phrase's head, never inside a name.
    text, all_words = pair.text(side), pair.words(side)
    places = [a.end for a, b in pairwise(all_words)
              if _JOINT.match(text, a.end) or (b.lower in _HEADS[side]
                                               and text[a.end:b.start] == " ")]
    if all_words:
        places.append(all_words[-1].end)
    return rng.choice(places) if places else None


def foreign_sentence(pair: Material, rng: Random) -> Edit | None:
    """A whole sentence of the document that the other side does not have, before or after."""
    side: Side = "target" if rng.random() < 0.5 else "source"
    mates = [mate for mate in pair.mates if mate[1] != pair.target and len(mate[1]) < 160]
    if not mates:
        return None
    text = rng.choice(mates)[side == "target"]
    if rng.random() < 0.6:
        return Edit(side, len(pair.text(side)), "", " " + text, GAP)
    return Edit(side, 0, "", text + " ", GAP)


def other_sentence(pair: Material, rng: Random) -> Edit | None:
    """Another sentence of the document in the target's place: nothing corresponds."""
    mates = [mate for mate in pair.mates if mate[1] != pair.target]
    if not mates:
        return None
    return Edit("target", 0, pair.target, rng.choice(mates)[1], GAP,
                ((0, len(pair.source), GAP),))
