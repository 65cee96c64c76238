"""Idioms rendered word by word: the phrase is in the source, none of its meanings in the target.

`idioms.tsv` lists an English phrase, what it may become and, for compounds that no word link can
take apart (whistleblower), what careless translation makes of it: such a calque is lost at once.
A phrase counts as rendered if the content words of one rendering stand in the target in any form
and order. It counts as lost if its own words are linked, one by one, to neighbouring words of the
target instead; or, for a phrase that a preposition opens (without merit), if none is linked and
words stand there that nothing accounts for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from align.analysis.links import Link, Linked
from align.text import table
from align.text.en.morphology import lemmas
from align.text.en.stop import STOP as ENGLISH_STOP
from align.text.id.morphology import kin
from align.text.id.stop import STOP as INDONESIAN_STOP
from align.text.tokens import Token, is_content

_SURE, _FAIR = 0.6, 0.45   # the strongest link is at least so strong, and every other
_WIDE = 3     # words more than the phrase has that its literal rendering may span
_ANY = 3      # words that a * in a phrase stands for, at most
_POSSESSIVE = frozenset({"my", "your", "his", "her", "its", "our", "their"})
_FINITE = table("is are was were be been being has have had will would")  # open another clause
_LIGHT = table("come take make put go get give have do keep be set bring turn")
_OPENERS = table("without in on under at behind out off up over")
_REACH = 4
_HOLD = frozenset({"tidak", "tanpa", "tak", "belum", "bukan"})  # denials count as content here


_Row = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Idiom:
    """A phrase lost: its place, the words that stand for it, and what it means.

    `calque`: a listed word-by-word rendering stands there; `whole`: every content word of the
    phrase, two or more, has been rendered by itself; `half`: only some of them have been.
    """

    phrase: str
    source: tuple[int, int]
    target: tuple[int, int]
    stands: str
    means: tuple[str, ...]
    whole: bool
    half: bool = False
    calque: bool = False


def lost_idioms(linked: Linked) -> list[Idiom]:
    """The idioms of the source that the target renders word by word, in order.

    Only the lexicon tells what is word by word: vectors are alike for what a phrase means, too.
    """
    source, target = linked.source, linked.target
    ours, theirs, links = linked.ours, linked.theirs, linked.known
    found = []
    held = _held(ours)
    for first, last, places, means, calques in held:
        if any(_rendered(rendering, theirs) for rendering in means):
            continue
        calque = _calque(theirs, calques)
        literal = calque or _literal(ours, theirs, links, places)
        if literal is not None:
            start, end, whole, half = literal
            found.append(Idiom(source[ours[first].start:ours[last - 1].end],
                               (ours[first].start, ours[last - 1].end), (start, end),
                               target[start:end], means, whole, half, calque is not None))
    return found


def rendered_idioms(ours: Sequence[Token], theirs: Sequence[Token]) -> set[int]:
    """Places of the source words in listed phrases one of whose renderings the target has."""
    return {place for _, _, places, means, _ in _held(ours) for place in places
            if any(_rendered(rendering, theirs) for rendering in means)}


@cache
def _table() -> dict[str, tuple[_Row, ...]]:
    """First word of the phrase → (its words, its renderings, calques), longest phrase first."""
    table: dict[str, list[_Row]] = {}
    for line in files("align.lexicon").joinpath("idioms.tsv").read_text("utf-8").splitlines():
        phrase, renderings, *calques = line.split("\t")
        parts = tuple(phrase.replace("-", " ").split())
        named = tuple(calques[0].split(", ")) if calques else ()
        table.setdefault(parts[0], []).append((parts, tuple(renderings.split(", ")), named))
    return {first: tuple(sorted(rest, key=lambda row: -len(row[0])))
            for first, rest in table.items()}


def _held(ours: Sequence[Token]
          ) -> Iterator[tuple[int, int, list[int], tuple[str, ...], tuple[str, ...]]]:
    """(first, last, places of the phrase's own words, renderings, calques) of listed phrases."""
    taken = 0
    for i, word in enumerate(ours):
        rows = [row for form in _forms(word.lower) for row in _table().get(form, ())]
        for parts, means, calques in sorted(rows, key=lambda row: -len(row[0])):
            places = _match(parts, ours, i) if i >= taken else None
            if places and not _is_name(ours, places):
                taken = places[-1] + 1
                yield i, taken, places, means, calques
                break


def _is_name(ours: Sequence[Token], places: Sequence[int]) -> bool:
    """Whether all content words of a phrase have capitals inside the sentence: Trades Union."""
    content = [ours[i] for i in places if is_content(ours[i], ENGLISH_STOP)]
    return bool(content) and places[0] > 0 and len(places) > 1 and all(
        word.text[0].isupper() for word in content)


def _match(parts: Sequence[str], ours: Sequence[Token], start: int) -> list[int] | None:
    """Where the parts stand from `start` on; `*` is one to three words, `one's` a possessive."""
    if not parts:
        return []
    if parts[0] == "*":
        for width in range(1, _ANY + 1):
            rest = _match(parts[1:], ours, start + width)
            if rest and all(word.is_word and word.lower not in _FINITE
                            for word in ours[start:start + width]):
                return rest
        return None
    if start < len(ours) and ours[start].text == "-":  # last-ditch is found as last ditch
        start += 1
    if start >= len(ours):
        return None
    word = ours[start].lower
    fits = word in _POSSESSIVE if parts[0] == "one's" else parts[0] in _forms(word)
    if not fits:
        return None
    rest = _match(parts[1:], ours, start + 1)
    return None if rest is None else [start, *rest]


@cache
def _forms(key: str) -> frozenset[str]:
    """The word and its lemmas, but not `large` for `larger`: idioms do not compare."""
    return frozenset({key} if key.endswith(("er", "est")) else lemmas(key))


def _rendered(rendering: str, theirs: Sequence[Token]) -> bool:
    needed = [part for part in rendering.split() if part not in INDONESIAN_STOP - _HOLD]
    return all(any(kin(part, word.lower) for word in theirs)
               for part in needed or rendering.split())


_Stretch = tuple[int, int, bool, bool]  # code points, whether whole, whether half


def _calque(theirs: Sequence[Token], calques: Sequence[str]) -> _Stretch | None:
    """Code points of a listed word-by-word rendering, in any inflection."""
    for calque in calques:
        parts = calque.split()
        for j in range(len(theirs) - len(parts) + 1):
            if all(kin(part, word.lower)
                   for part, word in zip(parts, theirs[j:j + len(parts)], strict=True)):
                return theirs[j].start, theirs[j + len(parts) - 1].end, True, False
    return None


def _literal(ours: Sequence[Token], theirs: Sequence[Token], links: Sequence[Link],
             places: Sequence[int]) -> _Stretch | None:
    """Code points of the target words that render the phrase's own words, if they do.

    A phrase of function words alone (one … after another) has no literal rendering to find: what
    stands for the words inside it is named.
    """
    content = [i for i in places if is_content(ours[i], ENGLISH_STOP)]
    content = [i for i in content if not _LIGHT & _forms(ours[i].lower)] or content
    inside = content or [i for i in range(places[0], places[-1]) if i not in places]
    across = {link.source: link.target for link in links
              if link.source in inside and link.strength >= _FAIR
              and is_content(theirs[link.target], INDONESIAN_STOP)
              and ours[link.source].lower != theirs[link.target].lower}
    hit = [across[i] for i in inside if i in across]
    sure = any(link.strength >= _SURE and link.source in inside for link in links)
    if not any(link.source in content for link in links) and ours[places[0]].lower in _OPENERS:
        return _strangers(ours, theirs, links, places)
    if not sure or not hit:
        return None
    first, last = min(hit), max(hit) + 1
    if last - first > len(places) + _WIDE:
        return None
    if content and len(hit) < len(content):
        return theirs[first].start, theirs[last - 1].end, False, True
    if not content:
        first, last = _widened(first, last, theirs, {link.target for link in links})
    return theirs[first].start, theirs[last - 1].end, len(content) > 1, False


def _strangers(ours: Sequence[Token], theirs: Sequence[Token], links: Sequence[Link],
               places: Sequence[int]) -> _Stretch | None:
    """Unlinked content words where a phrase none of whose words are linked would be rendered."""
    near = [link.target + places[0] - link.source for link in links
            if min(abs(link.source - places[0]), abs(link.source - places[-1])) <= _REACH]
    if not near:
        return None
    linked = {link.target for link in links}
    along = (places[-1] + 0.5) / len(ours) * len(theirs)
    place = (sum(near) / len(near) + along) / 2
    free = [j for j, word in enumerate(theirs) if j not in linked
            and is_content(word, INDONESIAN_STOP) and abs(j - place) <= _REACH]
    if not free:
        return None
    at = min(free, key=lambda j: (abs(j - place), j))
    first, last = _widened(at, at + 1, theirs, linked)
    return theirs[first].start, theirs[last - 1].end, False, False


def _widened(first: int, last: int, theirs: Sequence[Token], linked: set[int]) -> tuple[int, int]:
    """The stretch with the unlinked content words that touch it."""
    while first and first - 1 not in linked and is_content(theirs[first - 1], INDONESIAN_STOP):
        first -= 1
    while last < len(theirs) and last not in linked and is_content(theirs[last], INDONESIAN_STOP):
        last += 1
    return first, last
