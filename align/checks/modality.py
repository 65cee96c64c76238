"""Modality: what may be must not become what is, must be or is certain; nor the reverse.

Flags a stated possibility, necessity or certainty that nothing in the target could render (major;
minor inside a dependent clause), and one that the target puts in (major); if both happen in a pair
they are one finding. Must not flag: may as bisa, dapat, berpotensi, akan; must as perlu, wajib,
pasti; probably as mungkin; memastikan for ensure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from align.checks import Analysis, Finding, check
from align.mentions.modality import DONE, FAIR_VERBS, Cue, answers
from align.messages import TERM

# A clause that asks or only describes: languages differ in whether it wants a modal of its own.
NEAR = 150  # characters before a modal in which its clause may begin
_DEPENDENT = re.compile(r"\b(?:whether|if|where|who|which|that)\b[^,.;:]*$", re.IGNORECASE)
APART = 0.3  # share of the sentence by which a modal verb and what it became may be apart
_OPEN = ("may", "could", "should", "will")  # with these nothing has been done yet
_SENSED = re.compile(r" (?:be )?(?:see|seen|hear|heard|feel|felt|smell)\b")  # can is empty here
_HAVE = re.compile(r"(?: \w+)? have\b")
_DENIED = re.compile(r"\b(?:not|never)\b|n't\b")


@check()
def modality(pair: Analysis) -> Iterable[Finding]:
    """Findings on modal classes: changed, or lost and put in."""
    lost = [cue for cue in pair.source.modality if not answers(pair.target.text, "id", cue.name)]
    gained = [cue for cue in pair.target.modality if not answers(pair.source.text, "en", cue.name)]
    if lost and gained:
        return (_changed(lost[0], gained[0]),)
    return _verb(pair) or [*(_lost(pair, cue) for cue in lost[:1]),
                           *(_gained(cue) for cue in gained[:1])]


def _verb(pair: Analysis) -> list[Finding]:
    """A lone modal verb that became another, or a thing done: can, harus; could send, telah."""
    source, target = pair.source.text, pair.target.text
    ours = pair.source.modal_verbs
    if len(ours) != 1:
        return []
    theirs = pair.target.modal_verbs
    if len(theirs) > 1:
        return []
    verb = ours[0]
    if _SENSED.match(source, verb.end):
        return []
    if theirs:
        other = theirs[0]
        if other.name in FAIR_VERBS[verb.name].split() or (
                other.name == "boleh" and _DENIED.search(source, verb.start)
                and verb.name in ("must", "should")):
            return []
    else:
        done = [Cue("done", *match.span()) for match in DONE.finditer(target)]
        if verb.name not in _OPEN or len(done) != 1 or _HAVE.match(source, verb.end):
            return []
        other = done[0]
    apart = abs(verb.start / len(source) - other.start / len(target))
    return [Finding("modal-changed", "mistranslation", ((verb.start, verb.end),),
                    ((other.start, other.end),))] if apart <= APART else []


def _changed(lost: Cue, gained: Cue) -> Finding:
    return Finding(
        "modality-changed", "mistranslation", ((lost.start, lost.end),),
        ((gained.start, gained.end),),
        words={"was_class": TERM + lost.name, "became_class": TERM + gained.name})


def _lost(pair: Analysis, cue: Cue) -> Finding:
    loose = _DEPENDENT.search(pair.source.text, max(0, cue.start - NEAR), cue.start) is not None
    return Finding(
        "modality-lost-in-clause" if loose else "modality-lost", "mistranslation",
        source=((cue.start, cue.end),), words={"was_class": TERM + cue.name})


def _gained(cue: Cue) -> Finding:
    return Finding("modality-gained", "mistranslation", target=((cue.start, cue.end),),
                   words={"became_class": TERM + cue.name})
