"""Written cases: pairs with errors that people wrote, to train on beside those that are made.

A case is a block of lines, and blocks are parted by an empty line:

    S the source
    T its faithful target
    kind | old => new ;; old => new
    omitted phrase | <= words of the source that are lost | old =>
    fair | old => new

Each line below T is a change of its own: what stands once in T as `old` becomes `new`. What a
`fair` one leads to is as faithful as T.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path
from random import Random

from align.analysis.links import linked
from align.errors import InputError
from align.lexicon import Lexicon
from align.text.tokens import Token, words
from align.training.tagger.errors.edit import FINE, GAP, UNASKED, WRONG, Draft

FAIR = "fair"
_GAPS = {"omitted phrase": GAP, "added phrase": GAP}
_LOST = "<="
_NO_SPACE_BEFORE = frozenset(" ,.;:)”\"'?!")


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a case: its kind, (start, old, new) in the target, and what the source loses."""

    kind: str
    places: tuple[tuple[int, str, str], ...]
    lost: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A faithful pair with errors and fair changes, each for itself."""

    source: str
    target: str
    errors: tuple[Change, ...]
    fair: tuple[Change, ...]


def read_cases(path: Path) -> tuple[Case, ...]:
    """The cases of a file, or of all `*.txt` files of a folder in the order of their names.

    Raises:
        InputError: there is no such file, or a line of it is no part of a case.
    """
    paths = sorted(path.glob("*.txt")) if path.is_dir() else [path]
    if not paths or not all(each.is_file() for each in paths):
        raise InputError(f"'{path}' holds no cases; name a file of them or a folder of such files.")
    return tuple(case for each in paths for case in _cases(each))


def _cases(path: Path) -> Iterator[Case]:
    block: list[tuple[int, str]] = []
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"'{path}' cannot be read ({error}); give a UTF-8 text.") from error
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            block.append((number, line))
        elif block:
            yield _case(path, block)
            block = []


def _case(path: Path, block: Sequence[tuple[int, str]]) -> Case:
    (first, source), *rest = block
    if not source.startswith("S ") or not rest or not rest[0][1].startswith("T "):
        raise InputError(f"{path}, line {first}: a case begins with a line 'S source' and one "
                         "'T target'; mend it or part it from the one before by an empty line.")
    pair = source[2:].strip(), rest[0][1][2:].strip()
    changes = [_change(path, number, line, *pair) for number, line in rest[1:]]
    return Case(*pair, tuple(c for c in changes if c.kind != FAIR),
                tuple(c for c in changes if c.kind == FAIR))


def _change(path: Path, number: int, line: str, source: str, target: str) -> Change:
    kind, _, rest = (part.strip() for part in line.partition("|"))
    lost = None
    if rest.startswith(_LOST):
        phrase, _, rest = rest[len(_LOST):].partition("|")
        at = source.find(phrase.strip())
        if at < 0:
            raise InputError(f"{path}, line {number}: '{phrase.strip()}' is not in the source; "
                             "copy it from there.")
        lost = (at, at + len(phrase.strip()))
    places = []
    for part in rest.split(";;"):
        old, arrow, new = (text.strip() for text in part.partition("=>"))
        if not arrow or not old or target.count(old) != 1:
            raise InputError(f"{path}, line {number}: '{old}' must stand once in the target and be "
                             "followed by '=>'; copy more of it.")
        places.append((target.index(old), old, new))
    places.sort()
    if any(b[0] < a[0] + len(a[1]) for a, b in pairwise(places)):
        raise InputError(f"{path}, line {number}: two changes overlap; make them one.")
    return Change(kind, tuple(places), lost)


def draft(case: Case, rng: Random, wrong: bool) -> tuple[Draft, str]:
    """The case as it is or fairly changed; if `wrong`, with one of its errors; and their kind.

    What the source says at an error is labelled where the lexicon knows, and not asked elsewhere.
    """
    fair = [rng.choice(case.fair)] if case.fair and rng.random() < 0.5 else []
    errors = [rng.choice(case.errors)] if wrong and case.errors else []
    chosen = list(errors)
    for change in fair:
        if not any(_touch(change, other) for other in chosen):
            chosen.append(change)
    target, labels = _changed(case.target, chosen)
    source_labels = _source_labels(case, errors)
    return (Draft(case.source, target, source_labels, labels),
            "+".join(error.kind for error in errors))


def _touch(one: Change, other: Change) -> bool:
    return any(a <= d + len(e) and d <= a + len(b) for a, b, _ in one.places
               for d, e, _ in other.places)


def _changed(target: str, changes: Sequence[Change]) -> tuple[str, bytes]:
    places = sorted((start, old, new, change.kind) for change in changes
                    for start, old, new in change.places)
    text, labels, at = "", bytearray(), 0
    for start, old, new, kind in places:
        kept = target[at:start]
        end = start + len(old)
        if not new and (kept or text).endswith(" ") and target[end:end + 1] in _NO_SPACE_BEFORE:
            kept = kept[:-1]
        text += kept + new
        labels += bytes(len(kept)) + _new_labels(old, new, kind)
        at = end
    text += target[at:]
    labels += bytes(len(text) - len(labels))
    if any(change.kind != FAIR for change in changes) and not any(labels):
        _mark_gap(text, labels, next(c for c in changes if c.kind != FAIR))
    return text, bytes(labels)


def _new_labels(old: str, new: str, kind: str) -> bytes:
    """Labels of the new words: those that the old text does not have are in error."""
    labels = bytearray(len(new))
    if kind == FAIR:
        return bytes(labels)
    ours, theirs = words(old, doubling=True), words(new, doubling=True)
    match = SequenceMatcher(None, [w.lower for w in ours], [w.lower for w in theirs],
                            autojunk=False)
    for name, _, _, first, last in match.get_opcodes():
        if name in ("replace", "insert"):
            start, end = theirs[first].start, theirs[last - 1].end
            label = _GAPS.get(kind, WRONG)
            labels[start:end] = bytes([label]) * (end - start)
    return bytes(labels)


def _mark_gap(text: str, labels: bytearray, error: Change) -> None:
    """Where words were only taken away, what follows them is what is wrong: (tidak) naik.

    An omitted phrase leaves the target fine: it is missing from the source's side of view.
    """
    if error.kind == "omitted phrase":
        return
    start = error.places[0][0]
    word = next((w for w in words(text, doubling=True) if w.end > start), None)
    if word is not None:
        labels[word.start:word.end] = bytes([WRONG]) * (word.end - word.start)


def _source_labels(case: Case, errors: Sequence[Change]) -> bytes:
    if not errors:
        return bytes(len(case.source))
    labels = bytearray([UNASKED]) * len(case.source)
    error = errors[0]
    if error.lost is not None:
        labels = bytearray(len(case.source))
        start, end = error.lost
        labels[start:end] = bytes([GAP]) * (end - start)
        return bytes(labels)
    if error.kind in _GAPS:
        return bytes(len(case.source))
    known = linked(case.source, case.target, Lexicon.load())
    gone = _gone(known.theirs, error)
    hit = {link.source for link in known.links if link.target in gone}
    for place, word in enumerate(known.ours):
        if place in hit:
            labels[word.start:word.end] = bytes([WRONG]) * (word.end - word.start)
        elif place in known.ahead:
            labels[word.start:word.end] = bytes([FINE]) * (word.end - word.start)
    return bytes(labels)


def _gone(theirs: Sequence[Token], error: Change) -> set[int]:
    """The target's words that the error takes away."""
    gone: set[int] = set()
    for start, old, new in error.places:
        end = start + len(old)
        kept = {word.lower for word in words(new, doubling=True)}
        gone |= {place for place, word in enumerate(theirs)
                 if start <= word.start < end and word.lower not in kept}
    return gone
