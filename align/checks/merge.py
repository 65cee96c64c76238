"""All findings on a pair -> the few that a reader wants: doubles gone, sure ones only, in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from align.checks import Finding, Range
from align.checks.settings import CheckSettings
from align.model import SEVERITIES

# Where two findings are about the same words, the one whose check stands first here names best
# what is wrong; those that are not listed come last, the more confident first.
SPECIFIC = ("glossary", "untranslated", "dates", "numbers", "names", "titles", "modality",
            "negation", "opposites", "hedges", "speakers", "roles", "senses", "quotes",
            "omission", "addition", "coverage", "meaning")


# Unsure by nature: what these say counts for more if the other says it of the same words. (Wrong
# senses have heard the tagger already: see second.py.)
WEIGHED = frozenset({"coverage", "meaning"})
LIKELY = 0.5  # confidence at which what they say together is major
FAINT = 0.2  # confidence below which a finding bears out nothing


def merge(findings: Iterable[Finding], settings: CheckSettings) -> list[Finding]:
    """The findings to report on one pair, gravest first, then in the order of the text.

    Drops what is below `min_confidence`, what is about ignored words only, and what overlaps a
    more specific finding on a side where both have spans. Two weighed findings about the same
    words bear each other out: both would have to be wrong.
    """
    kept: list[Finding] = []
    for finding in sorted(findings, key=_rank):
        if finding.confidence < (FAINT if finding.check in WEIGHED else settings.min_confidence):
            continue
        same = [at for at, other in enumerate(kept) if _same_matter(finding, other)
                and (other.confidence >= settings.min_confidence or finding.check in WEIGHED)]
        if not same:
            kept.append(finding)
        for at in same:
            kept[at] = _borne_out(kept[at], finding)
    return sorted((f for f in kept if f.confidence >= settings.min_confidence),
                  key=_reading_order)


def _borne_out(finding: Finding, other: Finding) -> Finding:
    """A finding that another check agrees with, as sure as both together."""
    if finding.check == other.check or not {finding.check, other.check} <= WEIGHED:
        return finding
    sure = 1 - (1 - finding.confidence) * (1 - other.confidence)
    gravest = min(finding.severity, other.severity, key=SEVERITIES.index)
    severity = "major" if sure >= LIKELY and gravest == "minor" else gravest
    return replace(finding, confidence=sure, severity=severity)


def without_ignored(findings: Iterable[Finding], source: str, target: str,
                    settings: CheckSettings) -> list[Finding]:
    """Without the findings all of whose words the user has said to leave alone."""
    return [finding for finding in findings
            if not _ignored(finding, source, target, settings.ignored)]


def _ignored(finding: Finding, source: str, target: str, ignored: frozenset[str]) -> bool:
    if not ignored:
        return False
    words = [source[a:b].strip().lower() for a, b in finding.source]
    words += [target[a:b].strip().lower() for a, b in finding.target]
    return any(word in ignored for word in words)


def _rank(finding: Finding) -> tuple[int, int, float, tuple[Range, ...], tuple[Range, ...]]:
    place = SPECIFIC.index(finding.check) if finding.check in SPECIFIC else len(SPECIFIC)
    return (place, SEVERITIES.index(finding.severity), -finding.confidence, finding.source,
            finding.target)


def _same_matter(one: Finding, other: Finding) -> bool:
    """Whether both point at the same words, on a side where both point at any."""
    return _overlap(one.source, other.source) or _overlap(one.target, other.target)


def _overlap(spans: Sequence[Range], others: Sequence[Range]) -> bool:
    return any(a < d and c < b for a, b in spans for c, d in others)


def _reading_order(finding: Finding) -> tuple[int, tuple[Range, ...], tuple[Range, ...], str]:
    return SEVERITIES.index(finding.severity), finding.source, finding.target, finding.check
