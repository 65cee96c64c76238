"""Flags that people judged: how many are true, and whether their confidence says so.

A file of judged flags has one JSON object a line: `en`, `id` (the texts) or `set` and `row` (a line
of a table of the data folder), `check`, `category`, `source`, `target` (spans) and the verdict of
JUDGING: true, slight, false or misaligned. The judged place is looked for among all flags that
Selaras makes of the pair now, shown or quiet.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np

from align.analysis import Pair
from align.bench.measures import auc, calibration_error, resampled
from align.bench.tables import Rows
from align.checks import Range
from align.decision import PairFlag
from align.errors import InputError
from align.lexicon.terms import Glossary
from align.scoring import BATCH, Judged, judge, tools_for

Verdict = Literal["true", "slight", "false", "misaligned"]
CURVE = tuple(step / 10 for step in range(1, 10))  # thresholds of the printed curve


@dataclass(frozen=True, slots=True)
class JudgedFlag:
    """One place of a pair, and what a careful editor said of the flag on it."""

    en: str
    id: str
    check: str
    category: str
    source: tuple[Range, ...]
    target: tuple[Range, ...]
    verdict: Verdict
    severity: str


@dataclass(frozen=True, slots=True)
class Found:
    """A judged place and the flag that stands there now, None where there is none any more."""

    judged: JudgedFlag
    flag: PairFlag | None
    shown: bool

    @property
    def loud(self) -> bool:
        """Whether it is shown, major or above."""
        return self.shown and self.flag is not None and self.flag.severity != "minor"


def read_judged(path: Path, data: Path | None = None) -> list[JudgedFlag]:
    """Judged flags of a file.

    Args:
        data: the folder of the tables that lines without texts name.

    Raises:
        InputError: a line is of another shape, or names a table that is not there.
    """
    tables = Rows(data)
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            plain = json.loads(line)
            en, own = ((plain["en"], plain["id"]) if "en" in plain
                       else tables.row(plain["set"], plain["row"]))
            found.append(JudgedFlag(
                en, own, plain["check"], plain["category"], _spans(plain["source"]),
                _spans(plain["target"]), plain["verdict"], plain.get("judged_severity", "")))
        except (ValueError, KeyError, TypeError, IndexError) as error:
            raise InputError(f"Line {number} of {path} is no judged flag ({error!r}); it needs "
                             "texts, check, category, spans and a verdict.") from error
    return found


def _spans(plain: Any) -> tuple[Range, ...]:
    return tuple((int(start), int(end)) for start, end in plain)


def find(judged: Sequence[JudgedFlag]) -> list[Found]:
    """Each judged flag with the one that Selaras makes there now, in order."""
    texts = list(dict.fromkeys((one.en, one.id) for one in judged))
    made = dict(zip(texts, _judge(texts), strict=True))
    return [_found(one, made[one.en, one.id]) for one in judged]


def _judge(texts: Sequence[tuple[str, str]]) -> Iterator[Judged]:
    tools = tools_for(None, Glossary())
    for start in range(0, len(texts), BATCH):
        yield from judge([Pair.of(*text) for text in texts[start:start + BATCH]], tools)


def _found(judged: JudgedFlag, made: Judged) -> Found:
    flags = [*((flag, True) for flag in made.decided.flags),
             *((flag, False) for flag in made.decided.quiet)]
    there = [(flag, shown) for flag, shown in flags if is_same_place(judged, flag)]
    flag, shown = max(there, key=lambda each: (each[1], each[0].confidence), default=(None, False))
    return Found(judged, flag, shown)


def is_same_place(judged: JudgedFlag, flag: PairFlag) -> bool:
    """Whether a flag is of the same check and about the words that were judged."""
    return flag.check == judged.check and any(
        a < d and c < b for some, others in ((judged.source, flag.source),
                                             (judged.target, flag.target))
        for a, b in some for c, d in others)


@dataclass(frozen=True, slots=True)
class JudgedBench:
    """The measurement. Lists of `Found` are without what was misaligned."""

    found: tuple[Found, ...]

    def lines(self) -> Iterator[str]:
        """The measurement as a table, intervals of 95 % from a bootstrap over flags."""
        still = [one for one in self.found if one.flag is not None]
        yield (f"{len(self.found)} judged flags, {len(still)} of them still made, "
               f"{sum(one.shown for one in still)} shown")
        kept = [one for one in self.found if one.judged.verdict == "true"]
        yield (f"of {len(kept)} true ones {sum(one.shown for one in kept)} are shown, "
               f"{sum(one.loud for one in kept)} loud")
        yield f"{'shown':<22}{'flags':>6}  true                  true or slight"
        for name, some in self._groups():
            if some:
                yield (f"{name:<22}{len(some):>6}  {_share(some, ('true',))}    "
                       f"{_share(some, ('true', 'slight'))}")
        chance = [one.flag.confidence for one in still if one.flag]
        truth = [one.judged.verdict == "true" for one in still]
        sides = [(c, one.judged.verdict == "true") for c, one in zip(chance, still, strict=True)
                 if one.judged.verdict != "slight"]
        yield (f"confidence: AUC true against false {auc(*map(list, zip(*sides, strict=True))):.3f}"
               f", calibration error {calibration_error(chance, truth):.3f}")
        yield "threshold  precision  true flags kept"
        for threshold in CURVE:
            over = [right for c, right in zip(chance, truth, strict=True) if c >= threshold]
            if over:
                yield (f"{threshold:>9.1f}  {sum(over) / len(over):>9.3f}  "
                       f"{sum(over) / max(1, sum(truth)):>15.3f}")

    def _groups(self) -> Iterator[tuple[str, list[Found]]]:
        shown = [one for one in self.found if one.shown and one.flag]
        yield "all", shown
        yield "loud", [one for one in shown if one.loud]
        for severity in ("critical", "major", "minor"):
            yield severity, [one for one in shown if one.flag and one.flag.severity == severity]
        for check in sorted({one.judged.check for one in shown}):
            yield check, [one for one in shown if one.judged.check == check]


def bench_judged(judged: Sequence[JudgedFlag]) -> JudgedBench:
    """Measure the weights that ship on judged flags.

    Raises:
        InputError: there is none.
    """
    if not judged:
        raise InputError("There are no judged flags; name a file that holds some.")
    return JudgedBench(tuple(one for one in find(judged) if one.judged.verdict != "misaligned"))


def _share(some: Sequence[Found], verdicts: tuple[str, ...]) -> str:
    hits = np.array([one.judged.verdict in verdicts for one in some], float)
    share = resampled(lambda pick: float(hits[pick].mean()), len(hits), np.random.default_rng(1))
    return f"{share.value:.3f}  {share.low:.3f}–{share.high:.3f}"
