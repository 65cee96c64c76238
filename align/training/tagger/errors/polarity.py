"""Errors of negation: dropped, or put in."""

from __future__ import annotations

import re
from random import Random

from align.training.tagger.errors.concepts import removal
from align.training.tagger.errors.edit import WRONG, Edit
from align.training.tagger.errors.material import Material, draw

_NOT_SOURCE = re.compile(r"\b(is|are|was|were|will|would|can|could|has|have|had|do|does|did|should)"
                         r"(?: not\b|n[’']t\b)", re.I)
_NOT_TARGET = re.compile(r"\b(?:tidak|tak|bukan|belum|bukanlah|tidaklah|jangan) ", re.I)
_BARE_SOURCE = re.compile(r"\b(is|are|was|were|will|would|can|could|has|have|had|should)\b(?! not)"
                          r"(?!n[’']t)", re.I)


def negation(pair: Material, rng: Random) -> Edit | None:
    """A negation dropped from or put into either side."""
    source, target = list(_NOT_SOURCE.finditer(pair.source)), list(
        _NOT_TARGET.finditer(pair.target))
    if len(source) == len(target) == 1:
        return _without_not(pair, source[0], target[0], rng)
    if source or target or re.search(r"\b(?:no|nor|never|without|un\w+|tanpa|non)\b",
                                     pair.source + pair.target, re.I):
        return None
    return _with_not(pair, rng)


def _without_not(pair: Material, source: re.Match[str], target: re.Match[str],
                 rng: Random) -> Edit | None:
    if rng.random() < 0.7:
        word = target.group().strip()
        return removal(pair, "target", target.start(), target.start() + len(word),
                       ((*source.span(), WRONG),))
    verb = source.group(1)
    if verb.lower() in ("do", "does", "did"):
        return None
    marks = ((target.start(), target.end() - 1, WRONG),)
    return Edit("source", source.start(), source.group(), verb, WRONG, marks)


def _with_not(pair: Material, rng: Random) -> Edit | None:
    if rng.random() < 0.4:
        found = list(_BARE_SOURCE.finditer(pair.source))
        if not found:
            return None
        match = rng.choice(found)
        near = match.end(), min(match.end() + 25, len(pair.source))
        marks = pair.marks("source", match.start(), near[1], WRONG)[:2]
        return Edit("source", match.start(), match.group(), f"{match.group()} not", WRONG, marks)
    edits = []
    for index, word in enumerate(pair.target_words):
        verbal = word.lower.startswith(("me", "di", "ber")) and len(word.lower) > 5
        if (verbal or word.lower in ("akan", "bisa", "dapat", "ada", "ingin", "mau", "harus")) \
                and index and not word.text[0].isupper() and pair.partners("target", index) \
                and pair.lexis.seen_target.get(word.lower, 0) >= 3:
            marks = pair.marks("target", word.start, word.end, WRONG)
            old = pair.target[word.start:word.end]
            new = f"{rng.choice(('tidak', 'tidak', 'tak', 'belum'))} {old}"
            edits.append(Edit("target", word.start, old, new, WRONG, marks))
    return draw(rng, edits)
