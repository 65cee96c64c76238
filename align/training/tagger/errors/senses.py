"""Errors of word choice: another sense, a neighbour in meaning, word for word, left in English.

These are what careless and machine translation get wrong, so they weigh most.
"""

from __future__ import annotations

from functools import cache
from random import Random

from align.analysis.links import linked
from align.analysis.substitutions import substitutions
from align.lexicon import Lexicon
from align.text.en.morphology import lemmas
from align.training.tagger.errors.edit import WRONG, Edit, Side
from align.training.tagger.errors.material import Material, cased, draw
from align.training.tagger.lexis import Lexis

COMMON = 300  # a word oftener than this among the targets is grammar more than meaning
_SHAPES = ("meng", "meny", "mem", "men", "me", "di", "ber", "ter", "pe", "ke", "se")


def wrong_sense(pair: Material, rng: Random) -> Edit | None:
    """Another translation of the same word in another sense: exhibits -> pameran."""
    lexis, edits = pair.lexis, []
    for i, j in sorted(pair.links):
        source, target = pair.source_words[i], pair.target_words[j]
        if (source.text[0].isupper() and i) or not _is_content(lexis, source.lower, target.lower):
            continue
        others = [other for other in lexis.renderings(source.lower)
                  if other != target.lower and not _is_usual(lexis, source.lower, other)
                  and not lexis.same_sense(other, target.lower, source.lower)]
        if others:
            new = fitting(lexis, target.lower, _likely(rng, lexis, others))
            if new != target.lower:
                edits.append(_put(pair, j, cased(pair.target[target.start:target.end], new)))
    return draw(rng, edits)


def listed_sense(pair: Material, rng: Random) -> Edit | None:
    """A translation of another sense by our own list of news words: current -> arus."""
    edits: dict[int, list[Edit]] = {}
    lexicon = Lexicon.load()
    for swap in substitutions(linked(pair.source, pair.target, lexicon), lexicon):
        old = pair.target[swap.start:swap.end]
        if swap.listed and swap.put.lower() != old.lower():
            mark = (swap.source.start, swap.source.end, WRONG)
            edits.setdefault(swap.start, []).append(
                Edit("target", swap.start, old, cased(old, swap.put), WRONG, (mark,)))
    return draw(rng, rng.choice(list(edits.values()))) if edits else None


USUAL = 0.2  # share of a target word's uses from which it is a plain rendering of the source's


def _is_usual(lexis: Lexis, source: str, target: str) -> bool:
    # What the data use mostly for this very word (mahkamah for court) is hardly another sense.
    uses = lexis.backward.get(target, {})
    forms = set(lemmas(source))
    return sum(p for word, p in uses.items() if forms & set(lemmas(word))) >= USUAL


def _likely(rng: Random, lexis: Lexis, others: list[str]) -> str:
    # People and machines err towards the commoner translation, but not only.
    weights = [(lexis.seen_target.get(other, 0) + 1.0) ** 0.5 / (1 + rank / 2)
               for rank, other in enumerate(others)]
    return rng.choices(others, weights)[0]


def _is_content(lexis: Lexis, source: str, target: str) -> bool:
    return (len(source) > 2 and len(target) > 2 and source != target and source.isalpha()
            and lexis.seen_target.get(target, 0) < COMMON)


def _put(pair: Material, index: int, new: str) -> Edit:
    word = pair.target_words[index]
    return Edit("target", word.start, pair.target[word.start:word.end], new, WRONG,
                pair.marks("target", word.start, word.end, WRONG))


def fitting(lexis: Lexis, like: str, word: str) -> str:
    """`word` in the voice and ending of `like` where such a form is known: dibeli, menjual."""
    if like.startswith("di") and word.startswith("me"):
        word = next((form for form in passives(word) if form in lexis.seen_target), word)
    elif like.startswith("me") and word.startswith("di") and f"me{word[2:]}" in lexis.seen_target:
        word = f"me{word[2:]}"
    if like.endswith("nya") and not word.endswith("nya") and len(like) > 5:
        word += "nya"
    return word


def passives(active: str) -> tuple[str, ...]:
    """What the passive of a me- verb may be: menulis -> ditulis, dinulis; mengejar -> dikejar."""
    for prefix, firsts in (("meny", "s"), ("meng", ("", "k")), ("mem", ("", "p")),
                           ("men", ("", "t")), ("me", ("",))):
        if active.startswith(prefix):
            return tuple(f"di{first}{active[len(prefix):]}" for first in firsts)
    return ()


