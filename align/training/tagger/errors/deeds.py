"""Who did what to whom, who said it: short statements made in both languages, right or reversed.

Running text seldom lets doer and done-to change places cleanly, so these come from a table of
actors, verbs and claims (deeds.tsv). Voice is drawn on either side, so that only the roles tell a
right statement from a reversed one. A statement stands alone or closes a sentence of the data.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from random import Random

from align.training.tagger.errors.edit import FINE, WRONG, Edit, Side
from align.training.tagger.errors.material import Material

ALONE = 0.5  # share that stands alone; the rest closes another sentence
Part = tuple[str, int]  # text and label
_SIDES: tuple[Side, Side] = ("source", "target")


@cache
def _rows(kind: str) -> tuple[tuple[str, ...], ...]:
    text = (files(__package__) / "deeds.tsv").read_text(encoding="utf-8")
    rows = csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(tuple(row[1:]) for row in rows if row[0] == kind)


def rightly(pair: Material, rng: Random) -> tuple[Edit, ...]:
    """A statement said alike on both sides, in the same voice or the other."""
    return _placed(pair, _deed(rng, False) if rng.random() < 0.75 else _saying(rng, False), rng)


def reversed_roles(pair: Material, rng: Random) -> tuple[Edit, ...]:
    """Doer and done-to changed places in the target, in the same voice or the other."""
    return _placed(pair, _deed(rng, True), rng)


def wrong_speaker(pair: Material, rng: Random) -> tuple[Edit, ...]:
    """A claim given to somebody else, or to nobody."""
    return _placed(pair, _saying(rng, True), rng)


def _deed(rng: Random, reverse: bool) -> tuple[list[Part], list[Part]]:
    one, other = rng.sample(_rows("actor"), 2)
    past, active, passive, *participle = rng.choice(_rows("verb"))
    said, meant = (one, other), (other, one) if reverse else (one, other)
    label = WRONG if reverse else FINE
    if rng.random() < 0.3:
        by = f"{'were' if _many(said[1][0]) else 'was'} {(participle or [past])[0]} by"
        source = f"{said[1][0]} {by} {said[0][0]}"
    else:
        source = f"{said[0][0]} {past} {said[1][0]}"
    telah = rng.choice(("", "", "telah "))
    if rng.random() < 0.35:
        target = f"{meant[1][1]} {telah}{passive} {rng.choice(('oleh ', 'oleh ', ''))}{meant[0][1]}"
    else:
        target = f"{meant[0][1]} {telah}{active} {meant[1][1]}"
    tail = rng.choice(_rows("tail"))
    if rng.random() < 0.3:
        return [(source, label)], [(target, label)]
    return [(source, label), (f" {tail[0]}", FINE)], [(target, label), (f" {tail[1]}", FINE)]


def _many(actor: str) -> bool:
    return actor.endswith("s") and actor.startswith("the ")


def _saying(rng: Random, wrong: bool) -> tuple[list[Part], list[Part]]:
    one, other = rng.sample(_rows("actor"), 2)
    (says, berkata), (claim, klaim) = rng.choice(_rows("say")), rng.choice(_rows("claim"))
    claim = claim if rng.random() < 0.6 else f"that {claim}"
    bahwa = rng.choice(("", "bahwa "))
    label = WRONG if wrong else FINE
    source = [(one[0], label), (f" {says} {claim}", FINE)]
    if wrong and rng.random() < 0.3:
        return [(f"{one[0]} {says}", WRONG), (f" {claim}", FINE)], [(klaim, FINE)]
    who = other if wrong else one
    if rng.random() < 0.25 and says == "said":
        return source, [(f"{klaim}, kata ", FINE), (who[1], label)]
    return source, [(who[1], label), (f" {berkata} {bahwa}{klaim}", FINE)]


def _placed(pair: Material, statement: tuple[list[Part], list[Part]],
            rng: Random) -> tuple[Edit, ...]:
    if rng.random() < ALONE:
        return tuple(_whole(side, pair.text(side), parts)
                     for side, parts in zip(_SIDES, statement, strict=True))
    joint = rng.choice(((" after ", " setelah "), (" because ", " karena "),
                        (" while ", " sementara "), (" before ", " sebelum ")))
    edits = []
    for side, word, parts in zip(_SIDES, joint, statement, strict=True):
        end = len(pair.text(side).rstrip(".!?\"”’')"))
        full = [(word, FINE), *parts]
        edits.append(Edit(side, end, "", "".join(text for text, _ in full), _labels(full)))
    return tuple(edits)


def _whole(side: Side, old: str, parts: list[Part]) -> Edit:
    text = "".join(piece for piece, _ in parts)
    full = [*parts, (".", FINE)]
    return Edit(side, 0, old, text[:1].upper() + text[1:] + ".", _labels(full))


def _labels(parts: list[Part]) -> bytes:
    return b"".join(bytes([label]) * len(text) for text, label in parts)
