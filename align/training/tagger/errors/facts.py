"""Errors of fact: another number, another name, the wrong speaker."""

from __future__ import annotations

import re
from random import Random

from align.training.tagger.errors.edit import WRONG, Edit, Side
from align.training.tagger.errors.material import Material, draw

_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?![\w])")
_NAME = re.compile(r"(?<![\w’'.])[A-Z][\w’'\-]+(?: (?:(?:bin|al|de|van|of) )?[A-Z][\w’'\-]+)*")


def number(pair: Material, rng: Random) -> Edit | None:
    """A number changed in one digit, by a step, or tenfold, on either side."""
    side: Side = "target" if rng.random() < 0.6 else "source"
    edits = []
    for match in _NUMBER.finditer(pair.text(side)):
        new = _other_number(match.group(), rng)
        marks = _same_digits(pair, side, match) or pair.marks(side, *match.span(), WRONG)
        if new != match.group() and marks:
            edits.append(Edit(side, match.start(), match.group(), new, WRONG, marks))
    return draw(rng, edits)


def _same_digits(pair: Material, side: Side,
                 match: re.Match[str]) -> tuple[tuple[int, int, int], ...]:
    digits = re.sub(r"\D", "", match.group())
    other = _NUMBER.finditer(pair.text("target" if side == "source" else "source"))
    found = [m.span() for m in other if re.sub(r"\D", "", m.group()) == digits]
    return ((*found[0], WRONG),) if len(found) == 1 else ()


def _other_number(text: str, rng: Random) -> str:
    places = [i for i, c in enumerate(text) if c.isdigit()]
    way = rng.random()
    if way < 0.6 or len(places) == 1:
        at = rng.choice(places if len(places) < 3 else places[1:])
        digit = rng.choice([d for d in "0123456789" if d != text[at] and (d != "0" or at)])
        return text[:at] + digit + text[at + 1:]
    if way < 0.75 and text[-2] != text[-1]:
        a, b = places[-2], places[-1]
        return text[:a] + text[b] + text[a + 1:b] + text[a] if a + 1 == b else text[:b] + "7"
    if text.isdigit():
        value = int(text)
        return str(rng.choice([value + 1, max(value - 1, 0), value * 10, value * 2]))
    return text[:places[-1]] + rng.choice("1379")


def name(pair: Material, rng: Random) -> Edit | None:
    """A name changed for another from the document, or in one letter's worth of spelling."""
    side: Side = "target" if rng.random() < 0.6 else "source"
    shared = shared_names(pair)
    edits = []
    for text, spans in shared.items():
        pool = [m for mate in pair.mates for m in _NAME.findall(mate[side == "target"])
                if not (set(m.split()) & set(text.split())) and len(m) > 3]
        new = rng.choice(pool) if pool and rng.random() < 0.75 else _other_name(text, rng)
        mine, its = (spans[1], spans[0]) if side == "target" else spans
        if new != text:
            edits.append(Edit(side, mine[0], text, new, WRONG, ((*its, WRONG),)))
    return draw(rng, edits)


def shared_names(pair: Material) -> dict[str, tuple[tuple[int, int], tuple[int, int]]]:
    """Names spelled alike on both sides, once on each, with their places."""
    found = {}
    for match in _NAME.finditer(pair.source):
        text = match.group()
        at = pair.target.find(text)
        if at >= 0 and pair.source.count(text) == pair.target.count(text) == 1 and len(text) > 2 \
                and not pair.target[at + len(text):at + len(text) + 1].isalnum() \
                and not pair.target[at - 1:at].isalnum():
            found[text] = (match.span(), (at, at + len(text)))
    return found


_LETTERS = {"a": "ei", "e": "ai", "i": "ae", "o": "ua", "u": "oi", "m": "nr", "n": "mr", "r": "ln",
            "l": "rt", "t": "dl", "d": "tb", "b": "dp", "s": "zc", "k": "ht", "h": "kn"}


def _other_name(text: str, rng: Random) -> str:
    parts = text.split(" ")
    if len(parts) > 1 and rng.random() < 0.3:
        parts[0], parts[-1] = parts[-1], parts[0]
        return " ".join(parts)
    places = [i for i, c in enumerate(text) if c in _LETTERS and i]
    if len(places) < 3:
        return text
    # Two letters: one may be a fair respelling, as in Khadafi and Kadhafi.
    for at in rng.sample(places, 2):
        text = text[:at] + rng.choice(_LETTERS[text[at]]) + text[at + 1:]
    return text


def speaker(pair: Material, rng: Random) -> Edit | None:
    """The words given to another: "kata Matze" -> "kata" someone else of the document."""
    edits = []
    for match in _SPEAKER.finditer(pair.target):
        said = match.group("name")
        pool = sorted({m.group("name") for mate in pair.mates for m in _SPEAKER.finditer(mate[1])
                       if m.group("name") != said} | {"polisi", "para demonstran", "pengacaranya"})
        marks = pair.marks("target", *match.span("name"), WRONG)
        if marks:
            edits.append(Edit("target", match.start("name"), said, rng.choice(pool), WRONG, marks))
    return draw(rng, edits)


_SPEAKER = re.compile(r"\b(?:kata|ujar|tutur|ucap|menurut|jelas|tambah|ungkap) "
                      r"(?P<name>[A-Z][\w’'\-]+(?: [A-Z][\w’'\-]+)*|dia|ia)(?=[\s,.])")
