"""Meaning: what the trained tagger finds wrong, missing or added, named by its words.

Flags wrong senses, literal renderings, turned polarity, modality, roles, and phrases left out or
put in, as far as the network of `align/tagger` sees them. Must not flag fair variation: synonyms,
word order, converted units and clocks, attribution by name. Silent where the weights are absent.
A second opinion: it is always minor and its confidence stays below one half, for where the network
errs it is as sure as where it is right. So it is heard by who asks for recall, and where `coverage`
doubts the same words (see merge.py); `senses` and the pair's score ask the network themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from align.checks import Finding, Pair, Range, Tools, batch_check
from align.checks.nulls import excerpt
from align.tagger.run import Calibration, Tagged, ready
from align.tagger.spans import Spot, counterpart, spots

ALONE = 0.45  # the most confidence it has by itself
FAR = 0.35  # share of the text by which two wrong spots may be apart and still be one matter


@batch_check
def meaning(pairs: Sequence[Pair], tools: Tools) -> Sequence[Iterable[Finding]]:
    """All that the tagger says of each pair, with its confidence held below ALONE."""
    tagger = ready()
    if tagger is None:
        return [()] * len(pairs)
    tagged = tagger.tag([(pair.source, pair.target) for pair in pairs])
    return [[replace(finding, confidence=min(ALONE, finding.confidence))
             for finding in findings(pair, seen, tagger.calibration)]
            for pair, seen in zip(pairs, tagged, strict=True)]


def findings(pair: Pair, seen: Tagged, calibration: Calibration) -> tuple[Finding, ...]:
    """What to say of one tagged pair."""
    if not pair.source.strip() or not pair.target.strip():
        return ()
    source = spots(pair.source, seen.source, seen.score)
    target = spots(pair.target, seen.target, seen.score)
    found = [_omission(pair, spot, calibration) for spot in source if spot.kind == "gap"]
    found += [_addition(pair, spot, calibration) for spot in target if spot.kind == "gap"]
    wrong = [spot for spot in source if spot.kind == "wrong"]
    for spot in target:
        if spot.kind == "wrong":
            partner = _partner(pair, spot, wrong)
            if partner:
                wrong.remove(partner)
            else:
                likely = counterpart(pair.source, seen.source)
                partner = Spot(*likely, "wrong", 0.0, spot.evidence) if likely else None
            found.append(_mistranslation(pair, partner, spot, calibration))
    for spot in wrong:
        likely = counterpart(pair.target, seen.target)
        other = Spot(*likely, "wrong", 0.0, spot.evidence) if likely else None
        found.append(_mistranslation(pair, spot, other, calibration))
    return tuple(found)


def _partner(pair: Pair, spot: Spot, others: Sequence[Spot]) -> Spot | None:
    """The wrong spot of the source that stands at about the same place as one of the target."""
    def apart(other: Spot) -> float:
        return abs(other.start / len(pair.source) - spot.start / len(pair.target))

    near = min(others, key=apart, default=None)
    return near if near is not None and (apart(near) <= FAR or len(others) == 1) else None


def _omission(pair: Pair, spot: Spot, calibration: Calibration) -> Finding:
    words = excerpt(pair.source[spot.start:spot.end])
    sure = calibration.confidence(spot.evidence)
    return Finding("omission", "minor", sure, ((spot.start, spot.end),), (),
                   f"Nothing in the rewrite renders “{words}”.",
                   f"Tidak ada padanan untuk “{words}”.")


def _addition(pair: Pair, spot: Spot, calibration: Calibration) -> Finding:
    words = excerpt(pair.target[spot.start:spot.end])
    sure = calibration.confidence(spot.evidence)
    return Finding("addition", "minor", sure, (), ((spot.start, spot.end),),
                   f"The original does not say “{words}”.",
                   f"“{words}” tidak ada dalam naskah asli.")


def _mistranslation(pair: Pair, source: Spot | None, target: Spot | None,
                    calibration: Calibration) -> Finding:
    sure = calibration.confidence(max(s.evidence for s in (source, target) if s))
    there = excerpt(pair.source[source.start:source.end]) if source else ""
    here = excerpt(pair.target[target.start:target.end]) if target else ""
    if there and here:
        message = f"“{here}” does not seem to say “{there}”."
        pesan = f"“{here}” tampaknya tidak sama artinya dengan “{there}”."
    elif here:
        message = f"“{here}” does not seem to say what the original says."
        pesan = f"“{here}” tampaknya tidak sesuai dengan naskah asli."
    else:
        message = f"“{there}” seems to be rendered wrongly."
        pesan = f"“{there}” tampaknya keliru diterjemahkan."
    return Finding("mistranslation", "minor", sure, _ranges(source), _ranges(target),
                   message, pesan)


def _ranges(spot: Spot | None) -> tuple[Range, ...]:
    return ((spot.start, spot.end),) if spot else ()
