"""Translations that word alignment finds in parallel text, with how often each was seen."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from align.text.en.morphology import lemmas
from align.text.en.stop import STOP as ENGLISH_STOP
from align.text.id.morphology import kin, neutral
from align.text.id.stop import STOP as INDONESIAN_STOP
from align.text.tokens import Token, is_content, words
from align.training.model1 import Links, align_corpus

LONGEST = 60    # words of a sentence; longer ones (whole paragraphs) blur the alignment
SAME = 0.15     # least overlap of translations for a form to be counted under its lemma
PHRASE = 3      # words of a target phrase

Tokens = tuple[list[Token], list[Token]]


@dataclass(frozen=True, slots=True)
class Induced:
    """(source, target) → [news, other] counts; totals over the links of each word."""

    counts: dict[tuple[str, str], list[int]]
    source_totals: dict[str, int]
    target_totals: dict[str, int]
    targets: dict[str, tuple[str, ...]]


def induce(corpora: Iterable[tuple[Sequence[tuple[str, str]], str]],
           seeds: Iterable[tuple[str, str]] = ()) -> Induced:
    """Align all pairs at once and count what translates what.

    Args:
        corpora: sentence pairs, each list with its column, "news" or "other".
        seeds: dictionary pairs, put in as one-word sentences to steady rare words.
    """
    pairs: list[Tokens] = []
    columns: list[int] = []
    for texts, kind in corpora:
        for source, target in texts:
            both = words(source), words(target, doubling=True)
            if 0 < len(both[0]) <= LONGEST and 0 < len(both[1]) <= LONGEST:
                pairs.append(both)
                columns.append(0 if kind == "news" else 1)
    known = Counter(word.lower for source, _ in pairs for word in source)
    keys = [([_lemma(w.lower, known) for w in source], [neutral(w.lower) for w in target])
            for source, target in pairs]
    extra = [([_lemma(w.lower, known) for w in words(source)],
              [neutral(w.lower) for w in words(target, doubling=True)]) for source, target in seeds]
    links = align_corpus([*keys, *(pair for pair in extra if pair[0] and pair[1])])
    return _count(pairs, columns, links[:len(pairs)])


def _lemma(key: str, known: Counter[str]) -> str:
    for form in lemmas(key)[1:]:
        if known[form] > 3 or known[form] * 2 >= known[key] > 0:
            return form
    return key


def _count(pairs: list[Tokens], columns: list[int], links: list[Links]) -> Induced:
    raw: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for (source, target), column, found in zip(pairs, columns, links, strict=True):
        for one, other in _phrases(source, target, found):
            raw[one, other][column] += 1
    merged = _merge_forms(raw)
    source_totals: Counter[str] = Counter()
    target_totals: Counter[str] = Counter()
    targets: dict[str, list[str]] = defaultdict(list)
    for (one, other), seen in merged.items():
        source_totals[one] += sum(seen)
        target_totals[other] += sum(seen)
        if sum(seen) > 1:
            targets[one].append(other)
    return Induced(merged, source_totals, target_totals,
                   {one: tuple(sorted(others)) for one, others in targets.items()})


def _phrases(source: list[Token], target: list[Token], links: Links) -> Iterator[tuple[str, str]]:
    """Consistent phrase pairs of one or two source and up to PHRASE target words, contents only.

    Articles and the like cling to whatever noun is near: their links break no phrase.
    """
    by_source: dict[int, list[int]] = defaultdict(list)
    by_target: dict[int, list[int]] = defaultdict(list)
    for i, j in links:
        if is_content(source[i], ENGLISH_STOP) and is_content(target[j], INDONESIAN_STOP):
            by_source[i].append(j)
            by_target[j].append(i)
    for start in range(len(source)):
        for end in (start + 1, start + 2):
            if end > len(source) or not _edges_content(source[start:end], ENGLISH_STOP):
                continue
            ends = sorted({j for i in range(start, end) for j in by_source[i]})
            if not ends or any(not by_source[i] for i in range(start, end)):
                continue
            span = target[ends[0]:ends[-1] + 1]
            closed = all(start <= i < end for j in range(ends[0], ends[-1] + 1)
                         for i in by_target[j])
            if closed and len(span) <= PHRASE and _edges_content(span, INDONESIAN_STOP):
                yield (" ".join(w.lower for w in source[start:end]),
                       " ".join(w.lower for w in span))


def _edges_content(span: list[Token], stop: frozenset[str]) -> bool:
    return (is_content(span[0], stop) and is_content(span[-1], stop)
            and all(word.is_word for word in span))


def _merge_forms(raw: dict[tuple[str, str], list[int]]) -> dict[tuple[str, str], list[int]]:
    """Count a form under its lemma where both translate alike (news stays apart from new)."""
    profiles: dict[str, Counter[str]] = defaultdict(Counter)
    for (one, other), seen in raw.items():
        profiles[one][neutral(other)] += sum(seen)
    home = {form: _home(form, profiles) for form in profiles}
    merged: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for (one, other), seen in raw.items():
        place = merged[home[one], other]
        place[0] += seen[0]
        place[1] += seen[1]
    return dict(merged)


def _home(form: str, profiles: dict[str, Counter[str]]) -> str:
    if " " in form:
        return form
    for lemma in lemmas(form)[1:]:
        if lemma in profiles and _overlap(profiles[form], profiles[lemma]) >= SAME:
            return lemma
    return form


def _overlap(one: Counter[str], other: Counter[str]) -> float:
    """Share of `one`'s counts whose word, or kin, the other has among its commonest."""
    common = [word for word, _ in other.most_common(8)]
    shared = sum(count for word, count in one.items() if any(kin(word, c) for c in common))
    return shared / sum(one.values())
