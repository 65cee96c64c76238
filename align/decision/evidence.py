"""What speaks for and against a finding, whatever its kind: evidence by name.

Log odds where there are any, else shares of 0 to 1 or logarithms of counts. What nothing could
tell (no encoder, no tagger, no article) is not named; the decision then reckons with the mean.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from align.analysis import Analysis, Side
from align.analysis.lexical import rendered_share
from align.checks import Finding, Range
from align.lexicon import Lexicon
from align.odds import log_odds
from align.tagger.spans import judged_words
from align.text.en.stop import STOP as ENGLISH_STOP
from align.text.id.stop import STOP as INDONESIAN_STOP
from align.text.tokens import is_content, touched

Evidence = dict[str, float]
LONGEST = 2000  # code points of a text from which it is no sentence
_UNCALLED = -2.0  # log odds where no function word is called for, or none is said
CALM = -3.0  # log odds of trouble below which the tagger's calm says no more: small words that turn
             # a sentence are its blind spot


class Common:
    """The evidence that the findings of one pair share; made once, asked for each of them."""

    def __init__(self, pair: Analysis, findings: Sequence[Finding]) -> None:
        self._pair = pair
        self._findings = findings
        self._shared = _of_pair(pair) | {"crowded": math.log(1 + len(findings))}
        self._tagged = None if pair.tagged is None else (
            judged_words(pair.source.text, pair.tagged.source),
            judged_words(pair.target.text, pair.tagged.target))

    def of(self, finding: Finding) -> Evidence:
        """All evidence on one finding, its own included.

        Of the places that the check itself named: a counterpart that is only guessed is none.
        """
        return {**self._shared, **self._places(finding), **self._troubles(finding),
                **_elsewhere(self._pair, finding), **finding.evidence}

    def _places(self, finding: Finding) -> Evidence:
        """What the words of the spans say: links between them, strays, sameness, length."""
        pair = self._pair
        linked = pair.linked
        ours = touched(linked.ours, *finding.source)
        theirs = touched(linked.theirs, *finding.target)
        found = {
            "capital": float(_capital(pair.source, finding.source)
                             or _capital(pair.target, finding.target)),
            "length": math.log(1 + len(ours) + len(theirs)),
            "agreed": float(any(_touch(finding, other) for other in self._findings
                                if other is not finding and other.check != finding.check)),
        }
        if finding.source:
            content = [i for i in ours if is_content(linked.ours[i], ENGLISH_STOP)]
            met = [i for i in content if any(j in theirs for j in linked.ahead.get(i, ()))]
            strayed = [i for i in content if i in linked.ahead and i not in met]
            found |= {"met": len(met) / max(1, len(content)),
                      "strayed": len(strayed) / max(1, len(content)),
                      "same": _same(pair.source, pair.target, finding.source),
                      "said": _said(pair.source, pair.target, finding.source)}
        if finding.target:
            stranger = [j for j in theirs if is_content(linked.theirs[j], INDONESIAN_STOP)
                        and any(i not in ours for i in linked.back.get(j, ()))]
            found |= {"stranger": len(stranger) / max(1, len(theirs)),
                      "same_there": _same(pair.target, pair.source, finding.target),
                      "said_there": _said(pair.target, pair.source, finding.target)}
        if finding.source and finding.target:
            found["apart"] = _apart(pair, finding)
        return found | _function_words(pair, finding)

    def _troubles(self, finding: Finding) -> Evidence:
        """The tagger's log odds of trouble in the words of either side's spans."""
        if self._tagged is None:
            return {}
        found = {}
        for name, words, spans in (("trouble_source", self._tagged[0], finding.source),
                                   ("trouble_target", self._tagged[1], finding.target)):
            inside = [word.trouble for word in words
                      if any(word.start < end and start < word.end for start, end in spans)]
            if inside:
                found[name] = max(CALM, log_odds(max(inside)))
        if found:
            found["trouble"] = max(found.values())
        return found


def _of_pair(pair: Analysis) -> Evidence:
    """What is known of the pair as a whole; of a null, whose other side says nothing, its size."""
    linked = pair.linked
    found = {"size": math.log(1 + len(linked.ours))}
    if pair.source and pair.target:
        content = [i for i, word in enumerate(linked.ours) if is_content(word, ENGLISH_STOP)]
        theirs = [j for j, word in enumerate(linked.theirs) if is_content(word, INDONESIAN_STOP)]
        found |= {
            "free": 1 - sum(i in linked.ahead for i in content) / max(1, len(content)),
            "free_target": 1 - sum(j in linked.back for j in theirs) / max(1, len(theirs)),
            "ratio": abs(math.log((1 + len(pair.target.text)) / (1 + len(pair.source.text)))),
        }
    if pair.vectored is not None:
        found["cosine"] = pair.vectored.cosine
    if pair.tagged is not None:
        found["doubted"] = max(CALM, log_odds(1 - pair.tagged.score))
    if pair.pair.bead is not None:
        found["bead"] = log_odds(pair.pair.bead)
    return found


def _function_words(pair: Analysis, finding: Finding) -> Evidence:
    """How sure function words are called for by the span and missing, and stand there uncalled."""
    if not (pair.source and pair.target):
        return {}
    found = {}
    if finding.source:
        found["missing"] = max((one.odds for one in pair.expectations.missing
                                if _overlaps(finding.source, one.start, one.end)),
                               default=_UNCALLED)
    if finding.target:
        found["unforeseen"] = max((-one.odds for one in pair.expectations.unforeseen
                                   if _overlaps(finding.target, one.word.start, one.word.end)),
                                  default=_UNCALLED)
    return found


def _elsewhere(pair: Analysis, finding: Finding) -> Evidence:
    """Share of a lone span's words that the sentences around the pair say on the other side."""
    for spans, here, there in ((finding.source, pair.source, pair.target),
                               (finding.target, pair.target, pair.source)):
        if spans and there.around is not None and finding.category in ("omission", "addition"):
            words = " ".join(here.text[slice(*span)] for span in spans)
            return {"elsewhere": rendered_share(words, there.around.text, Lexicon.load(),
                                                english=here.language == "en")}
    return {}


def _same(here: Side, there: Side, spans: Sequence[Range]) -> float:
    """Whether the other text has the very words of one of the spans."""
    words = [here.text[slice(*span)].strip() for span in spans]
    return float(any(one and one in there.text for one in words))


def _said(here: Side, there: Side, spans: Sequence[Range]) -> float:
    """Share of the spans' content words that some word of the other text may render, anywhere."""
    words = " ".join(here.text[slice(*span)] for span in spans)
    if not words or max(len(here.text), len(there.text)) > LONGEST:
        return 0.0
    return rendered_share(words, there.text, Lexicon.load(), english=here.language == "en")


def _overlaps(spans: Sequence[Range], start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in spans)


def _capital(side: Side, spans: Sequence[Range]) -> bool:
    """Whether a span begins with a capital inside its text."""
    return any(start > 0 and side.text[start:start + 1].isupper() for start, _ in spans)


def _apart(pair: Analysis, finding: Finding) -> float:
    """How far apart both spans stand, as a share of their sentences."""
    return abs(finding.source[0][0] / max(1, len(pair.source.text))
               - finding.target[0][0] / max(1, len(pair.target.text)))


def _touch(one: Finding, other: Finding) -> bool:
    return any(a < d and c < b for some, others in ((one.source, other.source),
                                                    (one.target, other.target))
               for a, b in some for c, d in others)
