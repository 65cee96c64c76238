"""What became of a judged flag when the article pair was checked again.

A flag is named by content. One that is found again by its name keeps its verdict, wherever it now
stands. One whose words changed has another name: it must be judged anew, and the old word is shown
beside it as *stale*. One that was true and is gone is *repaired*; any other that is gone says
nothing any more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from align.model import Flag, Review
from align.review.fold import Judgement, Opinion

LONGEST = 20_000  # characters of a pair that are kept in each event on it
ALIKE = 0.6  # ratio of two texts of a pair, above which they are versions of one another


@dataclass(frozen=True, slots=True)
class Standing:
    """Words of one reviewer that no longer apply as they are.

    `stale` maps a flag of the review to the word on what it was before; `repaired` holds words on
    true flags that are gone, `gone` those on others.
    """

    stale: Mapping[str, Judgement] = field(default_factory=dict)
    repaired: Mapping[str, Judgement] = field(default_factory=dict)
    gone: Mapping[str, Judgement] = field(default_factory=dict)


def standing(review: Review, opinion: Opinion) -> Standing:
    """Where the words on flags that the review does not hold any more belong."""
    flags = {flag.id: flag for flag in (*review.flags, *review.quiet)}
    free = {name: shown(review, flag) for name, flag in flags.items()
            if name not in opinion.flags}
    stale: dict[str, Judgement] = {}
    repaired: dict[str, Judgement] = {}
    gone: dict[str, Judgement] = {}
    for name, word in opinion.flags.items():
        if name in flags or word.added or not word.verdict:
            continue
        now = _changed(word.shown, free)
        if now:
            stale[now] = word
            del free[now]
        elif word.verdict == "true":
            repaired[name] = word
        else:
            gone[name] = word
    return Standing(stale, repaired, gone)


def shown(review: Review, flag: Flag) -> dict[str, Any]:
    """What a reviewer sees of a flag, to be kept in the event.

    `en` and `id` are the running texts of the bead's sides (source and target), as JUDGING.md
    calls them, empty where they are too long to keep; `source` and `target` code points
    [start, end) into these; `words` the marked ones.
    """
    bead = review.beads[flag.bead]
    en, left = _running(review.original.sentences, bead.source)
    id_, right = _running(review.rewrite.sentences, bead.target)
    source = [[left[s.sentence] + s.start, left[s.sentence] + s.end]
              for s in flag.source if s.sentence in left]
    target = [[right[s.sentence] + s.start, right[s.sentence] + s.end]
              for s in flag.target if s.sentence in right]
    words = [[en[a:b][:LONGEST] for a, b in source], [id_[a:b][:LONGEST] for a, b in target]]
    if len(en) + len(id_) > LONGEST:  # no sentence of a story: the marked words must do
        en, id_, source, target = "", "", [], []
    return {"en": en, "id": id_, "source": source, "target": target, "words": words,
            "category": flag.category, "check": flag.check, "kind": flag.kind,
            "severity": flag.severity, "confidence": round(flag.confidence, 4),
            "message": flag.message, "suggestion": flag.suggestion}


def shown_pair(review: Review, bead: int) -> dict[str, Any]:
    """What a reviewer sees of a sentence pair."""
    linked = review.beads[bead]
    return {"en": _running(review.original.sentences, linked.source)[0][:LONGEST],
            "id": _running(review.rewrite.sentences, linked.target)[0][:LONGEST]}


def _running(sentences: Any, numbers: tuple[int, ...]) -> tuple[str, dict[int, int]]:
    text = ""
    starts: dict[int, int] = {}
    for number in numbers:
        text += " " if starts else ""
        starts[number] = len(text)
        text += sentences[number].text
    return text, starts


def _changed(was: Mapping[str, Any], free: Mapping[str, Mapping[str, Any]]) -> str:
    """The name of the flag that `was` has become: same check, kind and category in a pair whose
    text is nearly the same, and the same words marked on one side at least; or empty."""
    best, likeness = "", ALIKE
    for name, now in free.items():
        if any(now[key] != was.get(key) for key in ("check", "kind", "category")):
            continue
        words = was.get("words", [[], []])
        if not any(a and a == b for a, b in zip(words, now["words"], strict=True)):
            continue
        ratio = min(_ratio(str(was.get(side, "")), now[side]) for side in ("en", "id"))
        if ratio > likeness:
            best, likeness = name, ratio
    return best


def _ratio(one: str, other: str) -> float:
    if one == other:
        return 1.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio() if one and other else 0.0
