"""How well flags and scores tell wrong pairs from right ones: by kind, with intervals.

The judge is whatever gives a pair a score and findings: the tagger alone, the checks alone, or
everything. Intervals are 95 %, from a bootstrap over items.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from align.analysis import Pair, Tools
from align.bench.items import Item
from align.bench.measures import Measure, auc, calibration_error, detection_at, f1, resampled
from align.decision import PairFlag, assess
from align.decision.weights import shipped
from align.errors import InputError


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a judge says of a pair: probability that it is faithful, and the flags it shows."""

    score: float
    flags: tuple[PairFlag, ...]

    @property
    def flagged(self) -> bool:
        """Whether any flag is of severity major or above."""
        return any(f.severity != "minor" for f in self.flags)

    @property
    def alarm(self) -> float:
        """Confidence of the surest flag of any severity, 0 without one."""
        return max((f.confidence for f in self.flags), default=0.0)


Judge = Callable[[Sequence[tuple[str, str]]], Sequence[Verdict]]


@dataclass(frozen=True, slots=True)
class KindScore:
    """One kind of error: shares of its pairs.

    `flagged`: with a flag of severity major or above; `words`: with one on the very words;
    `detected`: found at the fixed false-alarm rate.
    """

    kind: str
    items: int
    flagged: Measure
    words: Measure
    detected: Measure


@dataclass(frozen=True, slots=True)
class ScoreBench:
    """The whole measurement.

    `false_alarms` and `critical_alarms` are shares of clean pairs with a flag of severity major or
    above, and critical; `rate` is the fixed false-alarm rate of `KindScore.detected` and
    `threshold` the confidence that gives it; `span_f1` is over characters of wrong pairs, `words`
    the share of them flagged on the very words; `fair` are kinds that have faithful pairs alone,
    with their number and false alarms.
    """

    clean: int
    wrong: int
    rate: float
    threshold: float
    false_alarms: Measure
    critical_alarms: Measure
    auc: Measure
    calibration: Measure
    span_f1: Measure
    words: Measure
    kinds: tuple[KindScore, ...]
    fair: tuple[tuple[str, int, Measure], ...] = ()

    def lines(self) -> Iterator[str]:
        """The measurement as a table."""
        yield f"{self.clean} faithful pairs, {self.wrong} wrong ones"
        for name in ("false_alarms", "critical_alarms", "auc", "calibration", "span_f1", "words"):
            yield f"{name.replace('_', ' '):<18}{_with_bounds(getattr(self, name))}"
        for name, count, alarms in self.fair:
            yield f"{name:<18}{count:>6}  faithful, flagged {_with_bounds(alarms)}"
        yield (f"{'kind':<18}{'pairs':>6}  {'flagged':<22}  {'on the very words':<22}  "
               f"at {self.rate:.0%} false alarms")
        for kind in self.kinds:
            yield (f"{kind.kind:<18}{kind.items:>6}  {_with_bounds(kind.flagged):<22}  "
                   f"{_with_bounds(kind.words):<22}  {_with_bounds(kind.detected)}")


def _with_bounds(measure: Measure) -> str:
    return f"{measure.value:.3f}  {measure.low:.3f}–{measure.high:.3f}"


def measure(items: Sequence[Item], judge: Judge, rate: float = 0.05, seed: int = 1) -> ScoreBench:
    """Judge all items and measure the verdicts against the truth.

    Raises:
        InputError: there is no clean or no wrong item.
    """
    clean = [i for i, item in enumerate(items) if item.faithful]
    wrong = [i for i, item in enumerate(items) if not item.faithful]
    if not clean or not wrong:
        raise InputError("Measuring needs right and wrong pairs; name a file that holds both.")
    verdicts = judge([(item.source, item.target) for item in items])
    rng = np.random.default_rng(seed)
    alarms = np.array([verdict.alarm for verdict in verdicts])
    flagged = np.array([verdict.flagged for verdict in verdicts])
    critical = np.array([any(f.severity == "critical" for f in verdict.flags)
                         for verdict in verdicts], float)
    scores = np.array([verdict.score for verdict in verdicts])
    truth = np.array([item.faithful for item in items])
    _, threshold = detection_at(alarms[wrong].tolist(), alarms[clean].tolist(), rate)
    overlap = np.array([_overlap(items[i], verdicts[i]) for i in wrong])
    detected = alarms > max(threshold, 0.0)
    words = np.array([not items[i].faithful and _overlap(items[i], verdicts[i])[0] > 0
                      for i in range(len(items))])
    kinds = []
    for kind in dict.fromkeys(items[i].kind for i in wrong):
        rows = [i for i in wrong if items[i].kind == kind]
        kinds.append(KindScore(kind, len(rows), _mean(flagged[rows], rng),
                               _mean(words[rows], rng), _mean(detected[rows], rng)))
    erring = {kind.kind for kind in kinds}
    calm = dict.fromkeys(items[i].kind for i in clean if items[i].kind not in erring | {""})
    fair = [(kind, [i for i in clean if items[i].kind == kind]) for kind in calm]
    return ScoreBench(
        len(clean), len(wrong), rate, threshold,
        _mean(flagged[clean], rng), _mean(critical[clean], rng),
        resampled(lambda pick: auc(scores[pick].tolist(), truth[pick].tolist()), len(items), rng),
        resampled(lambda pick: calibration_error(scores[pick].tolist(),
                                                 truth[pick].tolist()), len(items), rng),
        resampled(lambda pick: f1(*overlap[pick].sum(0)), len(wrong), rng),
        _mean(words[wrong], rng), tuple(kinds),
        tuple((kind, len(rows), _mean(flagged[rows], rng)) for kind, rows in fair))


def _mean(values: npt.NDArray[Any], rng: np.random.Generator) -> Measure:
    return resampled(lambda pick: float(values[pick].mean()), len(values), rng)


def _overlap(item: Item, verdict: Verdict) -> tuple[int, int, int]:
    """Characters rightly flagged, flagged, and wrong, over the sides that the item speaks of."""
    hits = flagged = true = 0
    for side, spans in (("source", item.source_spans), ("target", item.target_spans)):
        if spans is None:
            continue
        said = {at for f in verdict.flags if f.severity != "minor"
                for start, end in getattr(f, side) for at in range(start, end)}
        gold = {at for start, end in spans for at in range(start, end)}
        hits, flagged, true = hits + len(said & gold), flagged + len(said), true + len(gold)
    return hits, flagged, true


def judge(pairs: Sequence[tuple[str, str]]) -> list[Verdict]:
    """All checks together, and the score they make."""
    from align.lexicon.terms import Glossary
    from align.scoring import BATCH, tools_for
    from align.scoring import judge as judge_pairs

    tools = tools_for(None, Glossary())
    return [Verdict(one.score, one.decided.flags) for at in range(0, len(pairs), BATCH)
            for one in judge_pairs([Pair.of(*p) for p in pairs[at:at + BATCH]], tools)]


def tagger_judge(pairs: Sequence[tuple[str, str]]) -> list[Verdict]:
    """The trained tagger alone, with all that its check makes of it."""
    from align import checks
    from align.analysis import analyse
    from align.tagger.run import load

    analyses = analyse([Pair.of(*pair) for pair in pairs], Tools(tagger=load()))
    found = checks.run(analyses, ["meaning"])
    return [Verdict(one.tagged.score if one.tagged else 0.0,
                    tuple(assess(one, findings, shipped())))
            for one, findings in zip(analyses, found, strict=True)]
