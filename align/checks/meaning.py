"""Meaning: what the trained tagger finds wrong, missing or added, named by its words.

Flags wrong senses, literal renderings, turned polarity, modality, roles, and phrases left out or
put in, as far as the network of `align/tagger` sees them. Must not flag fair variation: synonyms,
word order, converted units and clocks, attribution by name. Silent where the weights are absent.
The tagger's word is evidence on the findings of all other checks, too; here it speaks alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from align.checks import Analysis, Finding, Range, check
from align.tagger.spans import Spot, spots
from align.text.tokens import touched

FAR = 0.35  # share of the text by which two wrong spots may be apart and still be one matter


@check("tagger")
def meaning(pair: Analysis) -> Iterable[Finding]:
    """All that the tagger says of the pair."""
    seen = pair.tagged
    if seen is None:
        return []
    source = spots(pair.source.text, seen.source, seen.score)
    target = spots(pair.target.text, seen.target, seen.score)
    found = [_gap("omission", spot) for spot in source if spot.kind == "gap"]
    found += [_gap("addition", spot) for spot in target if spot.kind == "gap"]
    wrong = [spot for spot in source if spot.kind == "wrong"]
    for spot in target:
        if spot.kind == "wrong":
            partner = _partner(pair, spot, wrong)
            if partner:
                wrong.remove(partner)
            found.append(_mistranslation((partner.start, partner.end) if partner else None,
                                         (spot.start, spot.end), spot))
    return found + [_mistranslation((spot.start, spot.end), None, spot) for spot in wrong]


def _partner(pair: Analysis, spot: Spot, others: Sequence[Spot]) -> Spot | None:
    """The wrong spot of the source that one of the target stands for.

    Links tell, if they join words of both; else it is the nearest of those that, like this one,
    links leave without a counterpart.
    """
    linked = pair.linked
    here = touched(linked.theirs, (spot.start, spot.end))
    back = {i for j in here for i in linked.back.get(j, ())}
    joined = [other for other in others if back & touched(linked.ours, (other.start, other.end))]
    if joined or back:
        return joined[0] if joined else None

    def apart(other: Spot) -> float:
        return abs(other.start / len(pair.source.text) - spot.start / len(pair.target.text))

    free = [other for other in others
            if not any(i in linked.ahead for i in touched(linked.ours, (other.start, other.end)))]
    near = min(free, key=apart, default=None)
    return near if near is not None and apart(near) <= FAR else None


def _gap(category: str, spot: Spot) -> Finding:
    where, evidence = ((spot.start, spot.end),), {"tagged": spot.evidence}
    if category == "omission":
        return Finding("tagged-omission", "omission", source=where, evidence=evidence)
    return Finding("tagged-addition", "addition", target=where, evidence=evidence)


def _mistranslation(source: Range | None, target: Range | None, spot: Spot) -> Finding:
    kind = ("tagged-mistranslation" if source and target
            else "tagged-source" if source else "tagged-target")
    return Finding(kind, "mistranslation", (source,) if source else (),
                   (target,) if target else (), evidence={"tagged": spot.evidence})
