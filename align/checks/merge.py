"""All findings on a pair -> the few that a reader wants: doubles gone, sure ones only, in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from align.checks import Finding, Range
from align.checks.settings import CheckSettings
from align.model import SEVERITIES

# Where two findings are about the same words, the one whose check stands first here names best
# what is wrong; those that are not listed come last, the more confident first.
SPECIFIC = ("glossary", "untranslated", "dates", "numbers", "names", "titles", "modality",
            "negation", "opposites", "hedges", "speakers", "roles", "senses", "quotes",
            "omission", "addition", "coverage", "meaning")


def merge(findings: Iterable[Finding], settings: CheckSettings) -> list[Finding]:
    """The findings to report on one pair, gravest first, then in the order of the text.

    Drops what is below `min_confidence`, what is about ignored words only, and what overlaps a
    more specific finding on a side where both have spans.
    """
    kept: list[Finding] = []
    for finding in sorted(findings, key=_rank):
        if finding.confidence >= settings.min_confidence and not any(
                _same_matter(finding, other) for other in kept):
            kept.append(finding)
    return sorted(kept, key=_reading_order)


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