def neighbour(pair: Material, rng: Random) -> Edit | None:
    """A word of the same shape from the same document's field, on either side."""
    side: Side = "target" if rng.random() < 0.6 else "source"
    seen = pair.lexis.seen_target if side == "target" else pair.lexis.seen_source
    words = pair.words(side)
    linked = [i for i, word in enumerate(words) if pair.partners(side, i)
              and not (word.text[0].isupper() and i)
              and len(word.lower) > 4 and word.lower.isalpha()
              and seen.get(word.lower, 0) < COMMON]
    if not linked:
        return None
    index = rng.choice(linked)
    word = words[index]
    pool = _shaped(pair.lexis, side).get(_shape(side, word.lower), ())
    pool = tuple(w for w in pool if w != word.lower)
    if len(pool) < 20:
        return None
    new = rng.choices(pool, [seen[w] ** 0.5 for w in pool])[0]
    if _alike(pair, side, word.lower, new):
        return None
    old = pair.text(side)[word.start:word.end]
    return Edit(side, word.start, old, cased(old, new), WRONG,
                pair.marks(side, word.start, word.end, WRONG))


def _alike(pair: Material, side: Side, one: str, other: str) -> bool:
    lexis = pair.lexis
    if side == "target":
        return bool(lexis.pivots.get(one, frozenset()) & lexis.pivots.get(other, frozenset()))
    if set(lemmas(one)) & set(lemmas(other)):
        return True
    return bool(set(lexis.renderings(one)) & set(lexis.renderings(other)))


@cache
def _shaped(lexis: Lexis, side: Side) -> dict[str, tuple[str, ...]]:
    seen = lexis.seen_target if side == "target" else lexis.seen_source
    shapes: dict[str, list[str]] = {}
    for word, count in seen.items():
        if 3 <= count < COMMON and len(word) > 4 and word.isalpha() \
                and _is_known(lexis, side, word):
            shapes.setdefault(_shape(side, word), []).append(word)
    return {shape: tuple(sorted(words)) for shape, words in shapes.items()}


def _is_known(lexis: Lexis, side: Side, word: str) -> bool:
    # In the lexicon, so neither a name nor a stray foreign word.
    if side == "target":
        return word in lexis.pivots
    return bool(lexis.renderings(word))


def _shape(side: Side, word: str) -> str:
    if side == "source":
        return next((e for e in ("ing", "ed", "ly", "tion", "ies", "s") if word.endswith(e)), "")
    head = next((shape for shape in _SHAPES if word.startswith(shape)), "")
    tail = next((e for e in ("nya", "kan", "an", "i") if word.endswith(e)), "")
    return f"{head[:2]}-{tail}"


def word_for_word(pair: Material, rng: Random) -> Edit | None:
    """Two to five words rendered one by one from the lexicon in the source's order."""
    lexis, edits = pair.lexis, []
    for first in range(len(pair.source_words)):
        for last in range(first + 1, min(first + 5, len(pair.source_words))):
            stretch = pair.phrase("source", first, last)
            if not stretch:
                continue
            between = pair.source[pair.source_words[first].start:pair.source_words[last].end]
            old = pair.target[stretch[0]:stretch[1]]
            if any(c in "\"“”,.;:()" for c in between + old) or not (
                    0.5 <= len(old) / len(between) <= 2):
                continue
            words = [_plain(lexis, word.lower, rng) for word in pair.source_words[first:last + 1]]
            new = " ".join(word for word in words if word)
            if _differs(pair, old, new, words, first):
                span = (pair.source_words[first].start, pair.source_words[last].end, WRONG)
                edits.append(Edit("target", stretch[0], old, cased(old, new), WRONG, (span,)))
    return draw(rng, edits)


_ARTICLES = frozenset(("the", "a", "an"))


def _plain(lexis: Lexis, word: str, rng: Random) -> str:
    """A rendering that knows nothing of the context; grammar words get their usual one."""
    if word in _ARTICLES:
        return ""
    found = lexis.renderings(word)
    if not found:
        return max(lexis.forward.get(word, {word: 1.0}).items(), key=lambda item: item[1])[0]
    common = lexis.seen_source.get(word, 0) > COMMON
    return found[0] if common else rng.choice(found[:3])


def _differs(pair: Material, old: str, new: str, words: list[str], first: int) -> bool:
    # At least one content word must come out in another sense, or the rendering may be right.
    kept = old.lower().split()
    fresh = [(word, pair.source_words[first + k].lower) for k, word in enumerate(words)
             if word and word not in kept and len(word) > 3]
    return bool(fresh) and new.lower() != old.lower() and any(
        not any(pair.lexis.same_sense(word, was, source) for was in kept)
        for word, source in fresh)


def left_in_source(pair: Material, rng: Random) -> Edit | None:
    """A word left as it was, now and then with an Indonesian prefix: di-boot, cut."""
    edits = []
    for i, j in sorted(pair.links):
        source, target = pair.source_words[i], pair.target_words[j]
        if source.text[0].isupper() or not _is_content(pair.lexis, source.lower, target.lower) \
                or source.lower in pair.lexis.seen_target or len(source.lower) < 4:
            continue
        new = source.lower
        if target.lower.startswith(("di", "me")) and rng.random() < 0.5:
            stem = lemmas(new)[-1] if rng.random() < 0.5 else new
            new = ("di-" if target.lower.startswith("di") else "me-") + stem
        edits.append(_put(pair, j, cased(pair.target[target.start:target.end], new)))
    return draw(rng, edits)
