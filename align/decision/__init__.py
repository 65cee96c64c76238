"""Findings of a pair -> flags: how sure, how grave, in what words, and which of them to show.

The checks say what could be wrong; all weights and thresholds are in one fitted file
(`models/decision.json`, see weights.py) and one table (severity.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from align import messages
from align.analysis import Analysis, Features
from align.checks import Finding, Range
from align.decision.counterparts import both_sides
from align.decision.evidence import Common
from align.decision.settings import DecisionSettings as DecisionSettings
from align.decision.severity import severity
from align.decision.weights import Weights, shipped
from align.model import Category, Severity
from align.showing import shown

MOST = 64  # findings of one pair that are weighed: a text with more is no sentence


@dataclass(frozen=True, slots=True)
class PairFlag:
    """A flag on one pair. Spans are code points [start, end) into its two texts.

    `confidence` is the probability that a careful editor would mend the place, reckoned from
    `evidence`; the other fields are those of `model.Flag`.
    """

    category: Category
    check: str
    kind: str
    severity: Severity
    confidence: float
    source: tuple[Range, ...]
    target: tuple[Range, ...]
    message: str
    pesan: str
    suggestion: str
    evidence: Features
    messages: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decided:
    """All flags on one pair: those that are shown, and those that stay below the threshold."""

    flags: tuple[PairFlag, ...]
    quiet: tuple[PairFlag, ...]


def decide(pair: Analysis, findings: Sequence[Finding],
           settings: DecisionSettings | None = None, weights: Weights | None = None) -> Decided:
    """Flags for the findings of one pair, without those about words to be left alone."""
    settings, weights = settings or DecisionSettings(), weights or shipped()
    flags = [flag for flag in assess(pair, findings, weights)
             if not _ignored(flag, pair, settings.ignored)]
    loud, quiet = shown(flags, weights.points[settings.point])
    return Decided(tuple(loud), tuple(quiet))


def assess(pair: Analysis, findings: Sequence[Finding], weights: Weights) -> list[PairFlag]:
    """Every finding as a flag with its probability and severity, in the order of the findings."""
    whole = [(each, placed) for each in findings[:MOST] if (placed := both_sides(each, pair))]
    if not whole:
        return []
    common = Common(pair, [own for own, _ in whole])
    return [_flag(pair, placed, common.of(own), weights) for own, placed in whole]


def _flag(pair: Analysis, finding: Finding, evidence: Features, weights: Weights) -> PairFlag:
    confidence = weights.probability(finding.kind, evidence)
    lines = {code: told(pair, finding, code) for code in messages.languages()}
    return PairFlag(
        finding.category, finding.check, finding.kind,
        severity(finding.kind, confidence, weights.doubt), confidence, finding.source,
        finding.target, lines.pop("en"), lines.pop("id"), finding.suggestion, evidence,
        lines)


def told(pair: Analysis, finding: Finding, language: str) -> str:
    """One line on the finding, in a language of the message catalogues."""
    words = {"was": _quoted(pair.source.text, finding.source),
             "became": _quoted(pair.target.text, finding.target)}
    return messages.tell(language, finding.kind, finding.category, words | dict(finding.words))


def _quoted(text: str, spans: Iterable[Range]) -> str:
    return " … ".join(text[slice(*span)] for span in spans)


def _ignored(flag: PairFlag, pair: Analysis, ignored: frozenset[str]) -> bool:
    """Whether the user has said to leave the words of one of the spans alone."""
    return bool(ignored) and any(
        side.text[slice(*span)].strip().lower() in ignored
        for side, spans in ((pair.source, flag.source), (pair.target, flag.target))
        for span in spans)
