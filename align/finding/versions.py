"""Which filing of a story a rewrite was made from.

One story is filed many times: with paragraphs added, cut, or corrected. The rewrite is aligned to
each version, and each is scored by how likely a rewriter is to make this rewrite from it:

- a sentence of the rewrite that a version does not have must have been invented, and it is a rare
  chance that another version then has it;
- a sentence that a version has and the rewrite has not must have been left out, as often as this
  rewriter leaves out sentences that all versions have;
- a number, name or date that contradicts the version must be a mistake of the rewriter;
- a version filed after the rewrite cannot be it.

Scores are the shares of these likelihoods. Of versions equally likely, the latest is taken, then
the one with the fewest unused paragraphs, then the fullest.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from align import checks
from align.aligner import AlignerSettings, Alignment, align
from align.analysis import Pair, analyse
from align.encoders import Encoder
from align.finding.evidence import day
from align.model import Article
from align.reading.noise import heard
from align.text.folding import index_words

_INVENTED = math.log(0.001)  # that a sentence another version has was invented here
_CONTRADICTED = -2.0  # a mistake in ten facts
_LATE = -6.0
_SURE = 0.8            # how sure one finding of a reader is a contradiction
_READERS = ("dates", "names", "numbers", "quotes")


@dataclass(frozen=True, slots=True)
class Version:
    """One candidate version and what speaks for it.

    `score` is the probability that the rewrite was made from it rather than from the others,
    `coverage` the share of the rewrite, in characters, that it covers; `unused` are its sentences
    that the rewrite has not, `only` those that no other version has.
    """

    article: Article
    alignment: Alignment
    score: float
    coverage: float
    contradictions: float
    late: bool
    unused: tuple[int, ...]
    only: tuple[int, ...]


def choose(rewrite: Article, versions: Sequence[Article], encoder: Encoder,
           settings: AlignerSettings | None = None) -> list[Version]:
    """Versions by how likely the rewrite was made from them, best first.

    Args:
        rewrite, versions: with their sentences.
    """
    rendered = heard(sentence.text for sentence in rewrite.sentences)
    alignments = [align(heard(sentence.text for sentence in version.sentences), rendered, encoder,
                        settings) for version in versions]
    words = [[" ".join(index_words(sentence.text)) for sentence in version.sentences]
             for version in versions]
    unused = [_unused(version, alignment)
              for version, alignment in zip(versions, alignments, strict=True)]
    rate = _omission_rate(words, unused)
    measured = [
        _measure(rewrite, version, alignment, left, rate, _only(words, at))
        for at, (version, alignment, left)
        in enumerate(zip(versions, alignments, unused, strict=True))]
    top = max((logit for logit, _ in measured), default=0.0)
    whole = sum(math.exp(logit - top) for logit, _ in measured)
    chosen = [Version(one.article, one.alignment, round(math.exp(logit - top) / whole, 4),
                      one.coverage, one.contradictions, one.late, one.unused, one.only)
              for logit, one in measured]
    return sorted(chosen, key=_preference, reverse=True)


def _preference(version: Version) -> tuple[float, bool, str, int, int]:
    article = version.article
    return (round(version.score, 2), not version.late, article.published, -len(version.unused),
            len(article.text))


def _measure(rewrite: Article, version: Article, alignment: Alignment, unused: tuple[int, ...],
             rate: float, only: tuple[int, ...]) -> tuple[float, Version]:
    """Log-likelihood of the rewrite given one version, and the facts it rests on."""
    covered = [0.0] * len(rewrite.sentences)
    for bead in alignment.beads:
        if bead.kind == "match":
            for sentence in bead.target:
                covered[sentence] = bead.score
    lengths = [len(sentence.text) for sentence in rewrite.sentences]
    whole = max(sum(lengths), 1)
    coverage = sum(map(operator.mul, covered, lengths)) / whole
    contradictions = _contradictions(rewrite, version, alignment)
    late = is_later(version.published, rewrite.published)
    logit = (sum((1 - share) * _INVENTED for share in covered)
             + len(unused) * math.log(rate)
             + (len(version.sentences) - len(unused)) * math.log(1 - rate)
             + contradictions * _CONTRADICTED + late * _LATE)
    return logit, Version(version, alignment, 0.0, round(coverage, 4), contradictions, late,
                          unused, only)


def _unused(version: Article, alignment: Alignment) -> tuple[int, ...]:
    used = {sentence for bead in alignment.beads if bead.kind == "match"
            for sentence in bead.source}
    return tuple(n for n in range(len(version.sentences)) if n not in used)


def _omission_rate(words: Sequence[Sequence[str]], unused: Sequence[tuple[int, ...]]) -> float:
    """How often the rewriter left out what all versions have, drawn towards one in ten."""
    shared = set(words[0]).intersection(*words[1:]) if words else set()
    places = sum(text in shared for texts in words for text in texts)
    left = sum(texts[n] in shared for texts, gaps in zip(words, unused, strict=True) for n in gaps)
    versions = max(len(words), 1)
    return min((left / versions + 1.0) / (places / versions + 10.0), 0.9)


def _only(words: Sequence[Sequence[str]], at: int) -> tuple[int, ...]:
    others = {text for n, texts in enumerate(words) if n != at for text in texts}
    return tuple(n for n, text in enumerate(words[at]) if text not in others)


def _contradictions(rewrite: Article, version: Article, alignment: Alignment) -> float:
    """What the exact readers say against the matches, as far as they are to be believed."""
    pairs = [Pair.of(" ".join(version.sentences[n].text for n in bead.source),
                     " ".join(rewrite.sentences[n].text for n in bead.target))
             for bead in alignment.beads if bead.kind == "match"]
    found = checks.run(analyse(pairs), only=_READERS)
    return _SURE * sum(map(len, found))


def is_later(version: str, rewrite: str) -> bool:
    """Whether a version was filed after the rewrite, by the clock if both state it, else by day."""
    one, other = _moment(version), _moment(rewrite)
    if one and other:
        return one > other
    first, second = day(version), day(rewrite)
    return bool(first and second and first > second)


def _moment(stated: str) -> datetime | None:
    """A time with its zone, None if not both are stated."""
    try:
        moment = datetime.fromisoformat(stated)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
