"""From beads to flags: a bead's sentences read as one pair, what is found put in its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from align import checks
from align.aligner.repeats import told_elsewhere
from align.analysis import Pair, Side, Tools, analyse
from align.checks import Range
from align.decision import Decided, DecisionSettings, PairFlag, decide
from align.model import Article, Bead, Flag, Span
from align.notes import is_tuned
from align.text import Language

# What can be said where the checks, made for English to Indonesian, do not apply.
_ANY_LANGUAGES = ("addition", "omission")
NEXT_DOOR = 2  # sentences to either side of a bead that may say what it does not


def find_flags(source: Article, target: Article, beads: Sequence[Bead], tools: Tools,
               settings: DecisionSettings) -> tuple[tuple[Flag, ...], tuple[Flag, ...]]:
    """The flags of all beads, shown and quiet, with spans in the articles' sentences."""
    left = [_joined(source, bead.source) for bead in beads]
    right = [_joined(target, bead.target) for bead in beads]
    analyses = analyse(_pairs(source, target, beads, left, right), tools)
    twins = told_elsewhere(beads, *([each.text for each in side.sentences]
                                    for side in (source, target)))
    found = [[] if twin else findings for twin, findings in zip(
        twins, checks.run(analyses, None if is_tuned(source, target) else _ANY_LANGUAGES),
        strict=True)]
    decided = [decide(*each, settings) for each in zip(analyses, found, strict=True)]

    def placed(of: Callable[[Decided], Sequence[PairFlag]]) -> tuple[Flag, ...]:
        return tuple(_flag(number, flag, left[number], right[number])
                     for number, one in enumerate(decided) for flag in of(one))

    return placed(lambda one: one.flags), placed(lambda one: one.quiet)


def _pairs(source: Article, target: Article, beads: Sequence[Bead], left: Sequence[_Joined],
           right: Sequence[_Joined]) -> list[Pair]:
    """The beads as pairs to analyse, each side with what stands around it in its article."""
    whole = Side(source.text, "en"), Side(target.text, "id")
    published = target.published or source.published
    return [
        Pair(Side(ours.text, "en", _around(source, bead.source, "en"), whole[0]),
             Side(theirs.text, "id", _around(target, bead.target, "id"), whole[1]),
             bead.score if bead.kind == "match" else None, published)
        for bead, ours, theirs in zip(beads, left, right, strict=True)]


def _around(article: Article, numbers: Sequence[int], language: Language) -> Side | None:
    """The sentences next to some, as one text; None for none."""
    if not numbers:
        return None
    near = [article.sentences[at].text
            for at in range(max(0, min(numbers) - NEXT_DOOR),
                            min(len(article.sentences), max(numbers) + NEXT_DOOR + 1))
            if at not in numbers]
    return Side(" ".join(near), language) if near else None


@dataclass(frozen=True, slots=True)
class _Joined:
    """The sentences of one side of a bead as running text, and where each begins in it."""

    text: str
    parts: tuple[tuple[int, int, int], ...]  # sentence, start, end

    def spans(self, ranges: Sequence[Range]) -> tuple[Span, ...]:
        """Ranges of the running text as spans of the sentences they touch."""
        return tuple(sorted(
            Span(number, max(a, start) - start, min(b, end) - start)
            for a, b in ranges for number, start, end in self.parts if a < end and start < b
        ))


def _joined(article: Article, numbers: Sequence[int]) -> _Joined:
    parts, at = [], 0
    for number in numbers:
        end = at + len(article.sentences[number].text)
        parts.append((number, at, end))
        at = end + 1
    return _Joined(" ".join(article.sentences[i].text for i in numbers), tuple(parts))


def _flag(number: int, flag: PairFlag, source: _Joined, target: _Joined) -> Flag:
    return Flag(
        bead=number, category=flag.category, check=flag.check, kind=flag.kind,
        severity=flag.severity, confidence=flag.confidence, source=source.spans(flag.source),
        target=target.spans(flag.target), message=flag.message, pesan=flag.pesan,
        messages=flag.messages, suggestion=flag.suggestion, evidence=flag.evidence)
