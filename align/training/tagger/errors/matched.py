"""Phrases made for both sides at once: the same fact in both languages, or a changed one.

Fair rewriting converts units, clocks, dates and attributions. Put in on both sides in agreement
they are nothing to flag; in disagreement they are an error whose place is known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from align.text.calendar import MONTH_NAMES, WEEKDAY_NAMES
from align.training.tagger.errors.edit import FINE, GAP, WRONG, Edit
from align.training.tagger.errors.material import Material

Pieces = tuple[str, str, str, str]  # English before and after the fact, Indonesian likewise

_DAYS = tuple(zip(WEEKDAY_NAMES["en"], WEEKDAY_NAMES["id"], strict=True))
_MONTHS = tuple(zip(MONTH_NAMES["en"], MONTH_NAMES["id"], strict=True))
_SCALES = (("thousand", "ribu"), ("million", "juta"), ("billion", "miliar"),
           ("trillion", "triliun"))
_UNITS = ((" feet", " meter", 0.3048), (" miles", " kilometer", 1.609), (" pounds", " kg", 0.4536),
          (" acres", " hektare", 0.4047), (" inches", " sentimeter", 2.54))
_WHO = ("Rahman", "Matze", "Siti", "Johnson", "Keller", "Wijaya", "Okafor", "Garcia", "Novak")
_SAYS = (("he said", "kata {}"), ("she said", "ujar {}"), ("he added", "tambah {}"),
         ("said {}", "kata {}"), ("according to {}", "menurut {}"), ("{} said", "tutur {}"))
_HEDGES = (("at least", ("setidaknya", "sedikitnya", "paling tidak")), ("nearly", ("hampir",)),
           ("about", ("sekitar", "kira-kira")), ("more than", ("lebih dari",)),
           ("less than", ("kurang dari",)), ("up to", ("hingga",)), ("only", ("hanya",)))
_COUNTED = (("people", "orang"), ("soldiers", "tentara"), ("houses", "rumah"),
            ("victims", "korban"), ("workers", "pekerja"), ("countries", "negara"))


def _clock(rng: Random) -> tuple[str, list[str]]:
    hour, minute, late = rng.randint(1, 11), rng.choice((0, 5, 15, 30, 45, 50)), rng.random() < 0.6
    part = rng.choice(("p.m.", "pm", "PM") if late else ("a.m.", "am", "AM"))
    said = f"{hour}{rng.choice('.:')}{minute:02}" if minute or rng.random() < 0.3 else f"{hour}"
    dot = rng.choice(("pukul {}.{:02}", "pukul {}.{:02} waktu setempat", "jam {}:{:02}"))
    right = dot.format(hour + 12 * late, minute)
    wrong = dot.format(hour + 12 * (not late), minute) if rng.random() < 0.4 else dot.format(
        (hour + rng.randint(1, 9)) % 24, minute)
    return f"at {said}{rng.choice((' ', ''))}{part}", [right, wrong]


def _length(rng: Random) -> tuple[str, list[str]]:
    english, indonesian, factor = rng.choice(_UNITS)
    amount = rng.choice((rng.randint(2, 90), rng.randint(10, 90) * 10))
    right = f"{round(amount * factor):,}".replace(",", ".")
    wrong = f"{amount}" if rng.random() < 0.5 else f"{round(amount * factor * rng.choice((2, 3)))}"
    return f"within {amount}{english}", [f"dalam jarak {n}{indonesian}" for n in (right, wrong)]


def _money(rng: Random) -> tuple[str, list[str]]:
    whole, tenth, scale = rng.randint(1, 99), rng.randint(1, 9), rng.randint(1, 3)
    english = f"for ${whole}.{tenth} {_SCALES[scale][0]}"
    sums = [f"{whole},{tenth} {_SCALES[scale][1]}",
            rng.choice((f"{whole},{tenth} {_SCALES[scale - 1][1]}",
                        f"{whole},{tenth % 9 + 1} {_SCALES[scale][1]}"))]
    shape = rng.choice(("seharga {} dolar AS", "senilai US$ {}", "sebesar {} dolar Amerika"))
    return english, [shape.format(amount) for amount in sums]


def _day(rng: Random) -> tuple[str, list[str]]:
    english, right = rng.choice(_DAYS)
    wrong = rng.choice([day for _, day in _DAYS if day != right])
    shape = rng.choice((" ({}/{}/20{})", " ({}/{})", " lalu", ""))
    stamp = shape.format(rng.randint(1, 28), rng.randint(1, 12), rng.randint(10, 26))
    lead = rng.choice(("on ", "last ", "on ")) if " lalu" not in stamp else "last "
    return f"{lead}{english}", [f"pada {day}{stamp}" for day in (right, wrong)]


def _date(rng: Random) -> tuple[str, list[str]]:
    (english, right), day = rng.choice(_MONTHS), rng.randint(1, 28)
    year = rng.choice(("", f" {rng.randint(1985, 2026)}"))
    wrongs = [f"{day} {rng.choice([m for _, m in _MONTHS if m != right])}{year}",
              f"{day % 28 + 1} {right}{year}"]
    comma = "," if year else ""
    said = rng.choice((f"on {english} {day}{comma}{year}", f"on {day} {english}{year}"))
    return said, [f"pada {date}" for date in (f"{day} {right}{year}", rng.choice(wrongs))]


def _count(rng: Random) -> tuple[str, list[str]]:
    (hedge, rights), (english, noun) = rng.choice(_HEDGES), rng.choice(_COUNTED)
    amount = rng.randint(3, 900)
    others = [w for h, ws in _HEDGES if h != hedge for w in ws]
    wrong = rng.choice((f"{rng.choice(others)} {amount}", f"{amount}"))
    return (f"with {hedge} {amount} {english}",
            [f"dengan {n} {noun}" for n in (f"{rng.choice(rights)} {amount}", wrong)])


_FACTS: tuple[Callable[[Random], tuple[str, list[str]]], ...] = (
    _clock, _length, _money, _day, _date, _count)


def agreeing(pair: Material, rng: Random) -> tuple[Edit, ...]:
    """The same fact put into both sides, said as each language says it."""
    english, (right, _) = rng.choice(_FACTS)(rng)
    return _both(pair, english, right, FINE, rng)


def disagreeing(pair: Material, rng: Random) -> tuple[Edit, ...]:
    """A fact put into the source and another one into the target."""
    english, (right, wrong) = rng.choice(_FACTS)(rng)
    if right == wrong:
        return ()
    lead = english.index(" ") + 1  # the preposition is right whatever the fact
    marks = bytes(lead) + bytes([WRONG]) * (len(english) - lead)
    source, target = _both(pair, english, wrong, FINE, rng)
    return (_labelled(source, english, marks), _labelled(target, wrong, _unlike(right, wrong)))


def _unlike(right: str, wrong: str) -> bytes:
    """Marks on the words of `wrong` between what it begins and ends with in common with `right`."""
    a, b = right.split(" "), wrong.split(" ")
    head = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y),
                min(len(a), len(b)))
    tail = next((i for i, (x, y) in enumerate(zip(a[::-1], b[::-1], strict=False)) if x != y), 0)
    last = max(len(b) - tail, head + 1)
    marks = [bytes([WRONG if head <= i < last else FINE]) * len(word) for i, word in enumerate(b)]
    return b"\0".join(marks)


def _labelled(edit: Edit, fact: str, marks: bytes) -> Edit:
    at = edit.new.lower().index(fact.lower())
    return replace(edit, label=bytes(at) + marks + bytes(len(edit.new) - at - len(fact)))


def one_sided(pair: Material, rng: Random) -> tuple[Edit, ...]:
    """A fact put into one side only."""
    english, (right, _) = rng.choice(_FACTS)(rng)
    both = _both(pair, english, right, GAP, rng)
    return both[:1] if rng.random() < 0.5 else both[1:]


def reattributed(pair: Material, rng: Random) -> tuple[Edit, ...]:
    """Both sides attributed, the target by name where the source may say "he": fair."""
    who = rng.choice(_WHO)
    english, indonesian = rng.choice(_SAYS)
    return _both(pair, "," + " " + english.format(who), "," + " " + indonesian.format(who), FINE,
                 rng, lead=False)


def _both(pair: Material, english: str, indonesian: str, label: int, rng: Random,
          lead: bool = True) -> tuple[Edit, ...]:
    edits = []
    front = lead and rng.random() < 0.3
    for side, text, fact in (("source", pair.source, english), ("target", pair.target, indonesian)):
        if front:
            edits.append(Edit(side, 0, "", f"{fact[0].upper()}{fact[1:]}, ", label))  # type: ignore[arg-type]
            continue
        end = len(text.rstrip(".!?\"”’')"))
        gap = "" if fact.startswith(",") else " "
        edits.append(Edit(side, end, "", gap + fact, label))  # type: ignore[arg-type]
    return tuple(edits)
