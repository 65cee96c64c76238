"""How well originals are found: rewrites whose original is known, among many articles.

Each rewrite is asked twice: with its original among the articles, and with it taken out, when the
right answer is "none of these". A rewrite's day is taken from its URL, as its page would state it.
The ranking's weights were fitted on every second rewrite (`fitted`); the others (`held_back`) tell
what to expect.
"""

from __future__ import annotations

import gzip
import json
import re
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from align.encoders import Encoder, load
from align.errors import InputError
from align.finding import ENOUGH
from align.finding.gathering import add
from align.finding.ranking import Ranked, rank
from align.model import Article, Sentence
from align.store import Store

_DAY = re.compile(r"/(\d{4})/(\d{2})/(\d{2})/")


@dataclass(frozen=True, slots=True)
class Sought:
    """A rewrite and the URL of its original."""

    id: str
    rewrite: Article
    original: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for a case. `place` is the original's, 1 for the first, 0 if not listed.

    `best` and `rival` are the highest probabilities with the original among the articles and with
    it taken out. Of originals that stand in the articles several times the first counts.
    """

    case: Sought
    place: int
    best: float
    rival: float
    ranked: tuple[Ranked, ...]
    first: str

    @property
    def explanation(self) -> str:
        """One line on where the original stands and what stood before it."""
        at = f"is number {self.place}" if self.place else "is not on the shortlist"
        return f"{self.case.id}: the original {at}; first is {self.first!r} with {self.best:.2f}"


@dataclass(frozen=True, slots=True)
class FindScore:
    """Shares of all rewrites asked, 0..1."""

    rewrites: int
    recall_1: float
    recall_5: float
    none_right: float  # "none of these" said when the original was taken out
    false_refusals: float  # "none of these" said when it was there


@dataclass(frozen=True, slots=True)
class FindBench:
    articles: int
    build_per_second: float
    query_seconds: float
    fitted: FindScore
    held_back: FindScore
    all: FindScore
    misses: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """The measurement as a table, then one line for each miss."""
        yield (f"{self.articles} articles; {self.build_per_second:.0f} a second put in; "
               f"{self.query_seconds:.3f} s a question")
        yield f"{'rewrites':<12}{'':>6}{'recall@1':>10}{'@5':>8}{'none right':>12}{'refused':>9}"
        for name in ("fitted", "held_back", "all"):
            one: FindScore = getattr(self, name)
            yield (f"{name.replace('_', ' '):<12}{one.rewrites:>6}{one.recall_1:>10.4f}"
                   f"{one.recall_5:>8.4f}{one.none_right:>12.4f}{one.false_refusals:>9.4f}")
        yield from self.misses


def bench_find(rewrites: Path, articles: Path, *, encoder: Encoder | None = None,
               store: Path | None = None,
               progress: Callable[[int, int], None] | None = None) -> FindBench:
    """Measure finding.

    Args:
        rewrites: JSON lines of `doc`, `source_url`, `target_url` and `target` (objects with
            `text` and `paragraph`), gzipped or not.
        articles: whatever `selaras store add` reads.
        store: where to keep the store for another run; a temporary one without it.
        progress: told how many of how many rewrites have been asked.

    Raises:
        InputError: a file is not of that shape.
    """
    encoder = encoder or load(cache=False)
    cases = list(read_cases(rewrites))
    with TemporaryDirectory() as folder, Store(store or Path(folder) / "bench.db") as opened:
        start = time.perf_counter()
        gathered = add([articles], opened, encoder)
        build = gathered.added / (time.perf_counter() - start)
        start = time.perf_counter()
        answers = []
        for number, case in enumerate(cases):
            answers.append(ask(case, opened, encoder))
            if progress is not None:
                progress(number + 1, len(cases))
        seconds = (time.perf_counter() - start) / (2 * len(cases))
        return FindBench(len(opened), round(build, 1), round(seconds, 4), score(answers[::2]),
                         score(answers[1::2]), score(answers),
                         tuple(answer.explanation for answer in answers if answer.place != 1))


def ask(case: Sought, store: Store, encoder: Encoder) -> Answer:
    """Rank twice: all articles, and all but the original."""
    ranked = rank(case.rewrite, store, encoder)
    gold = store.by_url(case.original)
    place = next((n for n, one in enumerate(ranked, 1) if one.id == gold), 0)
    rivals = rank(case.rewrite, store, encoder, without=[] if gold is None else [gold])
    return Answer(case, place, ranked[0].score if ranked else 0.0,
                  rivals[0].score if rivals else 0.0, tuple(ranked),
                  store.record(ranked[0].id).title if ranked else "")


def score(answers: Sequence[Answer]) -> FindScore:
    """Shares over some answers."""
    count = max(len(answers), 1)
    return FindScore(
        len(answers),
        round(sum(one.place == 1 for one in answers) / count, 4),
        round(sum(1 <= one.place <= 5 for one in answers) / count, 4),
        round(sum(one.rival < ENOUGH for one in answers) / count, 4),
        round(sum(one.best < ENOUGH for one in answers) / count, 4))


def read_cases(path: Path) -> Iterator[Sought]:
    """Rewrites and their originals' URLs.

    Raises:
        InputError: a line is not of that shape.
    """
    try:
        with (gzip.open if path.suffix == ".gz" else open)(path, "rb") as file:
            for line in file:
                yield _case(json.loads(line))
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"Cannot read {path} ({error}); name a file of rewrites.") from error
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise InputError(f"{path} does not hold rewrites with their originals' URLs ({error!r}); "
                         "see align.bench.find.bench_find for their shape.") from error


def _case(plain: Any) -> Sought:
    sentences: list[Sentence] = []
    text = ""
    before = None
    for one in plain["target"]:
        place = (bool(one.get("title")), int(one["paragraph"]))
        text += "" if before is None else " " if place == before else "\n\n"
        new = before is not None and place != before
        paragraph = sentences[-1].paragraph + new if sentences else 0
        sentences.append(Sentence(one["text"], paragraph, len(text), len(text) + len(one["text"])))
        text += one["text"]
        before = place
    day = _DAY.search(plain["target_url"])
    rewrite = Article(title=sentences[0].text, url=plain["target_url"], language="id", text=text,
                      sentences=tuple(sentences), published="-".join(day.groups()) if day else "")
    return Sought(plain["doc"], rewrite, plain["source_url"])
