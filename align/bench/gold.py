"""Gold alignments: cases of two texts with the beads that are right, read and written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from align.errors import InputError
from align.model import Bead

Gold = tuple[tuple[int, ...], tuple[int, ...]]
Aligned = Sequence[Bead]

_BRACKETS = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class GoldStory:
    """Two texts as sentences, with the beads that are right."""

    id: str
    profile: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    gold: tuple[Gold, ...]


def read_cases(path: Path) -> Iterator[GoldStory]:
    """Read JSON lines of `id`, `profile`, `source`, `target`, `beads`.

    Raises:
        InputError: the file is missing, or a line is not such a case.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read as text ({error}); name a JSON lines file of "
                         "cases.") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _case(json.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(
                f"{path}, line {number} is not an alignment case ({error!r}); each line needs "
                "id, source, target and beads."
            ) from error


def _case(plain: dict[str, Any]) -> GoldStory:
    gold = tuple((tuple(map(int, source)), tuple(map(int, target)))
                 for source, target in plain["beads"])
    return GoldStory(str(plain["id"]), str(plain.get("profile", "all")), tuple(plain["source"]),
                tuple(plain["target"]), gold)


def read_brackets(text: str) -> tuple[Gold, ...]:
    """Read gold or predicted beads in the form of Vecalign and Bertalign, `[0]:[0, 1]` a line.

    What follows a second colon (Vecalign's cost) is ignored.

    Raises:
        InputError: a line is not of that form.
    """
    beads = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        sides = _BRACKETS.findall(line)
        try:
            if len(sides) != 2:
                raise ValueError
            source, target = (tuple(int(at) for at in side.split(",") if at.strip())
                              for side in sides)
        except ValueError as error:
            raise InputError(
                f"Line {number} of the gold alignment is not of the form [0]:[0, 1]."
            ) from error
        beads.append((source, target))
    return tuple(beads)


def read_gold(gold: Path, source: Path, target: Path) -> list[GoldStory]:
    """One case from a gold file in brackets and its two texts, one sentence a line.

    Raises:
        InputError: a file cannot be read, or the gold names a sentence that is not there.
    """
    from align.reading.lines import read_lines

    texts = tuple(read_lines(source)), tuple(read_lines(target))
    beads = read_brackets("\n".join(read_lines(gold)))
    for side, sentences in enumerate(texts):
        highest = max((number for bead in beads for number in bead[side]), default=-1)
        if highest >= len(sentences):
            raise InputError(f"{gold} names sentence {highest}, but "
                             f"{(source, target)[side]} has {len(sentences)} lines.")
    return [GoldStory(gold.stem, "all", *texts, beads)]


def written_predictions(cases: Sequence[GoldStory], found: Mapping[str, Aligned]) -> str:
    """The beads found, one case a line: `{"id", "beads": [[[source…], [target…]]…]}`."""
    return "".join(
        json.dumps({"id": case.id,
                    "beads": [[list(bead.source), list(bead.target)] for bead in found[case.id]]})
        + "\n" for case in cases)


def moved_beads(gold: Sequence[Gold]) -> frozenset[Gold]:
    """Which gold beads changed place: all but the heaviest chain in which both sides rise.

    Of equally heavy chains the one that keeps earlier source sentences in place is meant.
    """
    matches = sorted(bead for bead in gold if bead[0] and bead[1])
    weight = [len(source) + len(target) for source, target in matches]
    best, before = weight[:], [-1] * len(matches)
    for here in range(len(matches)):
        for earlier in range(here):
            if (matches[earlier][1][0] < matches[here][1][0]
                    and best[earlier] + weight[here] > best[here]):
                best[here], before[here] = best[earlier] + weight[here], earlier
    chain = set()
    at = max(range(len(matches)), key=lambda each: best[each]) if matches else -1
    while at >= 0:
        chain.add(matches[at])
        at = before[at]
    return frozenset(matches) - chain
