"""Coverage: the part of a sentence that nothing on the other side renders.

Flags a clause or phrase of the source that the target leaves out (omission, on the source) and
one of the target that the source does not have (addition, on the target), told from words the
lexicon does not know by vectors and lengths; see `align.analysis.undertranslation`.

Must not flag: a fair compression of a word or two, a paraphrase, an abbreviation spelt out, a
sentence that is missing as a whole (that is for the aligner), nor what a neighbouring sentence of
the article says instead.
"""

from __future__ import annotations

from collections.abc import Iterable

from align.analysis import Features
from align.analysis.exact import is_told, told_in_source, told_in_target
from align.analysis.lexical import rendered_share
from align.analysis.undertranslation import Unrendered
from align.checks import Analysis, Finding, check
from align.lexicon import Lexicon
from align.lexicon.logistic import logit, shipped

LEAST = -2.5       # log odds by words and vectors below which a gap is no doubt at all
FEW = 3            # unlinked content words that make a phrase
_ELSEWHERE = 0.6   # share of the phrase's words found next door that makes it rendered there
_TELLING = ("bare", "share", "total", "filled", "all_room", "names", "edges", "phrase",
            "phrase_room", "soft", "gain", "omitted")  # features that the decision weighs, too


@check("links", "vectors")
def coverage(pair: Analysis) -> Iterable[Finding]:
    """What was left out of and put into the pair, gravest first."""
    if pair.vectored is None:
        return []
    weights = shipped("coverage")
    scored = sorted(((logit(weights, row), phrase, row)
                     for phrase, row in pair.vectored.unrendered),
                    key=lambda item: (-item[0], item[1].start))
    return [_finding(score, phrase, row) for score, phrase, row in scored
            if score >= LEAST and not _next_door(phrase, pair) and not _exactly(phrase, pair)]


def _exactly(phrase: Unrendered, pair: Analysis) -> bool:
    """Whether the phrase is made of names, numbers and dates that the other side tells."""
    if phrase.omitted:
        return is_told(pair.source, phrase.start, phrase.end,
                       told_in_source(pair.source, pair.target))
    return is_told(pair.target, phrase.start, phrase.end,
                   told_in_target(pair.source, pair.target))


def _next_door(phrase: Unrendered, pair: Analysis) -> bool:
    """Whether the sentences around the pair say the phrase instead."""
    around = (pair.target if phrase.omitted else pair.source).around
    return around is not None and rendered_share(
        phrase.text, around.text, Lexicon.load(), english=phrase.omitted) >= _ELSEWHERE


def _finding(score: float, phrase: Unrendered, row: Features) -> Finding:
    where = ((phrase.start, phrase.end),)
    size = "phrase" if phrase.gap.bare >= FEW else "words"
    evidence = {"unrendered": score, **{name: row[name] for name in _TELLING}}
    if phrase.omitted:
        return Finding(f"{size}-omitted", "omission", source=where, evidence=evidence)
    return Finding(f"{size}-added", "addition", target=where, evidence=evidence)
