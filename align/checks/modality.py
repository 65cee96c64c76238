"""Modality: what may be must not become what is, must be or is certain; nor the reverse.

Flags a stated possibility, necessity or certainty that nothing in the target could render (major;
minor inside a dependent clause), and one that the target puts in (major); if both happen in a pair
they are one finding. Must not flag: may as bisa, dapat, berpotensi, akan; must as perlu, wajib,
pasti; probably as mungkin; memastikan for ensure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from align.checks import Finding, Pair, Tools, check
from align.mentions.modality import (
    DONE,
    FAIR_VERBS,
    Cue,
    answers,
    read_modal_verbs,
    read_modality,
)

# A clause that asks or only describes: languages differ in whether it wants a modal of its own.
NEAR = 150  # characters before a modal in which its clause may begin
_DEPENDENT = re.compile(r"\b(?:whether|if|where|who|which|that)\b[^,.;:]*$", re.IGNORECASE)
APART = 0.3  # share of the sentence by which a modal verb and what it became may be apart
_OPEN = ("may", "could", "should", "will")  # with these nothing has been done yet
_SENSED = re.compile(r" (?:be )?(?:see|seen|hear|heard|feel|felt|smell)\b")  # can is empty here
_HAVE = re.compile(r"(?: \w+)? have\b")
_DENIED = re.compile(r"\b(?:not|never)\b|n't\b")
_KATA = {"possible": "Kemungkinan", "necessary": "Keharusan", "certain": "Kepastian"}
_NOUN = {"possible": "possibility", "necessary": "necessity", "certain": "certainty"}


@check
def modality(pair: Pair, tools: Tools) -> Iterable[Finding]:
    """Findings on modal classes: changed, or lost and put in."""
    if not pair.source or not pair.target:
        return ()
    source, target = read_modality(pair.source, "en"), read_modality(pair.target, "id")
    lost = [cue for cue in source if not answers(pair.target, "id", cue.name)]
    gained = [cue for cue in target if not answers(pair.source, "en", cue.name)]
    if lost and gained:
        return (_changed(pair, lost[0], gained[0]),)
    return _verb(pair) or [*(_lost(pair, cue) for cue in lost[:1]),
                           *(_gained(pair, cue) for cue in gained[:1])]


def _verb(pair: Pair) -> list[Finding]:
    """A lone modal verb that became another, or a thing done: can, harus; could send, telah."""
    ours = read_modal_verbs(pair.source, "en")
    if len(ours) != 1:
        return []
    theirs = read_modal_verbs(pair.target, "id")
    if len(theirs) > 1:
        return []
    verb = ours[0]
    if _SENSED.match(pair.source, verb.end):
        return []
    if theirs:
        other = theirs[0]
        if other.name in FAIR_VERBS[verb.name].split() or (
                other.name == "boleh" and _DENIED.search(pair.source, verb.start)
                and verb.name in ("must", "should")):
            return []
    else:
        done = [Cue("done", *match.span()) for match in DONE.finditer(pair.target)]
        if verb.name not in _OPEN or len(done) != 1 or _HAVE.match(pair.source, verb.end):
            return []
        other = done[0]
    apart = abs(verb.start / len(pair.source) - other.start / len(pair.target))
    return [_verb_changed(pair, verb, other)] if apart <= APART else []


def _verb_changed(pair: Pair, verb: Cue, other: Cue) -> Finding:
    was, became = pair.source[verb.start:verb.end], pair.target[other.start:other.end]
    return Finding(
        "mistranslation", "major", 0.65, ((verb.start, verb.end),), ((other.start, other.end),),
        f"“{was}” became “{became}”.", f"“{was}” menjadi “{became}”.")


def _changed(pair: Pair, lost: Cue, gained: Cue) -> Finding:
    was, became = pair.source[lost.start:lost.end], pair.target[gained.start:gained.end]
    return Finding(
        "mistranslation", "major", 0.85, ((lost.start, lost.end),), ((gained.start, gained.end),),
        f"The {_NOUN[lost.name]} “{was}” became the {_NOUN[gained.name]} “{became}”.",
        f"{_KATA[lost.name]} “{was}” menjadi {_KATA[gained.name].lower()} “{became}”.")


def _lost(pair: Pair, cue: Cue) -> Finding:
    was = pair.source[cue.start:cue.end]
    loose = _DEPENDENT.search(pair.source, max(0, cue.start - NEAR), cue.start) is not None
    return Finding(
        "mistranslation", "minor" if loose else "major", 0.55 if loose else 0.65,
        ((cue.start, cue.end),), (),
        f"The {_NOUN[cue.name]} “{was}” is missing.", f"{_KATA[cue.name]} “{was}” tidak ada.")


def _gained(pair: Pair, cue: Cue) -> Finding:
    became = pair.target[cue.start:cue.end]
    return Finding(
        "mistranslation", "major", 0.65, (), ((cue.start, cue.end),),
        f"The {_NOUN[cue.name]} “{became}” is not in the source.",
        f"{_KATA[cue.name]} “{became}” tidak ada dalam teks sumber.")
