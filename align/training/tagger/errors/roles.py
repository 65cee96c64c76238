"""Errors of role: who did it to whom."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from align.training.tagger.errors.edit import WRONG, Edit, Side
from align.training.tagger.errors.facts import shared_names
from align.training.tagger.errors.material import Material, cased, draw
from align.training.tagger.errors.parties import Party, acting
from align.training.tagger.errors.senses import passives


def voice(pair: Material, rng: Random) -> Edit | None:
    """Active for passive or the reverse: menangkap -> ditangkap; the doer becomes the done-to."""
    edits = []
    for index, word in enumerate(pair.target_words):
        if not pair.partners("target", index):
            continue
        end, forms = word.end, passives(word.lower)
        if word.lower.startswith("di"):
            forms = _actives(word.lower)
            end += len(" oleh") * pair.target.startswith(" oleh ", end)
        known = [form for form in forms if form in pair.lexis.seen_target]
        if known:
            old = pair.target[word.start:end]
            edits.append(Edit("target", word.start, old, cased(old, known[0]), WRONG,
                              pair.marks("target", word.start, end, WRONG)))
    return draw(rng, edits)


def _actives(passive: str) -> tuple[str, ...]:
    """What the active of a di- verb may be: ditulis -> menulis; dikejar -> mengejar."""
    stem = passive[2:]
    nasal = {"s": f"meny{stem[1:]}", "k": f"meng{stem[1:]}", "p": f"mem{stem[1:]}",
             "t": f"men{stem[1:]}"}.get(stem[:1])
    plain = tuple(f"{head}{stem}" for head in ("me", "men", "mem", "meng"))
    return (nasal, *plain) if nasal else plain


def swapped_names(pair: Material, rng: Random) -> Edit | None:
    """Two names that stand in one sentence change places, on either side."""
    side: Side = "target" if rng.random() < 0.65 else "source"
    number = int(side == "target")
    named = sorted(shared_names(pair).items(), key=lambda item: item[1][number])
    edits = []
    for (one, a), (other, b) in pairwise(named):
        start, middle, again, end = a[number][0], a[number][1], b[number][0], b[number][1]
        between = pair.text(side)[middle:again]
        if not 4 < len(between) < 90 or any(c in between for c in ".?!:()") \
                or between.strip(" ,") in ("and", "or", "dan", "atau"):
            continue
        old = pair.text(side)[start:end]
        marks = ((*a[1 - number], WRONG), (*b[1 - number], WRONG))
        edits.append(Edit(side, start, old, other + between + one, WRONG, marks))
    return draw(rng, edits)


def swapped_parties(pair: Material, rng: Random) -> Edit | None:
    """Doer and done-to change places around their verb, on either side."""
    side: Side = "target" if rng.random() < 0.7 else "source"
    edits = []
    for one, _, other in acting(pair):
        first, second = (one, other) if side == "target" else sorted(
            (one, other), key=lambda party: party.source)
        a, b = (first.target, second.target) if side == "target" else (first.source, second.source)
        text = pair.text(side)
        old = text[a[0]:b[1]]
        new = (cased(text[a[0]:a[1]], text[b[0]:b[1]]) + text[a[1]:b[0]]
               + _lowered(first, text[a[0]:a[1]]))
        its = [p.source if side == "target" else p.target for p in (one, other)]
        edits.append(Edit(side, a[0], old, new, WRONG, tuple((*span, WRONG) for span in its)))
    return draw(rng, edits)


def _lowered(party: Party, text: str) -> str:
    """A phrase as it stands inside a sentence."""
    keeps = party.name or text[1:2].isupper() or any(w[:1].isupper() for w in text.split()[1:])
    return text if keeps else text[:1].lower() + text[1:]
