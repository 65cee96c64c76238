"""How grave a finding is: a table by kind, lowered a step where it is doubtful.

Critical: who, what, a number or a negation is reversed. Major: a meaning is wrong or content is
lost. Minor: an editor may let it pass.
"""

from __future__ import annotations

from collections.abc import Mapping

from align.model import SEVERITIES, Severity

# Kinds that are not listed are major.
_GRAVE: Mapping[str, Severity] = {
    **dict.fromkeys((
        "number-changed", "number-word-changed", "measure-changed", "weekday-changed",
        "month-changed", "day-changed", "year-changed", "relative-changed", "clock-changed",
        "daytime-changed", "phase-changed", "length-changed", "name-changed",
        "possibility-denied", "negation-lost", "negation-gained", "opposite", "bound-reversed",
        "speaker-changed", "roles-exchanged",
    ), "critical"),
    **dict.fromkeys((
        "scrap-omitted", "scrap-added", "weekday-omitted", "name-omitted",
        "name-added", "negation-put-in", "modality-lost-in-clause",
        "approximation-omitted", "quote-lost", "quote-gained", "words-omitted", "words-added",
        "idiom-unrendered", "english-term", "tagged-omission", "tagged-addition",
        "tagged-mistranslation", "tagged-source", "tagged-target",
        *(f"{group}-word-{what}" for what in ("lost", "gained")
          for group in ("relation", "degree", "tense", "aspect", "past", "repetition")),
    ), "minor"),
}


def severity(kind: str, confidence: float, doubt: Mapping[Severity, float]) -> Severity:
    """The severity of a finding of that kind.

    Args:
        confidence: the probability that the finding is true.
        doubt: for each severity, the confidence below which a finding is one step less grave.
    """
    grave = _GRAVE.get(kind, "major")
    for step in SEVERITIES[SEVERITIES.index(grave):]:
        if confidence >= doubt.get(step, 0.0):
            return step
    return SEVERITIES[-1]
