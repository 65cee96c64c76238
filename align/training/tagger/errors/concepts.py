"""Errors in small closed concepts: polarity, modality, certainty, hedges, kin, days, units, lands.

A table names each concept's forms in both languages. A form is changed only where the other side
says the same concept, so what is changed was right before.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random

from align.training.tagger.errors.edit import GAP, WRONG, Edit, Side
from align.training.tagger.errors.material import Maker, Material, cased, draw


@dataclass(frozen=True, slots=True)
class Concept:
    """One row of concepts.tsv; forms of two concepts of a group match by position."""

    kind: str
    group: str
    name: str
    forms: tuple[tuple[str, ...], tuple[str, ...]]  # source, target
    droppable: bool


@dataclass(frozen=True, slots=True)
class Sighting:
    """A concept said on both sides: where, and which of its forms."""

    concept: Concept
    source: tuple[int, int]
    target: tuple[int, int]
    form: tuple[int, int]


@cache
def table() -> tuple[Concept, ...]:
    """All concepts, in the file's order."""
    text = (files(__package__) / "concepts.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(Concept(row["kind"], row["group"], row["concept"],
                         (tuple(row["source"].split("|")), tuple(row["target"].split("|"))),
                         row["droppable"] == "yes") for row in rows)


@cache
def _groups() -> dict[str, tuple[Concept, ...]]:
    found: defaultdict[str, list[Concept]] = defaultdict(list)
    for concept in table():
        found[concept.group].append(concept)
    return {group: tuple(members) for group, members in found.items()}


@cache
def _finder(side: int) -> tuple[re.Pattern[str], dict[str, list[tuple[Concept, int]]]]:
    owners: defaultdict[str, list[tuple[Concept, int]]] = defaultdict(list)
    for concept in table():
        for number, form in enumerate(concept.forms[side]):
            known = owners[form.lower()]
            if all(other is not concept for other, _ in known):
                known.append((concept, number))
    longest = sorted(owners, key=len, reverse=True)
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest)) + r")(?![\w-])", re.I)
    return pattern, dict(owners)


def sightings(pair: Material) -> list[Sighting]:
    """Concepts that stand exactly once on each side, so that the two surely correspond."""
    found: list[dict[tuple[str, str], list[tuple[Concept, int, int, int]]]] = []
    for side, text in enumerate((pair.source, pair.target)):
        pattern, owners = _finder(side)
        here: defaultdict[tuple[str, str], list[tuple[Concept, int, int, int]]] = defaultdict(list)
        for match in pattern.finditer(text):
            for concept, form in owners[match.group().lower()]:
                here[concept.group, concept.name].append((concept, form, *match.span()))
        found.append(here)
    source, target = found
    return [Sighting(s[0][0], s[0][2:], t[0][2:], (s[0][1], t[0][1]))
            for key, s in source.items()
            if len(s) == 1 and len(t := target.get(key, [])) == 1]


def swapped(kind: str) -> Maker:
    """A maker that says another concept of the same group, on either side."""

    def make(pair: Material, rng: Random) -> Edit | None:
        return draw(rng, [edit for seen in sightings(pair) if seen.concept.kind == kind
                          if (edit := _swap(pair, seen, rng))])

    return make


def _swap(pair: Material, seen: Sighting, rng: Random) -> Edit | None:
    side: Side = "target" if rng.random() < 0.75 else "source"
    number = int(side == "target")
    others = [c for c in _groups()[seen.concept.group] if c is not seen.concept]
    if not others:
        return None
    mine, its = (seen.target, seen.source) if number else (seen.source, seen.target)
    old = pair.text(side)[mine[0]:mine[1]]
    forms = rng.choice(others).forms[number]
    same_size = len(forms) == len(seen.concept.forms[number])
    new = forms[seen.form[number]] if same_size else rng.choice(forms)
    if new.lower() in {form.lower() for form in seen.concept.forms[number]}:
        return None
    return Edit(side, mine[0], old, cased(old, new), WRONG, ((*its, WRONG),))


def dropped(pair: Material, rng: Random) -> Edit | None:
    """A hedge, modal or degree left out: "at least 20" -> "20"."""
    edits = []
    for seen in sightings(pair):
        if seen.concept.droppable:
            start, end = seen.target
            edits.append(removal(pair, "target", start, end, ((*seen.source, GAP),)))
            start, end = seen.source
            edits.append(removal(pair, "source", start, end, ((*seen.target, GAP),)))
    return draw(rng, edits)


def removal(pair: Material, side: Side, start: int, end: int,
            marks: tuple[tuple[int, int, int], ...]) -> Edit:
    """An edit that takes out [start, end) with one space, and lifts the capital if it led."""
    text = pair.text(side)
    leads = not text[:start].strip(" \"“‘'(")
    if text[end:end + 2] == ", " and (leads or text[:start].endswith(", ")):
        end += 1
    if end < len(text) and text[end] == " ":
        end += 1
    elif start and text[start - 1] == " ":
        start -= 1
    new = ""
    if leads and end < len(text) and text[start].isupper():
        new, end = text[end].upper(), end + 1
    return Edit(side, start, text[start:end], new, 0, marks)
