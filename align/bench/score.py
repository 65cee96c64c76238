"""How well flags and scores tell wrong pairs from right ones: by kind, with intervals.

Items come from a hand-made file or are made (`training/made.py`); the judge is whatever gives
a pair a score and findings: the tagger alone, the checks alone, or everything. Intervals are 95 %,
from a bootstrap over items.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from align.analysis import Pair, Tools
from align.bench.measures import auc, calibration_error, detection_at, f1
from align.checks import Range
from align.decision import PairFlag, assess
from align.decision.weights import shipped
from align.errors import InputError

RESAMPLES = 1_000
HEADER = ("id", "kind", "split", "source", "right", "wrong", "side", "spans")
VERDICTS = ("id", "kind", "verdict", "source", "target", "source_span", "target_span")


@dataclass(frozen=True, slots=True)
class Item:
    """A pair whose truth is known. `source_spans` and `target_spans` are what is wrong in it.

    None on a side means that the item says nothing of that side.
    """

    kind: str
    source: str
    target: str
    faithful: bool
    source_spans: tuple[Range, ...] | None = ()
    target_spans: tuple[Range, ...] | None = ()


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


class Measure(NamedTuple):
    """A value with the bounds of its 95 % interval."""

    value: float
    low: float
    high: float


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
        _boot(lambda pick: auc(scores[pick].tolist(), truth[pick].tolist()), len(items), rng),
        _boot(lambda pick: calibration_error(scores[pick].tolist(),
                                                 truth[pick].tolist()), len(items), rng),
        _boot(lambda pick: f1(*overlap[pick].sum(0)), len(wrong), rng),
        _mean(words[wrong], rng), tuple(kinds),
        tuple((kind, len(rows), _mean(flagged[rows], rng)) for kind, rows in fair))


def _mean(values: npt.NDArray[Any], rng: np.random.Generator) -> Measure:
    return _boot(lambda pick: float(values[pick].mean()), len(values), rng)


def _boot(statistic: Callable[[npt.NDArray[np.int64]], float], size: int,
          rng: np.random.Generator) -> Measure:
    drawn = [statistic(rng.integers(0, size, size)) for _ in range(RESAMPLES)]
    low, high = np.nanpercentile(drawn, (2.5, 97.5))
    return Measure(float(statistic(np.arange(size))), float(low), float(high))


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


# --------------------------------------------------------------------------------- the items


def read_handmade(path: Path, split: str | None = None) -> list[Item]:
    """Items of a TSV with the columns id, kind, split, source, right, wrong, side, spans.

    Each line gives a clean and a wrong item. `spans` is `start:end` in code points, several parted
    by spaces, into the side that `side` names; of the other side nothing is known.

    Args:
        split: only lines of that split, all of them without it.

    Raises:
        InputError: the file is missing or of another shape; the message names the line.
    """
    items: list[Item] = []
    for number, row in _lines(path):
        if split is not None and row["split"] != split:
            continue
        try:
            spans = tuple((int(a), int(b)) for part in row["spans"].split()
                          for a, b in [part.split(":")])
        except ValueError as error:
            raise InputError(f"Line {number} of '{path}' has no spans such as 12:20; "
                             "give start:end in characters.") from error
        on_source = row["side"] == "source"
        items.append(Item(row["kind"], row["source"], row["right"], True))
        items.append(Item(row["kind"], row["source"], row["wrong"], False,
                          spans if on_source else None, None if on_source else spans))
    return items


def read_verdicts(path: Path) -> list[Item]:
    """Items of a TSV with the columns id, kind, verdict, source, target, source_span, target_span.

    `verdict` is `right` or `wrong`; a span is the very words that are wrong, empty where a side has
    none. A wrong pair needs no right twin.

    Raises:
        InputError: the file is missing or of another shape; the message names the line.
    """
    items = []
    for number, row in _lines(path, VERDICTS):
        if row["verdict"] not in ("right", "wrong"):
            raise InputError(f"Line {number} of '{path}' has the verdict '{row['verdict']}'; "
                             "write right or wrong.")
        items.append(Item(row["kind"], row["source"], row["target"], row["verdict"] == "right",
                          _words(row["source"], row["source_span"]),
                          _words(row["target"], row["target_span"])))
    return items


def _words(text: str, words: str) -> tuple[Range, ...]:
    at = text.find(words)
    return ((at, at + len(words)),) if words and at >= 0 else ()


def read_items(path: Path, split: str | None = None) -> list[Item]:
    """Items of either form, told by the first line: see `read_handmade` and `read_verdicts`."""
    with suppress(OSError, UnicodeDecodeError), path.open(encoding="utf-8") as file:
        if "verdict" in file.readline().split("\t"):
            return read_verdicts(path)
    return read_handmade(path, split)


def _lines(path: Path, header: Sequence[str] = HEADER) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if not set(header[1:]) <= set(rows.fieldnames or ()):
                raise InputError(f"'{path}' lacks columns; its first line must name "
                                 f"{', '.join(header)}.")
            for number, row in enumerate(rows, 2):
                if None in row or None in row.values():
                    raise InputError(f"Line {number} of '{path}' has not {len(header)} columns; "
                                     "part them by tabs.")
                yield number, row
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"'{path}' cannot be read ({error}); name a TSV file.") from error


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
