"""Contrastive substitutions: other translations to try in place of the one in the target.

A substitution names a source word, the stretch of the target that renders it, and another sense's
translation dressed to fit. Whether it is better than what stands there is for the caller to
measure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from align.analysis.links import Linked
from align.lexicon import Lexicon, Sense, Translation, alike
from align.lexicon.cues import company
from align.text import table
from align.text.en.stop import STOP as ENGLISH_STOP
from align.text.id.morphology import inflect_like, is_verb, undouble
from align.text.tokens import Token, is_content

MOST_PER_WORD = 5
MOST_PER_SENSE = 2
# After these a word is a verb, and a sense without a verb is not meant.
_BEFORE_VERBS = table("""to who will would can could may might must should not cannot can't won't
don't doesn't didn't couldn't wouldn't i he she we they you it""")
_RIVAL = 0.1       # share that tells a common translation from a rare one


@dataclass(frozen=True, slots=True)
class Substitution:
    """Put `put` for `text[start:end]` of the target.

    `source` is the source word; `found` and `other` are the translation that stands there and the
    one to try, as the lexicon has them; `home` and `away` the senses they belong to.
    """

    source: Token
    start: int
    end: int
    put: str
    found: Translation
    other: Translation
    home: Sense
    away: Sense

    @property
    def listed(self) -> bool:
        """Whether two senses of our own list stand against each other."""
        return bool(self.home.gloss and self.away.gloss)


def substitutions(linked: Linked, lexicon: Lexicon) -> list[Substitution]:
    """All that are worth trying on one pair, word by word, likeliest alternatives first."""
    ours, theirs, links = linked.ours, linked.theirs, linked.known
    renderings: dict[int, list[int]] = {}
    for link in links:
        renderings.setdefault(link.source, []).append(link.target)
    found: list[Substitution] = []
    for i, places in sorted(renderings.items()):
        together = max(places) - min(places) < len(places)
        if together and is_content(ours[i], ENGLISH_STOP) and not _is_name(ours, i):
            stand = theirs[min(places):max(places) + 1]
            verb = i > 0 and ours[i - 1].lower in _BEFORE_VERBS
            found.extend(swap for swap in _alternatives(ours, i, stand, lexicon)
                         if not verb or any(is_verb(target) for target in swap.away.targets))
    return found


def _is_name(ours: Sequence[Token], i: int) -> bool:
    """A capital inside the sentence: names are not translated by sense."""
    return i > 0 and ours[i].text[0].isupper() and ours[i - 1].text not in {'"', "“", ":", "'", "‘"}


def _alternatives(ours: Sequence[Token], at: int, stand: Sequence[Token],
                  lexicon: Lexicon) -> Iterator[Substitution]:
    word = ours[at]
    entries = {entry.target: entry for entry in lexicon.entries(word.lower)}
    standing = " ".join(w.lower for w in stand)
    senses = lexicon.senses(word.lower)
    # What stands there may render several senses: the likeliest here is the one to beat.
    home = max((sense for sense in senses if _renders(sense, standing)),
               key=lambda sense: company(sense, ours, at).met, default=None)
    found = _entry(standing, home, entries)
    if home is None or found is None or standing == word.lower:
        return  # linked by spelling or by part of a phrase: nothing to hold against it
    offered: list[tuple[float, Sense, Translation]] = []
    for sense in senses:
        listed = bool(sense.gloss and home.gloss)
        if not _renders(sense, standing) and (listed or _outshines(sense, found, entries)):
            offered.extend((entry.p, sense, entry) for entry in _best(sense, standing, entries))
    offered.sort(key=lambda option: (-option[0], option[2].target))
    start, end = stand[0].start, stand[-1].end
    for _, sense, entry in offered[:MOST_PER_WORD]:
        put = inflect_like(entry.target, stand[0].text)
        yield Substitution(word, start, end, put, found, entry, home, sense)


def _outshines(sense: Sense, found: Translation, entries: dict[str, Translation]) -> bool:
    """Whether an unlisted contrast is worth a try: a common translation against a rare one."""
    best = max((entries[t].p for t in sense.targets if t in entries), default=0.0)
    return found.p < _RIVAL <= best


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
    """The sense's translations to try: verbs for a verb, others for others.

    Careless translation keeps the word class, and so must the mending.
    """
    known = [entries[target] for target in sense.targets if target in entries]
    if not sense.gloss:
        known = [e for e in known if e.seen >= 1 or e.by_hand]
    same = [entry for entry in known if is_verb(entry.target) == is_verb(standing)]
    return sorted(same, key=lambda entry: (-entry.p, entry.target))[:MOST_PER_SENSE]
