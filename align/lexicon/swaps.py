"""Other translations to try in place of the one that stands in the target, for one pair.

A swap names a source word, the stretch of the target that renders it (or the likeliest unlinked
word nearby, when the lexicon knows no link), and another sense's translation dressed to fit.
Whether the swap is better than what stands there is for the caller to measure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from align.lexicon import Lexicon, Sense, Translation, alike
from align.lexicon.indonesian import inflect_like, undouble
from align.lexicon.links import Link, align_words
from align.lexicon.words import (
    ENGLISH_STOP,
    INDONESIAN_STOP,
    Word,
    is_content,
    words,
)

MOST_PER_WORD = 5
MOST_PER_SENSE = 2
_RIVAL = 0.1       # share that tells a common translation from a rare one
_NEAR = 0.12       # how far from its place an unlinked rendering is looked for, of the length
_TRUSTED = frozenset({"ours", "freedict", "tico"})
_VERBAL = ("me", "di", "ber", "ter")


@dataclass(frozen=True, slots=True)
class Swap:
    """Put `put` for `text[start:end]` of the target.

    `source` is the source word; `found` and `other` the translations as the lexicon has them
    (None for a rendering it does not know); `listed` says that two listed senses stand against
    each other.
    """

    source: Word
    start: int
    end: int
    put: str
    found: Translation | None
    other: Translation
    gloss_found: str
    gloss_other: str
    listed: bool


def swaps(source: str, target: str, lexicon: Lexicon) -> list[Swap]:
    """All swaps worth trying on one pair, word by word, likeliest alternatives first."""
    ours = words(source)
    theirs = words(target, doubling=True)
    links = align_words(ours, theirs, lexicon)
    linked: dict[int, list[int]] = {}
    for link in links:
        linked.setdefault(link.source, []).append(link.target)
    taken = {link.target for link in links}
    found: list[Swap] = []
    for i, word in enumerate(ours):
        if not is_content(word, ENGLISH_STOP) or _is_name(ours, i):
            continue
        if i in linked:
            places = [_stretch(linked[i])]
        else:
            places = [(j, j + 1) for j in _free_places(i, ours, theirs, links, taken)]
        for first, last in places:
            found.extend(_alternatives(word, theirs[first:last], i in linked, lexicon))
    return found


def _is_name(ours: Sequence[Word], i: int) -> bool:
    """A capital inside the sentence: names are not translated by sense."""
    return i > 0 and ours[i].text[0].isupper() and ours[i - 1].text not in {'"', "“", ":", "'", "‘"}


def _stretch(places: Sequence[int]) -> tuple[int, int]:
    return min(places), max(places) + 1


def _free_places(i: int, ours: Sequence[Word], theirs: Sequence[Word], links: Sequence[Link],
                 taken: set[int]) -> list[int]:
    """Unlinked target words near where the neighbours' links say that word `i` would be."""
    near = [link for link in links if link.strength > 0.6 and abs(link.source - i) <= 3]
    if near:
        place = sum(link.target + (i - link.source) for link in near) / len(near)
        reach = 3.0
    else:
        place = (i + 0.5) / len(ours) * len(theirs)
        reach = max(3.0, _NEAR * len(theirs))
    free = [j for j, word in enumerate(theirs) if j not in taken
            and is_content(word, INDONESIAN_STOP) and abs(j - place) <= reach
            and not word.text[0].isupper()]
    return sorted(free, key=lambda j: abs(j - place))[:2]


def _alternatives(word: Word, stand: Sequence[Word], linked: bool,
                  lexicon: Lexicon) -> Iterator[Swap]:
    entries = {entry.target: entry for entry in lexicon.entries(word.key)}
    standing = " ".join(w.key for w in stand)
    if any(w.key == word.key for w in stand) or not entries:
        return
    senses = lexicon.senses(word.key)
    home = next((sense for sense in senses if _renders(sense, standing)), None)
    found = _entry(standing, home, entries)
    if linked and home is None:
        return  # linked by spelling or by part of a phrase: nothing to hold against it
    offered: list[tuple[float, Sense, Translation]] = []
    for sense in senses:
        if sense is home or _renders(sense, standing) or (not linked and not sense.gloss):
            continue
        if not (sense.gloss and (home is None or home.gloss)) and not _outshines(sense, found,
                                                                                entries):
            continue
        offered.extend((entry.p * _fit(entry.target, standing), sense, entry)
                       for entry in _best(sense, standing, entries))
    offered.sort(key=lambda option: (-option[0], option[2].target))
    start, end = stand[0].start, stand[-1].end
    for _, sense, entry in offered[:MOST_PER_WORD]:
        yield Swap(word, start, end, inflect_like(entry.target, stand[0].text), found, entry,
                   home.gloss if home else "", sense.gloss,
                   bool(home and home.gloss and sense.gloss))


def _outshines(sense: Sense, found: Translation | None, entries: dict[str, Translation]) -> bool:
    """Whether an unlisted contrast is worth a try: a common translation against a rare one."""
    best = max((entries[t].p for t in sense.targets if t in entries), default=0.0)
    return found is not None and found.p < _RIVAL <= best


def _renders(sense: Sense, standing: str) -> bool:
    return any(alike(target, undouble(standing)) or standing in target.split()
               for target in sense.targets)


def _entry(standing: str, home: Sense | None,
           entries: dict[str, Translation]) -> Translation | None:
    if home is None:
        return None
    same = [entries[target] for target in home.targets if target in entries]
    exact = [entry for entry in same if alike(entry.target, undouble(standing))]
    return max(exact or same, key=lambda entry: entry.p, default=None)


def _best(sense: Sense, standing: str, entries: dict[str, Translation]) -> list[Translation]:
    """The sense's translations to try: those of the standing word's kind first."""
    known = [entries[target] for target in sense.targets if target in entries]
    if not sense.gloss:
        known = [e for e in known if e.seen >= 1 or _TRUSTED & set(e.origin)]
    ranked = sorted(known, key=lambda entry: -entry.p * _fit(entry.target, standing))
    return ranked[:MOST_PER_SENSE]


def _fit(target: str, standing: str) -> float:
    """1 if both look like verbs or both do not; less otherwise."""
    return 1.0 if target.startswith(_VERBAL) == standing.startswith(_VERBAL) else 0.4
