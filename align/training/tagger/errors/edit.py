"""Edits: how a clean pair becomes a wrong one, knowing exactly which characters are wrong.

An edit replaces a stretch of one side and marks stretches of the other. Several edits that keep out
of each other's way are applied at once, and can all be undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Side = Literal["source", "target"]

FINE, WRONG, GAP = 0, 1, 2  # GAP: missing if it stands in the source, added if in the target
UNASKED = 3  # nobody knows: the network learns nothing from it


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `new` for `old` at `start` of one side's text.

    `label` says what the new text is, as one value or one for each character; `marks` are
    (start, end, label) on the other side's text as it was before any edit.
    """

    side: Side
    start: int
    old: str
    new: str
    label: int | bytes
    marks: tuple[tuple[int, int, int], ...] = ()

    @property
    def end(self) -> int:
        return self.start + len(self.old)


@dataclass(frozen=True, slots=True)
class Draft:
    """A pair with a label for each code point of both sides."""

    source: str
    target: str
    source_labels: bytes
    target_labels: bytes

    @property
    def faithful(self) -> bool:
        """Whether nothing is marked on either side."""
        return not any(self.source_labels) and not any(self.target_labels)


def clean(source: str, target: str) -> Draft:
    """A pair with nothing wrong."""
    return Draft(source, target, bytes(len(source)), bytes(len(target)))


def apply(draft: Draft, edits: Sequence[Edit]) -> Draft:
    """The pair after all edits; where they overlap, the earlier in the list wins."""
    chosen = compatible(edits)
    labels = {"source": bytearray(draft.source_labels), "target": bytearray(draft.target_labels)}
    texts = {"source": draft.source, "target": draft.target}
    for edit in chosen:
        opposite = labels["target" if edit.side == "source" else "source"]
        for start, end, label in edit.marks:
            opposite[start:end] = bytes([label]) * (end - start)
    for edit in sorted(chosen, key=lambda edit: -edit.start):
        text, own = texts[edit.side], labels[edit.side]
        if text[edit.start:edit.end] != edit.old:
            raise ValueError(f"the text at {edit.start} is not {edit.old!r}")
        texts[edit.side] = text[:edit.start] + edit.new + text[edit.end:]
        own[edit.start:edit.end] = (bytes([edit.label]) * len(edit.new)
                                    if isinstance(edit.label, int) else edit.label)
    return Draft(texts["source"], texts["target"], bytes(labels["source"]),
                 bytes(labels["target"]))


def compatible(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits that touch nothing an earlier one touches, by replacing or by marking."""
    chosen: list[Edit] = []
    taken: dict[Side, list[tuple[int, int]]] = {"source": [], "target": []}
    for edit in edits:
        opposite: Side = "target" if edit.side == "source" else "source"
        places = [(edit.side, edit.start, edit.end)]
        places += [(opposite, start, end) for start, end, _ in edit.marks]
        if any(start <= b and a <= end for side, start, end in places for a, b in taken[side]):
            continue
        chosen.append(edit)
        for side, start, end in places:
            taken[side].append((start, end))
    return tuple(chosen)


def inverse(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Edits that undo these (which must be compatible) on the texts they led to."""
    undone: list[Edit] = []
    shift = {"source": 0, "target": 0}
    for edit in sorted(edits, key=lambda edit: edit.start):
        undone.append(Edit(edit.side, edit.start + shift[edit.side], edit.new, edit.old, FINE))
        shift[edit.side] += len(edit.new) - len(edit.old)
    return tuple(undone)
